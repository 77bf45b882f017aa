"""Raw HTML on the page: tags that we know, rewritten; everything else as the text that it is."""

from html import escape, unescape

from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.elements import attributes, open_link, picture
from studylog.core.markdown.fragment import Fragment
from studylog.core.markdown.tags import ALLOWED, SOURCES, TRANSPARENT, VOID, Aside, Tag, pieces

_EVERYWHERE = frozenset({"lang", "dir", "title"})
_OF = {
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "ol": frozenset({"start", "reversed"}),
    "li": frozenset({"value"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
}
_TABLE = ("table",)
# Parts mean nothing outside of their whole; there, they only part words.
_WHOLES = {
    **dict.fromkeys(("tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col"), _TABLE),
    **dict.fromkeys(("dt", "dd"), ("dl",)),
    **dict.fromkeys(("rt", "rp"), ("ruby",)),
    "li": ("ul", "ol"),
    "summary": ("details",),
}


def raw_html(fragment: Fragment, context: RenderContext, html: str) -> None:
    """Writes a piece of raw HTML."""
    fragment.has_raw = True
    for number, piece in enumerate(pieces(html)):
        if isinstance(piece, str):
            fragment.text(unescape(piece))
        elif isinstance(piece, Aside):
            _aside(fragment, piece.source)
        elif not number and piece.name in SOURCES:
            fragment.write(f'<pre class="raw-html">{escape(html, quote=False)}</pre>\n')
            return
        else:
            _tag(fragment, context, piece)


def _aside(fragment: Fragment, source: str) -> None:
    fragment.write(f'<span class="raw-html">{escape(source, quote=False)}</span>')


def _tag(fragment: Fragment, context: RenderContext, tag: Tag) -> None:
    if tag.name in TRANSPARENT:
        # Of these, only a block of its own is ever opened: `<aside>`.
        if tag.closing:
            fragment.close_raw(tag.name)
        return
    if tag.name not in ALLOWED or (fragment.raw_is_full and not tag.closing):
        fragment.text(tag.source)
    elif tag.name in _WHOLES and not fragment.inside(*_WHOLES[tag.name]):
        fragment.write(" ")
    elif tag.closing:
        fragment.close_raw(tag.name)
    elif tag.name == "img":
        given = dict(tag.attributes)
        picture(fragment, context, given.get("src", ""), given.get("alt", ""), given.get("title"))
    elif tag.name == "a":
        _link(fragment, context, dict(tag.attributes))
    elif tag.name in VOID:
        fragment.write(f"<{tag.name}{_attributes(tag)}>")
    else:
        _open(fragment, context, tag)


def _open(fragment: Fragment, context: RenderContext, tag: Tag) -> None:
    name = tag.name
    if name[0] == "h" and name[1:].isdigit():
        name = f"h{min(6, int(name[1:]) + context.heading_offset)}"
    opening, closing = f"<{name}{_attributes(tag)}>", f"</{name}>"
    if name == "table":
        opening, closing = f"{table_opening(context)}{opening}", f"{closing}</div>"
    fragment.open(tag.name, opening, closing, raw=True)


def table_opening(context: RenderContext) -> str:
    """What stands around a table, which may be wider than the page."""
    role = "group" if context.table_label else None
    given = attributes(class_="table", tabindex=0, role=role, aria_label=context.table_label or None)
    return f"<div{given}>"


def _link(fragment: Fragment, context: RenderContext, given: dict[str, str]) -> None:
    href = given.get("href")
    if href is None:
        fragment.open("a", "<span>", "</span>", raw=True)
    else:
        open_link(fragment, "a", context.link(href), href, title=given.get("title"), raw=True)


def _attributes(tag: Tag) -> str:
    allowed = _EVERYWHERE | _OF.get(tag.name, frozenset())
    return attributes(**{name: value for name, value in tag.attributes if name in allowed})
