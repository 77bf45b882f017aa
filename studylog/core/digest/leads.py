"""The references of a note in their places in its HTML: addresses, pictures with their sizes, mere words."""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

from studylog.core.body.whole import OWN_PAGE, Reference
from studylog.core.markdown.context import PictureLink
from studylog.core.markdown.elements import link_opening, looks_like_picture, picture_html
from studylog.core.values import dataclass

_LINK = re.compile(r'<a href="@(?P<number>\d+)"(?: title="(?P<title>[^"]*)")?>(?P<inside>.*?)</a>', re.DOTALL)
_PICTURE = re.compile(
    r'<img src="@(?P<number>\d+)" alt="(?P<alt>[^"]*)"(?: title="(?P<title>[^"]*)")?[^<>]*>'
)
_OWN = f' href="../{OWN_PAGE}#'


@dataclass(frozen=True, slots=True)
class Lead:
    """Where one reference leads: to an address, or to a picture; to nothing when both are None.

    A page of slides has both.
    """

    address: str | None = None
    picture: PictureLink | None = None


def placed(html: str, references: Sequence[Reference], lead: Callable[[Reference], Lead], page: str) -> str:
    """HTML of a note with its references in their places; `page` is the page of the note."""
    if "@" not in html:
        return html

    def picture(match: re.Match[str]) -> str:
        reference = references[int(match["number"])]
        found = lead(reference)
        alt, title = unescape(match["alt"]), unescape(match["title"]) if match["title"] else None
        if found.picture is None and (found.address is not None or not looks_like_picture(reference.written)):
            # An embed of a page: `![[page]]`.
            opening, closing = link_opening(found.address, reference.written)
            return f"{opening}{match['alt']}{closing}"
        return picture_html(found.picture, reference.written, alt, title)

    seen: set[Reference] = set()

    def link(match: re.Match[str]) -> str:
        reference = references[int(match["number"])]
        if reference.kind == "slide":
            first = reference not in seen
            seen.add(reference)
            return _slide(lead(reference), match["inside"], first)
        title = unescape(match["title"]) if match["title"] else None
        opening, closing = link_opening(lead(reference).address, reference.written, title)
        return f"{opening}{match['inside']}{closing}"

    html = html.replace(_OWN, f' href="../{page}#')
    return _LINK.sub(link, _PICTURE.sub(picture, html))


def _slide(found: Lead, words: str, first: bool) -> str:
    """Words that lead to a page of slides, with its picture where it is named first; else mere words."""
    if found.address is None:
        return words
    picture = found.picture if first else None
    shown = f"{picture_html(picture, '', '')}" if picture else ""
    return f'<a class="slide" href="{escape(found.address)}">{shown}{words}</a>'
