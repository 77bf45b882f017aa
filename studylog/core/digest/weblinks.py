"""Addresses of the web: whose they are, and how people read them."""

from urllib.parse import unquote, urlsplit

from studylog.core.repositories import address_of
from studylog.core.text import nfc


def host(url: str) -> str | None:
    """The host an http address names, without `www.`; None for any other address."""
    try:
        parts = urlsplit(url)
        name = parts.hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name and parts.scheme.lower() in ("http", "https") else None


def is_address(text: str) -> bool:
    """Whether the words of a link are an address and nothing else."""
    return not text.strip() or "://" in text or text.startswith("www.")


def name_of(url: str) -> str:
    """What an address without words says of itself: the last part of its path, else its host."""
    address = shown(url)
    return address.rpartition("/")[2] or address


def place_in_words(url: str) -> str:
    """Where an address or a path leads: in a repository, its branch and path, which is all that differs."""
    address = address_of(url)
    return nfc(address.where if address else shown(url))


def shown(url: str) -> str:
    """An address as people read it: without scheme, `www.` and percent signs."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    name = (parts.hostname or "").removeprefix("www.")
    return unquote(name + parts.path.rstrip("/") + query) or url
