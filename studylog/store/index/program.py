"""What an index depends on besides the notes: the settings, and the program that reads."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from studylog import __version__
from studylog.store.notebook import Notebook

# Raised with every change of the tables, of what is packed in them, and of how notes are read.
_VERSION = 3
LIBRARIES = {
    "markdown_it": "markdown_it_py",
    "linkify_it": "linkify_it_py",
    "mdit_py_plugins": "mdit_py_plugins",
    "math_core": "math_core",
    "yaml": "pyyaml",
    "nh3": "nh3",
    "pygments": "pygments",
    "imagesize": "imagesize",
}
"""What reads notes with us, by the name that is imported: how it is called where it is installed."""


def key_of(notebook: Notebook) -> str:
    """What tells an index apart: settings, the program and its libraries, and the Unicode of its Python."""
    python = ".".join(map(str, sys.version_info[:2]))
    told = repr(
        (_VERSION, __version__, python, sorted(set(_installed())), notebook.settings, notebook.findings)
    )
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _installed() -> Iterator[str]:
    """The libraries with their versions, by the folders that installers leave; importing them takes long."""
    specs = filter(None, map(find_spec, LIBRARIES))
    starts = tuple(f"{name}_" for name in LIBRARIES.values())
    for folder in {Path(spec.origin).parents[1] for spec in specs if spec.origin}:
        with suppress(OSError):
            names = [path.name.lower().replace("-", "_") for path in folder.iterdir()]
            yield from (name for name in names if name.startswith(starts) and name.endswith("_info"))
