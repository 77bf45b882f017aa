"""Write a question into the note of today's meeting, and find what was probably asked before."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.asking import Asked, Edit, ask_in
from studylog.core.asking.likeness import alike, beginnings, enough
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.store import files
from studylog.store.edits import edited
from studylog.store.notebook import Notebook, NoteFile

if TYPE_CHECKING:
    from studylog.core.listed import ListedQuestion
    from studylog.store.index.lists.questions import QuestionList


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that was probably asked before, with its line in a list where it has one already."""

    id: str
    text: str
    likeness: float
    line: "ListedQuestion | None" = None


def earlier(
    questions: "QuestionList | None", note: NoteFile | None, text: str, settings: Settings
) -> tuple[Earlier, ...]:
    """The questions that probably ask the same: of all that the index knows, and of the note as it is now."""
    texts = dict(_sharing(questions, text))
    if note is not None:
        now = read_note(note.path, files.read(note.file), settings)
        texts |= {question.id: question.text for question in now.questions}
    found = alike(text, texts.items())
    lines = {
        line.id: line for one in found for line in (questions.beginning(one.key, 1) if questions else ())
    }
    return tuple(
        Earlier(one.key, texts[one.key], round(one.likeness, 2), lines.get(one.key)) for one in found
    )


def _sharing(questions: "QuestionList | None", text: str) -> Iterable[tuple[str, str]]:
    words = beginnings(text)
    return questions.sharing(words, enough(len(words))) if questions is not None and words else ()


def ask(notebook: Notebook, note: NoteFile, asked: Asked, *, dry_run: bool = False) -> Edit:
    """Put a question into a note that is on the disk, unless it is only tried."""
    return edited(
        note.file, lambda content: ask_in(note.path, content, notebook.settings, asked), dry_run=dry_run
    )


def ask_in_new(
    notebook: Notebook, path: str, file: Path, text: str, asked: Asked, *, dry_run: bool = False
) -> Edit:
    """Put a question into a note that is not on the disk yet, and write it, unless it is only tried."""
    edit = ask_in(path, text.encode(), notebook.settings, asked)
    if not dry_run:
        files.write_new(file, edit.after.encode())
    return edit
