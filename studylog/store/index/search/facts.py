"""What is known of numbers: the length and the day of the document that has one, in parts of FACTS."""

from array import array
from collections.abc import Iterable, Mapping
from sqlite3 import Connection

from studylog.core.search.index.shards import FACTS

Facts = Mapping[int, tuple[int, int]]
"""By number the class of a length plus 1, and a day; both 0 where nobody has the number."""


def put_facts(db: Connection, facts: Facts) -> set[int]:
    """Writes down facts; gives the numbers of which they are news."""
    by_part: dict[int, list[int]] = {}
    for number in facts:
        by_part.setdefault(number // FACTS, []).append(number)
    news: set[int] = set()
    for part, numbers in by_part.items():
        lengths, days = part_of(db, part)
        for number in numbers:
            at = number % FACTS
            if (lengths[at], days[at]) != facts[number]:
                lengths[at], days[at] = facts[number]
                news.add(number)
        put_part(db, part, lengths, days)
    return news


def part_of(db: Connection, part: int) -> tuple[bytearray, "array[int]"]:
    """The lengths and days of a part; a part that nobody has written is empty."""
    row = db.execute("SELECT lengths, days FROM search_facts WHERE part = ?", (part,)).fetchone()
    if row is None:
        return bytearray(FACTS), array("I", [0]) * FACTS
    return bytearray(row[0]), array("I", row[1])


def put_part(db: Connection, part: int, lengths: bytearray, days: "array[int]") -> None:
    """Writes a part, or takes it away where nobody has any of its numbers."""
    if any(lengths):
        row = (part, bytes(lengths), days.tobytes())
        db.execute("INSERT OR REPLACE INTO search_facts VALUES (?, ?, ?)", row)
    else:
        db.execute("DELETE FROM search_facts WHERE part = ?", (part,))


def put_all_facts(db: Connection, facts: Iterable[tuple[int, int, int]], room: int) -> None:
    """Writes all facts at once: numbers below `room`, each with a length class plus 1 and a day."""
    whole = -(-room // FACTS) * FACTS
    lengths, days = bytearray(whole), array("I", [0]) * whole
    for number, length, day in facts:
        lengths[number], days[number] = length, day
    db.execute("DELETE FROM search_facts")
    for start in range(0, whole, FACTS):
        put_part(db, start // FACTS, lengths[start : start + FACTS], days[start : start + FACTS])
