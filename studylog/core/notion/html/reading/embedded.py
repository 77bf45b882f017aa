"""What leads out of a page or was put into it: links, bookmarks, pictures, files, videos."""

from bs4 import Tag

from studylog.core.i18n import say
from studylog.core.notion.html.links import destination
from studylog.core.notion.html.model import Run
from studylog.core.notion.html.reading.builder import Builder, Context
from studylog.core.notion.html.reading.tree import attribute, cleaned
from studylog.core.values import replace

_LONGEST = 80


def link(builder: Builder, tag: Tag, context: Context) -> Context:
    """A link to a place in the text; to one that a note cannot lead to, only its words."""
    _separate(builder, tag, context)
    return replace(context, link=_target(builder, tag, "href"))


def media(builder: Builder, tag: Tag, context: Context) -> Context:
    """A video, a sound or another page, shown inside of this one: a link to it."""
    name = "data" if tag.name == "object" else "src"
    return replace(context, link=_target(builder, tag, name) or context.link)


def bookmark(builder: Builder, tag: Tag, context: Context) -> Context:
    """A link with a title, a description and its address; the title is the link."""
    target = _target(builder, tag, "href")
    return replace(context, link=None, bookmark=target)


def bookmark_part(builder: Builder, tag: Tag, context: Context) -> Context | None:
    """The title of a bookmark, or its address where that is not the same once more."""
    if builder.hints.is_repeated(tag):
        return None
    return replace(context, link=context.bookmark)


def image(builder: Builder, tag: Tag, context: Context) -> None:
    """A picture with the words that describe it; one that lies inside the page itself leaves its words."""
    words = " ".join(cleaned(attribute(tag, "alt")).split())
    source = _target(builder, tag, "src")
    if source is None:
        builder.text(words, context)
        return
    # Notion links a picture to its own file.
    around = None if context.link == source else context.link
    builder.add(Run("image", words, context.marks - {"code"}, around, source))


def _target(builder: Builder, tag: Tag, name: str) -> str | None:
    """Where an attribute leads; what a note may not lead to is said."""
    written = attribute(tag, name).strip()
    target = destination(written)
    if target is None and written and not written.startswith("#"):
        shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
        message = say("This address cannot be kept, only its text: {address}", address=shown)
        builder.notes.add(tag, "warning", "address", message)
    return target


def _separate(builder: Builder, tag: Tag, context: Context) -> None:
    """Pages and files in a cell of a database stand side by side without any sign."""
    part = tag.parent if tag.parent is not None and tag.parent.name == "span" else tag
    cell, before = part.parent, part.previous_sibling
    is_value = cell is not None and cell.name == "td" and attribute(cell, "class").startswith("cell-")
    if is_value and isinstance(before, Tag) and before.name == part.name:
        builder.text(", ", context)
