"""Where the notebook keeps slides: under the names of paper and presenter, each content once."""

import os
import re
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.filenames import LONGEST, numbered, portable
from studylog.core.i18n import say
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.names import safe_join
from studylog.store.notebook import NOTES, SLIDES, Notebook
from studylog.store.references import file_of

# Left for the ending, a number and what others hang on.
_LONGEST_STEM = LONGEST - 40
_MOST_NUMBERS = 1_000
_FOLDED = re.compile(r"[\s/\\]+")


def name_for(title: str, presenter: str | None) -> str:
    """`Paper_Presenter.pdf`, a name that every system takes."""
    words = [_FOLDED.sub(" ", word).strip() for word in (title, presenter or "") if word.strip()]
    stem = "_".join(words).encode()[:_LONGEST_STEM].decode(errors="ignore")
    return portable(f"{nfc(stem)}.pdf")


def place_for(notebook: Notebook, source: Path, name: str, sha256: str) -> tuple[str, bool]:
    """Where the slides lie, and whether they have to be put there: one content is one file."""
    own = _own_path(notebook.root, source)
    if own:
        return own, False
    for number in range(1, _MOST_NUMBERS):
        path = f"{SLIDES}/{name if number == 1 else numbered(name, number)}"
        there = file_of(notebook.root, "", f"/{path}")
        if there is None and not os.path.lexists(safe_join(notebook.root, path)):
            same = _same(notebook, sha256)
            return same or path, same is None
        if there and files.sha256_of(there) == sha256:
            return path, False
    raise StudylogError(say("There are too many files called {name}.", name=name))


def _same(notebook: Notebook, sha256: str) -> str | None:
    """The path of slides with this content that lie in the notebook under another name."""
    from studylog.store.slides.own import shelved

    shelf = shelved(notebook.root).files
    found = (path for path, file in sorted(shelf.items()) if path.startswith(f"{SLIDES}/"))
    return next((path for path in found if files.sha256_of(shelf[path]) == sha256), None)


def _own_path(root: Path, source: Path) -> str | None:
    """The path of a file that lies with the slides or the notes already: a link leads there as it is."""
    real, folder = Path(os.path.realpath(source)), Path(os.path.realpath(root))
    parts = real.relative_to(folder).parts if real.is_relative_to(folder) else ("",)
    shelved = parts[0] in (SLIDES, NOTES) and not any(part.startswith(".") for part in parts)
    return nfc("/".join(parts)) if shelved else None
