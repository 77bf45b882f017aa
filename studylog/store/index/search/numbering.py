"""The numbers of documents in the table, kept as `core/search/index/numbers.numbered` gives them."""

from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection

from studylog.core.search.index.numbers import number_at

_Row = tuple[int, bytes, int]
_AT_ONCE = 16


def renumbered(
    db: Connection, starts: Iterable[tuple[int, bytes]], room: int
) -> Mapping[bytes, tuple[int, int]]:
    """Numbers the documents from some places on, each until nothing changes; gives what moved, from and to.

    The starts are the places and ids of documents that came or went.
    """
    moved: dict[bytes, tuple[int, int]] = {}
    behind = (-1, b"")
    came = set(starts)
    for start in sorted(came):
        if start <= behind:
            continue
        free = _number_before(db, start) + 1
        for place, id_, number in _from(db, start):
            new = number_at(place, room, free)
            if new == number and (place, id_) not in came:
                break
            if new != number:
                moved[id_] = number, new
                db.execute("UPDATE search_documents SET number = ? WHERE id = ?", (new, id_))
            free = new + 1
            behind = place, id_
    return moved


def respread(db: Connection, room: int) -> Mapping[int, int]:
    """Numbers all documents for another room; gives the new numbers by the old ones."""
    free = 0
    found: dict[int, int] = {}
    changed = []
    for place, id_, number in db.execute("SELECT place, id, number FROM search_documents ORDER BY place, id"):
        found[number] = new = number_at(place, room, free)
        changed.append((new, id_))
        free = new + 1
    db.executemany("UPDATE search_documents SET number = ? WHERE id = ?", changed)
    return found


def _number_before(db: Connection, start: tuple[int, bytes]) -> int:
    row = db.execute(
        "SELECT number FROM search_documents WHERE (place, id) < (?, ?) ORDER BY place DESC, id DESC LIMIT 1",
        start,
    ).fetchone()
    return int(row[0]) if row else -1


def _from(db: Connection, start: tuple[int, bytes]) -> Iterator[_Row]:
    """The documents from a place on, a few at a time: they are changed meanwhile."""
    at = start
    while True:
        rows = db.execute(
            "SELECT place, id, number FROM search_documents WHERE (place, id) >= (?, ?)"
            " ORDER BY place, id LIMIT ?",
            (*at, _AT_ONCE),
        ).fetchall()
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        at = rows[-1][0], rows[-1][1] + b"\0"
