"""The id of a question in its note: put where its words end, and what is said behind it."""

import re
from collections.abc import Iterator

from studylog.core.asking.drafts import Draft, end_of_words
from studylog.core.asking.proof import says_the_same
from studylog.core.asking.sheet import Sheet
from studylog.core.late import late
from studylog.core.model import NoteQuestion
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
    wanted = (question.id, said or "")
    for sheet in _candidates(draft, index, question, said or ""):
        after = draft.reread(sheet)
        if _is_pinned(draft, after.note.questions, index, wanted) and says_the_same(
            draft.read.note, after.note
        ):
            return draft._replace(sheet=sheet, read=after)
    return None


def _is_pinned(draft: Draft, after: tuple[NoteQuestion, ...], index: int, wanted: tuple[str, str]) -> bool:
    before = draft.read.note.questions
    if len(after) != len(before):
        return False
    said_of = replace(after[index], pinned=False, closed=None, duplicate_of=None, promise=None)
    bare = replace(before[index], pinned=False, closed=None, duplicate_of=None, promise=None)
    others = all(
        one == other for at, (one, other) in enumerate(zip(before, after, strict=True)) if at != index
    )
    silent = wanted[1] or (after[index].closed is None and after[index].duplicate_of is None)
    return bool(others and silent and after[index].pinned and said_of == bare)


def _candidates(draft: Draft, index: int, question: NoteQuestion, said: str) -> Iterator[Sheet]:
    """The ways to say it: where the id stands, else where the words end."""
    behind = f" {said}" if said else ""
    sheet = draft.sheet
    end = end_of_words(draft, index)
    if question.pinned:
        for number in range(question.place.line, _last(draft, index) + 1):
            line = sheet.line(number)
            at = line.find(f"^{question.id}")
            if at < 0:
                continue
            head, rest = line[: at + len(question.id) + 1], line[at + len(question.id) + 1 :]
            words, tail = _parted(rest)
            words = _SAID.sub("", words)
            yield sheet.with_line(number, f"{head}{behind}{words}{tail}" if not words.strip() else line)
            sheet = sheet.with_line(number, f"{head.removesuffix('^' + question.id).rstrip()}{words}{tail}")
            break
    # The line under a heading of two lines is none of its words.
    for number in (end, end - 1):
        if number >= question.place.line and not sheet.is_blank(number):
            words, tail = _parted(sheet.line(number))
            yield sheet.with_line(number, f"{words} ^{question.id}{behind}{tail}")


def _last(draft: Draft, index: int) -> int:
    """The line after the words of a question on which an id of its own may stand."""
    end = end_of_words(draft, index)
    return min(len(draft.sheet.lines), end + 2)


def _parted(line: str) -> tuple[str, str]:
    tail = _TAIL.search(line)
    at = tail.start() if tail else len(line)
    return line[:at], line[at:]
