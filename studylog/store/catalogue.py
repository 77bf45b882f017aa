"""The list of papers, `papers.yaml`: found in the notebook, changed as a whole or not at all."""

from collections.abc import Callable

from studylog.core.editing import editable
from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.notebook import CATALOGUE, Notebook, catalogue_path


@dataclass(frozen=True, slots=True)
class Changed:
    """A file of the notebook before and after a change; `before` of None is a new one."""

    path: str
    before: str | None
    after: str


def catalogue_text(notebook: Notebook) -> str | None:
    """The text of the list; None where there is none."""
    found = catalogue_path(notebook)
    file = notebook.root / CATALOGUE
    if not found and (file.is_symlink() or file.exists()):
        raise StudylogError(
            say("{file} is no file of this notebook, so it is not changed.", file=CATALOGUE),
            hint=say("Put a file of its own in its place."),
        )
    return editable(files.read(file), CATALOGUE) if found else None


def change_catalogue(
    notebook: Notebook, heading: str, change: Callable[[str], str], *, dry_run: bool
) -> Changed:
    """Changes the list, unless it is only tried; a new one begins with a heading that says what it is."""
    before = catalogue_text(notebook)
    file = notebook.root / CATALOGUE
    if before is None:
        after = change(f"# {heading}\n")
        if not dry_run:
            files.write_new(file, after.encode())
        return Changed(CATALOGUE, None, after)
    made = [change(before)]

    def changed(content: bytes) -> bytes:
        made.append(change(editable(content, CATALOGUE)))
        return made[-1].encode()

    if not dry_run:
        files.rewrite(file, changed)
    return Changed(CATALOGUE, before, made[-1])
