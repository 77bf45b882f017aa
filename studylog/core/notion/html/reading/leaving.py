"""What is added where an element ends that turned out to hold nothing."""

from bs4 import Tag

from studylog.core.notion.html.links import is_relative, label
from studylog.core.notion.html.model import GAP, TEXT_ONLY, Run
from studylog.core.notion.html.reading.builder import Builder, Context
from studylog.core.notion.html.reading.tree import MEDIA, classes


def left(builder: Builder, tag: Tag, context: Context, is_empty: bool) -> None:
    """An empty paragraph keeps what is around it apart; a link without words is called by its file."""
    if not is_empty:
        return
    if context.bookmark and "bookmark" in classes(tag):
        builder.add(Run("text", context.bookmark, link=context.bookmark))
    elif tag.name == "p" and builder.inner.kind not in TEXT_ONLY:
        builder.add(GAP)
    elif context.link and (tag.name in MEDIA or (tag.name == "a" and is_relative(context.link))):
        builder.add(Run("text", label(context.link), context.marks, context.link))
