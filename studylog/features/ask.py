"""Write a question into the note of today's meeting, and find what was probably asked before."""

import re
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.asking import Asked, Edit
from studylog.core.asking.again import ask_behind, standing_of
from studylog.core.asking.likeness import Alike, alike, beginnings, enough
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.settings import Settings
from studylog.core.text import decode
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.asked import LastAsked
from studylog.store.edits import edited
from studylog.store.heads import USUAL_TYPE, notes_on
from studylog.store.notebook import Notebook, NoteFile

if TYPE_CHECKING:
    from studylog.core.listed import ListedQuestion
    from studylog.store.index.lists.questions import QuestionList

_PINNED = re.compile(
    r"^[\s>*-]*Q\S{0,4}\s+(?:\([^()\n]*\)\s+)*(?P<text>[^\n]*?)\s*\^(?P<id>q-[0-9a-z]{8})", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that was probably asked before, with its line in a list where it has one already.

    `in_line` is its text as people read it.
    """

    id: str
    text: str
    in_line: str
    likeness: float
    line: "ListedQuestion | None" = None


def note_of(notebook: Notebook, day: date) -> NoteFile | None:
    """The note of a day in which questions are asked: of the usual meeting, else of any; None without one."""
    meetings = [(note, head) for note, head in notes_on(notebook, day) if head.meeting]
    usual = (note for note, head in meetings if (head.type or USUAL_TYPE) == USUAL_TYPE)
    return next(chain(usual, (note for note, _ in meetings)), None)


def earlier(questions: "QuestionList", note: NoteFile | None, text: str) -> tuple[Earlier, ...]:
    """The questions that probably ask the same: of all that the index knows, and of the note as it is now."""
    words = beginnings(text)
    texts = dict(questions.sharing(words, enough(len(words))))
    if note is not None:
        # What was asked since the index was made has an id, and stands on a line with it.
        written = decode(files.read(note.file)).text
        texts = {found["id"]: found["text"] for found in _PINNED.finditer(written)} | texts
    return tuple(_earlier(questions, one, texts[one.key]) for one in alike(text, texts.items()))


def _earlier(questions: "QuestionList", one: Alike, text: str) -> Earlier:
    line = next(iter(questions.beginning(one.key, 1)), None)
    return Earlier(one.key, text, questions.in_line(text), round(one.likeness, 2), line)


def ask(notebook: Notebook, note: NoteFile, asked: Asked, *, dry_run: bool = False) -> Edit:
    """Put a question into a note that is on the disk, unless it is only tried."""
    kept = LastAsked(notebook)
    last = kept.standing()

    def change(content: bytes) -> Edit:
        behind = ask_behind(last, note.path, content, notebook.settings, asked) if last else None
        return behind or _asked(notebook, note.path, content, asked)

    edit = edited(note.file, change, dry_run=dry_run)
    if not dry_run:
        kept.remember(standing_of(edit, asked, notebook.settings, last))
    return edit


def ask_in_new(
    notebook: Notebook, path: str, file: Path, text: str, asked: Asked, *, dry_run: bool = False
) -> tuple[Edit, bool]:
    """Put a question into a note that is not on the disk yet, and write it, unless it is only tried.

    Tells as well whether the note was made: somebody else may be faster.
    """
    edit = _asked(notebook, path, text.encode(), asked)
    if dry_run:
        return edit, False
    try:
        files.write_new(file, edit.after.encode())
    except StudylogError as error:
        if error.exit_code is not Exit.DECIDE:
            raise
        # Somebody else made today's note meanwhile.
        return ask(notebook, NoteFile(path, file), asked), False
    LastAsked(notebook).remember(standing_of(edit, asked, notebook.settings))
    return edit, True


def unknown(settings: Settings, edit: Edit) -> tuple[Finding, ...]:
    """The lecture or the course of a question that was written, where the settings have others."""
    question, place = edit.question, Place(edit.path, edit.line)
    course = next((one for one in settings.courses if one.name == question.course), None)
    if course is None and question.course and settings.courses:
        message = say("The course “{name}” is not in studylog.yaml.", name=question.course)
        hint = say("It names these: {choices}", choices=", ".join(one.name for one in settings.courses))
        return (Finding(place, "warning", "unknown-course", message, hint),)
    numbers = [one.number for one in course.lectures] if course else []
    if course is None or question.lecture is None or not numbers or question.lecture in numbers:
        return ()
    message = say("{course} has no lecture {number}.", course=course.name, number=question.lecture)
    hint = say("studylog.yaml names these: {choices}", choices=", ".join(map(str, numbers)))
    return (Finding(place, "warning", "unknown-lecture", message, hint),)


def _asked(notebook: Notebook, path: str, content: bytes, asked: Asked) -> Edit:
    # Late, because what reads notes takes longer to import than all else that asking does.
    from studylog.core.asking import ask_in

    return ask_in(path, content, notebook.settings, asked)
