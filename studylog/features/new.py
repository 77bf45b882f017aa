"""Write the note of a meeting: a template, filled in and read back before there is a file, never over one."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import count
from pathlib import Path

from studylog.core.carry.outlook import Outlook
from studylog.core.carry.placing import with_block
from studylog.core.dates.labels import weekday_name
from studylog.core.errors import Exit, StudylogError
from studylog.core.facts import Facts, note_facts
from studylog.core.findings import Finding
from studylog.core.header.edit import set_header
from studylog.core.header.keys import field_of
from studylog.core.i18n import Language, say
from studylog.core.people.roster import refuse_both
from studylog.core.settings import Settings
from studylog.core.strictyaml import Written
from studylog.core.text import slug
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.heads import USUAL_TYPE, Lately, lately, meeting_on
from studylog.store.names import safe_join
from studylog.store.notebook import NOTES, Notebook, NoteFile
from studylog.store.templates import note_types, render_note, template_files

# What `--set` may not say, because the command line says it elsewhere.
_ELSEWHERE = {
    "date": "studylog new DATE",
    "type": "--type",
    "attendees": "--with",
    "absent": "--absent",
    "lectures": "--lecture",
}
# What every template writes itself; the rest of `--set` comes to it as `extra`.
_WRITTEN = frozenset({*_ELSEWHERE, "title", "course", "author", "created"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting to be written down; `values` is what `--set` gave, `present` are added to the roster."""

    day: date
    type: str
    now: datetime
    author: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    course: str | None = None
    lectures: tuple[int, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


Finds = Callable[[str, Lately], Outlook | None]
"""Tells what a meeting finds before it, by the path of its note and the notes that may matter, or None."""


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note not written yet: its path from the notebook, its file, its text, and what is doubtful."""

    path: str
    file: Path
    text: str
    title: str
    findings: tuple[Finding, ...]


def note_of(
    notebook: Notebook, meeting: Meeting, *, outlook: Finds | None = None, dry_run: bool = False
) -> NoteFile | NewNote:
    """The note that the meeting has, wherever it lies; else a new one, written unless it is only tried."""
    notes = lately(notebook, meeting.day)
    there = meeting_on(notebook, meeting.day, meeting.type, notes)
    if there is not None:
        return there
    note = compose(notebook, meeting, outlook, notes)
    return note if dry_run else _written(notebook, meeting, note)


def _written(notebook: Notebook, meeting: Meeting, note: NewNote) -> NoteFile | NewNote:
    """The note on the disk; where somebody else was faster, theirs."""
    try:
        write(note)
    except StudylogError as error:
        there = meeting_on(notebook, meeting.day, meeting.type) if error.exit_code is Exit.DECIDE else None
        if there is None:
            raise
        return there
    return note


def compose(
    notebook: Notebook, meeting: Meeting, outlook: Finds | None = None, notes: Lately | None = None
) -> NewNote:
    """The note as it would be written; what a broken template gives is refused here.

    `outlook` tells what the meeting finds before it, which is carried into it; `notes` are those that may
    matter for its day, where they are known.
    """
    settings = notebook.settings
    values = _values(meeting, settings)
    template = _template(notebook, meeting.type)
    path, file = next(_free(notebook.root, meeting))
    text = render_note(notebook.root, template, settings.language, values)
    _refuse_broken(note_facts(path, text.encode(), settings), meeting, notebook)
    text = set_header(text, {key: _typed(value) for key, value in _told(meeting).items()}, path)
    facts = note_facts(path, text.encode(), settings)
    _refuse_broken(facts, meeting, notebook)
    if outlook and settings.carries(meeting.type):
        found = outlook(path, notes or lately(notebook, meeting.day))
        text = with_block(text, path, found, settings.language, facts.title_line) if found else text
    return NewNote(path, file, text, facts.title, facts.findings)


def write(note: NewNote) -> None:
    """Put the note on the disk; a file that appeared meanwhile is not overwritten."""
    files.write_new(note.file, note.text.encode())


def _values(meeting: Meeting, settings: Settings) -> Mapping[str, object]:
    """The variables of a template, as its header describes them."""
    told = _told(meeting)
    refuse_both(meeting.present, meeting.absent)
    expected = [person.name for person in settings.roster.active_on(meeting.day)]
    there = [name for name in dict.fromkeys((*expected, *meeting.present)) if name not in meeting.absent]
    course = told.get("course") or meeting.course or settings.course_on(meeting.day)
    return {
        "title": told.get("title") or _title(meeting, settings),
        "date": meeting.day.isoformat(),
        "type": meeting.type,
        "course": course,
        "author": told.get("author") or meeting.author or None,
        "attendees": there,
        "absent": list(meeting.absent),
        "created": meeting.now.isoformat(timespec="minutes"),
        "lectures": list(meeting.lectures),
        "lecture_titles": {one: settings.lecture_title(course, one) for one in meeting.lectures},
        "extra": {key: _typed(value) for key, value in told.items() if key not in _WRITTEN},
    }


def _told(meeting: Meeting) -> dict[str, str]:
    """What `--set` gave, fields by their English names."""
    told = {field_of(key) or key: value for key, value in meeting.values}
    for key in _ELSEWHERE.keys() & told.keys():
        message = say("--set cannot give “{key}”.", key=key)
        raise StudylogError(message, Exit.USAGE, hint=say("Use {option}.", option=_ELSEWHERE[key]))
    return told


def _typed(value: str) -> Written:
    return value == "true" if value in ("true", "false") else value


def _title(meeting: Meeting, settings: Settings) -> str:
    """The title as the settings of the type want it; empty where the template decides."""
    setting = settings.types.get(meeting.type)
    if setting is None or not setting.title:
        return ""
    day = meeting.day
    weekday = weekday_name(day, settings.language)
    return setting.title.format(year=day.year, month=day.month, day=day.day, weekday=weekday)


def _template(notebook: Notebook, type_: str) -> str:
    """A type that is only in the settings is written like the usual one."""
    if type_ in notebook.settings.types and type_ not in note_types(notebook.root):
        return USUAL_TYPE
    return type_


def _free(root: Path, meeting: Meeting) -> Iterator[tuple[str, Path]]:
    """Names for the note that no file has."""
    name = f"{meeting.day.isoformat()}-{slug(meeting.type)}"
    for number in count(1):
        ending = f"-{number}" if number > 1 else ""
        path = f"{NOTES}/{meeting.day.year:04}/{name}{ending}.md"
        file = safe_join(root, path)
        if not file.exists():
            yield path, file


def _refuse_broken(facts: Facts, meeting: Meeting, notebook: Notebook) -> None:
    """Refuse a note that would not be read as the meeting that was meant."""
    errors = [finding for finding in facts.findings if finding.severity == "error"]
    if errors:
        why = errors[0].message
        line = errors[0].place.line
    elif facts.day != meeting.day:
        why, line = say("its date is not {day}", day=meeting.day.isoformat()), 1
    elif facts.type != meeting.type:
        why, line = say("its type is not {type}", type=meeting.type), 1
    else:
        return
    message = say(
        "The template {template} gives a note that cannot be used (line {line} of it): {why}",
        template=_file_of(notebook.root, _template(notebook, meeting.type), notebook.settings.language),
        line=line,
        why=why,
    )
    raise StudylogError(message, hint=say("Mend the template; no file was written."))


def _file_of(root: Path, template: str, language: Language) -> str:
    """The template as people find it: from the notebook where it is the notebook's own."""
    known = {
        name: file for name, file in template_files(root, "note").items() if name.split(".")[0] == template
    }
    ending = f".{language}.md.j2"
    name = next((name for name in known if name.endswith(ending)), next(iter(known), template))
    file = known.get(name, Path(name))
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
