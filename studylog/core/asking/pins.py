"""The id of a question in its note: put where its words end, and what is said behind it."""

import re
from collections.abc import Iterator

from studylog.core.asking.drafts import Draft, end_of_words
from studylog.core.asking.proof import says_the_same
from studylog.core.asking.sheet import Sheet
from studylog.core.late import late
from studylog.core.model import Note, NoteQuestion
from studylog.core.values import replace

# What may stand behind the words of a question on their line: the end of a heading or an element, a break.
_TAIL = late(r"(?:\s+#+)?(?:</summary\s*>.*)?(?:\s*\\)?\s*$", re.IGNORECASE)
_SAID = late(r"[ \t]+(?:closed|닫음|duplicate|중복)\s?[:：]?\s*.*", re.IGNORECASE)


def pinned(draft: Draft, index: int, said: str | None = None) -> Draft | None:
    """The note with the id behind a question, followed by what is `said` of it; None where it is not read so.

    Without a word, what stands behind an id that is there already stays.
    """
    question = draft.read.note.questions[index]
    if question.pinned and said is None:
        return draft
    for sheet in _candidates(draft, index, said or ""):
        after = draft.reread(sheet)
        if _is_pinned(draft.read.note, after.note, index, silent=not said):
            return draft._replace(sheet=sheet, read=after)
    return None


def _is_pinned(before: Note, after: Note, index: int, *, silent: bool) -> bool:
    """Whether the question has its id now, and nothing else changed but what is said behind it."""
    old, new = before.questions, after.questions
    if len(new) != len(old) or not new[index].pinned:
        return False
    if silent and (new[index].closed is not None or new[index].duplicate_of is not None):
        return False
    others = (old[:index], old[index + 1 :]) == (new[:index], new[index + 1 :])
    return others and _bare(old[index]) == _bare(new[index]) and says_the_same(before, after)


def _bare(question: NoteQuestion) -> NoteQuestion:
    return replace(question, pinned=False, closed=None, duplicate_of=None, promise=None)


def _candidates(draft: Draft, index: int, said: str) -> Iterator[Sheet]:
    """The ways to say it: where the id stands, else where the words end."""
    question, sheet = draft.read.note.questions[index], draft.sheet
    behind = f" {said}" if said else ""
    number = _line_of_id(draft, index)
    if number:
        line = sheet.line(number)
        end = line.index(f"^{question.id}") + len(question.id) + 1
        head, rest = line[:end], line[end:]
        words, tail = _parted(rest)
        words = _SAID.sub("", words)
        yield sheet.with_line(number, f"{head}{behind}{words}{tail}" if not words.strip() else line)
        sheet = sheet.with_line(number, f"{head.removesuffix('^' + question.id).rstrip()}{words}{tail}")
    last = end_of_words(draft, index)
    # The line under a heading of two lines is none of its words.
    for number in (last, last - 1):
        if number >= question.place.line and not sheet.is_blank(number):
            words, tail = _parted(sheet.line(number))
            yield sheet.with_line(number, f"{words} ^{question.id}{behind}{tail}")


def _line_of_id(draft: Draft, index: int) -> int | None:
    """The line on which the id of a question stands already, perhaps on one of its own below the words."""
    question = draft.read.note.questions[index]
    last = min(len(draft.sheet.lines), end_of_words(draft, index) + 2)
    lines = range(question.place.line, last + 1) if question.pinned else ()
    return next((number for number in lines if f"^{question.id}" in draft.sheet.line(number)), None)


def _parted(line: str) -> tuple[str, str]:
    tail = _TAIL.search(line)
    at = tail.start() if tail else len(line)
    return line[:at], line[at:]
