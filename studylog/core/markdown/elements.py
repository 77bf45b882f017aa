"""Links and pictures, from Markdown and from raw HTML alike."""

import re
from html import escape
from posixpath import basename
from urllib.parse import unquote

from studylog.core.late import late
from studylog.core.markdown.addresses import is_outside, safe
from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.markdown.fragment import Fragment

_PICTURE = late(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
_SIZE = late(r"\d+(?:x\d+)?")


def attributes(**values: str | int | None) -> str:
    """HTML attributes, escaped; those that are None are left out, and `_` in a name is `-`."""
    return "".join(
        [
            f' {name.rstrip("_").replace("_", "-") if "_" in name else name}="{escape(str(value))}"'
            for name, value in values.items()
            if value is not None
        ]
    )


def open_link(
    fragment: Fragment,
    name: str,
    target: str | None,
    written: str,
    *,
    title: str | None = None,
    raw: bool = False,
) -> None:
    """Opens a link to the target; without one, or inside another link, a mere span."""
    inside = fragment.inside("link", "a")
    opening, closing = ("<span>", "</span>") if inside else link_opening(target, written, title)
    fragment.open(name, opening, closing, raw=raw)


def link_opening(target: str | None, written: str, title: str | None = None) -> tuple[str, str]:
    """The tags around a link to the target; without one, those of words that are no link."""
    address = safe(target) if target is not None else None
    if address is None:
        return f"<span{attributes(class_='broken-link', title=written)}>", "</span>"
    rel = "noopener noreferrer" if is_outside(address) else None
    return f"<a{attributes(href=address, rel=rel, title=title)}>", "</a>"


def wikilink(fragment: Fragment, context: RenderContext, target: str, label: str) -> None:
    """Writes a link to a page of the notebook."""
    open_link(fragment, "wikilink", context.wikilink(target), target)
    fragment.text(label)
    fragment.close("wikilink")


def embed(fragment: Fragment, context: RenderContext, target: str, label: str) -> None:
    """Writes a picture of the notebook, or a link to the page that should be shown here."""
    words = target if _SIZE.fullmatch(label) else label
    if context.image(target) is None and (
        context.wikilink(target) is not None or not looks_like_picture(target)
    ):
        wikilink(fragment, context, target, words)
    else:
        picture(fragment, context, target, words)


def looks_like_picture(target: str) -> bool:
    """Whether a name ends as those of pictures do."""
    return bool(_PICTURE.search(target))


def picture(
    fragment: Fragment, context: RenderContext, source: str, alt: str, title: str | None = None
) -> None:
    """Writes a picture; one from elsewhere is a link to it, for no request may leave the page."""
    if is_outside(source):
        _remote(fragment, source, _words(alt, source), title)
    else:
        fragment.write(picture_html(context.image(source), source, alt, title))


def picture_html(found: PictureLink | None, source: str, alt: str, title: str | None = None) -> str:
    """A picture that was found; the words that stand for it where it was not."""
    address = safe(found.src) if found and not is_outside(found.src) else None
    if found is None or address is None:
        missing = attributes(class_="missing-picture", title=title or source)
        return f"<span{missing}>{escape(_words(alt, source), quote=False)}</span>"
    shown = attributes(
        src=address, alt=alt, title=title, width=found.width, height=found.height, loading="lazy"
    )
    return f"<img{shown}>"


def _words(alt: str, source: str) -> str:
    return alt.strip() or unquote(basename(source.rstrip("/"))) or source


def _remote(fragment: Fragment, source: str, words: str, title: str | None) -> None:
    address = safe(source)
    text = escape(words, quote=False)
    if address is None or fragment.inside("link", "a"):
        fragment.write(f'<span class="remote-picture"{attributes(title=title or source)}>{text}</span>')
        return
    link = attributes(class_="remote-picture", href=address, rel="noopener noreferrer", title=title)
    fragment.write(f"<a{link}>{text}</a>")
