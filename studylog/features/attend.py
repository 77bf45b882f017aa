"""Correct who was at a meeting: only the lines of attendance in the header change."""

from datetime import date

from studylog.core.editing import editable
from studylog.core.facts import note_facts
from studylog.core.findings import Finding
from studylog.core.header.edit import set_header
from studylog.core.people.roster import Roster, refuse_both
from studylog.core.settings import Settings
from studylog.core.values import dataclass
from studylog.store.edits import changed
from studylog.store.notebook import Notebook, NoteFile

_UNKNOWN = "unknown-person"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there and who was not, as the header has it."""

    attendees: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """The text of a note before and after the change, who was there, and which names nobody knows."""

    before: str
    after: str
    attendance: Attendance
    findings: tuple[Finding, ...] = ()


def correct(
    path: str, content: bytes, settings: Settings, *, present: tuple[str, ...], absent: tuple[str, ...]
) -> Correction:
    """The note with its attendance corrected; where it names nobody, the roster of the day was there."""
    refuse_both(present, absent)
    text = editable(content, path)
    facts = note_facts(path, content, settings)
    before = Attendance(facts.header.attendees, facts.header.absent)
    if not present and not absent:
        return Correction(text, text, before)
    start = before if before.attendees else _expected(facts.day, before.absent, settings.roster)
    after = _moved(start, settings.roster, present, absent)
    corrected = set_header(text, _changes(before, after), path)
    doubts = note_facts(path, corrected.encode(), settings).findings
    return Correction(text, corrected, after, tuple(doubt for doubt in doubts if doubt.code == _UNKNOWN))


def attend(
    notebook: Notebook, note: NoteFile, *, present: tuple[str, ...], absent: tuple[str, ...], dry_run: bool
) -> Correction:
    """Correct the attendance of a note on the disk, unless it is only tried."""
    settings = notebook.settings
    return changed(
        note.file,
        lambda content: correct(note.path, content, settings, present=present, absent=absent),
        dry_run=dry_run,
    )


def _expected(day: date | None, absent: tuple[str, ...], roster: Roster) -> Attendance:
    missing = {_who(roster, name) for name in absent}
    active = roster.active_on(day) if day is not None else ()
    return Attendance(tuple(person.name for person in active if person.name not in missing), absent)


def _moved(
    start: Attendance, roster: Roster, present: tuple[str, ...], absent: tuple[str, ...]
) -> Attendance:
    """Names stay as they are written; only those who are named move, or are added."""
    there = _without(start.attendees, roster, absent)
    away = _without(start.absent, roster, present)
    return Attendance(_with(there, roster, present), _with(away, roster, absent))


def _without(names: tuple[str, ...], roster: Roster, gone: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if _who(roster, name) not in gone)


def _with(names: tuple[str, ...], roster: Roster, new: tuple[str, ...]) -> tuple[str, ...]:
    known = {_who(roster, name) for name in names}
    return (*names, *(name for name in dict.fromkeys(new) if name not in known))


def _who(roster: Roster, written: str) -> str:
    person = roster.resolve(written).person
    return person.name if person is not None else roster.canonical(written)


def _changes(before: Attendance, after: Attendance) -> dict[str, tuple[str, ...]]:
    changes: dict[str, tuple[str, ...]] = {}
    if after.attendees != before.attendees:
        changes["attendees"] = after.attendees
    if after.absent != before.absent:
        changes["absent"] = after.absent
    return changes
