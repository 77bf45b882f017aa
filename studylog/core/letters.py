"""Questions as a letter to whoever may know, and the answers read out of what comes back.

The id of a question stands in front of it, its words in a quote below; what is written behind them, up to the
next id, is its answer.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from studylog.core.i18n import Language, say, translate
from studylog.core.model import Answer, Question
from studylog.core.text import fold

Form = Literal["md", "slack"]

# An id at the start of a line, in whatever dress: a heading, a quote, a bullet, bold, brackets, code.
_HEAD = re.compile(
    r"^[\s#>*_`\[(•-]*\^?(?P<id>q-[0-9a-z]{2,8})\b[\s\])*_`:：.–—-]*(?P<rest>.*)$", re.IGNORECASE
)
_QUOTED = re.compile(r"^\s*(?:>|&gt;)")
_QUOTES = re.compile(r"^(?:\s*>)*")
# What mail programs write over the letter that they quote.
_WROTE = re.compile(r"(?:wrote|writes|작성|썼습니다|쓴 글) ?:\s*$", re.IGNORECASE)
_TITLE = re.compile(r"^\s*(?:#{1,6}\s.*|\*[^*]+\*|\*\*[^*]+\*\*)\s*$")
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


class Replied(NamedTuple):
    """A reply: the id as it was written, the text, and the line of the file where it begins."""

    id: str
    text: str
    line: int


class Replies(NamedTuple):
    """What a file of replies has: the replies, how many ids have none, and lines that belong to no id."""

    replies: tuple[Replied, ...]
    unanswered: tuple[str, ...]
    stray: tuple[tuple[int, str], ...]


def letter(
    questions: Sequence[Question],
    title: str,
    lecture: Callable[[Question], str],
    language: Language,
    form: Form,
) -> str:
    """The letter: questions by lecture, each with its id, its words and the guesses so far."""
    marks = ("# ", "## ") if form == "md" else ("*", "*")
    end = "" if form == "md" else "*"
    how = translate(
        say("Write each answer below its question; the ids bring them back into the notes."), language
    )
    parts = [f"{marks[0]}{title}{end}", f"> {how}"]
    for name, group in groupby(questions, key=lecture):
        parts.append(f"{marks[1]}{name}{end}")
        parts += [_question(question, language, form) for question in group]
    return "\n\n".join(parts) + "\n"


def _question(question: Question, language: Language, form: Form) -> str:
    head = f"### {question.id}" if form == "md" else f"*{question.id}*"
    gap = "\n\n" if form == "md" else "\n"
    return head + gap + "\n".join(f"> {line}".rstrip() for line in _quoted(question, language))


def _quoted(question: Question, language: Language) -> list[str]:
    """The words of a question, and the guesses so far, as lines of its letter."""
    told = [question.text, *(_guess(answer, language) for answer in question.answers)]
    return [line for text in told for line in text.split("\n")]


def _guess(answer: Answer, language: Language) -> str:
    who = translate(say("So far ({name}):", name=answer.by) if answer.by else say("So far:"), language)
    return f"{who} {' '.join(answer.text.split())}"


def read_replies(text: str) -> Replies:
    """The replies in a letter that came back; titles, rules and quotes are ours, and belong to none."""
    replies: list[Replied] = []
    unanswered: list[str] = []
    stray: list[tuple[int, str]] = []
    for id_, lines in _stretches(_without_quoted_letter(text.splitlines())):
        said = [line for line in _own(lines) if id_ is not None or not _TITLE.match(line[1])]
        if id_ is None:
            # What stands before the first id is one thing that belongs nowhere.
            words = " ".join(line.strip() for _, line in said if not _QUOTED.match(line))
            stray += [(said[0][0], words.strip())] if words.strip() else []
            continue
        while said and (_TITLE.match(said[-1][1]) or not said[-1][1].strip()):
            said.pop()
        if said:
            replies.append(Replied(id_, "\n".join(line for _, line in said).strip("\n"), said[0][0]))
        else:
            unanswered.append(id_)
    # Below a reply, mail programs quote the whole letter with every id in it once more.
    known = tuple(reply.id for reply in replies)
    left = (id_ for id_ in unanswered if not any(map(id_.startswith, known)))
    return Replies(tuple(replies), tuple(left), tuple(stray))


def without_question(text: str, question: Question, language: Language) -> str:
    """A reply without the lines of the letter around it, also where they lost their `>` on the way."""
    ours = {*map(fold, _quoted(question, language))} - {""}
    lines = text.split("\n")
    while lines and (not lines[0].strip() or _unquoted(lines[0]) in ours):
        del lines[0]
    while lines and (not lines[-1].strip() or (_QUOTED.match(lines[-1]) and _unquoted(lines[-1]) in ours)):
        lines.pop()
    return "\n".join(lines)


def _unquoted(line: str) -> str:
    return fold(_QUOTES.sub("", line))


def _without_quoted_letter(lines: Sequence[str]) -> list[str]:
    """The lines, those blank that a mail program has quoted out of the letter; ids stay.

    Quoted are its blank lines, its titles and its quotes: whatever else is quoted, somebody else wrote.
    """
    depths = (_depth(line) for line in lines if _HEAD.match(line))
    depth = min(filter(None, depths), default=0)
    left = list(lines)
    for at, line in enumerate(lines):
        if depth and _depth(line) >= depth and not _HEAD.match(line) and _is_ours(line, depth):
            left[at] = ""
            if at and _depth(lines[at - 1]) < depth:
                _leave_out_who_wrote(left, at - 1)
    return left


def _depth(line: str) -> int:
    return (_QUOTES.match(line) or [""])[0].count(">")


def _is_ours(line: str, depth: int) -> bool:
    inside = line.split(">", depth)[depth]
    return not inside.strip() or bool(_TITLE.match(inside) or _QUOTED.match(inside))


def _leave_out_who_wrote(lines: list[str], at: int) -> None:
    """Makes the lines blank that say, right above a letter, when somebody wrote it."""
    while at > 0 and not lines[at].strip():
        at -= 1
    if _WROTE.search(lines[at]):
        while at >= 0 and lines[at].strip():
            lines[at] = ""
            at -= 1


_Numbered = tuple[int, str]


def _stretches(lines: Sequence[str]) -> Iterable[tuple[str | None, list[_Numbered]]]:
    """The lines under each id, and those before the first."""
    id_: str | None = None
    under = list[_Numbered]()
    fenced = False
    for number, line in enumerate(lines, 1):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        head = None if fenced else _HEAD.match(line)
        if head is None:
            under.append((number, line))
            continue
        yield id_, under
        id_ = head["id"].lower()
        under = [(number, head["rest"])] if head["rest"].strip() else []
    yield id_, under


def _own(lines: Sequence[_Numbered]) -> list[_Numbered]:
    """The lines without the quotes that they begin with, and blank lines around."""
    left = list(lines)
    while left and (not left[0][1].strip() or _QUOTED.match(left[0][1]) or _RULE.match(left[0][1])):
        del left[0]
    while left and (not left[-1][1].strip() or _RULE.match(left[-1][1])):
        left.pop()
    return left
