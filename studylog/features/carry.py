"""Carry over what is open: the block at the top of a note is made, or refreshed around what people wrote."""

from collections.abc import Iterable
from datetime import date

from studylog.core.carry.outlook import Outlook
from studylog.core.carry.placing import with_block
from studylog.core.editing import editable
from studylog.core.errors import Exit, StudylogError
from studylog.core.facts import note_facts
from studylog.core.heads import Head
from studylog.core.i18n import say
from studylog.core.settings import Settings
from studylog.core.values import dataclass
from studylog.store.edits import changed
from studylog.store.notebook import Notebook, NoteFile

MENTORING = "mentoring"
"""The type of the meetings with a mentor, which begin with what is for the mentor."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The text of a note before and after."""

    before: str
    after: str


def coming(heads: Iterable[Head], settings: Settings, today: date) -> Head:
    """The meeting that comes, from today on, of those that something is carried into."""
    meetings = [head for head in heads if head.meeting and head.day and head.day >= today]
    carrying = [head for head in meetings if settings.carries(head.type)]
    if not carrying:
        raise StudylogError(
            say("No note of a coming meeting is there yet."),
            Exit.NOT_FOUND,
            hint=say("Write it with `studylog new`, or name the note that is meant."),
        )
    return min(carrying, key=lambda head: (head.day or today, head.path))


def require_carrying(head: Head, settings: Settings) -> date:
    """The day of a meeting that something is carried into; another note is refused."""
    if not head.meeting or head.day is None:
        message = say("{path} is no meeting, so nothing is carried into it.", path=head.path)
        raise StudylogError(message, Exit.USAGE, hint=say("`studylog list` shows all notes."))
    if not settings.carries(head.type):
        message = say("Nothing is carried into meetings of the type {type}.", type=head.type or "")
        hint = say("Set `carry: true` in studylog.yaml, for the type or for all.")
        raise StudylogError(message, Exit.USAGE, hint=hint)
    return head.day


def addressee_of(type_: str | None) -> str | None:
    """Whose questions a meeting of a type begins with."""
    return "mentor" if type_ == MENTORING else None


def carry(notebook: Notebook, note: NoteFile, outlook: Outlook, *, dry_run: bool) -> CarriedOver:
    """Carry an outlook into a note on the disk, unless it is only tried."""
    settings = notebook.settings

    def change(content: bytes) -> CarriedOver:
        before = editable(content, note.path)
        title_line = note_facts(note.path, content, settings).title_line
        return CarriedOver(before, with_block(before, note.path, outlook, settings.language, title_line))

    return changed(note.file, change, dry_run=dry_run)
