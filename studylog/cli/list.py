"""`studylog list`: the notes."""

from typing import Annotated

from studylog.cli import complete, meant
from studylog.cli.context import Context
from studylog.cli.declare import Option
from studylog.cli.output import Answer, answer
from studylog.cli.params import Course, Lecture
from studylog.cli.records import note_item
from studylog.cli.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell
from studylog.core.i18n import Language, say

EXAMPLES = (
    ("studylog list", "all notes"),
    ("studylog list --since 8/2 --until 8/8", "a week"),
    ("studylog list --person 성춘향 --type mentoring", "who was where"),
    ("studylog list --match softmax --json", "notes with this word, for a program"),
)


def command(
    context: Context,
    since: Annotated[str | None, Option("--since", metavar="DATE", help="Not before this day.")] = None,
    until: Annotated[str | None, Option("--until", metavar="DATE", help="Not after this day.")] = None,
    kind: Annotated[
        str | None,
        Option("--type -t", metavar="TYPE", help="Only notes of this type.", offers=complete.types),
    ] = None,
    person: Annotated[
        str | None,
        Option(
            "--person",
            metavar="NAME",
            help="Who was there, wrote or presented.",
            offers=complete.people,
        ),
    ] = None,
    course: Course = None,
    lecture: Lecture = None,
    paper: Annotated[str | None, Option("--paper", metavar="TITLE", help="Notes about this paper.")] = None,
    match: Annotated[str | None, Option("--match", metavar="TEXT", help="Notes that hold this text.")] = None,
) -> None:
    """List the notes in order of their days, the latest last."""
    from studylog.cli.reading import collected
    from studylog.core.headerkeys import note_type
    from studylog.core.text import decode
    from studylog.features.list import Wanted, wanted_notes
    from studylog.store import files
    from studylog.store.notebook import note_files

    notebook = context.notebook()
    settings = notebook.settings
    collection = collected(context, notebook)
    known = [*(known.name for known in settings.courses), *(note.course for note in collection.notes)]
    wanted = Wanted(
        since=meant.day(context, settings, since) if since else None,
        until=meant.day(context, settings, until) if until else None,
        type=note_type(kind) if kind else None,
        person=meant.person(context, settings, person) if person else None,
        course=meant.course(course, known) if course else None,
        lecture=lecture,
        paper=paper,
        match=match,
    )
    places = {note.path: note.file for note in note_files(notebook)} if match else {}
    found = wanted_notes(
        collection, wanted, settings.roster, lambda path: decode(files.read(places[path])).text
    )
    if not found:
        tell(say("No notes.") if collection.notes else say("There are no notes yet."), context.language)
    items = [note_item(note, settings.roster) for note in found]
    answer(context, Answer("list", notebook.name, items, _table(items, context.language)))


def _table(items: list[dict[str, object]], language: Language) -> Table:
    columns = (
        Column(say("Path"), pipe_only=True),
        Column(say("Date"), style="dim"),
        Column(say("Type")),
        Column(say("Title"), wide=True),
        Column(say("Course"), wide=True),
        Column(say("Questions"), align="right"),
        Column(say("Papers"), align="right"),
    )
    return Table(columns, (Rows(tuple(_row(item, language) for item in items)),) if items else ())


def _row(item: dict[str, object], language: Language) -> tuple[Cell, ...]:
    from studylog.core.headerkeys import type_title

    kind = str(item["type"] or "")
    return (
        Cell(str(item["path"])),
        Cell(str(item["date"] or "")),
        Cell(type_title(kind, language), plain=kind),
        Cell(str(item["title"])),
        Cell(str(item["course"] or "")),
        _count(item["questions"]),
        _count(item["papers"]),
    )


def _count(number: object) -> Cell:
    return Cell(str(number) if number else "", plain=str(number))
