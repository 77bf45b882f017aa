"""What would change, as a unified diff."""

from difflib import unified_diff

from studylog.cli.context import Context
from studylog.cli.printable import printable
from studylog.cli.talk import tell
from studylog.core.i18n import say

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}


def put_diff(path: str, before: str | None, after: str, context: Context) -> None:
    """Print the difference between two texts of a note; `before` of None is a note that is not there yet."""
    old, new = f"a/{path}" if before is not None else "/dev/null", f"b/{path}"
    lines = list(unified_diff((before or "").splitlines(), after.splitlines(), old, new, lineterm=""))
    if not lines:
        tell(say("Nothing would change."), context.language)
    painted = context.colour and context.terminal.stdout
    for line in lines:
        colour = _COLOURS.get(line[:1], "") if painted else ""
        print(f"{colour}{printable(line)}\x1b[0m" if colour else printable(line))
