"""How much of one text is in another: every character counted, wherever lines break and whatever moved.

Blanks and what nobody sees do not count. What is equal is paired off from the large to the small: lines,
words, long stretches of what has no blanks, and then what is left between two places that belong together.
Each character of the note answers for one of the source, so a line that stood there twice is missed once.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from studylog.core.incoming.pairing import Pairing, Piece, Span
from studylog.core.values import dataclass

_UNSEEN = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_SEEN = re.compile(f"[^{_UNSEEN.pattern[1:-2]}]")
# Shorter lines and stretches are equal by chance.
_SHORTEST_LINE = 4
_STRETCHES = (24, 8)
_CONTEXT = 14


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many characters of a text were found, of how many; `missing` shows the others, in 【】."""

    found: int
    total: int
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.found == self.total

    @property
    def percent(self) -> float:
        """The share that was found, never rounded up to the whole."""
        return 100.0 if self.whole else self.found * 10_000 // self.total / 100


def coverage(visible: str, note_text: str) -> Coverage:
    """How much of what could be read in a source can be read in a note."""
    source = unicodedata.normalize("NFKC", visible)
    wanted = _UNSEEN.sub("", source)
    note = unicodedata.normalize("NFKC", note_text)
    there = _UNSEEN.sub("", note)
    if wanted in there:
        return Coverage(len(wanted), len(wanted))
    if not there:
        return Coverage(0, len(wanted), (f"【{' '.join(source.split())}】",))
    pairing = Pairing(wanted, there)
    for step in _steps(pairing, source, note):
        step()
        if pairing.is_done:
            return Coverage(len(wanted), len(wanted))
    gaps = list(pairing.gaps())
    lost = sum(end - start for start, end in gaps)
    return Coverage(len(wanted) - lost, len(wanted), tuple(_in_context(source, gaps)))


def _steps(pairing: Pairing, source: str, note: str) -> Iterator[Callable[[], None]]:
    """What is paired with what, from the large to the small."""
    lines = [list(_pieces(text.splitlines(), _SHORTEST_LINE)) for text in (source, note)]
    yield partial(pairing.pair_all, *lines)
    words = [list(_pieces(text.split())) for text in (source, note)]
    yield partial(pairing.pair_all, *words)
    yield from (partial(pairing.pair_stretches, length) for length in _STRETCHES)
    yield partial(pairing.pair_tokens, *([start for start, _ in each] for each in words))
    yield partial(pairing.pair_tokens, [], [])
    yield from (pairing.pair_inside, pairing.pair_slid, pairing.pair_gaps, pairing.pair_the_rest)


def _pieces(written: Iterable[str], shortest: int = 1) -> Iterator[Piece]:
    """The pieces of a text without blanks, and where each begins then; without those that are too short."""
    position = 0
    for piece in written:
        seen = _UNSEEN.sub("", piece)
        if len(seen) >= shortest:
            yield position, seen
        position += len(seen)


def _in_context(source: str, gaps: list[Span]) -> Iterator[str]:
    """The gaps as a person finds them: in the text around them, those close to each other together."""
    if not gaps:
        return
    seen = [found.start() for found in _SEEN.finditer(source)]
    spans = [_at_words(source, seen, gap) for gap in gaps]
    group = [spans[0]]
    for span in spans[1:]:
        if span[0] - group[-1][1] > 2 * _CONTEXT:
            yield _shown(source, group)
            group = []
        group.append(span)
    yield _shown(source, group)


def _at_words(source: str, seen: list[int], gap: Span) -> Span:
    """The gap in the text with its blanks; of several that are the same text, the one that begins a word."""
    start, end = gap
    for back in range(_CONTEXT):
        first, last = start - back, end - back - 1
        if first == 0 or seen[first] - seen[first - 1] > 1:
            return seen[first], seen[last] + 1
        if source[seen[first - 1]] != source[seen[last]]:
            break
    return seen[start], seen[end - 1] + 1


def _shown(source: str, group: list[Span]) -> str:
    first, last = max(0, group[0][0] - _CONTEXT), min(len(source), group[-1][1] + _CONTEXT)
    text, position = "…" if first else "", first
    for start, end in group:
        text += f"{source[position:start]}【{source[start:end]}】"
        position = end
    return " ".join((text + source[position:last] + ("…" if last < len(source) else "")).split())
