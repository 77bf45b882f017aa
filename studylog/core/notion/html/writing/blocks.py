"""Blocks as Markdown, in the form in which people write it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from studylog.core.markdown.nesting import indented, quoted
from studylog.core.notion.callouts import callout_kind
from studylog.core.notion.html.model import DONE, GAP, NUMBER, TASK, Block, Run
from studylog.core.notion.html.writing.chunks import (
    LISTED,
    Chunk,
    item_text,
    joined,
    told_apart,
)
from studylog.core.notion.html.writing.dress import one_line, paragraphs_of, without_bold
from studylog.core.notion.html.writing.fencing import code_block, display
from studylog.core.notion.html.writing.inline import heading, paragraph
from studylog.core.notion.html.writing.summary import summary
from studylog.core.notion.html.writing.tables import table


def markdown(page: Block) -> str:
    """A whole page as Markdown, ended by a newline; empty where nothing is."""
    text = joined(_chunks(page.parts))
    # A line at the very beginning would begin a header.
    text = f"***{text[3:]}" if text.startswith("---\n") or text == "---" else text
    return f"{text}\n" if text else ""


def _chunks(parts: Sequence[Block | Run]) -> list[Chunk]:
    """Each block, and each paragraph that the runs between blocks make."""
    return list(told_apart(_written(parts)))


def _written(parts: Sequence[Block | Run]) -> Iterator[Chunk]:
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, Run) and part is not GAP:
            runs.append(part)
            continue
        yield from _paragraphs(runs)
        runs = []
        yield from _WRITERS[part.kind](part) if isinstance(part, Block) else (Chunk("", "gap"),)
    yield from _paragraphs(runs)


def _paragraphs(runs: Sequence[Run]) -> Iterator[Chunk]:
    for lines in paragraphs_of(runs):
        yield Chunk(paragraph(lines), "paragraph")


def _heading(block: Block) -> Iterator[Chunk]:
    line = without_bold(one_line(_runs(block)))
    if line:
        yield Chunk(heading(line, block.level))


def _runs(block: Block) -> list[Run]:
    return [part for part in block.parts if isinstance(part, Run)]


def _item(block: Block) -> Iterator[Chunk]:
    """An item; one without words of its own gives its place to what it holds."""
    inside = [chunk for chunk in _chunks(block.parts) if chunk.kind != "gap"]
    if not inside:
        return
    if inside[0].kind in LISTED:
        yield from inside
        return
    is_numbered = block.mark == NUMBER
    marker = f"{block.level}. " if is_numbered else "- "
    box = f"{block.mark} " if block.mark in (TASK, DONE) and inside[0].kind == "paragraph" else ""
    text, is_loose = item_text(inside)
    written = f"{marker}{box}{indented(text, len(marker))}"
    yield Chunk(written, "number" if is_numbered else "bullet", block.level, is_loose)


def _quote(block: Block) -> Iterator[Chunk]:
    text = joined(_chunks(block.parts))
    if text:
        yield Chunk(quoted(text))


def _callout(block: Block) -> Iterator[Chunk]:
    """A callout with its picture before its first words."""
    begins_with_words = bool(block.parts) and isinstance(block.parts[0], Run)
    icon = [Run("text", f"{block.mark} ")] if block.mark and begins_with_words else []
    text = joined(_chunks([*icon, *block.parts]))
    if not text or text == block.mark:
        return
    text = f"{block.mark}\n\n{text}" if block.mark and not begins_with_words else text
    yield Chunk(quoted(f"[!{callout_kind(block.mark)}]\n{text}"))


def _toggle(block: Block) -> Iterator[Chunk]:
    """What can be folded; under a heading it is the text of its section."""
    head = next((part for part in block.parts if isinstance(part, Block) and part.kind == "summary"), None)
    line = one_line(_runs(head)) if head else []
    inside = _chunks([part for part in block.parts if part is not head])
    if not line or block.level:
        yield from _heading(Block("heading", [*line], level=block.level)) if line else ()
        yield from inside
        return
    text = joined(inside)
    body = f"\n\n{text}\n\n" if text else "\n"
    yield Chunk(f"<details>\n<summary>{summary(line)}</summary>{body}</details>")


def _table(block: Block) -> Iterator[Chunk]:
    rows = [part for part in block.parts if isinstance(part, Block) and part.kind == "row"]
    yield from _chunks([part for part in block.parts if isinstance(part, Run) or part.kind != "row"])
    written = table(rows)
    if written:
        yield Chunk(written)


def _code(block: Block) -> Iterator[Chunk]:
    yield Chunk(code_block(block.text, block.mark))


def _formula(block: Block) -> Iterator[Chunk]:
    yield Chunk(display(block.text))


def _rule(block: Block) -> Iterator[Chunk]:
    yield Chunk("---", "rule")


def _inside(block: Block) -> Iterator[Chunk]:
    yield from _chunks(block.parts)


_WRITERS: Mapping[str, Callable[[Block], Iterator[Chunk]]] = {
    "heading": _heading,
    "item": _item,
    "quote": _quote,
    "callout": _callout,
    "toggle": _toggle,
    "table": _table,
    "code": _code,
    "formula": _formula,
    "rule": _rule,
    "page": _inside,
    "summary": _inside,
    "row": _inside,
    "cell": _inside,
}
