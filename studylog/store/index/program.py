"""What an index depends on besides the notes: the settings, and the program that reads."""

import sys

from studylog import __version__
from studylog.store.installed import PICTURE_LIBRARIES, installed
from studylog.store.notebook import Notebook

# Raised with every change of the tables, of what is packed in them, and of how notes are read.
_VERSION = 35
LIBRARIES = {
    "markdown_it": "markdown_it_py",
    "linkify_it": "linkify_it_py",
    "mdit_py_plugins": "mdit_py_plugins",
    "math_core": "math_core",
    "yaml": "pyyaml",
    "nh3": "nh3",
    "pygments": "pygments",
    "imagesize": "imagesize",
    **PICTURE_LIBRARIES,
}
"""What reads notes and files with us, by the name that is imported: how it is called by installers."""


def key_of(notebook: Notebook) -> str:
    """What tells an index apart: settings, the program and its libraries, and the Unicode of its Python.

    It is told as it is: what makes a hash of it takes longer to import than the rest takes.
    """
    python = ".".join(map(str, sys.version_info[:2]))
    return ascii((_VERSION, __version__, python, installed(LIBRARIES), notebook.settings, notebook.findings))
