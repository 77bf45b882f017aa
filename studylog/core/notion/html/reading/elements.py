"""What each element of a page means: one handler a row, found by a class first, then by the tag's name.

A handler adds to the page and says what its children are in; None leaves them out.
"""

import re
from collections.abc import Mapping

from bs4 import Tag

from studylog.core.i18n import say
from studylog.core.notion.html.model import BREAK, Block, Mark
from studylog.core.notion.html.reading.builder import Builder, Context, Handler
from studylog.core.notion.html.reading.embedded import bookmark, bookmark_part, image, link, media
from studylog.core.notion.html.reading.figures import callout, code, equation, icon, mathml
from studylog.core.notion.html.reading.hints import EQUATIONS
from studylog.core.notion.html.reading.lists import checkbox, item, listing
from studylog.core.notion.html.reading.tables import cell, head, row, table, value
from studylog.core.notion.html.reading.tree import (
    BLOCKS,
    DECORATION,
    DERIVED,
    MEDIA,
    SILENT,
    attribute,
    classes,
)
from studylog.core.values import replace

_MARKS: Mapping[str, Mark] = {
    "b": "bold", "strong": "bold", "em": "italic", "i": "italic", "cite": "italic", "s": "strike",
    "del": "strike", "strike": "strike", "u": "underline", "ins": "underline", "sup": "sup", "sub": "sub",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
# The only way in which Notion writes some of them.
_STYLES: tuple[tuple[re.Pattern[str], Mark], ...] = (
    (re.compile(r"border-bottom:[^;]*solid|text-decoration[^:;]*:[^;]*underline"), "underline"),
    (re.compile(r"text-decoration[^:;]*:[^;]*line-through"), "strike"),
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), "bold"),
    (re.compile(r"font-style:\s*italic"), "italic"),
)
_SIZES = {"1.875em": 1, "1.5em": 2, "1.25em": 3}
_SIZE = re.compile(r"font-size:\s*([\d.]+em)")
_FIGURES = re.compile(
    r"image|callout|equation|link-to-page|bookmark|embed|file|pdf|video|audio|block-color-.*"
)
_NAMES = """
abbr bdi bdo big button data dfn font input label mark nobr noscript picture q rp rt ruby small span
svg path g circle rect polygon polyline line ellipse defs title desc use mask time var acronym
select option textarea
"""
_KNOWN = frozenset(_NAMES.split())


def handler_of(tag: Tag) -> Handler:
    """The handler of an element; of one that nobody knows, one that keeps what it holds."""
    if tag.name in SILENT:
        return _leave_out
    for name in classes(tag):
        if name in _BY_CLASS:
            return _BY_CLASS[name]
    return _BY_NAME.get(tag.name, _unknown)


def _leave_out(builder: Builder, tag: Tag, context: Context) -> None:
    return None


def _unknown(builder: Builder, tag: Tag, context: Context) -> Context:
    known = tag.name in BLOCKS or tag.name in _KNOWN or context.sourceless
    if not known or (tag.name == "figure" and not all(map(_FIGURES.fullmatch, classes(tag)))):
        name = " ".join([tag.name, *classes(tag)])
        message = say("“{name}” is not known here; its text was kept.", name=name)
        builder.notes.add(tag, "note", "unknown-block", message)
    return context


def _contents(builder: Builder, tag: Tag, context: Context) -> None:
    message = say("The table of contents was left out; the headings make one.")
    builder.notes.add(tag, "note", "contents", message)


def _mark(builder: Builder, tag: Tag, context: Context) -> Context:
    return replace(context, marks=context.marks | {_MARKS[tag.name]})


def _span(builder: Builder, tag: Tag, context: Context) -> Context:
    style = attribute(tag, "style")
    found = {mark for pattern, mark in _STYLES if pattern.search(style)} if style else set()
    return replace(context, marks=context.marks | found) if found else context


def _break(builder: Builder, tag: Tag, context: Context) -> Context:
    builder.inner.parts.append(BREAK)
    return context


def _rule(builder: Builder, tag: Tag, context: Context) -> Context:
    builder.put(Block("rule"), BREAK)
    return context


def _heading(builder: Builder, tag: Tag, context: Context) -> Context:
    level = int(tag.name[1])
    if builder.inner.kind == "summary":
        builder.outer.level = level
    else:
        builder.open(Block("heading", level=level))
    return context


def _quote(builder: Builder, tag: Tag, context: Context) -> Context:
    builder.open(Block("quote"))
    return context


def _toggle(builder: Builder, tag: Tag, context: Context) -> Context:
    builder.open(Block("toggle"))
    return replace(context, listing=None)


def _summary(builder: Builder, tag: Tag, context: Context) -> Context:
    size = _SIZE.search(attribute(tag, "style"))
    if builder.open(Block("summary")) and size:
        builder.outer.level = _SIZES.get(size[1], 0)
    return context


_BY_CLASS: dict[str, Handler] = {
    **dict.fromkeys(DECORATION | DERIVED | {"page-title", "properties"}, _leave_out),
    "icon": icon,
    "table_of_contents": _contents,
    "callout": callout,
    "checkbox": checkbox,
    "comment": _quote,
    "selected-value": value,
    "status-value": value,
    "bookmark": bookmark,
    "bookmark-title": bookmark_part,
    "bookmark-href": bookmark_part,
    "katex-mathml": mathml,
    **dict.fromkeys(EQUATIONS, equation),
}
_BY_NAME: dict[str, Handler] = {
    **dict.fromkeys(_MARKS, _mark),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu"), listing),
    **dict.fromkeys(MEDIA, media),
    **dict.fromkeys(("td", "th"), cell),
    "a": link,
    "blockquote": _quote,
    "br": _break,
    "details": _toggle,
    "hr": _rule,
    "img": image,
    "input": checkbox,
    "li": item,
    "math": equation,
    "pre": code,
    "span": _span,
    "summary": _summary,
    "table": table,
    "thead": head,
    "tr": row,
}
