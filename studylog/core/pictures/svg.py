"""An SVG made harmless: what draws stays, what runs, leads elsewhere or loads something goes.

In a page it is shown where nothing of it may run; opened by itself it would be a page of the site.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_OPENING = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!DOCTYPE[^>\[]*>|<!--(?:(?!-->).)*-->)*<(?:\w+:)?svg[\s>]", re.DOTALL
)
# Words for a parser: what they stand for may be elsewhere, or be endless.
_DEFINED = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_NAMES = """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
    feTurbulence filter g image line linearGradient marker mask path pattern polygon polyline
    radialGradient rect stop style svg switch symbol text textPath title tspan use view
"""
_ELEMENTS = frozenset(_NAMES.split())
# Without these, what is inside of them is shown where they stood.
_TRANSPARENT = frozenset({"a", "switch"})
_LEADING = frozenset({"href", f"{_XLINK}href"})
# What programs keep for themselves, such as the whole drawing once more.
_UNSEEN = re.compile(r"content|data-.*|on.*|\{.*", re.IGNORECASE)
_LOADING = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression\s*\(|javascript:|\\|/\*", re.IGNORECASE)
_OWN_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_LARGEST = 4 << 20
_DEEPEST = 200


def bare_svg(content: bytes) -> bytes | None:
    """The drawing of an SVG; None for what is none, or uses words that a parser would have to look up."""
    if len(content) > _LARGEST:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if not _OPENING.match(text) or _DEFINED.search(text):
        return None
    # Imported here because few notebooks have such pictures.
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        root = fromstring(_DOCTYPE.sub("", text, count=1))
    except (ParseError, ValueError):
        return None
    if root.tag != f"{_SVG}svg":
        return None
    spaces = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return "".join(_written(root, spaces, 0)).encode()


def _written(element: "Element", spaces: str, depth: int) -> Iterator[str]:
    name = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
    if name not in _ELEMENTS or not str(element.tag).startswith(_SVG) or depth > _DEEPEST:
        return
    if name == "style" and _LOADING.search("".join(element.itertext())):
        return
    tag = "g" if name in _TRANSPARENT else name
    yield f"<{tag}{spaces}{''.join(_attributes(element))}>"
    yield escape(element.text or "", quote=False)
    for child in element:
        yield from _written(child, "", depth + 1)
        yield escape(child.tail or "", quote=False)
    yield f"</{tag}>"


def _attributes(element: "Element") -> Iterator[str]:
    for name, value in element.items():
        if name in _LEADING:
            if element.tag != f"{_SVG}a" and (value.startswith("#") or _OWN_PICTURE.fullmatch(value)):
                yield f' xlink:href="{escape(value)}"'
        elif name == f"{_XML}space":
            yield f' xml:space="{escape(value)}"'
        elif not _UNSEEN.fullmatch(name) and not _LOADING.search(value):
            yield f' {name}="{escape(value)}"'
