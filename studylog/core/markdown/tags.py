"""Raw HTML, taken apart: text, tags, and what is neither.

Which names are markup at all is decided here, too. The rest — `List<String>`, `<your name>`, `<iframe>` —
is text, and stays on the page as text.
"""

from collections.abc import Iterator
from html import unescape

from studylog.core.late import late
from studylog.core.values import dataclass

_VOID = "br hr img wbr col"
_BLOCKS = """
p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre details summary figure figcaption br hr
table caption colgroup thead tbody tfoot tr
"""
_SPANS = """
a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup
td th time u var
"""
_LAYOUT = "address article aside big center font footer header main nav nobr section strike tt"

VOID = frozenset(_VOID.split())
BLOCKS = frozenset(_BLOCKS.split())
ALLOWED = VOID | BLOCKS | frozenset(_SPANS.split())
# Layout without a meaning of its own: the tag goes, what it holds stays.
TRANSPARENT = frozenset(_LAYOUT.split())
# What these hold is not HTML; a block of them is shown as its source.
SOURCES = frozenset({"script", "style"})

_TAG = late(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?P<attributes>(?>\s+[^\s\"'<>/=`]++(?:\s*+=\s*+(?>\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?)*+)\s*+/?>"
)
_ATTRIBUTE = late(r"([^\s\"'<>/=`]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_OTHER = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as written in `source`: name in lower case, attributes decoded."""

    source: str
    name: str
    closing: bool
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A comment, a declaration or a processing instruction as written in `source`."""

    source: str


def pieces(html: str) -> Iterator[str | Tag | Aside]:
    """The text (still with its entities), tags and asides of HTML, in order; joined they are all of it."""
    ends: dict[str, int] = {}
    done = position = 0
    while (position := html.find("<", position)) >= 0:
        piece = _aside(html, position, ends) or _tag(html, position)
        if piece is None:
            position += 1
            continue
        if position > done:
            yield html[done:position]
        yield piece
        done = position = position + len(piece.source)
    if done < len(html):
        yield html[done:]


def read_tag(source: str) -> Tag | None:
    """The tag that the text is, or None where it is something else."""
    tag = _tag(source, 0)
    return tag if tag and tag.source == source else None


def _tag(html: str, position: int) -> Tag | None:
    match = _TAG.match(html, position)
    if match is None:
        return None
    attributes = tuple(
        (found[1].lower(), unescape(found[2] or found[3] or found[4] or ""))
        for found in _ATTRIBUTE.finditer(match["attributes"])
    )
    return Tag(match[0], match["name"].lower(), bool(match["closing"]), attributes)


def _aside(html: str, position: int, ends: dict[str, int]) -> Aside | None:
    for opening, closing in _OTHER:
        if html.startswith(opening, position):
            # Looked for once: a thousand openings without an end must not cost a thousand searches.
            if closing not in ends:
                ends[closing] = html.rfind(closing)
            if ends[closing] < position + len(opening):
                return None
            end = html.find(closing, position + len(opening)) + len(closing)
            return Aside(html[position:end])
    return None
