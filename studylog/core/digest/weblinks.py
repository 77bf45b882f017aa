"""The links of all notes that lead to the web, each address once."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from studylog.core.model import Link, Note


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address of the web: where a note first has it, and the notes that have it."""

    url: str
    title: str
    host: str
    first: Link
    note: Note
    notes: tuple[str, ...]


def web_links(notes: Iterable[Note]) -> tuple[WebLink, ...]:
    """Every http link of the notes, in order of the notes and their lines."""
    found: dict[str, list[tuple[Note, Link]]] = {}
    for note in notes:
        for link in note.links:
            if host(link.url):
                found.setdefault(link.url, []).append((note, link))
    return tuple(_web_link(url, places) for url, places in found.items())


def host(url: str) -> str | None:
    """The host an http address names, without `www.`; None for any other address."""
    try:
        parts = urlsplit(url)
        name = parts.hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name and parts.scheme.lower() in ("http", "https") else None


def _web_link(url: str, places: list[tuple[Note, Link]]) -> WebLink:
    note, link = places[0]
    worded = next((link.text for _, link in places if not _is_address(link.text)), None)
    paths = dict.fromkeys(note.path for note, _ in places)
    return WebLink(url, worded or shown(url), host(url) or "", link, note, tuple(paths))


def _is_address(text: str) -> bool:
    return not text.strip() or "://" in text or text.startswith("www.")


def name_of(url: str) -> str:
    """What an address without words says of itself: the last part of its path, else its host."""
    address = shown(url)
    return address.rpartition("/")[2] or address


def shown(url: str) -> str:
    """An address as people read it: without scheme, `www.` and percent signs."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    name = (parts.hostname or "").removeprefix("www.")
    return unquote(name + parts.path.rstrip("/") + query) or url
