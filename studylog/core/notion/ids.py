"""Notion's ids: 32 hexadecimal digits, at the end of a file's name and in the address of a page."""

import re
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

UNTITLED = "Untitled"

_ID = r"(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
_AT_END = re.compile(rf"[ _-]?(?<![0-9A-Za-z])(?P<id>{_ID})$")
_IN_PATH = re.compile(rf"[ _-]{_ID}(?=[./]|_all\.|$)")
_HOST = re.compile(r"(?:www\.|app\.)?notion\.(?:so|com)|[\w-]+\.notion\.site")
_ALL = "_all"


def id_of(path: str) -> str | None:
    """The id of the page that a file or a folder of an export belongs to, by its name."""
    return _id_at_end(_stem(path))


def title_of(path: str) -> str:
    """A page's title from the name of its file, without the id that Notion adds."""
    return folder_title(_stem(path))


def title_of_file(stem: str) -> str:
    """A page's title from the name of its folder, or of its file without ending, without the id."""
    return _AT_END.sub("", stem) or stem


def folder_title(name: str) -> str:
    """The title of the page that a folder belongs to."""
    return UNTITLED if _AT_END.fullmatch(name) else title_of_file(name)


def without_ids(path: str) -> str:
    """The path of a page as people read it: `Notes 0123….md` in a folder is `folder/Notes.md`."""
    return _IN_PATH.sub("", path)


def address(page_id: str) -> str:
    """Where Notion shows a page."""
    return f"https://www.notion.so/{page_id}"


def id_in_address(reference: str) -> str | None:
    """The page that an address of Notion means; a page opened over another one is the one that is meant."""
    try:
        parts = urlsplit(reference)
    except ValueError:
        return None
    inside = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    if not inside and not (parts.netloc and _HOST.fullmatch(parts.netloc.lower())):
        return None
    over = parse_qs(parts.query).get("p", [""])[-1]
    return _id_at_end(over) or _id_at_end(unquote(parts.path).rstrip("/").rpartition("/")[2])


def is_whole_table(path: str) -> bool:
    """Whether a CSV file has all columns of its database, not only those of one view."""
    return PurePosixPath(path).stem.endswith(_ALL)


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    # A folder has no ending; what looks like one belongs to its title: `v1.2 <id>`.
    stem = stem if dot and ending.isalnum() and not _id_at_end(ending) else name
    return stem.removesuffix(_ALL) if _id_at_end(stem.removesuffix(_ALL)) else stem


def _id_at_end(text: str) -> str | None:
    found = _AT_END.search(text)
    return found["id"].replace("-", "") if found else None
