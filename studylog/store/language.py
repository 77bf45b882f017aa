"""The language a notebook or a person settled on, read at a glance: no settings are loaded for it."""

import re
from pathlib import Path

from studylog.core.i18n import Language

_TOLD = re.compile(rb"^language[ \t]*:[ \t]*[\"']?(ko|en)\b", re.MULTILINE)
# `MARKER` of store.notebook, which is not loaded for a glance.
_MARKER = "studylog.yaml"


def notebook_language(start: Path) -> Language | None:
    """The `language` in the settings of the notebook that the folder lies in; None where none is told."""
    for folder in (start, *start.parents):
        marker = folder / _MARKER
        if marker.is_file():
            return language_in(marker)
    return None


def language_in(settings: Path) -> Language | None:
    """The `language` that a settings file tells; None where there is none, or no such file."""
    try:
        found = _TOLD.search(settings.read_bytes())
    except OSError:
        return None
    if found is None:
        return None
    return "ko" if found[1] == b"ko" else "en"
