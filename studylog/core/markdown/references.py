"""Links and pictures of a note as they lead from its page: safe ones, and nothing that loads by itself."""

import re
from html import escape
from urllib.parse import quote

from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.sanitise import is_safe

_WEB = re.compile(r"https?://", re.IGNORECASE)
_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]|"


class References:
    """The links and pictures of one slice; links that are open wait for the tag that closes them."""

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._closings: list[str] = []

    def open(self, url: str) -> str:
        """The tag that opens a link; one that leads nowhere is only marked."""
        target = self._context.link(url) if is_safe(url) else None
        self._closings.append("</a>" if target is not None else "</span>")
        return _opening(target)

    def close(self) -> str:
        """The tag that closes the last link."""
        return self._closings.pop() if self._closings else ""

    def raw_link(self, url: str) -> str:
        """A link of a raw block: its end stands in the block, so one that leads nowhere is an empty link."""
        target = self._context.link(url) if is_safe(url) else None
        return _opening(target) if target is not None else "<a>"

    def wikilink(self, target: str, label: str) -> str:
        """A link to another note by its name."""
        page = self._context.wikilink(target)
        closing = "</a>" if page is not None else "</span>"
        return f"{_opening(page)}{escape(label, quote=False)}{closing}"

    def embed(self, target: str, label: str) -> str:
        """`![[…]]` shows a picture, and of a note the link to it."""
        if self._context.image(target) is None and self._context.wikilink(target) is not None:
            return self.wikilink(target, label)
        return self.picture(target, label)

    def picture(self, source: str, alt: str) -> str:
        """A picture of the notebook; one from elsewhere would be a request, so it becomes a link."""
        name = escape(alt or source.rsplit("/", 1)[-1], quote=False)
        if _WEB.match(source):
            return f'<a class="remote-picture" href="{_address(source)}" rel="noopener noreferrer">{name}</a>'
        found = self._context.image(source)
        if found is None:
            return f'<span class="missing-picture">{name}</span>'
        sizes = (("width", found.width), ("height", found.height))
        size = "".join(f' {side}="{pixels}"' for side, pixels in sizes if pixels)
        return f'<img src="{escape(found.src)}" alt="{escape(alt)}"{size} loading="lazy">'


def _opening(target: str | None) -> str:
    if target is None:
        return '<span class="broken-link">'
    foreign = ' rel="noopener noreferrer"' if _WEB.match(target) else ""
    return f'<a href="{_address(target)}"{foreign}>'


def _address(url: str) -> str:
    """The address as an attribute: what may stand in a URL stays, the rest is percent-encoded."""
    return escape(quote(url, safe=_IN_ADDRESSES))
