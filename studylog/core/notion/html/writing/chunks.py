"""Blocks that are Markdown already, and how much room they need between them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from studylog.core.values import dataclass, replace

_NUMBERED = frozenset({"number", "number)"})
LISTED = frozenset({"bullet", *_NUMBERED})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A block as Markdown: paragraphs, items and gaps stand closer to some neighbours than to others."""

    text: str
    kind: str = "block"
    number: int = 0
    loose: bool = False


def told_apart(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """The chunks, with another sign behind the numbers of a list that begins anew beside another one.

    Nothing else keeps `1. 2.` and `1. 2.` after it from being one list.
    """
    before: Chunk | None = None
    for chunk in chunks:
        if before is not None and _needs_other_sign(before, chunk):
            sign = len(str(chunk.number))
            chunk = replace(chunk, kind="number)", text=f"{chunk.text[:sign]}){chunk.text[sign + 1 :]}")
        yield chunk
        before = before if chunk.kind == "gap" else chunk


def _needs_other_sign(before: Chunk, chunk: Chunk) -> bool:
    goes_on = chunk.number == before.number + 1
    return {before.kind, chunk.kind} <= _NUMBERED and goes_on == (before.kind == "number)")


def joined(chunks: Sequence[Chunk]) -> str:
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


def item_text(inside: Sequence[Chunk]) -> tuple[str, bool]:
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


def _are_close(before: Chunk, chunk: Chunk, gap: bool) -> bool:
    is_same = before.kind == chunk.kind and chunk.kind in LISTED
    return is_same and not gap and not before.loose and not chunk.loose
