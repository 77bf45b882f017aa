"""Tables of a page, those of databases, too."""

from bs4 import Tag

from studylog.core.notion.html.model import Block
from studylog.core.notion.html.reading.builder import Builder, Context
from studylog.core.notion.html.reading.tree import classes
from studylog.core.values import replace


def table(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin a table."""
    builder.open(Block("table"))
    return replace(context, head=False, listing=None)


def head(builder: Builder, tag: Tag, context: Context) -> Context:
    """Rows that are the head of a table."""
    return replace(context, head=True)


def row(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin a row."""
    builder.open(Block("row", level=int(context.head)))
    return context


def cell(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin a cell, in which only text has a place."""
    builder.open(Block("cell"))
    return context


def value(builder: Builder, tag: Tag, context: Context) -> Context:
    """A choice among others in the cell of a database; they stand side by side without any sign."""
    before = tag.previous_sibling
    if isinstance(before, Tag) and not {"selected-value", "status-value"}.isdisjoint(classes(before)):
        builder.text(", ", context)
    return context
