"""An edit of a note on the disk: made again on the newest text, one at a time, or only tried."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store import files
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.core.asking import Edit

Place = tuple[str, str]
"""A note in which a question stands: its path, and its file from the notebook."""


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


def edited_at(
    notebook: Notebook, place: Place, change: "Callable[[str, bytes], Edit]", *, dry_run: bool
) -> "Edit":
    """What became of the note at a place by a change, which is told its path as well."""
    path, name = place
    file = files.safe_join(notebook.root, name)
    return edited(file, lambda content: change(path, content), dry_run=dry_run)


def first_place(standing: Sequence[Place], id_: str) -> Place:
    """Where a question was first asked, of the notes in which it stands."""
    if not standing:
        raise StudylogError(say("There is no question {id}.", id=id_), Exit.NOT_FOUND)
    return standing[0]
