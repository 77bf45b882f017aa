"""Whose line it is: a name with a sign in front, or one in letters of its own, `**춘향** 왜 셋인가요?`."""

from studylog.core.grammar.parts.blocks import Block
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import Speaker, speaker

# `**춘향** 님이 정리`, `@춘향 이 찾아보기로` tell of somebody, and `**춘향**: …` has its sign.
_TELLS_OF = late(
    r"\s*(?:님|씨)?(?:[이가은는도의을를와과랑]|께서|에게|한테|이랑|님[가-힣]{0,2})(?=\s)"
    r"|\s*(?:will|to|is|was|has|had|can|could|should|would|asks?|asked|says?|said|thinks?|wants?|takes?|looks?|checks?)\b|\s*[:：,)）\]-]"
)
_CALLED = late(r"\s*(?P<name>@[\w.-]{2,20})\s+(?=\S)")
# `@춘향 확인 부탁드려요` calls somebody.
_CALLS = late(r"부탁|주세요|주실|주라|해\s?줘|바랍니다|[?？]\s*$|감사|고마|땡큐")


def who_says(block: Block, text: str, roster: Roster) -> Speaker | None:
    """Who says a text of a block: whose name stands in front with its sign, or in bold."""
    return speaker(text, roster) or (_in_bold(block.named, text, roster) if block.named else None)


def who_is_called(text: str, asked: Block, roster: Roster) -> Speaker | None:
    """Who replies in `@몽룡 …`, where the question names by `@` who asks: `Q (@춘향)`."""
    match = _CALLED.match(text) if "@" in text[:3] and "@" in asked.text else None
    person = roster.resolve(match["name"]).person if match else None
    if match is None or person is None:
        return None
    rest = text[match.end() :]
    if _TELLS_OF.match(f"{rest} ") or _CALLS.search(rest):
        return None
    return Speaker(person.name, match[0].strip(), rest)


def begins_called(line: str, whole: str, roster: Roster) -> bool:
    """Whether a line begins with `@춘향`, somebody known, as its paragraph begins with somebody."""
    match = _CALLED.match(line) if line.startswith("@") and whole.lstrip().startswith("@") else None
    return match is not None and roster.resolve(match["name"]).person is not None


def _in_bold(name: str, text: str, roster: Roster) -> Speaker | None:
    if not text.lstrip().startswith(name):
        return None
    person = roster.resolve(name).person
    rest = text.lstrip()[len(name) :]
    if person is None or not rest.strip() or _TELLS_OF.match(rest):
        return None
    return Speaker(person.name, name, rest.lstrip())
