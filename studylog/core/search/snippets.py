"""What of a document is shown: the passage of a text that has most of a query, with its words marked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from studylog.core.search.queries.query import Query
from studylog.core.search.queries.units import Span, Unit
from studylog.core.search.terms.chunks import ACROSS, BLANK, INITIALS, PAIR
from studylog.core.search.terms.letters import folded, plain, plain_places
from studylog.core.search.terms.matching import with_initials
from studylog.core.search.terms.sounds import alike
from studylog.core.search.terms.text import placed_terms
from studylog.core.values import dataclass

ROOM = 160
"""How many columns a passage has: two lines. A syllable of Hangul takes two columns."""
_BEFORE = 40
_MOST_HITS = 64
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003ffff]"
)
# What belongs to the letter before it: nothing is cut there.
_HANGING = re.compile("[\u0300-\u036f\u1160-\u11ff\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
_BLANKS = re.compile(f"[{BLANK}]+")
_CUT = "…"

_Places = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage, and whether it was looked for."""

    text: str
    hit: bool


class _Hit(NamedTuple):
    start: int
    end: int
    unit: int


def snippet(text: str, query: Query, room: int = ROOM) -> tuple[Piece, ...]:
    """The passage of a text in composed form that has most of a query; its beginning where it has nothing."""
    hits = _hits(text, query)
    start, end = _window(text, hits[:_MOST_HITS], room)
    return tuple(_pieces(text, start, end, hits))


def _hits(text: str, query: Query) -> list[_Hit]:
    """Where in a text the words of a query stand."""
    plain_text, (starts, ends) = plain(text), plain_places(text)
    places: dict[str, list[tuple[int, int]]] = {}
    for term, start, end in placed_terms(plain_text):
        places.setdefault(term, []).append((start, end))
    return sorted(
        _Hit(starts[start], ends[end - 1], number)
        for number, unit in enumerate(query.units)
        for start, end in {*_of_unit(unit, places, plain_text), *_of_initials(unit, plain_text)}
    )


def _of_initials(unit: Unit, plain_text: str) -> list[tuple[int, int]]:
    return with_initials(plain_text, unit.initials) if unit.initials else []


def _of_unit(unit: Unit, places: _Places, plain_text: str) -> Iterator[tuple[int, int]]:
    for way in unit.ways:
        if way.spans[0].low[0] in (INITIALS, ACROSS):
            continue
        found = [_in_span(span, places, plain_text) for span in way.spans]
        if not all(found):
            continue
        if all(span.low[0] == PAIR for span in way.spans):
            yield from _stretches(found)
        else:
            yield from (place for some in found for place in some)


def _in_span(span: Span, places: _Places, plain_text: str) -> list[tuple[int, int]]:
    """Where the terms of a span stand; of longer words, the beginning that was looked for."""
    if not span.high:
        return list(places.get(span.low, ()))
    return [
        (start, end if span.like else _beginning_end(plain_text, start, end, span.low))
        for term, found in places.items()
        if span.low <= term < span.high and (not span.like or alike(term, span.like))
        for start, end in found
    ]


def _beginning_end(plain_text: str, start: int, end: int, low: str) -> int:
    """Where the letters of a word end that were looked for; where they are not its own, the word itself."""
    stop = min(start + len(low), end)
    # A letter may be two when it is folded: in `İstanbul` three are looked for as four.
    while len(folded(plain_text[start : stop - 1])) >= len(low):
        stop -= 1
    return stop if folded(plain_text[start:stop]).startswith(low) else end


def _stretches(found: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Where pairs of syllables follow one another, half of those looked for or more."""
    pairs = sorted((start, end, number) for number, places in enumerate(found) for start, end in places)
    begin = stop = -1
    seen: set[int] = set()
    for start, end, number in (*pairs, (len(pairs) and pairs[-1][1] + 1, 0, 0)):
        if start >= stop:
            if 2 * len(seen) >= len(found) and seen:
                yield begin, stop
            begin, seen = start, set()
        stop = max(stop, end)
        seen.add(number)


def _window(text: str, hits: Sequence[_Hit], room: int) -> tuple[int, int]:
    """From where to where the best passage goes: with the most words of the query, then with most hits."""
    best = (0, 0)
    window = (0, _end(text, 0, room, 0))
    for hit in hits if window[1] < len(text) else ():
        start = _start(text, hit.start)
        end = _end(text, start, room, hit.end)
        inside = [other.unit for other in hits if start <= other.start and other.end <= end]
        if (found := (len(set(inside)), len(inside))) > best:
            best, window = found, (start, end)
    return window


def _start(text: str, at: int) -> int:
    """Where a passage with a hit at a place begins: some words before it, in the same line."""
    start, columns = at, 0
    while start > 0 and text[start - 1] != "\n" and columns < _BEFORE:
        start -= 1
        columns += _columns(text[start])
    if start == 0 or text[start - 1] == "\n":
        return start
    blank = _BLANKS.search(text, start, at)
    if blank:
        return blank.end()
    while start < at and _HANGING.match(text[start]):
        start += 1
    return start


def _end(text: str, start: int, room: int, least: int) -> int:
    """Where a passage ends: in front of a blank, if that leaves `least` in it."""
    end, columns = start, 0
    while end < len(text) and columns < room:
        columns += _columns(text[end])
        end += 1
    if end == len(text):
        return end
    blanks = [match.start() for match in _BLANKS.finditer(text, start, end + 1)]
    if blanks and blanks[-1] >= least and blanks[-1] > start:
        return blanks[-1]
    while end < len(text) and _HANGING.match(text[end]):
        end += 1
    return end


def _columns(letter: str) -> int:
    return 2 if _WIDE.match(letter) else 1


def _pieces(text: str, start: int, end: int, hits: Iterable[_Hit]) -> Iterator[Piece]:
    """The passage with its hits marked, blanks as one, and a sign where a line is cut."""
    marked = bytearray(end - start)
    for hit in hits:
        for place in range(max(hit.start, start), min(hit.end, end)):
            marked[place - start] = 1
    if start > 0 and text[start - 1] != "\n":
        yield Piece(_CUT, False)
    for hit_, places in groupby(range(start, end), key=lambda place: bool(marked[place - start])):
        found = list(places)
        yield Piece(_BLANKS.sub(" ", text[found[0] : found[-1] + 1]), hit_)
    if end < len(text) and text[end] != "\n":
        yield Piece(_CUT, False)
