"""Which character of one text answers for which of another: pairs, from the large to the small.

Both texts come without blanks. Each character is paired once, so what stands twice in one of them and once
in the other is left over once.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Span = tuple[int, int]
# Where a piece of a text begins, and the piece.
Piece = tuple[int, str]

# A run of one script, a number, or a single sign.
_TOKEN = re.compile("[가-힣ㄱ-ㆎ]+|[A-Za-z\u00c0-\u024f]+|[0-9]+|[\u3040-\u30ff\u4e00-\u9fff]+|.", re.DOTALL)
# A text of one sign a thousand times must not cost a million comparisons.
_MOST_PLACES = 8
_LONGEST_GAP = 400
# Where so much is missing, a letter here and there proves nothing.
_MOST_LEFT = 2000


class Pairing:
    """Which character of a note answers for which of a source; `pair` is -1 where none does."""

    def __init__(self, wanted: str, there: str) -> None:
        self.wanted, self.there = wanted, there
        self.pair = [-1] * len(wanted)
        self.found = bytearray(len(wanted))
        self.used = bytearray(len(there))

    @property
    def is_done(self) -> bool:
        """Whether every character of the source has its partner."""
        return self.found.find(0) < 0

    def gaps(self) -> Iterator[Span]:
        """The stretches of the source that nothing answers for yet."""
        return _free(self.found)

    def take(self, start: int, place: int, length: int) -> None:
        """Pairs a stretch of the source with one of the note."""
        self.pair[start : start + length] = range(place, place + length)
        self.found[start : start + length] = self.used[place : place + length] = b"\1" * length

    def pair_all(self, source: Iterable[Piece], note: Iterable[Piece]) -> None:
        """Pairs pieces that are the same, in any order, as far as they are left over: lines, words."""
        places: dict[str, list[int]] = {}
        for place, piece in note:
            if self.used.find(1, place, place + len(piece)) < 0:
                places.setdefault(piece, []).append(place)
        for known in places.values():
            known.reverse()
        for start, piece in list(source):
            if places.get(piece) and self.found.find(1, start, start + len(piece)) < 0:
                self.take(start, places[piece].pop(), len(piece))

    def pair_stretches(self, shortest: int) -> None:
        """Stretches of at least this length that are the same, in any order."""
        places = self._places(shortest)
        for start, end in list(self.gaps()):
            while start + shortest <= end:
                known = places.get(self.wanted[start : start + shortest], ())
                length, place = max(((self._common(start, end, at), at) for at in known), default=(0, 0))
                if length >= shortest:
                    self.take(start, place, length)
                start += length if length >= shortest else 1

    def _places(self, length: int) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for start, end in _free(self.used):
            for place in range(start, end - length + 1):
                known = places.setdefault(self.there[place : place + length], [])
                if len(known) < _MOST_PLACES:
                    known.append(place)
        return places

    def _common(self, start: int, end: int, place: int) -> int:
        """How long the two texts are the same from here on, as far as nothing is paired yet."""
        until = self.used.find(1, place)
        most = min(end - start, (until if until >= 0 else len(self.there)) - place)
        if self.wanted.startswith(self.there[place : place + most], start):
            return most
        low, high = 0, most
        while high - low > 1:
            middle = (low + high) // 2
            same = self.wanted[start + low : start + middle] == self.there[place + low : place + middle]
            low, high = (middle, high) if same else (low, middle)
        return low

    def pair_tokens(self, source: Sequence[int], note: Sequence[int]) -> None:
        """Words, numbers and single marks, wherever they are left over.

        Given are the places at which words begin in the two texts, as far as blanks tell it.
        """
        wanted = _cut(self.gaps(), source)
        self.pair_all(_tokens(self.wanted, wanted), _tokens(self.there, _cut(_free(self.used), note)))

    def pair_inside(self) -> None:
        """Words of the note that stand inside of what is left, where nothing tells where words end."""
        if self.found.count(0) > _MOST_LEFT:
            return
        tokens = sorted(_tokens(self.there, _free(self.used)), key=lambda token: -len(token[1]))
        for place, token in tokens:
            start = self.wanted.find(token) if len(token) > 1 else -1
            while start >= 0 and self.found.find(1, start, start + len(token)) >= 0:
                start = self.wanted.find(token, start + 1)
            if start >= 0:
                self.take(start, place, len(token))

    def pair_slid(self) -> None:
        """What is left, begun a little earlier: of `가나가` is `가나` missing where `나가` is."""
        if self.found.count(0) > _MOST_LEFT:
            return
        left = "".join(" " if used else char for char, used in zip(self.there, self.used, strict=True))
        for start, end in [gap for gap in self.gaps() if gap[1] - gap[0] > 1]:
            # Further on come the same texts again.
            for first in range(start, max(2 * start - end, -1), -1):
                size = end - start
                if (place := left.find(self.wanted[first : first + size])) >= 0:
                    self.pair[first + size : end] = self.pair[first:start]
                    self.found[first:end] = b"\1" * (end - first)
                    self.take(first, place, size)
                    left = f"{left[:place]}{' ' * size}{left[place + size :]}"
                    break
                if not self.found[first - 1] or self.wanted[first - 1] != self.wanted[first + size - 1]:
                    break

    def pair_gaps(self) -> None:
        """Character by character what is left between two neighbours, and stands between them in the note."""
        if self.found.count(0) > _MOST_LEFT:
            return
        for gap in list(self.gaps()):
            after, before = self._after(gap[0]), self._before(gap[1])
            for place in dict.fromkeys((after, before)):
                if self.found.find(1, *gap) < 0 and max(gap[1] - gap[0], place[1] - place[0]) <= _LONGEST_GAP:
                    self._align(gap, place)

    def _after(self, start: int) -> Span:
        """What is left in the note after the neighbour in front of a gap."""
        place = self.pair[start - 1] + 1 if start else 0
        end = self.used.find(1, place)
        return place, end if end >= 0 else len(self.there)

    def _before(self, end: int) -> Span:
        """What is left in the note before the neighbour behind a gap."""
        place = self.pair[end] if end < len(self.wanted) else len(self.there)
        return self.used.rfind(1, 0, place) + 1, place

    def _align(self, gap: Span, place: Span) -> None:
        wanted, there = self.wanted[slice(*gap)], self.there[slice(*place)]
        # A word that is lost still shares letters with others: only what is there for the most part is there.
        if 2 * sum((Counter(wanted) & Counter(there)).values()) < len(wanted):
            return
        blocks = SequenceMatcher(None, wanted, there, autojunk=False).get_matching_blocks()
        if 2 * sum(block.size for block in blocks) >= len(wanted):
            for start, at, length in blocks:
                self.take(gap[0] + start, place[0] + at, length)

    def pair_the_rest(self) -> None:
        """What is left of a note in which nothing stands that is not in the source: it only moved."""
        left: dict[str, list[int]] = {}
        for place, char in _chars(self.there, _free(self.used)):
            left.setdefault(char, []).append(place)
        wanted = Counter(char for _, char in _chars(self.wanted, self.gaps()))
        if any(len(places) > wanted[char] for char, places in left.items()):
            return
        for start, end in sorted(self.gaps(), key=lambda gap: gap[1] - gap[0]):
            for position in range(start, end):
                if left.get(self.wanted[position]):
                    self.take(position, left[self.wanted[position]].pop(), 1)


def _free(marked: bytearray) -> Iterator[Span]:
    """The stretches that are not marked."""
    end = 0
    while (start := marked.find(0, end)) >= 0:
        end = marked.find(1, start)
        end = end if end >= 0 else len(marked)
        yield start, end


def _cut(spans: Iterable[Span], places: Sequence[int]) -> Iterator[Span]:
    """The stretches, cut where one of the places lies inside."""
    for start, end in spans:
        inside = places[bisect_right(places, start) : bisect_left(places, end)]
        yield from pairwise((start, *inside, end))


def _tokens(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    for start, end in spans:
        for token in _TOKEN.finditer(text, start, end):
            yield token.start(), token[0]


def _chars(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    for start, end in spans:
        yield from zip(range(start, end), text[start:end], strict=True)
