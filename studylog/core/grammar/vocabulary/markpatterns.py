"""The marks before questions, answers, slides and the like, as patterns: the rows of `markwords`, compiled.

A notebook adds plain markers of its own under `patterns:` in `studylog.yaml` (`answer: ["풀이)"]`); they are
matched as they are written, with a number allowed before the closing sign.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import count

from studylog.core.grammar.vocabulary import markwords as rows
from studylog.core.grammar.vocabulary.titlewords import SECTIONS
from studylog.core.late import late
from studylog.core.model import SectionKind
from studylog.core.sought import Sought
from studylog.core.values import dataclass

# A picture or a point may stand before any mark: `🔹 Q. …`, `• Q. …`, `❓ Q. …`.
# Of what was to be bold, `**Q3. **왜`, signs are left where a blank stands before the last of them.
_DECORATION = (
    r"(?:\*\*)?(?:[•·‣※ㆍ\u25a0-\u25ff\u2600-\u2794\u2798-\u27a0\u2b00-\u2bff"
    r"\U0001f300-\U0001faff]\ufe0f?\s*)?"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled rows, those of the notebook included."""

    question: Sought
    sub_question: re.Pattern[str]
    answer: re.Pattern[str]
    addition: re.Pattern[str]
    guess: Sought
    guess_words: re.Pattern[str]
    confirmation: re.Pattern[str]
    slides: re.Pattern[str]
    presenter: re.Pattern[str]
    topic: re.Pattern[str]
    asked_by: re.Pattern[str]
    answered_by: re.Pattern[str]
    sections: tuple[tuple[SectionKind, re.Pattern[str]], ...]


def patterns_for(extra: Mapping[str, tuple[str, ...]]) -> Patterns:
    """The built-in rows, with the markers that a notebook adds to `question`, `answer` and the others."""
    return _compiled(tuple(sorted((name, tuple(markers)) for name, markers in extra.items())))


_BEHIND_LABEL = (
    r"\s*(?:(?:[:：]|→|->|=>)\s*|$|(?<=resented by)\s+|(?<=Led by)\s+|(?<=[👤📎])\ufe0f?\s*"
    r"|(?<=\d)(?:[.)]|\s[-–—])\s+|(?<=[Pp]aper)\s[-–—]\s+)"
)
# A line that leads to slides has a link; what it says of them besides is none.
_BEFORE_LINKS = rf"(?:{_BEHIND_LABEL}|\s[-–—]\s+(?=\S)|\s+(?=<?https?://))"


@cache
def _compiled(extra: tuple[tuple[str, tuple[str, ...]], ...]) -> Patterns:
    more = dict(extra)

    def at_start(name: str, marks: tuple[str, ...]) -> re.Pattern[str]:
        own = tuple(_literal(marker) for marker in more.get(name, ()))
        return _alternatives((*own, *marks), rf"^\s*{_DECORATION}", r"\s*(?:\*\*)?")

    def behind(
        name: str, words: tuple[str, ...], marks: tuple[str, ...], signs: tuple[str, ...] = ()
    ) -> Sought:
        own = more.get(name, ())
        ends = tuple(marker if marker[-1:].isalnum() else marker[-1:] for marker in own) if signs else ()
        return Sought((*words, *map(_word, own)), at_start(name, marks), (*signs, *ends))

    def label(name: str, marks: tuple[str, ...], sign: str = _BEHIND_LABEL) -> re.Pattern[str]:
        own = tuple(re.escape(marker.rstrip(" :：")) for marker in more.get(name, ()))
        return _alternatives((*own, *marks), r"^\s*", sign)

    return Patterns(
        question=behind("question", rows.QUESTION_WORDS, rows.QUESTION, rows.QUESTION_SIGNS),
        sub_question=at_start("sub_question", rows.SUB_QUESTION),
        answer=at_start("answer", rows.ANSWER),
        addition=at_start("addition", rows.ADDITION),
        guess=behind("guess", rows.GUESS_MARK_WORDS, rows.GUESS),
        guess_words=at_start("guess_words", rows.GUESS_WORDS),
        confirmation=at_start("confirmation", rows.CONFIRMATION),
        slides=label("slides", rows.SLIDES, _BEFORE_LINKS),
        presenter=label("presenter", rows.PRESENTER),
        topic=label("topic", rows.TOPIC),
        asked_by=label("asked_by", rows.ASKED_BY),
        answered_by=label("answered_by", rows.ANSWERED_BY),
        sections=tuple((row.kind, late(row.pattern, re.IGNORECASE)) for row in SECTIONS),
    )


def _word(marker: str) -> str:
    """What of a marker stands in every text that has it."""
    return marker if marker[-1:].isalnum() else marker[:-1].rstrip()


def _literal(marker: str) -> str:
    """A marker as written; `풀이)` also reads `풀이1)`."""
    word, sign = marker[:-1].rstrip(), marker[-1:]
    if not sign or sign.isalnum():
        return re.escape(marker)
    return rf"{re.escape(word)}\s?(?:\d+(?:-\d+)?)?\s?{re.escape(sign)}"


def _alternatives(marks: tuple[str, ...], before: str, after: str) -> re.Pattern[str]:
    """One pattern of all marks; groups that several of them name are numbered apart: `number_1`."""
    # One mark may name the group twice, and no name may stand twice in one pattern.
    names = (f"(?P<number_{index}>" for index in count())
    parts = [re.sub(r"\(\?P<number>", lambda _: next(names), row) for row in marks]
    return late(f"{before}(?P<marker>{'|'.join(parts)}){after}")


def number_of(match: re.Match[str]) -> str | None:
    """The number in a marker: `2-1` of `Q2-1.`."""
    return next(
        (value for name, value in match.groupdict().items() if name.startswith("number") and value), None
    )
