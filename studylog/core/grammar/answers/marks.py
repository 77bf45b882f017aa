"""The mark that a reply begins with: its sign, who speaks, and whether it is a guess."""

import re

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.parts.bylines import who_is_called, who_says
from studylog.core.grammar.people.persons import who_answers
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark, MarkKind
from studylog.core.grammar.vocabulary.markpatterns import Patterns, number_of
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import Speaker, named_in, signed_by, speaker
from studylog.core.sought import Sought, sought

# What the title of a call-out may only be called.
_ANSWER_WORD = late(r"\W*(?:답변?|정답|해설|풀이|answer|solution)\W*", re.IGNORECASE)
# `> [!question] 춘향 (미리 남김)`: what more stands behind the name.
_ASIDE = late(r"(?<=\w)\s*[(（][^()（）\n]*[)）]\s*$")
_ROLE = late(r"멘토|교수|조교|강사|선생|[Mm]entor|[Pp]rof(?:essor)?|[Ii]nstructor|TA\b")
# `A (행렬) …` answers where `(행렬)` is somebody, or the question has such a mark.
_SIGNLESS = late(r"A\s?(?=[(\[][^)\]\n]*[)\]](?!\s?[:：]))")
_ASKED_SIGNLESS = late(r"Q[\s\d-]{0,5}[(\[]")
# `(+ 춘향)`: who adds.
_ADDED_BY = late(r"\(\s?\+\s?(?P<name>[^)\s]{2,8})\s?\)")
# `… 때문으로 추정`, `…, I think`, `…, not sure`: how a guess ends.
_GUESSED = sought(
    "추측 추정 듯 을까 닐까 확실 정확 자세 확인 검증 think guess sure check ask",
    r"(?:(?:추측|추정)(?:임|함|됨|중|합니다|됩니다|해요|돼요)?|[ㄴ-ㅎ가-힣]\s?듯(?:요|함|합니다|해요)?"
    # `길어서 아닐까요?`, `길지 않을까 싶은데`
    r"|(?:아닐까|않을까)(?:요|\s?(?:싶|생각)[가-힣\s]{1,8})?"
    # `그렇다는데 확실하진 않아요`
    r"|(?:확실|정확)(?:하지는?|하진|치는?|친)\s?(?:않|모르)[가-힣]{1,4}"
    # `근데 정확히는 모르겠어요`, `확인이 필요할 것 같아요`
    r"|(?:확실히|정확히|정확하게|자세히)(?:는|은)?\s(?:잘\s)?모르(?:겠)?[가-힣]{1,4}"
    r"|(?:확인|검증)(?:이|을|은)?\s?(?:(?:더\s)?필요할|(?:다시\s)?해\s?[봐보]야\s?(?:할|될))\s?(?:것|거|듯)\s?같?[가-힣]{0,4}"
    r"|\b[Ii]\s(?:think|guess)|\b[Nn]ot\s(?:(?:quite|entirely|too|really|\d\d%|100\s?%)\s)?sure(?:\s(?:though|tbh|about\s(?:it|this|that)))?"
    r"|\b(?:[Mm]ust|[Ss]hould|[Nn]eed\sto|[Hh]ave\sto)\s(?:(?:double-?\s?)?check(?:\s(?:it|this|that))?"
    r"|ask\s(?:the|our)\s(?:TAs?|mentors?|prof(?:essor)?|instructor|lecturer|tutors?))|\b[Nn]eeds?\s(?:to\sbe\schecked|(?:double-?\s?)?checking))[\s.~)?？ㅎㅋ]*"
    # Who guesses may have signed, or say whom to ask.
    r"(?:(?:→|->|⇒|=>)\s?[^\n]{0,30}(?:여쭤|물어|질문|찾아|확인)[^\n]{0,12}|\s[-–—]\s?[^\s]{1,15}\s*|[(（][^\s()（）]{1,15}[)）]\s*)?$",
)

