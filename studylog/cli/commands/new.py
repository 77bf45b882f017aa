"""`studylog new`: write the note of a meeting."""

from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.editing import open_in_editor
from studylog.cli.meaning import meant
from studylog.cli.meaning.author import author_of
from studylog.cli.meaning.turns import with_moderator
from studylog.cli.shown.output import put_diff, put_json, put_line
from studylog.cli.talk import tell, tell_findings, tell_hint
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import Absent, Edit, With
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.core.carry.outlook import Outlook
    from studylog.features.new import Finds, Meeting
    from studylog.store.heads import Lately
    from studylog.store.notebook import Notebook

EXAMPLES = (
    ("studylog new", "today's meeting, everybody is there"),
    ("studylog new --absent 이몽룡 --lecture 7", "without one of us, about lecture 7"),
    ("studylog new 8/12 -t mentoring", "a meeting of another day and type"),
    ("studylog new tomorrow -n", "only show what would be written"),
    ("vim $(studylog new -p)", "the path alone, for another program"),
)


def command(
    context: Context,
    day: Annotated[
        str | None,
        Argument(
            metavar="DATE",
            help="The day, past or coming: 2021-08-12, 8/12, 어제, tomorrow, W2D4; today when left out.",
        ),
    ] = None,
    kind: Annotated[
        str,
        Option(
            "--type -t",
            metavar="TYPE",
            help="The type of the meeting: daily, paper, mentoring, retro, project or your own.",
            offers=complete.types,
        ),
    ] = "daily",
    author: Annotated[
        str | None,
        Option("--author", metavar="NAME", help="Who keeps the minutes.", offers=complete.people),
    ] = None,
    absent: Absent = (),
    present: With = (),
    course: Annotated[
        str | None,
        Option("--course", metavar="COURSE", help="The course.", offers=complete.courses),
    ] = None,
    lectures: Annotated[
        tuple[int, ...],
        Option("--lecture", metavar="N", help="A lecture that it is about.", offers=complete.lectures),
    ] = (),
    values: Annotated[
        tuple[str, ...], Option("--set", metavar="KEY=VALUE", help="A further line of the header.")
    ] = (),
    edit: Edit = None,
    dry_run: Annotated[bool, Option("--dry-run -n", help="Only show what would be written.")] = False,
    path_only: Annotated[
        bool, Option("--print-path -p", help="Print the path and nothing else; no editor.")
    ] = False,
) -> None:
    """Write the note of a meeting from its template. Who belongs to the team that day counts as there, less
    --absent. What is open is carried over to its top. A meeting that has its note already gets no second one:
    that note is opened."""
    from studylog.core.header.keys import note_type
    from studylog.features.new import Meeting, NewNote, note_of

    notebook = context.notebook()
    settings = notebook.settings
    on, type_ = meant.day(context, settings, day), note_type(kind)
    away = meant.people(context, settings, absent)
    meeting = Meeting(
        day=on,
        type=type_,
        now=context.now(settings),
        author=author_of(context, notebook, author),
        present=meant.people(context, settings, present),
        absent=away,
        course=meant.course_or_new(course, settings) if course else None,
        lectures=lectures,
        values=with_moderator(context, notebook, [_pair(word) for word in values], on, type_, away),
    )
    note = note_of(notebook, meeting, outlook=outlook_of(context, notebook, meeting), dry_run=dry_run)
    if isinstance(note, NewNote):
        tell_findings(note.findings, context)
    else:
        tell(say("This meeting has its note already: {path}", path=note.path), context.language)
        if absent or present:
            tell_hint(say("`studylog attend` corrects who was there."), context.language)
    if context.everywhere.json:
        created = isinstance(note, NewNote) and not dry_run
        day_type = {"date": meeting.day.isoformat(), "type": meeting.type}
        put_json("new", notebook.name, [{"path": note.path, **day_type, "created": created}])
    elif dry_run and not path_only and isinstance(note, NewNote):
        put_diff(note.path, None, note.text, context)
    else:
        put_line(context.shown(note.file))
    if not dry_run and not path_only:
        open_in_editor(context, note.file, edit)


def outlook_of(context: Context, notebook: "Notebook", meeting: "Meeting") -> "Finds":
    """What tells what the meeting finds before it; what takes long is left to `carry`."""

    @once_more
    def find(path: str, notes: "Lately") -> "Outlook | None":
        from studylog.features.carry import addressee_of
        from studylog.store.index.days.outlook import outlook
        from studylog.store.index.ready import ready

        with ready(notebook, notes) as db:
            if db is not None:
                return outlook(db, meeting.day, path, addressee_of(meeting.type))
        tell(say("What is open was not carried over: the notes have to be read first."), context.language)
        tell_hint(say("`studylog carry` does that."), context.language)
        return None

    return find


def _pair(word: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if not equals or not key.strip():
        message = say("--set takes KEY=VALUE, not {value}.", value=word or "''")
        raise StudylogError(message, Exit.USAGE)
    return key.strip(), value.strip()
