"""How far long work has come: a bar on a terminal, once it takes a while; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Protocol

from studylog.cli.context import Context
from studylog.core.i18n import Message, translate

# Who waits less than this does not wonder.
_PATIENCE_SECONDS = 0.5

Draw = Callable[[int, int | None, Message], None]


class Update(Protocol):
    """Is told `(done, all)`, and in words what else is being done from now on."""

    def __call__(self, done: int, whole: int | None, words: Message | None = None, /) -> None: ...


@contextmanager
def progress(context: Context, words: Message) -> Iterator[Update]:
    """What is told `(done, all)`, and draws it; `all` is None where nobody knows it yet."""
    with ExitStack() as stack:
        begun = monotonic()
        bar: list[Draw] = []

        def update(done: int, whole: int | None, other: Message | None = None) -> None:
            if not context.terminal.stderr or monotonic() - begun < _PATIENCE_SECONDS:
                return
            if not bar:
                bar.append(_bar(stack, context))
            bar[0](done, whole, other or words)

        yield update


def _bar(stack: ExitStack, context: Context) -> Draw:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    screen = Console(
        file=sys.stderr, force_terminal=True, no_color=not context.colour, markup=False, emoji=False
    )
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    drawing = stack.enter_context(Progress(*columns, console=screen, transient=True))
    task = drawing.add_task("", total=None)

    def draw(done: int, whole: int | None, words: Message) -> None:
        said = translate(words, context.language)
        drawing.update(task, completed=done, total=whole, description=said)

    return draw
