"""Addresses of files on GitHub: `blob`, `tree`, `raw` and what else leads to the same file."""

import re
from collections.abc import Collection
from typing import Literal
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

from studylog.core.text import nfc
from studylog.core.values import dataclass

Form = Literal["blob", "tree", "raw", "blame", "content"]

_PAGES, _CONTENT = ("github.com", "www.github.com"), "raw.githubusercontent.com"
_FORMS: tuple[Form, ...] = ("blob", "tree", "raw", "blame")
# What `raw` addresses may spell out before the name of a branch or a tag.
_SPELT_OUT = ("refs/heads/", "refs/tags/")
_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST = 4_096
# What stays as it is in a path, and means nothing in Markdown or HTML.
_SAFE = "/-._~,;=:@+"


@dataclass(frozen=True, slots=True)
class Address:
    """A file or a folder of a repository at some branch, tag or commit, as the web addresses it.

    `where` is the name of the branch and the path together, decoded: only the repository knows where one
    ends. `tail` is the query and the fragment, such as `#L10`.
    """

    site: str
    repository: str
    form: Form
    where: str
    tail: str = ""

    @property
    def key(self) -> str:
        """What all addresses of one file share, however they are spelt."""
        return nfc(f"{self.repository.lower()}/{self.where}")

    def split(self, names: Collection[str]) -> tuple[str, str]:
        """The branch and the path: the longest of the names that begins it, else its first part."""
        parts = self.where.split("/")
        for count in range(len(parts), 0, -1):
            name = "/".join(parts[:count])
            if name in names:
                return name, "/".join(parts[count:])
        return parts[0], "/".join(parts[1:])

    def at(self, name: str, path: str) -> str:
        """The address of another file of the repository, in the form of this one."""
        where = f"{name}/{path}".rstrip("/")
        form = "" if self.form == "content" else f"/{self.form}"
        written = quote(where, _SAFE, errors="surrogateescape")
        return f"{self.site}/{self.repository}{form}/{written}{self.tail}"


def address_of(url: str) -> Address | None:
    """The file of a repository that an address means; None for every other address."""
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or port or "@" in parts.netloc:
        return None
    steps = [step for step in parts.path.split("/") if step]
    form = _form(host, steps)
    if form is None or not (_OWNER.fullmatch(steps[0]) and _NAME.fullmatch(steps[1])):
        return None
    written = "/".join(steps[2 if form == "content" else 3 :])
    where = _decoded(written)
    if where is None:
        return None
    query = f"?{parts.query}" if parts.query else ""
    tail = query + (f"#{parts.fragment}" if parts.fragment else "")
    site = f"{parts.scheme}://{parts.netloc}"
    return Address(site, "/".join(steps[:2]), form, where, tail)


def same_address(url: str) -> str:
    """An address without the differences that lead nowhere else: percent signs, NFD, a last slash.

    Of a file in a repository, `blob`, `raw` and lines are no difference either.
    """
    address = address_of(url)
    return address.key if address else nfc(unquote(url)).rstrip("/")


def _form(host: str, steps: list[str]) -> Form | None:
    if host == _CONTENT:
        return "content" if len(steps) > 2 else None
    if host not in _PAGES or len(steps) < 4:
        return None
    return next((form for form in _FORMS if form == steps[2]), None)


def _decoded(written: str) -> str | None:
    """The names behind the percent signs; None where they could lead elsewhere."""
    where = unquote_to_bytes(written).decode("utf-8", "surrogateescape")
    for spelt_out in _SPELT_OUT:
        where = where.removeprefix(spelt_out)
    steps = where.split("/")
    if _UNPRINTABLE.search(where) or not all(step.strip(".") for step in steps):
        return None
    return where
