"""What may be asked of the preview, and by whom: decided from the request alone, before any file."""

import re
import stat
from email.message import Message
from pathlib import Path
from urllib.parse import unquote_to_bytes

from studylog.core.text import nfc
from studylog.store.names import real

INDEX = "index.html"
"""The page that a folder stands for."""

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "ipynb": "application/json; charset=utf-8",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
_FEEDS = {"feed.xml": "application/atom+xml; charset=utf-8"}
_UNKNOWN = "application/octet-stream"
# A percent sign that begins no byte, or what no address has: blanks, control characters, other letters.
_MALFORMED = re.compile(r"%(?![0-9a-fA-F]{2})|[^\x21-\x7e]")
_LONGEST = 4096


def content_type(name: str) -> str:
    """The type of a file of a site by its name; not what this machine happens to think of it."""
    return _FEEDS.get(name) or _TYPES.get(name.rpartition(".")[2].lower(), _UNKNOWN)


def is_for_us(hosts: list[str], port: int) -> bool:
    """Whether a request names this machine as its host: a page elsewhere could lead its own name to us."""
    known = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
    if port == 80:
        known |= {"127.0.0.1", "localhost"}
    return len(hosts) == 1 and hosts[0].strip().lower() in known


def is_from_us(headers: Message, host: str) -> bool:
    """Whether a request comes from a page of ours, or from a person: no other page may read the site.

    Scripts and pictures can be had across sites without an `Origin`; browsers tell it in `Sec-Fetch-Site`.
    """
    origin = headers.get("Origin")
    if origin is not None and origin.lower() != f"http://{host.strip().lower()}":
        return False
    site = headers.get("Sec-Fetch-Site", "none")
    is_visit = headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"
    return site in ("same-origin", "none") or is_visit


def asked_name(target: str) -> str | None:
    """The name in the site that the target of a request asks for; None where it can be none.

    What is hidden, or leads up, is no name; `notes/` is that of its index.
    """
    path = target.partition("?")[0].partition("#")[0]
    if not path.startswith("/") or len(path) > _LONGEST or _MALFORMED.search(path):
        return None
    try:
        name = nfc(unquote_to_bytes(path[1:]).decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if any(ord(char) < 32 or char in "\\:\x7f" for char in name):
        return None
    *folders, last = name.split("/")
    if any(not part or part.startswith(".") for part in folders) or last.startswith("."):
        return None
    return name + INDEX if not last else name


def file_of(site: Path, name: str) -> Path | None:
    """The file of a name in the folder of a site; None where there is none, or where it leads out of it."""
    folder = real(site)
    try:
        file = real(folder / name)
        is_file = stat.S_ISREG(file.stat().st_mode)
    except (OSError, ValueError):
        return None
    inside = file.is_relative_to(folder) and not _is_hidden(file.relative_to(folder))
    return file if is_file and inside else None


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
