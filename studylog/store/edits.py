"""An edit of a note on the disk: made again on the newest text, one at a time, or only tried."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.store import files

if TYPE_CHECKING:
    from studylog.core.asking import Edit


def edited(file: Path, change: "Callable[[bytes], Edit]", *, dry_run: bool) -> "Edit":
    """What became of a note by a change, which is told the content that it replaces."""
    made: list[Edit] = []

    def changed(content: bytes) -> bytes:
        edit = change(content)
        made.append(edit)
        return edit.after.encode() if edit.after != edit.before else content

    if dry_run:
        changed(files.read(file))
    else:
        files.revise(file, changed)
    return made[-1]
