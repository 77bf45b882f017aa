"""One way through the tree of a page, element by element, to its blocks."""

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement

from studylog.core.i18n import say
from studylog.core.notion.html.model import Block
from studylog.core.notion.html.reading.builder import Builder, Context, Notes
from studylog.core.notion.html.reading.elements import handler_of
from studylog.core.notion.html.reading.hints import Hints
from studylog.core.notion.html.reading.leaving import left
from studylog.core.notion.html.reading.tree import BLOCKS, cleaned, is_text
from studylog.core.values import dataclass


@dataclass(slots=True)
class _Visit:
    """An element whose children are read: what was open and what had been added before it."""

    tag: Tag
    context: Context
    children: Iterator[PageElement]
    depth: int
    added: int


def read_blocks(article: Tag, hints: Hints, notes: Notes) -> Block:
    """The blocks of a page; elements that nobody knows give what they hold."""
    builder = Builder(hints, notes)
    visits = [_Visit(article, Context(), iter(article.contents), 1, 0)]
    while visits:
        visit = visits[-1]
        node = next(visit.children, None)
        if node is None:
            _leave(builder, visits.pop())
        elif isinstance(node, Tag):
            visits += _entered(builder, node, visit.context)
        elif is_text(node):
            builder.text(cleaned(str(node)), visit.context)
    if builder.is_too_deep:
        message = say("Blocks are nested too deeply here; the innermost stand beside each other.")
        notes.add(article, "warning", "nesting", message)
    return builder.page


def _entered(builder: Builder, tag: Tag, context: Context) -> list[_Visit]:
    if tag.name in BLOCKS:
        builder.end()
    depth, added = builder.depth, builder.added
    inside = handler_of(tag)(builder, tag, context)
    return [_Visit(tag, inside, iter(tag.contents), depth, added)] if inside is not None else []


def _leave(builder: Builder, visit: _Visit) -> None:
    left(builder, visit.tag, visit.context, builder.added == visit.added)
    builder.close(visit.depth)
    if visit.tag.name in BLOCKS:
        builder.end()
