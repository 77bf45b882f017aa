"""`studylog slides thumbs`: the pages of slides drawn now, and what became of each PDF."""

from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.reading import indexed
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell
from studylog.core.errors import Exit
from studylog.core.i18n import Language, say, translate
from studylog.store.pictures.doubts import why_unshown

if TYPE_CHECKING:
    from studylog.features.slides.thumbs import Thumbs


def draw(context: Context) -> Exit:
    """Draws what is not drawn yet, also what took too long before; ends with 1 where nothing can draw."""
    from studylog.features.slides.thumbs import thumbs

    notebook = context.notebook()
    with indexed(context, notebook, files=True, again=True) as index:
        found = thumbs(index.db)
    items = list(map(_item, found))
    answer(context, Answer("thumbs", notebook.name, items, lambda: _table(found, context.language)))
    if not found:
        tell(say("No note links a PDF."), context.language)
    return Exit.PROBLEMS if any(one.trouble == "unread" for one in found) else Exit.DONE


def _item(one: "Thumbs") -> Item:
    return {
        "path": one.path,
        "sha256": one.sha256,
        "pages": one.pages,
        "drawn": one.drawn,
        "trouble": one.trouble or None,
    }


def _table(found: "tuple[Thumbs, ...]", language: Language) -> Table:
    columns = (
        Column(say("Path"), wide=True),
        Column(say("Pages"), align="right"),
        Column(say("Drawn"), align="right"),
        Column(say("Trouble")),
    )
    rows = tuple(_row(one, language) for one in found)
    return Table(columns, (Rows(rows),) if rows else ())


def _row(one: "Thumbs", language: Language) -> tuple[Cell, ...]:
    why = why_unshown(one.trouble)
    return (
        Cell(one.path),
        Cell(str(one.pages)),
        Cell(str(one.drawn)),
        Cell(translate(why, language) if why else "", "yellow", one.trouble),
    )
