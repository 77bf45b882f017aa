"""Changes to the HTML of notes that are about pages: the order of headings, and where anchors lead.

It works on what the sanitiser wrote, in which every `<` begins a tag and every attribute is quoted.
"""

import re

_REST = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
TAG = re.compile(rf"<(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>{_REST})>")
"""A tag: whether it is `closing`, its `name`, and the `rest` with its attributes."""

# Everything up to a heading at once: a formula has some fifty tags.
_HEADING = re.compile(
    rf"(?P<before>(?:[^<]+|<(?!/?h[1-6]\b){_REST}>)*)"
    rf"(?:<(?P<closing>/?)h(?P<level>[1-6])(?P<rest>{_REST})>|<|\Z)"
)
_PARAGRAPH = re.compile(r"\s*<p>[^<]*(?:<(?!/p>)[^<]*)*</p>")
_ID = re.compile(r'\sid="[^"]*"')
_BLOCK = re.compile(r"</?p\b|<(?:div|ul|ol|table|pre|figure|img|blockquote|h[1-6]|math [^>]*display)\b")
_DEEPEST = 6

_BARE = re.compile(r'<a((?:\s[\w-]+="[^"]*")*>)(https?://[^<]*)(?=</a>)')
# Where a line may end in an address: behind a slash, and before what parts its words.
_JOINT = re.compile(r"(?<=[^/]/)(?=[^/])|(?<=\w)(?=[._?&=])")
_LONG = 30
_CORNER = re.compile(r"<th\b([^<>]*)>\s*</th>")
_MARKER = re.compile(r'<(strong|em)><span class="marker">[^<]*</span></\1>|<span class="marker">[^<]*</span>')


class Outline:
    """The levels of headings as they come: each goes at most one deeper than the one before it.

    `above` is the level of the page's own heading over them.
    """

    def __init__(self, above: int = 1) -> None:
        self._above = above
        self._open: list[int] = []
        self._closing: list[int] = []

    def opened(self, written: int) -> int:
        """The level at which a heading is shown."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        self._closing.append(min(self._above + len(self._open), _DEEPEST))
        return self._closing[-1]

    def closed(self) -> int:
        """The level of the heading that ends."""
        return self._closing.pop() if self._closing else _DEEPEST


def dressed(html: str, outline: Outline) -> str:
    """HTML of a note for a page: headings in order, links marked that are their own address.

    A corner of a table without a word heads nothing, and is a plain cell.
    """

    def dress(match: re.Match[str]) -> str:
        if not match["level"]:
            return match[0]
        level = outline.closed() if match["closing"] else outline.opened(int(match["level"]))
        return f"{match['before']}<{match['closing']}h{level}{match['rest']}>"

    # Most pieces have nothing to dress.
    if "<h" in html:
        html = _HEADING.sub(dress, html)
    if ">http" in html:
        html = _BARE.sub(lambda bare: f'<a class="bare"{bare[1]}{jointed(bare[2])}', html)
    return _CORNER.sub(r"<td\1></td>", html) if "</th>" in html else html


def jointed(address: str) -> str:
    """An address as HTML has it; a long one may end a line between its words, rather than within one."""
    return _JOINT.sub("<wbr>", address) if len(address) > _LONG else address


def elsewhere(html: str, page: str) -> str:
    """HTML of a note for another page: without ids, and with its own anchors on the note's page."""

    def moved(match: re.Match[str]) -> str:
        return _ID.sub("", match[0]).replace(' href="#', f' href="../{page}#')

    return TAG.sub(moved, html) if 'id="' in html or 'href="#' in html else html


def heading(html: str) -> str | None:
    """The inside of a single paragraph without its mark and links; None for anything longer."""
    text = html.strip()
    inside = text.removeprefix("<p>").removesuffix("</p>")
    if len(text) != len(inside) + len("<p></p>") or _BLOCK.search(inside):
        return None
    words = _MARKER.sub("", inside)
    return (TAG.sub(_unless_link, words) if "</a>" in words else words).strip()


def opening(html: str) -> str | None:
    """The inside of the paragraph that a text begins with, as a heading has it; None for any other text.

    What a long paragraph says further on is left to the style sheet to cut off.
    """
    first = _PARAGRAPH.match(html)
    return heading(first[0]) if first else None


def _unless_link(match: re.Match[str]) -> str:
    return "" if match["name"] == "a" else match[0]
