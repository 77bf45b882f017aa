"""The list of postings of one term, changed only in the parts that postings come to or leave."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from studylog.core.search.index.postings import (
    BEHIND_PARTS,
    CLASSES,
    LONGEST,
    PART,
    decode,
    encode,
    entries,
    halved,
)
from studylog.core.search.index.splicing import last_number, spliced
from studylog.core.values import dataclass, field


@dataclass(slots=True)
class Change:
    """The postings that leave the list of a term, and those that come to it."""

    gone: set[int] = field(default_factory=set)
    come: set[int] = field(default_factory=set)


def patch(db: Connection, term: str, change: Change) -> set[str]:
    """Changes the list of a term in the table of entries; gives the keys that came, went or changed."""
    if change.gone == change.come:
        return set()
    before = dict(_parts(db, term))
    after = _after(term, before, change)
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    lost = [(key,) for key in differing if key not in after]
    db.executemany("DELETE FROM search_entries WHERE key = ?", lost)
    kept = [(key, after[key]) for key in differing if key in after]
    db.executemany("INSERT OR REPLACE INTO search_entries VALUES (?, ?)", kept)
    return differing


def _parts(db: Connection, term: str) -> Iterable[tuple[str, str]]:
    whole = db.execute("SELECT key, text FROM search_entries WHERE key = ?", (term,)).fetchall()
    if whole:
        return whole
    within = (term + PART, term + BEHIND_PARTS)
    return db.execute("SELECT key, text FROM search_entries WHERE key >= ? AND key < ?", within)


def _after(term: str, before: dict[str, str], change: Change) -> dict[str, str]:
    """All entries of the term afterwards."""
    if term in before or not before:
        text = spliced(before.get(term, ""), change.gone, change.come)
        if len(text) > LONGEST:
            return dict(entries(term, list(decode(text))))
        return {term: text} if text else {}
    lows = sorted(int(key[len(term) + 1 :], 16) for key in before)
    tree = _Tree(lows, [before[f"{term}{PART}{low:x}"] for low in lows])
    last = max(change.come, default=0) // CLASSES
    # Where the last document may be another one, so may the room that is halved.
    ends = tree.last_number()
    if last > ends or any(code // CLASSES == ends for code in change.gone):
        codes = sorted((set(tree.codes()) - change.gone) | change.come)
        return dict(entries(term, codes))
    room = 1 << ends.bit_length()
    found = tree.changed(_Node(0, room, 0, len(lows)), sorted(change.gone), sorted(change.come))
    if len(found) == 1:
        return {term: found[0][1]}
    return {f"{term}{PART}{low:x}": text for low, text in found}


@dataclass(frozen=True, slots=True)
class _Node:
    """A stretch of numbers from `low` on that is halved or a part, and which of the parts lie in it."""

    low: int
    room: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Tree:
    """The parts of a list, as halving has made them: one alone in its stretch has not been halved."""

    lows: Sequence[int]
    texts: Sequence[str]

    def last_number(self) -> int:
        """The highest number in the list."""
        return last_number(self.texts[-1])

    def codes(self) -> list[int]:
        """All postings."""
        return [code for text in self.texts for code in decode(text)]

    def changed(self, node: _Node, gone: Sequence[int], come: Sequence[int]) -> list[tuple[int, str]]:
        """The parts of a stretch after a change, each with its beginning."""
        if not gone and not come:
            return list(zip(self.lows[node.start : node.end], self.texts[node.start : node.end], strict=True))
        if node.end - node.start < 2:
            return self._part(node, gone, come)
        middle, room = node.low + node.room // 2, node.room // 2
        cut = bisect_left(self.lows, middle, node.start, node.end)
        old, new = (bisect_left(codes, middle * CLASSES) for codes in (gone, come))
        left = self.changed(_Node(node.low, room, node.start, cut), gone[:old], come[:new])
        right = self.changed(_Node(middle, room, cut, node.end), gone[old:], come[new:])
        return _joined(node.low, [*left, *right])

    def _part(self, node: _Node, gone: Sequence[int], come: Sequence[int]) -> list[tuple[int, str]]:
        """What a part becomes, which is halved only where it has grown too long."""
        text = self.texts[node.start] if node.end > node.start else ""
        now = spliced(text, gone, come)
        if len(now) > LONGEST:
            return list(halved(list(decode(now)), node.low, node.room))
        return [(node.low, now)] if now else []


def _joined(low: int, parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The parts of a stretch as one where they have become short enough."""
    # The first posting of a part is written from 0 on: that may take some letters more than from another.
    if len(parts) > 2 or sum(len(text) for _, text in parts) > LONGEST + 8:
        return parts
    text = encode([code for _, text in parts for code in decode(text)])
    return [(low, text)] if text and len(text) <= LONGEST else parts
