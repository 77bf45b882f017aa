"""Numbers for documents by their ids, so spread that one more or less moves next to none of the others.

A rank would be denser, but with it the files of a site would all change whenever something is added. An id
has a place on a line; with so much room for all, the place is a number, and who comes later steps aside.
"""

import hashlib
from collections.abc import Iterable

_BITS = 48


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """The numbers of some documents by their ids."""
    places = sorted((place_of(id_), id_) for id_ in set(ids))
    room = room_for(len(places))
    numbers: dict[str, int] = {}
    free = 0
    for place, id_ in places:
        numbers[id_] = number_at(place, room, free)
        free = numbers[id_] + 1
    return numbers


def place_of(id_: str) -> int:
    """Where an id stands on the line of all ids."""
    digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[: _BITS // 8], "big")


def number_at(place: int, room: int, free: int) -> int:
    """The number of a place, or the first one that is free behind those before it."""
    return max(free, place * room >> _BITS)


def room_for(count: int) -> int:
    """How many numbers there are for so many documents: half again as many or more, changing seldom."""
    room = 16
    while room * 2 < count * 3:
        room = room * 3 // 2 if room & (room - 1) == 0 else room * 4 // 3
    return room
