"""A note drawn on a terminal, page by page where it is long."""

import os
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.markdown import Markdown
from rich.pager import SystemPager
from rich.text import Text

from studylog.cli.context import Context
from studylog.cli.printable import one_line, printable
from studylog.cli.shown.terminal import console
from studylog.cli.shown.width import pad
from studylog.core.markdown.readable import readable


def draw_note(title: str, facts: Sequence[tuple[str, str]], body: str, context: Context) -> None:
    """Draw a note: its title, what its header says, and its Markdown; a long one goes through the pager."""
    screen = console(context)
    with screen.capture() as captured:
        screen.print(Text(one_line(title), style="bold"))
        longest = max((cell_len(name) for name, _ in facts), default=0)
        for name, value in facts:
            screen.print(Text.assemble((pad(name, longest + 2), "dim"), one_line(value)))
        screen.print()
        screen.print(_line_by_line(_rendered(body)))
    drawn = captured.get()
    if context.interactive and drawn.count("\n") >= screen.height:
        # As git does: `less` ends by itself on one screen, and shows colours.
        os.environ.setdefault("LESS", "FRX")
        # Our text is UTF-8, also where `less` does not know the locale.
        os.environ.setdefault("LESSCHARSET", "utf-8")
        SystemPager().show(drawn)
    else:
        sys.stdout.write(drawn)


def _rendered(body: str) -> Markdown:
    """The Markdown of a note, with its formulas as they are read in a line."""
    rendered = Markdown("", code_theme="ansi_dark", hyperlinks=False)
    rendered.parsed = readable(printable(body))
    return rendered


def _line_by_line(note: Markdown) -> Markdown:
    """The note with its lines as they were written: a question, its answer and a presenter each have one."""
    for token in note.parsed:
        for child in token.children or ():
            if child.type == "softbreak":
                child.type = "hardbreak"
    return note
