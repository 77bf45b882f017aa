"""The index of a notebook for a command: with a bar when it takes a while, by several processes when big."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.core.i18n import say
from studylog.store.index.workers import Pool
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.opening import Index


@contextmanager
def indexed(
    context: Context,
    notebook: Notebook,
    pool: Pool | None = None,
    *,
    files: bool = False,
    search: bool = False,
    hold: bool = False,
    again: bool = False,
) -> "Iterator[Index]":
    """The index of the notebook, up to date; `files`, `search`, `hold` and `again` are those of `opened`."""
    from studylog.store.index.opening import opened

    with ExitStack() as stack:
        own = pool or Pool()
        with progress(context, say("Reading notes")) as update:
            opening = opened(
                notebook,
                workers=own.workers,
                progress=update,
                files=files,
                search=search,
                hold=hold,
                again=again,
            )
            index = stack.enter_context(opening)
        if pool is None:
            own.close()
        yield index


@contextmanager
def listed(context: Context, notebook: Notebook, *, files: bool = False) -> "Iterator[IndexLists]":
    """The lists of all that the notes say, out of `indexed`."""
    from studylog.store.index.lists import IndexLists

    with indexed(context, notebook, files=files) as index:
        yield IndexLists(index.db)


def read_in_lines(context: Context, lists: "IndexLists") -> dict[str, str]:
    """What people read in the place of texts with formulas, which programs and pipes get as they are."""
    return lists.in_line() if context.drawn else {}
