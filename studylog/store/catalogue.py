"""The list of papers, `papers.yaml`: found in the notebook, changed as a whole or not at all."""

from collections.abc import Callable

from studylog.core.editing import editable
from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.values import dataclass
from studylog.store import edits, files
from studylog.store.notebook import CATALOGUE, Notebook, catalogue_path


@dataclass(frozen=True, slots=True)
class Changed:
    """A file of the notebook before and after a change; `before` of None is a new one."""

    path: str
    before: str | None
    after: str


def change_catalogue(
    notebook: Notebook, heading: str, change: Callable[[str], str], *, dry_run: bool
) -> Changed:
    """Changes the list, unless it is only tried; a new one begins with a heading that says what it is."""

    def changed(content: bytes) -> Changed:
        before = editable(content, CATALOGUE)
        return Changed(CATALOGUE, before, change(before))

    file = notebook.root / CATALOGUE
    if catalogue_path(notebook):
        return edits.changed(file, changed, dry_run=dry_run)
    if file.is_symlink() or file.exists():
        raise StudylogError(
            say("{file} is no file of this notebook, so it is not changed.", file=CATALOGUE),
            hint=say("Put a file of its own in its place."),
        )
    after = change(f"# {heading}\n")
    if not dry_run:
        files.write_new(file, after.encode())
    return Changed(CATALOGUE, None, after)
