"""A change of a file that people write: made again on the newest text, or only tried."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store import files
from studylog.store.names import safe_join
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.core.asking import Edit

Place = tuple[str, str]
"""A note in which a question stands: its path, and its file from the notebook."""


class Changed(Protocol):
    """What became of a text by a change."""

    @property
    def before(self) -> str | None:
        """The text that was there."""

    @property
    def after(self) -> str:
        """The text that is wanted; the same one changes nothing."""


_Changed = TypeVar("_Changed", bound=Changed)
_Rewrite = Callable[[Path, Callable[[bytes], bytes]], None]


def changed(file: Path, change: Callable[[bytes], _Changed], *, dry_run: bool) -> _Changed:
    """What became of a file by a change, which is told the content that it replaces."""
    return _made(files.rewrite, file, change, dry_run=dry_run)


def edited(file: Path, change: "Callable[[bytes], Edit]", *, dry_run: bool) -> "Edit":
    """The same for a change that takes a while: it is made by one run at a time."""
    return _made(files.revise, file, change, dry_run=dry_run)


def _made(rewrite: _Rewrite, file: Path, change: Callable[[bytes], _Changed], *, dry_run: bool) -> _Changed:
    made: list[_Changed] = []

    def content_after(content: bytes) -> bytes:
        one = change(content)
        made.append(one)
        return one.after.encode() if one.after != one.before else content

    if dry_run:
        content_after(files.read(file))
    else:
        rewrite(file, content_after)
    return made[-1]


def edited_at(
    notebook: Notebook, place: Place, change: "Callable[[str, bytes], Edit]", *, dry_run: bool
) -> "Edit":
    """What became of the note at a place by a change, which is told its path as well."""
    path, name = place
    file = safe_join(notebook.root, name)
    return edited(file, lambda content: change(path, content), dry_run=dry_run)


def first_place(standing: Sequence[Place], id_: str) -> Place:
    """Where a question was first asked, of the notes in which it stands."""
    if not standing:
        raise StudylogError(say("There is no question {id}.", id=id_), Exit.NOT_FOUND)
    return standing[0]
