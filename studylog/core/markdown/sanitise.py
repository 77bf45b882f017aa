"""Raw HTML of a note made harmless: known tags with known attributes, everything else as text."""

import re
from collections.abc import Callable
from html import escape

import nh3

from studylog.core.markdown.tags import ALLOWED, SOURCES, TRANSPARENT, VOID, Aside, Tag, pieces

_PLAIN_ATTRIBUTES = frozenset(
    {"title", "lang", "dir", "open", "colspan", "rowspan", "start", "reversed", "datetime", "alt", "cite"}
)
# What our own rendering adds on top; a note's HTML never keeps its own classes and addresses.
_OURS = {"class", "id", "href", "rel", "role", "tabindex", "aria-label", "aria-hidden", "start", "src", "alt"}
_OURS |= {"width", "height", "loading", "colspan", "rowspan", "open", "title", "lang", "dir", "datetime"}
_OUR_TAGS = {"section", "span", "div", "td", "th"}
_SAFE = re.compile(r"(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)
_KEPT = "\ue000{}\ue001"
_KEPT_AGAIN = re.compile("\ue000(\\d+)\ue001")

LinkTag = Callable[[str], str]
PictureTag = Callable[[str, str], str]


def is_safe(url: str) -> bool:
    """Whether a link may be followed: http, https, mailto, or relative."""
    return bool(_SAFE.match(url.strip()))


def safe_html(html: str, link: LinkTag, picture: PictureTag) -> str:
    """Raw HTML with harmless tags only; what is no markup is shown as text, so that no word is lost."""
    out: list[str] = []
    source: str | None = None
    for piece in pieces(html):
        if isinstance(piece, str):
            out.append(piece.replace("<", "&lt;").replace(">", "&gt;"))
        elif isinstance(piece, Aside) or source or piece.name in SOURCES:
            # A script is shown, not run: its lines may be what the note is about.
            out.append(escape(piece.source))
            source = _source_after(piece, source)
        else:
            out.append(safe_tag(piece, link, picture))
    return "".join(out)


def _source_after(piece: Tag | Aside, source: str | None) -> str | None:
    if isinstance(piece, Aside):
        return source
    if piece.closing:
        return None if piece.name == source else source
    return source or (piece.name if piece.name in SOURCES else None)


def safe_tag(tag: Tag, link: LinkTag, picture: PictureTag) -> str:
    """One tag with its harmless attributes; a picture becomes what `picture` makes of it."""
    if tag.name in TRANSPARENT:
        return " "
    if tag.name not in ALLOWED:
        return escape(tag.source)
    if tag.closing:
        return "" if tag.name in VOID else f"</{tag.name}>"
    attributes = dict(tag.attributes)
    if tag.name == "img":
        return picture(attributes.get("src", ""), attributes.get("alt", ""))
    if tag.name == "a":
        return link(attributes.get("href", ""))
    kept = (f' {name}="{escape(value)}"' for name, value in tag.attributes if name in _PLAIN_ATTRIBUTES)
    return f"<{tag.name}{''.join(kept)}>"


def keep(html: str, kept: list[str]) -> str:
    """Sets our own HTML aside, and gives the sign that stands for it until `balanced` puts it back."""
    kept.append(html)
    return _KEPT.format(len(kept) - 1)


def without_signs(text: str) -> str:
    """The text without the two private characters that signs are made of."""
    return text.replace("\ue000", "\ufffd").replace("\ue001", "\ufffd")


def balanced(html: str, kept: list[str]) -> str:
    """HTML whose tags are all closed in the right order, with what was set aside in its place."""
    clean = nh3.clean(
        html,
        tags=set(ALLOWED) | _OUR_TAGS,
        attributes={"*": _OURS},
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
    )
    return _KEPT_AGAIN.sub(lambda match: kept[int(match[1])], clean)