# `Q 춘향: …`, `A 몽룡: …`: a letter alone is a mark before somebody who is known.
_LETTER = late(r"\s*(?P<marker>(?P<letter>[QA])\s?(?P<number>\d{1,3})?)\s+(?=\S)")
_NAMED_LETTER = late(
    r"\s*(?P<name>[^\s:：()]{1,12})\s(?P<marker>(?P<letter>[QA])\s?(?P<number>\d{1,3})?\s?[.:)：])\s*(?=\S)"
)


def lettered(text: str, roster: Roster) -> re.Match[str] | None:
    """The letter in front of a name and what that says: `Q 춘향: …`, `A2 몽룡: …`."""
    letter = _LETTER.match(text)
    said = speaker(text[letter.end() :], roster) if letter else None
    return letter if said and said.rest.strip() else None


def named_letter(text: str, roster: Roster) -> tuple[re.Match[str], str] | None:
    """The same behind the name of somebody known, with its sign: `춘향 Q. …`, `몽룡 A: …`; and who it is."""
    match = _NAMED_LETTER.match(text)
    person = roster.resolve(match["name"]).person if match else None
    return (match, person.name) if match and person else None


def mark_of(memory: Memory, block: Block) -> tuple[Mark, str | None] | None:
    """The mark of a block that replies, and the number in it; None for text without one."""
    patterns = memory.scope.patterns
    for kind, pattern in _rows(patterns):
        match = pattern.match(block.said)
        if match and not _is_a_letter(memory, block):
            return _signed(memory, block, kind, match), number_of(match)
    guess = patterns.guess_words.match(block.said)
    if guess:
        return Mark(
            "guess", guess["marker"].strip(), _who_replies(memory, block, block.text), block.text, True
        ), None
    return _of_speaker(memory, block) or _without_sign(memory, block)


def _of_speaker(memory: Memory, block: Block) -> tuple[Mark, str | None] | None:
    """The mark of who speaks; the sign of an answer may stand before the name or behind: `춘향: A. …`."""
    patterns, roster = memory.scope.patterns, memory.scope.roster
    before = named_letter(block.said, roster) if memory.question else None
    if before and before[0]["letter"] == "A":
        rest = block.text[before[0].end() :]
        return Mark("answer", before[0]["marker"], before[1], rest, guesses(patterns, rest)), None
    letter = lettered(block.said, roster) if memory.question else None
    start = letter.end() if letter and letter["letter"] == "A" else 0
    said = _who_speaks(memory, block, block.text[start:]) if memory.question else None
    if said is None:
        return None
    signed = patterns.answer.match(said.rest)
    rest = said.rest[signed.end() :] if signed else said.rest
    sign: MarkKind = "answer" if signed or start else "speaker"
    mark = Mark(sign, said.written, said.name, rest, guesses(patterns, rest))
    return mark, letter["number"] if letter and start else None


def _without_sign(memory: Memory, block: Block) -> tuple[Mark, None] | None:
    """The mark of a reply without a sign: below a name alone, or in a quote inside that of the question."""
    by = _over_own_words(memory, block)
    if by:
        return Mark("speaker", block.text.strip(), by, ""), None
    # Who quotes a question and answers it in a quote inside of that, as mails do, needs no other mark.
    return (Mark("answer", ">", None, block.text), None) if _replies_inside(memory, block) else None


def _over_own_words(memory: Memory, block: Block) -> str | None:
    """Whose name alone stands over what they reply, as in a toggle; what follows a marked answer is none."""
    asked, after = memory.asking, memory.after(block) if block.item else None
    if asked is None or not asked.marked or after is None:
        return None
    if after.depth < block.depth or (after.depth == block.depth and after.item):
        return None
    if asked.pieces[0].block.item or any(one.mark and one.mark.kind != "speaker" for one in asked.pieces):
        return None
    person = memory.scope.roster.resolve(block.text.strip()).person
    return person.name if person else None


