"""How far long work has come: a bar on a terminal, once it takes a while; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic

from studylog.cli.context import Context
from studylog.core.i18n import Message, translate

# Who waits less than this does not wonder.
_PATIENCE_SECONDS = 0.5

Update = Callable[[int, int | None], None]


@contextmanager
def progress(context: Context, words: Message) -> Iterator[Update]:
    """A function that is told `(done, all)`; `all` is None where nobody knows it yet."""
    with ExitStack() as stack:
        begun = monotonic()
        bar: list[Update] = []

        def update(done: int, whole: int | None) -> None:
            if not context.terminal.stderr or monotonic() - begun < _PATIENCE_SECONDS:
                return
            if not bar:
                bar.append(_bar(stack, translate(words, context.language), context))
            bar[0](done, whole)

        yield update


def _bar(stack: ExitStack, words: str, context: Context) -> Update:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    screen = Console(
        file=sys.stderr, force_terminal=True, no_color=not context.colour, markup=False, emoji=False
    )
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    drawing = stack.enter_context(Progress(*columns, console=screen, transient=True))
    task = drawing.add_task(words, total=None)
    return lambda done, whole: drawing.update(task, completed=done, total=whole)
