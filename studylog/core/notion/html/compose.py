"""Blocks as Markdown, in the form in which people write it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from studylog.core.notion.html.dress import one_line, paragraphs_of, without_bold
from studylog.core.notion.html.fencing import code_block, display
from studylog.core.notion.html.inline import heading, paragraph
from studylog.core.notion.html.lists import DONE, NUMBER, TASK
from studylog.core.notion.html.model import GAP, Block, Run
from studylog.core.notion.html.summary import summary
from studylog.core.notion.html.tables import table

# What GitHub and Obsidian call a callout with one of these pictures; any other is a note.
_KINDS = {
    **dict.fromkeys("💡✨👍✅🎯", "TIP"),
    **dict.fromkeys("❗❕❓‼⁉📌⭐🔑", "IMPORTANT"),
    **dict.fromkeys("⚠🚧", "WARNING"),
    **dict.fromkeys("🚨🔥🛑⛔🚫❌☠", "CAUTION"),
}
_NUMBERED = frozenset({"number", "number)"})
_LISTED = frozenset({"bullet", *_NUMBERED})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A block as Markdown: paragraphs, items and gaps stand closer to some neighbours than to others."""

    text: str
    kind: str = "block"
    number: int = 0
    loose: bool = False


def markdown(page: Block) -> str:
    """A whole page as Markdown, ended by a newline; empty where nothing is."""
    text = _joined(_chunks(page.parts))
    # A line at the very beginning would begin a header.
    text = f"***{text[3:]}" if text.startswith("---\n") or text == "---" else text
    return f"{text}\n" if text else ""


def _chunks(parts: Sequence[Block | Run]) -> list[Chunk]:
    """Each block, and each paragraph that the runs between blocks make.

    A list that does not go on with the next number has another sign behind its numbers, for nothing else
    keeps it apart from the one before it.
    """
    chunks: list[Chunk] = []
    before: Chunk | None = None
    for chunk in _written(parts):
        if (
            before
            and {before.kind, chunk.kind} <= _NUMBERED
            and (before.kind == "number)") != (chunk.number != before.number + 1)
        ):
            sign = len(str(chunk.number))
            chunk = replace(chunk, kind="number)", text=f"{chunk.text[:sign]}){chunk.text[sign + 1 :]}")
        chunks.append(chunk)
        before = chunk if chunk.kind != "gap" else before
    return chunks


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


def _joined(chunks: Sequence[Chunk]) -> str:
    """Chunks with as much room between them as they need."""
    text = ""
    before: Chunk | None = None
    gap = False
    for chunk in chunks:
        if chunk.kind == "gap":
            gap = True
            continue
        if before is not None:
            text += "\n" if _are_close(before, chunk, gap) else "\n\n"
        text += chunk.text
        before, gap = chunk, False
    return text


def _are_close(before: Chunk, chunk: Chunk, gap: bool) -> bool:
    is_same = before.kind == chunk.kind and chunk.kind in _LISTED
    return is_same and not gap and not before.loose and not chunk.loose


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
    if inside[0].kind in _LISTED:
        yield from inside
        return
    number = block.level if block.mark == NUMBER else 0
    marker = f"{number}. " if block.mark == NUMBER else "- "
    box = f"{block.mark} " if block.mark in (TASK, DONE) and inside[0].kind == "paragraph" else ""
    text, is_loose = _item_text(inside)
    yield Chunk(
        f"{marker}{box}{_indented(text, len(marker))}", "number" if number else "bullet", number, is_loose
    )


def _item_text(inside: Sequence[Chunk]) -> tuple[str, bool]:
    """The text of an item, and whether empty lines stand in it; a list may follow its words at once."""
    # Dashes behind a dash would be one line of dashes.
    text = "***" if inside[0].kind == "rule" else inside[0].text
    is_loose = False
    for before, chunk in pairwise(inside):
        begins = before.kind == "paragraph" and (chunk.kind == "bullet" or chunk.number == 1)
        is_close = (begins and not chunk.loose) or _are_close(before, chunk, gap=False)
        is_loose = is_loose or not is_close
        text += ("\n" if is_close else "\n\n") + chunk.text
    return text, is_loose


def _indented(text: str, width: int) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{' ' * width}{line}" if line else "" for line in rest)])


def _quote(block: Block) -> Iterator[Chunk]:
    text = _joined(_chunks(block.parts))
    if text:
        yield Chunk(_quoted(text))


def _callout(block: Block) -> Iterator[Chunk]:
    """A callout with its picture before its first words."""
    begins_with_words = bool(block.parts) and isinstance(block.parts[0], Run)
    icon = [Run("text", f"{block.mark} ")] if block.mark and begins_with_words else []
    text = _joined(_chunks([*icon, *block.parts]))
    if not text or text == block.mark:
        return
    text = f"{block.mark}\n\n{text}" if block.mark and not begins_with_words else text
    kind = _KINDS.get(block.mark[:1], "NOTE")
    yield Chunk(_quoted(f"[!{kind}]\n{text}"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _toggle(block: Block) -> Iterator[Chunk]:
    """What can be folded; under a heading it is the text of its section."""
    head = next((part for part in block.parts if isinstance(part, Block) and part.kind == "summary"), None)
    line = one_line(_runs(head)) if head else []
    inside = _chunks([part for part in block.parts if part is not head])
    if not line or block.level:
        yield from _heading(Block("heading", [*line], level=block.level)) if line else ()
        yield from inside
        return
    text = _joined(inside)
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
