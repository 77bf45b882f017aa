"""Lists of a page: Notion writes one for each item, and to-dos and toggles as lists, too."""

import re

from bs4 import Tag

from studylog.core.notion.html.model import BULLET, DONE, NUMBER, TASK, TOGGLE, Block, Run
from studylog.core.notion.html.reading.builder import Builder, Context, Listing
from studylog.core.notion.html.reading.tree import attribute, classes
from studylog.core.values import replace

_BOXES = {True: "☑", False: "☐"}
# A list of Markdown begins with a number of nine digits at most.
_START = re.compile(r"\d{1,9}")


def listing(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin a list of the kind that its class or its name says."""
    kinds = classes(tag)
    if "to-do-list" in kinds:
        return replace(context, listing=Listing(TASK))
    if "toggle" in kinds:
        return replace(context, listing=Listing(TOGGLE))
    start = attribute(tag, "start")
    number = int(start) if _START.fullmatch(start) else 1
    return replace(context, listing=Listing(NUMBER if tag.name == "ol" else BULLET, number))


def item(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin an item, numbered after the one before it; that of a toggle is the toggle itself."""
    around = context.listing or Listing(BULLET)
    if around.mark != TOGGLE and builder.open(Block("item", mark=around.mark, level=around.number)):
        around.number += 1
    return replace(context, listing=None)


def checkbox(builder: Builder, tag: Tag, context: Context) -> Context | None:
    """Tick the to-do that a box belongs to; anywhere else it is a sign in the text."""
    if tag.name == "input" and attribute(tag, "type") != "checkbox":
        return None
    done = "checkbox-on" in classes(tag) or tag.has_attr("checked")
    if builder.inner.kind == "item" and builder.inner.mark in (TASK, DONE):
        builder.inner.mark = DONE if done else TASK
    else:
        builder.add(Run("text", _BOXES[done]))
    return context
