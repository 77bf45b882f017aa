"""Where a link of a note leads in the site: to a page, to a file of the notebook, or away."""

from collections.abc import Container
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from studylog.core.text import nfc
from studylog.core.values import dataclass

_SCHEMES = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Destination:
    """What a link means: a note, perhaps a file of the notebook, the web, or nothing that may be linked.

    `path` is relative to the notebook, or the address itself for the web.
    """

    kind: Literal["note", "file", "web", "nowhere"]
    path: str = ""
    fragment: str = ""


def destination(notes: Container[str], note_path: str, url: str) -> Destination:
    """Where a link, as a note writes it, leads by the paths of notes; never out of the notebook's folder."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return Destination("nowhere")
    if parts.scheme or parts.netloc:
        return Destination("web", url) if parts.scheme.lower() in _SCHEMES else Destination("nowhere")
    fragment = unquote(parts.fragment)
    if not parts.path:
        return Destination("note", note_path, fragment) if fragment else Destination("nowhere")
    path = inside(note_path, url)
    if path is None:
        return Destination("nowhere")
    return Destination("note" if path in notes else "file", path, fragment)


def inside(note_path: str, url: str) -> str | None:
    """The path in the notebook that a relative link means; None where it leads out of it."""
    path = nfc(unquote(url.partition("#")[0].partition("?")[0])).replace("\\", "/")
    steps = [] if path.startswith("/") else list(PurePosixPath(note_path).parts[:-1])
    for step in path.split("/"):
        if step == ".." and not steps:
            return None
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps) if steps and "\0" not in path else None
