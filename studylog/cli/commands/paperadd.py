"""Papers added from the command line."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.meaning.me import all_known
from studylog.cli.shown.output import Answer
from studylog.cli.shown.papertalk import HEADING, put_change
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say, translate
from studylog.core.text import nfc
from studylog.store.notebook import Notebook


def add_papers(
    context: Context,
    named: str,
    presenters: tuple[str, ...],
    date: str | None,
    slides: str | None,
    *,
    dry_run: bool,
) -> None:
    """Adds a paper, or those of a BibTeX file, to the list of papers."""
    from studylog.cli.reading import listed
    from studylog.features.paperadd import GIVE, add, paper_fields

    if not named:
        raise StudylogError(say("Name the paper to add."), Exit.USAGE, hint=GIVE)
    notebook = context.notebook()
    file = context.path(named)
    found = paper_fields(named, file if file.suffix and file.is_file() else None)
    more = dict(_more(context, notebook, presenters, date, slides))
    with listed(context, notebook) as lists:
        papers = lists.papers.whole()
    heading = translate(HEADING, notebook.settings.language)
    added = add(notebook, papers, found, more, heading, dry_run=dry_run)
    titles = (*((title, True) for title in added.titles), *((title, False) for title in added.known))
    items = [{"title": title, "path": added.changed.path, "added": new} for title, new in titles]
    told = Answer("added", notebook.name, items, partial(_table, titles, context.language))
    put_change(context, told, added.changed, dry_run=dry_run)


def _more(
    context: Context, notebook: Notebook, presenters: tuple[str, ...], date: str | None, slides: str | None
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """What is said of the papers besides what they are, as fields of the list."""
    if names := all_known(context, notebook.settings, presenters):
        yield "presenters", names
    if date:
        yield "date", meant.day(context, notebook.settings, date).isoformat()
    if slides:
        yield "slides", _slides(context, notebook, slides)


def _table(titles: Iterable[tuple[str, bool]], language: Language) -> Table:
    added = Cell(translate(say("added"), language), "green", "added")
    known = Cell(translate(say("as it was"), language), "dim", "as-it-was")
    rows = tuple((title, added if new else known) for title, new in titles)
    return Table((Column(say("Paper"), wide=True), Column(say("State"))), (Rows(rows),), header=False)


def _slides(context: Context, notebook: Notebook, written: str) -> str:
    """Slides as the list names them: an address, or the path of a file of the notebook."""
    if urlsplit(written).scheme in ("http", "https"):
        return nfc(written)
    file, root = context.path(written), Path(context.path(str(notebook.root)))
    if not file.is_file():
        raise StudylogError(say("There is no file {file}.", file=written), Exit.NOT_FOUND)
    if not file.is_relative_to(root) or not file.resolve().is_relative_to(root.resolve()):
        message = say("{file} does not lie in this notebook.", file=written)
        raise StudylogError(message, Exit.USAGE, hint=say("Put the slides into its folder slides/ first."))
    return nfc(file.relative_to(root).as_posix())
