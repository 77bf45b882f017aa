"""What `studylog build --public` shows of a notebook: refused, listed, or handed on to be built."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.reading import indexed
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell, tell_findings
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say, translate
from studylog.store.index.damage import once_more
from studylog.store.index.workers import Pool
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.features.publish import Publication, Shown


@once_more
def publication(context: Context, notebook: Notebook, pool: Pool) -> "Publication":
    """What a notebook shows to the public."""
    from studylog.features.publish import prepare

    with indexed(context, notebook, pool, files=True) as index:
        return prepare(notebook, index.db)


def list_shown(context: Context, notebook: Notebook, found: "Publication", *, strict: bool) -> Exit:
    """Lists what becomes visible for the first time, and what forbids it, or is doubtful to the `strict`."""
    items = [
        {"kind": one.kind, "path": one.path, "title": one.title, "lines": one.lines} for one in found.shown
    ]
    answer(context, Answer("public", notebook.name, items, lambda: _table(found.shown, context.language)))
    tell_findings((*found.doubts, *found.refused), context)
    message = say("{n:thing becomes/things become} visible for the first time.", n=len(found.shown))
    tell(message if found.shown else say("Nothing becomes visible that was not before."), context.language)
    if found.left_out:
        tell(say("{n:note stays/notes stay} private.", n=found.left_out), context.language)
    return Exit.PROBLEMS if found.refused or (strict and found.doubts) else Exit.DONE


@contextmanager
def public_notebook(context: Context, notebook: Notebook, found: "Publication") -> Iterator[Notebook]:
    """The notebook that a public site is built from; refuses where something must not be published."""
    from studylog.features.publish import public_notebook as opened
    from studylog.store.staged import staged

    tell_findings((*found.doubts, *found.refused), context)
    if found.refused:
        raise StudylogError(
            say(
                "Nothing was published: {n:place/places} would show what must stay private.",
                n=len(found.refused),
            ),
            hint=say("See what would be visible with `studylog build --public --dry-run`."),
        )
    with staged(notebook.root, found.texts, found.files) as folder:
        yield opened(folder)


def _table(shown: "tuple[Shown, ...]", language: Language) -> Table:
    columns = (
        Column(say("What")),
        Column(say("Title"), wide=True),
        Column(say("Path"), "dim"),
        Column(say("New lines"), align="right"),
    )
    rows = tuple(_row(one, language) for one in shown)
    return Table(columns, (Rows(rows),) if rows else ())


def _row(one: "Shown", language: Language) -> tuple[Cell, ...]:
    kind = Cell(translate(_KINDS[one.kind], language), plain=one.kind)
    # A file has no title: whoever reads it beside its path is told its name.
    title = Cell(one.title.rpartition("/")[2], plain=one.title) if one.kind == "file" else Cell(one.title)
    return kind, title, Cell(one.path), Cell(str(one.lines or ""))


_KINDS = {"note": say("a note"), "file": say("a file")}
