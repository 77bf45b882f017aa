"""Pages of a site as the sheets of one file: links between them lead within it, pictures are inside.

Where no style sheet counts, as in some mail, one sheet follows the other; a browser shows one at a time.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape, unescape
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

from studylog.core.values import dataclass, field

_IDS = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"})
_SOURCES = frozenset({"src", "poster"})
_DROPPED = frozenset({"script", "link", "form"})
_PARTS = (
    re.compile(r"<title>(.*?)</title>", re.DOTALL),
    re.compile(r"<html lang=\"([^\"]*)\""),
    re.compile(r"<body class=\"([^\"]*)\""),
    re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL),
)
_ATTRIBUTE = re.compile(r"(?P<before>\s)(?P<name>[\w:-]+)=\"(?P<value>[^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that was built: its name in the site, title, kind, language, and the HTML of its main part."""

    name: str
    title: str
    kind: str
    language: str
    main: str


def sheet_of(name: str, page: str) -> Sheet:
    """The sheet of a page, from its whole HTML."""
    title, language, kind, main = (_first(pattern, page) for pattern in _PARTS)
    return Sheet(name, unescape(title) or name, unescape(kind), language or "en", main)


def _first(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return found[1].strip() if found else ""


def links_of(sheet: Sheet) -> Iterator[str]:
    """The names of the pages that a sheet leads to, in order."""
    for found in _ATTRIBUTE.finditer(sheet.main):
        if found["name"] == "href":
            name = _inside(sheet.name, unescape(found["value"]))[0]
            if name.endswith(".html"):
                yield name


def pictures_of(sheet: Sheet) -> Iterator[str]:
    """The names of the pictures that a sheet shows."""
    for found in _ATTRIBUTE.finditer(sheet.main):
        if found["name"] in _SOURCES:
            yield _inside(sheet.name, unescape(found["value"]))[0]


@dataclass(frozen=True, slots=True)
class Binding:
    """What sheets may refer to: each other, pictures as data, and the site where it is on the web."""

    names: frozenset[str]
    pictures: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None


def bound(sheet: Sheet, binding: Binding) -> str:
    """A sheet as a section of the file."""
    body = _Rewriter(sheet.name, binding).rewritten(sheet.main)
    given = f'class="sheet {escape(sheet.kind)}" id="{_id(sheet.name)}" aria-label="{escape(sheet.title)}"'
    return f"<section {given}>\n{body}\n</section>\n"


def _inside(page: str, target: str) -> tuple[str, str]:
    """The name in the site that an address on a page means, and its fragment; empty for those elsewhere."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or target.startswith("/"):
        return "", ""
    name = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
    return name, unquote(parts.fragment)


def _id(name: str, fragment: str = "") -> str:
    """The id of a sheet, or of a place on it: those of different sheets are different."""
    return escape(f"{name}--{fragment}" if fragment else name)


class _Rewriter(HTMLParser):
    """Copies HTML as it is written; only ids and addresses become others."""

    def __init__(self, page: str, binding: Binding) -> None:
        super().__init__(convert_charrefs=False)
        self._page, self._binding = page, binding
        self._parts: list[str] = []
        self._dropped = ""

    def rewritten(self, html: str) -> str:
        """The HTML of a page, for a file that has it as a sheet."""
        self.feed(html)
        self.close()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _DROPPED:
            self._dropped = "" if tag == "link" else self._dropped or tag
        elif not self._dropped:
            self._parts.append(_ATTRIBUTE.sub(self._attribute, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag not in _DROPPED and not self._dropped:
            self._parts.append(_ATTRIBUTE.sub(self._attribute, self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if self._dropped == tag:
            self._dropped = ""
        elif not self._dropped and tag not in _DROPPED:
            self._parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, text: str) -> None:
        if not self._dropped:
            self._parts.append(text)

    def _attribute(self, found: re.Match[str]) -> str:
        name, value = found["name"], unescape(found["value"])
        if name in _IDS:
            ids = " ".join(_id(self._page, one) for one in value.split())
            return f'{found["before"]}{name}="{ids}"'
        if name in _SOURCES:
            return self._source(found, value)
        return self._link(found, value) if name == "href" else found[0]

    def _source(self, found: re.Match[str], value: str) -> str:
        picture = self._binding.pictures.get(_inside(self._page, value)[0])
        return f'{found["before"]}{found["name"]}="{picture}"' if picture else found["before"]

    def _link(self, found: re.Match[str], value: str) -> str:
        name, fragment = _inside(self._page, value)
        if not name:
            return found[0]
        if name in self._binding.names:
            return f'{found["before"]}href="#{quote(unescape(_id(name, fragment)))}"'
        if self._binding.url:
            address = f"{self._binding.url.rstrip('/')}/{quote(name)}"
            return f'{found["before"]}href="{escape(address)}{"#" + quote(fragment) if fragment else ""}"'
        # A link that leads nowhere from here is a text.
        return found["before"].rstrip()


def chosen(
    starts: Iterable[str], read: Callable[[str], Sheet | None], *, everything: bool
) -> tuple[Sheet, ...]:
    """The sheets of a file: the first ones, what they lead to, and what all those lead to and so on.

    Without `everything`, only what the first ones lead to themselves.
    """
    found: dict[str, Sheet] = {}
    waiting = deque(starts)
    firsts = frozenset(waiting)
    while waiting:
        name = waiting.popleft()
        sheet = None if name in found else read(name)
        if sheet is not None:
            found[name] = sheet
            waiting += links_of(sheet) if everything or name in firsts else ()
    return tuple(found.values())
