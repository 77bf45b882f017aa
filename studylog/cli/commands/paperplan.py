"""The plan of a paper changed from the command line."""

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.meaning.me import all_known
from studylog.cli.shown.output import Answer
from studylog.cli.shown.papertalk import HEADING, put_change
from studylog.cli.shown.tables import Column, Rows, Table
from studylog.cli.talk import tell, tell_hint
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say, translate
from studylog.core.planrows import RowChange


def change_plan(
    context: Context, named: str, presenters: tuple[str, ...], date: str | None, *, dry_run: bool
) -> None:
    """Changes who presents a paper, or when, where its plan stands."""
    from studylog.cli.reading import listed
    from studylog.features.paperplan import plan

    if not named or not (presenters or date):
        message = say("A plan needs a paper, and --presenter or --date.")
        raise StudylogError(message, Exit.USAGE, hint=say("Write: studylog papers plan TITLE --date DATE"))
    notebook = context.notebook()
    names = all_known(context, notebook.settings, presenters)
    change = RowChange(names or None, meant.day(context, notebook.settings, date) if date else None)
    with listed(context, notebook) as lists:
        papers = lists.papers.whole()
    heading = translate(HEADING, notebook.settings.language)
    planned = plan(notebook, papers, named, change, heading, dry_run=dry_run)
    changed = planned.changed
    day = change.day.isoformat() if change.day else None
    item = {"path": changed.path, "title": planned.title, "presenters": list(names) or None, "date": day}
    fields = (planned.title, ", ".join(names), day or "", changed.path)
    put_change(
        context, Answer("plan", notebook.name, [item], lambda: _table(fields)), changed, dry_run=dry_run
    )
    if planned.new:
        tell(say("“{title}” is new in the list of papers.", title=planned.title), context.language)
    if planned.perhaps:
        tell_hint(say("Did you mean “{title}”?", title=planned.perhaps), context.language)


def _table(fields: tuple[str, ...]) -> Table:
    columns = (
        Column(say("Paper"), wide=True),
        Column(say("Presenter")),
        Column(say("Planned for")),
        Column(say("Where"), style="dim"),
    )
    return Table(columns, (Rows((fields,)),), header=False)
