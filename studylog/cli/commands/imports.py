"""`studylog import`: notes from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from studylog.cli.commands.importtalk import tell_missing, tell_sums
from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell_findings
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import DryRun
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.notion.ids import without_ids
from studylog.core.records import finding_item
from studylog.core.values import replace

if TYPE_CHECKING:
    from studylog.features.imports import Imported, ImportReport

EXAMPLES = (
    ("studylog import minutes.md", "one note"),
    ("studylog import Export-1.zip Export-2.zip", "an export of Notion, all parts together"),
    ("studylog import ~/vault", "a folder, pictures and all"),
    ("studylog import *.pdf -n", "only show what would come in"),
    ("studylog import ~/vault --verify", "whether all of it is in the notes"),
)
# More rows than this are shown on a terminal only where somebody has to look.
_MANY = 30


def command(
    context: Context,
    sources: Annotated[
        tuple[str, ...],
        Argument(metavar="FILE|DIR", help="Markdown, exports of Notion, its PDFs, and folders of them."),
    ],
    kind: Annotated[
        Literal["notion", "pdf", "markdown"] | None,
        Option("--from", metavar="notion|pdf|markdown", help="What they are, when it is not seen from them."),
    ] = None,
    verify: Annotated[
        bool, Option("--verify", help="Only compare sources and notes, word for word.")
    ] = False,
    dry_run: DryRun = False,
) -> Exit:
    """Bring in notes: Markdown and vaults of Obsidian, exports and printed pages of Notion. Import newer
    versions whenever they come: notes that nobody has edited here follow them; the new version of any other
    note is put beside it."""
    report = _report(context, sources, kind, verify=verify, dry_run=dry_run)
    items = [_item(imported, context.language) for imported in report.items]
    name = context.notebook().name
    answer(context, Answer("import", name, items, lambda: _table(report.items, context)))
    tell_findings(_each_hint_once(report), context)
    tell_missing(report, context.language)
    tell_sums(report, context.language, verify=verify, dry_run=dry_run)
    if any(report.count(status) for status in ("failed", "incomplete", "missing")):
        return Exit.PROBLEMS
    return Exit.DECIDE if report.count("conflict") else Exit.DONE


def _report(
    context: Context,
    sources: Sequence[str],
    kind: Literal["notion", "pdf", "markdown"] | None,
    *,
    verify: bool,
    dry_run: bool,
) -> "ImportReport":
    from studylog.features.imports import import_notes, verify_notes

    notebook = context.notebook()
    places = [context.path(source) for source in sources]
    for place, source in zip(places, sources, strict=True):
        if not place.exists():
            message = say("There is no such file or folder: {path}", path=source)
            raise StudylogError(message, Exit.NOT_FOUND, hint=say("Check the name."))
    with progress(context, say("Reading notes")) as update:
        if verify:
            return verify_notes(notebook, places, kind=kind, progress=update)
        return import_notes(notebook, places, kind=kind, dry_run=dry_run, progress=update)


def _each_hint_once(report: "ImportReport") -> Iterator[Finding]:
    """What is to be said of the pages, then of all together; the same remedy is told once."""
    told: set[Message] = set()
    for finding in (*(each for item in report.items for each in item.findings), *report.findings):
        yield replace(finding, hint=None) if finding.hint in told else finding
        told.update([finding.hint] if finding.hint is not None else [])


def _item(imported: "Imported", language: Language) -> Item:
    covered = imported.coverage
    return {
        "source": imported.source,
        "path": imported.path or None,
        "status": imported.status,
        "title": imported.title or None,
        "attachments": imported.attachments,
        "links_mended": imported.links_mended,
        "links_lost": imported.links_lost,
        "coverage": covered.percent if covered else None,
        "missing": list(covered.missing) if covered else [],
        "findings": [finding_item(finding, language) for finding in imported.findings],
    }


_STATUS: dict[str, tuple[Message, str]] = {
    "written": (say("new"), "green"),
    "updated": (say("updated"), "green"),
    "unchanged": (say("as it was"), "dim"),
    "conflict": (say("differs"), "yellow"),
    "failed": (say("failed"), "red"),
    "whole": (say("whole"), "dim"),
    "incomplete": (say("incomplete"), "yellow"),
    "missing": (say("missing"), "red"),
}


def _table(items: "Iterable[Imported]", context: Context) -> Table:
    columns = (Column(say("State")), Column(say("Note"), wide=True), Column(say("From"), wide=True))
    shown = list(items)
    if context.terminal.stdout and len(shown) > _MANY:
        shown = [each for each in shown if each.status in ("conflict", "failed", "incomplete", "missing")]
    rows = tuple(_row(imported, context.language) for imported in shown)
    return Table(columns, (Rows(rows),) if rows else (), header=False)


def _row(imported: "Imported", language: Language) -> tuple[Cell, ...]:
    word, style = _STATUS[imported.status]
    state = Cell(translate(word, language), style, imported.status)
    return (state, Cell(imported.path), Cell(without_ids(imported.source), "dim", imported.source))
