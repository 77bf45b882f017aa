"""Who asks and answers at once, without any sign: `**Why three?** There are three tasks`, `Is it? Yes, …`.

In prose, a question that leads on to what one tells stands so, too: only where people are expected to ask
is the rest of the line an answer.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import leaves_open
from studylog.core.grammar.vocabulary.markpatterns import Patterns
from studylog.core.grammar.vocabulary.markwords import AT_ONCE
from studylog.core.grammar.vocabulary.titlewords import AGENDA, LABEL_OF_LIST, NUMBERING
from studylog.core.late import late
from studylog.core.markdown import Token, plain
from studylog.core.sought import sought
from studylog.core.text import half_width, without_emoji

# Where the words of a question end, and more stands behind them.
_GOES_ON = late(r"[?？][\"”’']?[*_]{0,3}\s+[*_]{0,3}(?=[\w`$\"“‘'\\])")
_ENDS = late(r"[?？][\"”’')]?$")
_WORD = late(r"[A-Za-z0-9가-힣]{2}")
_YES = late(rf"{AT_ONCE}(?:[Bb]ecause\b|[A-Za-z가-힣]{{1,5}}\s?(?:[,.;:!]|[-–—]\s|$))")
_WHY = late(r"(?<![가-힣])왜(?![가-힣])|이유|\b[Ww]hy\b|\b[Hh]ow\scome\b")
# What says why; `왜 그런가요? 설명이 없어서요` says only why one asks.
_REASON = late(
    r"(?:[Bb]ecause|[Dd]ue\sto)\b|왜냐"
    r"|[^.\n]*(?:때문(?:에|이|입|임|$)|(?:[가-힣](?:라|[아어여와워려])|[해돼커져가])서(?:요|임)?\s*(?:[.!~]|$))"
)
_OF_WHO_ASKS = late(
    r"없|모르|몰라|궁금|(?<![가-힣])[안못]\s|못\s?하|헷갈|나와\s?있|어려|\b(?:I|[Mm]y|[Ww]e)\b"
)
# `Is it faster? It is not, because …`: the verb that asks says so, and nothing else; `It is not in the book`
# tells why one asks.
_VERB = r"is|are|was|were|does|do|did|can|could|should|would|will|has|have|had|must"
_ASKS_WHETHER = sought(
    "? ？",
    rf"(?:^|[^\w\s'’,]\s*|\b(?:and|so|but|then|also),?\s)(?P<verb>{_VERB})(?:n['’]t)?\s(?:not\s)?[a-z][^?？.!;:]*[?？][\"”’']?\s*$",
    re.IGNORECASE,
)
_SAYS_SO = late(
    rf"(?:(?:No|Yes|Well|Actually|Sadly|Luckily),?\s)?(?:It|They|He|She|That|This|Those|These|There|You|We|One|(?:The|Its?)\s[\w-]+)\s"
    rf"(?P<verb>{_VERB})(?:n?['’]t|\s?not)?(?:\s(?:always|never|only|just|also|indeed))?"
    r"\s?(?:[,.;:!]|[-–—]|$|(?:because|since|but|if|when|unless|until)\b)",
)
# Only the first sentence says why.
_FIRST = late(r"(?<=[.!~])\s.*$", re.DOTALL)
# Signs of a reply are read elsewhere, as are names.
_SIGNED = late(r"[-–—→⇒=>↳└:@#^|(（\[]|ㄴ\s|[^\s:：]{1,15}\s?[:：]\s")
_NAME = late(r"(?:[가-힣]{2,4}(?:님|씨)?|[A-Z][a-z]{1,14})")
_UNSURE_YET = late(r"(?:는데|은데|던데|인데|지만)[\s.!~…ㅎㅋㅠㅜ)]*$")
_BLANKS = (" ", "\t")
_LONGEST_MARK = 8
_LONGEST_LABEL = 40
# Any heading ends what no heading began.
_DEEPEST = 7
_FEWEST_WORDS = 3
# What a team asks of itself, and what only says what something is.
_OF_THE_TEAM = late(
    r"\b(?:we|us|you|your|our|team|today|week|went)\b|우리|오늘|이번\s?주|다음|잘\s?(?:된|한)|아쉬|팀|배운|느낀"
    r"|(?:이란|란)\s?[?？]|(?:이란|란|은|는)\s(?:무엇|뭐)|\b[Ww]hat['’]?s?\s(?:is\s|are\s)?(?:an?\s|the\s)?[\w-]+\s?\?",
    re.IGNORECASE,
)


class Place(IntEnum):
    """Where a line stands: in minutes, where people are to ask, or where nobody is told from prose."""

    ELSEWHERE = 0
    MINUTES = 1
    QUESTIONS = 2


class Places:
    """Follows the titles of a note, and tells whether somebody is expected to ask below them."""

    def __init__(self, patterns: Patterns, title: str, *, minutes: bool) -> None:
        self._patterns = patterns
        self._usual = Place.MINUTES if minutes else Place.ELSEWHERE
        self.here = self._usual
        self._level = _DEEPEST
        if minutes and self._asks(title):
            self.here, self._level = Place.QUESTIONS, 1

    def pass_by(self, tag: str, text: str) -> None:
        """A title begins a section, or divides one for questions; `질문:` stands over a list of them."""
        if tag == "p":
            if len(text) <= _LONGEST_LABEL and LABEL_OF_LIST.fullmatch(text):
                self.here, self._level = Place.QUESTIONS, _DEEPEST
            return
        level, text = int(tag[1:]), without_emoji(text).strip()
        if AGENDA.search(text):
            self.here, self._level = Place.ELSEWHERE, level
        elif self._asks(text):
            self.here, self._level = Place.QUESTIONS, level
        elif level <= self._level:
            self.here, self._level = self._usual, level

    def asks(self, said: str) -> bool:
        """Whether a line has the mark of a question."""
        return self._patterns.question.may_be_in(said) and self._patterns.question.match(said) is not None

    def _asks(self, title: str) -> bool:
        bare = NUMBERING.sub("", title).strip()
        kind = next((kind for kind, pattern in self._patterns.sections if pattern.search(bare)), "other")
        return kind in ("questions", "mentoring")


def may_go_on(text: str) -> bool:
    """Whether a closer look is worth while."""
    return ("?" in text or "？" in text) and _GOES_ON.search(text) is not None


def parted(line: Sequence[Token], places: Places, *, item: bool) -> tuple[list[Token], list[Token]] | None:
    """A line that asks and answers at once, as its question and its answer; None for any other."""
    whole = half_width(plain(line))
    marked = places.asks(whole)
    if not marked and (places.here is Place.ELSEWHERE or not (item or places.here is Place.QUESTIONS)):
        return None
    expected = marked or places.here is Place.QUESTIONS
    return _behind_bold(line, expected=expected) or (_behind_plain(line) if expected else None)


def _behind_bold(line: Sequence[Token], *, expected: bool) -> tuple[list[Token], list[Token]] | None:
    """The question in bold letters that a line begins with, and what stands behind."""
    begins = next((i for i, child in enumerate(line) if child.type == "strong_open"), None)
    if begins is None or len(plain(line[:begins]).strip()) > _LONGEST_MARK:
        return None
    end = next((i + 1 for i, child in enumerate(line) if child.type == "strong_close"), 0)
    asked, rest = plain(line[:end]).strip(), plain(line[end:])
    if not _ENDS.search(asked) or rest[:1] not in _BLANKS or not _WORD.search(rest):
        return None
    if not _may_answer(rest.strip()) and not leaves_open(rest):
        return None
    if not expected and (len(asked.split()) < _FEWEST_WORDS or _OF_THE_TEAM.search(asked)):
        return None
    return [*line[:end]], [*line[end:]]


def _behind_plain(line: Sequence[Token]) -> tuple[list[Token], list[Token]] | None:
    """The question of a line, and what says yes or no behind it, or why."""
    for index, child in enumerate(line):
        match = _GOES_ON.search(child.content) if child.type == "text" and not child.level else None
        if match is None:
            continue
        before, behind = child.content[: match.end()], child.content[match.end() :]
        asked, rest = plain(line[:index]) + before, behind + plain(line[index + 1 :])
        why = _WHY.search(asked) and _REASON.match(rest) and not _OF_WHO_ASKS.search(_FIRST.sub("", rest))
        says = _says_so(asked, rest) or _YES.match(rest)
        answers = _may_answer(rest.strip()) and (why or says)
        if not answers and (words.UNSURE.search(rest) or not leaves_open(rest)):
            return None
        return [*line[:index], _text(before)], [_text(behind), *line[index + 1 :]]
    return None


def _says_so(asked: str, rest: str) -> bool:
    """Whether the verb that asks in English is that of the answer: `Does it? It does not, because …`."""
    said = _SAYS_SO.match(rest)
    asks = _ASKS_WHETHER.search(asked) if said else None
    return said is not None and asks is not None and said["verb"].lower() == asks["verb"].lower()


def _may_answer(rest: str) -> bool:
    """Whether what stands behind a question neither asks on nor says that its author does not know."""
    if "?" in rest or "？" in rest or _SIGNED.match(rest) or _NAME.fullmatch(rest):
        return False
    wonders = (words.ASKS, words.WONDERS, words.UNSURE, _UNSURE_YET)
    return not any(pattern.search(rest) for pattern in wonders)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