def _is_a_letter(memory: Memory, block: Block) -> bool:
    signless = _SIGNLESS.match(block.said)
    if signless is None or speaker(block.text[signless.end() :], memory.scope.roster):
        return False
    return memory.question is None or not _ASKED_SIGNLESS.match(memory.question.pieces[0].block.said)


def _replies_inside(memory: Memory, block: Block) -> bool:
    asked = memory.question.pieces[0].block if memory.question else None
    return asked is not None and block.quoted and block.quotes > asked.quotes > 0


def _rows(patterns: Patterns) -> tuple[tuple[MarkKind, re.Pattern[str] | Sought], ...]:
    # A confirmation names who knows: that tells more than the sign of an answer, so it comes first.
    return (
        ("confirmation", patterns.confirmation),
        ("addition", patterns.addition),
        ("answer", patterns.answer),
        ("guess", patterns.guess),
    )


def _signed(memory: Memory, block: Block, kind: MarkKind, match: re.Match[str]) -> Mark:
    rest, marker = block.text[match.end() :], match["marker"].strip()
    # `A. 멘토님: …`: who knows may stand behind the sign.
    told = memory.scope.patterns.confirmation.match(rest) if kind == "answer" else None
    if told:
        kind, rest = "confirmation", rest[told.end() :]
    # `ㄴ A. …`: one sign behind the other.
    again = memory.scope.patterns.answer.match(rest) if kind == "answer" else None
    rest = rest[again.end() :] if again else rest
    said = _who_speaks(memory, block, rest)
    if said:
        rest = said.rest.lstrip("–— ")
    elif marker.startswith("[!"):
        rest, said = under_title(rest, memory.scope.roster)
    guess = kind == "guess" or guesses(memory.scope.patterns, rest)
    # A mentor's word is not that of the person under whose name the question stands.
    role = _ROLE.search(told["marker"] if told else marker) if kind == "confirmation" else None
    named = named_in(marker, memory.scope.roster) or _who_adds(memory, marker)
    named = named or _who_replies(memory, block, rest)
    if role:
        named = _who_teaches(memory, told["marker"] if told else marker) or role[0]
    elif kind == "confirmation":
        named = None
    return Mark(kind, marker, said.name if said else named, rest, guess)


def _who_speaks(memory: Memory, block: Block, text: str) -> Speaker | None:
    """Who says a reply: whose name stands in front, or who is called where the question names so who asks."""
    said = who_says(block, text, memory.scope.roster)
    if said is not None or memory.question is None:
        return said
    return who_is_called(text, memory.question.pieces[0].block, memory.scope.roster)


def _who_adds(memory: Memory, marker: str) -> str | None:
    """Whom of the roster a mark such as `(+ 춘향)` names."""
    match = _ADDED_BY.match(marker)
    person = memory.scope.roster.resolve(match["name"]).person if match else None
    return person.name if person else None


def _who_teaches(memory: Memory, marker: str) -> str | None:
    """Whom of the roster a mark such as `TA:` or `교수님)` means."""
    person = memory.scope.roster.resolve(marker).person
    return person.name if person else None


def _who_replies(memory: Memory, block: Block, text: str) -> str | None:
    """Who has signed a reply, else under whose name it stands, unless they have asked themselves."""
    return signed_by(text, memory.scope.roster) or who_answers(memory, block)


def under_title(text: str, roster: Roster) -> tuple[str, Speaker | None]:
    """What a call-out says below its title, where that only names somebody, or is a word for an answer."""
    title, _, below = text.partition("\n")
    person = roster.resolve(_ASIDE.sub("", title)).person if title.strip() else None
    if person:
        return below, Speaker(person.name, title, below)
    return (below, None) if _ANSWER_WORD.fullmatch(title) else (text, None)


def guesses(patterns: Patterns, text: str) -> bool:
    """Whether a reply says, in its first or last words, that it is a guess."""
    return bool(patterns.guess.match(text) or patterns.guess_words.match(text) or _GUESSED.search(text))
