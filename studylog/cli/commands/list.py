"""`studylog list`: the notes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table, counted
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Option
from studylog.cli.words.params import Course, Lecture
from studylog.core.i18n import Language, say
from studylog.core.listed import ListedNote
from studylog.core.records import note_item
from studylog.core.values import replace
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.store.notebook import Notebook

EXAMPLES = (
    ("studylog list", "all notes"),
    ("studylog list --since 8/2 --until 8/8", "a week"),
    ("studylog list --person 성춘향 --type mentoring", "who was where"),
    ("studylog list --match softmax --json", "notes with this word, for a program"),
)


@once_more
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
    from studylog.cli.meaning.named import require_paper, require_person, require_type
    from studylog.cli.reading import listed, read_in_lines
    from studylog.core.header.keys import note_type
    from studylog.features.list import Wanted, wanted_notes

    notebook = context.notebook()
    settings = notebook.settings
    wanted = Wanted(
        since=meant.day(context, settings, since) if since else None,
        until=meant.day(context, settings, until) if until else None,
        type=note_type(kind) if kind else None,
        person=meant.person(context, settings, person) if person else None,
        lecture=lecture,
        paper=paper,
        match=match,
    )
    canonical = cache(settings.roster.canonical)
    with listed(context, notebook) as lists:
        if course:
            known = [*(known.name for known in settings.courses), *lists.notes.courses()]
            wanted = replace(wanted, course=meant.course(course, known))
        found = wanted_notes(lists, wanted, settings.roster, _texts(notebook))
        if not found:
            require_type(lists, notebook, wanted.type, kind)
            require_person(lists, settings.roster, wanted.person)
            require_paper(lists, paper)
        none = say("No notes.") if lists.notes else say("There are no notes yet.")
        shown = found if context.everywhere.json else ()
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()
        items = [note_item(line, summary, canonical) for line, summary in lists.notes.summaries(shown)]
    if not found:
        tell(none, context.language)
    table = partial(_table, found, context.language)
    answer(context, Answer("list", notebook.name, items, table, in_line, unread))


def _texts(notebook: "Notebook") -> Callable[[str], str]:
    """What gives the text of a note by its path."""
    from studylog.core.text import decode
    from studylog.store import files
    from studylog.store.notebook import note_files

    @cache
    def places() -> dict[str, Path]:
        return {note.path: note.file for note in note_files(notebook)}

    return lambda path: decode(files.read(places()[path])).text


def _table(notes: Sequence[ListedNote], language: Language) -> Table:
    columns = (
        Column(say("Path"), pipe_only=True),
        Column(say("Date"), style="dim"),
        Column(say("Type")),
        Column(say("Title"), wide=True),
        Column(say("Course"), wide=True),
        Column(say("Questions"), align="right"),
        Column(say("Papers"), align="right"),
    )
    return Table(columns, (Rows(tuple(_rows(notes, language))),) if notes else ())


def _rows(notes: Sequence[ListedNote], language: Language) -> Iterator[tuple[Field, ...]]:
    from studylog.core.header.keys import type_title

    @cache
    def kind(type_: str) -> Cell:
        return Cell(type_title(type_, language), plain=type_)

    called = Counter((line.day, line.title) for line in notes)
    for line in notes:
        # Two notes of one name and day are told apart by where they lie.
        alike = called[line.day, line.title] > 1
        title = Cell(line.title, below=line.path) if alike else line.title
        yield (
            *(line.path, line.day or "", kind(line.type or ""), title, line.course or ""),
            *(counted(line.questions), counted(line.papers)),
        )
