"""What a note may be called by in a wikilink: its title, its file name, its path from any folder on."""

from studylog.core.text import fold


def names_of(path: str, title: str) -> tuple[str, ...]:
    """All names of a note, folded, each once."""
    parts = path.removesuffix(".md").split("/")
    written = (title, *("/".join(parts[start:]) for start in range(len(parts))))
    return tuple(dict.fromkeys(fold(name) for name in written))
