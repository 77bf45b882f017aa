"""Blocks of Notion's own kind: callouts, code, equations."""

from bs4 import Tag

from studylog.core.i18n import say
from studylog.core.notion.html.model import BREAK, Block, Run
from studylog.core.notion.html.reading.builder import Builder, Context
from studylog.core.notion.html.reading.tree import BLOCKS, attribute, classes, is_twin, strings
from studylog.core.values import replace

# A family with skin colours is a long one.
_LONGEST_EMOJI = 24


def callout(builder: Builder, tag: Tag, context: Context) -> Context:
    """Begin a callout, with its picture where newer exports have it."""
    builder.open(Block("callout", mark=_emoji(attribute(tag, "data-notion-callout-icon"))))
    return context


def icon(builder: Builder, tag: Tag, context: Context) -> None:
    """The picture of a callout stands in a large box of its own; all others only decorate."""
    around, box = builder.inner, tag.parent
    if around.kind == "callout" and not around.mark and box and "font-size" in attribute(box, "style"):
        around.mark = _emoji(attribute(tag, "data-emoji") or strings(tag))


def code(builder: Builder, tag: Tag, context: Context) -> None:
    """Add code with its language, without the colours it was given."""
    text = strings(tag).strip("\n")
    inner = tag.find("code")
    name = attribute(inner, "class") if isinstance(inner, Tag) else ""
    written = name.rpartition("language-")[2] if "language-" in name else ""
    language = written or attribute(tag, "data-notion-code-syntax")
    if text.strip():
        spans = [run for line in text.split("\n") for run in (BREAK, Run("code", line))]
        builder.put(Block("code", mark=language, text=text), *spans)


def equation(builder: Builder, tag: Tag, context: Context) -> Context | None:
    """Add an equation by its source, on its own or in the line."""
    if context.sourceless:
        return context
    tex = builder.hints.tex(tag)
    if tex is None:
        message = say("An equation without its source was kept as the text that it shows.")
        builder.notes.add(tag, "warning", "equation-source", message)
        return replace(context, sourceless=True)
    run = Run("math", tex, context.marks, context.link)
    if tex and (tag.name in BLOCKS or "katex-display" in classes(tag)):
        builder.put(Block("formula", text=tex), run)
    elif tex:
        builder.add(run)
    return None


def mathml(builder: Builder, tag: Tag, context: Context) -> Context | None:
    """One of the two forms of an equation whose source is missing is enough."""
    return None if context.sourceless and is_twin(tag) else context


def _emoji(written: str) -> str:
    """The picture, where it is one and no address."""
    emoji = written.strip()
    return "" if emoji.isascii() or len(emoji) > _LONGEST_EMOJI else emoji
