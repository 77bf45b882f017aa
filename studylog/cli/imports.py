"""`studylog import`: notes from elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit
from typer import Context as Parsing

from studylog.cli.context import Context
from studylog.cli.output import Answer, Item, answer
from studylog.cli.params import DryRun
from studylog.cli.progress import progress
from studylog.cli.records import finding_item
from studylog.cli.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell, tell_findings
from studylog.core.errors import Exit as Code
from studylog.core.errors import StudylogError
from studylog.core.i18n import Language, Message, say, translate

if TYPE_CHECKING:
    from studylog.features.imports import Imported, ImportReport

EXAMPLES = (
    ("studylog import minutes.md", "one note"),
    ("studylog import ~/Downloads/notion-export", "a folder, pictures and all"),
    ("studylog import old/ -n", "only show what would come in"),
)
# More rows than this are shown on a terminal only where somebody has to look.
_MANY = 30


def command(
    ctx: Parsing,
    sources: Annotated[list[str], Argument(metavar="FILE|DIR", help="Markdown files, and folders of them.")],
    dry_run: DryRun = False,
) -> None:
    """Bring in notes: Markdown files and folders, Notion's Markdown with its property lines among them. What
    is there is never overwritten, and what was brought in before is left as it is."""
    from studylog.features.imports import import_notes

    context: Context = ctx.obj
    notebook = context.notebook()
    places = [context.path(source) for source in sources]
    for place, source in zip(places, sources, strict=True):
        if not place.exists():
            message = say("There is no such file or folder: {path}", path=source)
            raise StudylogError(message, Code.NOT_FOUND, hint=say("Check the name."))
    with progress(context, say("Reading notes")) as update:
        report = import_notes(notebook, places, dry_run=dry_run, progress=lambda done: update(done, None))
    items = [_item(imported, context.language) for imported in report.items]
    table = _table(report.items, context)
    answer(context, Answer("import", notebook.name, items, table))
    findings = [finding for imported in report.items for finding in imported.findings]
    tell_findings(findings, context.language, colour=context.talk_colour)
    tell(_summary(report, dry_run), context.language)
    if report.count("failed"):
        raise Exit(Code.PROBLEMS)
    if report.count("conflict"):
        raise Exit(Code.DECIDE)


def _item(imported: "Imported", language: Language) -> Item:
    return {
        "source": imported.source,
        "path": imported.path or None,
        "status": imported.status,
        "attachments": imported.attachments,
        "findings": [finding_item(finding, language) for finding in imported.findings],
    }


_STATUS: dict[str, tuple[Message, str]] = {
    "written": (say("new"), "green"),
    "unchanged": (say("as it was"), "dim"),
    "conflict": (say("differs"), "yellow"),
    "failed": (say("failed"), "red"),
}


def _table(items: "Sequence[Imported]", context: Context) -> Table:
    columns = (Column(say("State")), Column(say("Note"), wide=True), Column(say("From"), wide=True))
    if context.terminal.stdout and len(items) > _MANY:
        items = [imported for imported in items if imported.status in ("conflict", "failed")]
    rows = tuple(_row(imported, context.language) for imported in items)
    return Table(columns, (Rows(rows),) if rows else (), header=False)


def _row(imported: "Imported", language: Language) -> tuple[Cell, ...]:
    word, style = _STATUS[imported.status]
    state = Cell(translate(word, language), style, imported.status)
    return (state, Cell(imported.path), Cell(imported.source, "dim"))


def _summary(report: "ImportReport", dry_run: bool) -> Message:
    numbers = {
        "new": report.count("written"),
        "same": report.count("unchanged"),
        "differ": report.count("conflict"),
        "failed": report.count("failed"),
    }
    if dry_run:
        return say("Would be: {new} new, {same} as they were, {differ} differ, {failed} failed.", **numbers)
    return say("{new} new, {same} as they were, {differ} differ, {failed} failed.", **numbers)
