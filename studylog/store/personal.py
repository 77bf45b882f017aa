"""Your own settings, beside those of the notebook: who you are and how you like to work."""

from pathlib import Path

from studylog.core.strictyaml import load, plain
from studylog.core.text import decode
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Personal:
    """What `~/.config/studylog/config.yaml` tells; what is not told is None."""

    author: str | None = None
    editor: str | None = None


def read_personal(file: Path) -> Personal:
    """The personal settings; no file, or one that cannot be read, tells nothing."""
    try:
        content = file.read_bytes()
    except OSError:
        return Personal()
    loaded = load(decode(content).text, str(file))
    told = plain(loaded.root) if loaded.root is not None else None
    if not isinstance(told, dict):
        return Personal()
    return Personal(author=_text(told.get("author")), editor=_text(told.get("editor")))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
