"""What may look different on its page after a change: collected by each refresh, kept for builds."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import Literal, NamedTuple

Kind = Literal[
    "note",
    "question",
    "lecture",
    "paper",
    "slides",
    "person",
    "meetings",
    "questions",
    "resources",
    "papers",
    "notes",
    "days",
    "dated",
    "asked",
]


class Thing(NamedTuple):
    """Something that has a page, or a part of a list, or can be found.

    Keys: the page of a note, the id of a question or paper, the hash of slides, `lecture_key`, the name of a
    person, the month of meetings and of resources (`2026-08`), the course of questions, the year of papers,
    the letter of notes; the month of what is `dated` (a note of any kind) or was first `asked`; empty for
    none. Of `days`, which weeks are made of, the day.

    Notes alone, with nothing of another kind, are those in which nothing is different that other pages show.
    """

    kind: Kind
    key: str = ""


def lecture_key(course: str, number: int) -> str:
    """The key of a lecture."""
    return f"{number} {course}"


def lecture_of_key(key: str) -> tuple[str, int]:
    """The course and the number that a key of a lecture stands for."""
    number, _, course = key.partition(" ")
    return course, int(number)


def month_of(day: str | None) -> str:
    """The month of a day."""
    return day[:7] if day else ""


def year_of(day: str | None) -> str:
    """The year of a day."""
    return day[:4] if day else ""


class Touched:
    """The things that a refresh touched."""

    def __init__(self) -> None:
        self._things: set[Thing] = set()

    def add(self, kind: Kind, *keys: str | None) -> None:
        """Adds things of a kind; keys that are None stand for nothing."""
        self._things.update(Thing(kind, key) for key in keys if key is not None)

    def lecture(self, course: str, number: int | None) -> None:
        """Adds a lecture, if there is a number."""
        if number is not None:
            self.add("lecture", lecture_key(course, number))

    def update(self, things: Iterable[Thing]) -> None:
        """Adds things."""
        self._things.update(things)

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[Thing]:
        return iter(sorted(self._things))


def remember(db: Connection, things: Iterable[Thing], generation: int) -> None:
    """Notes down that things were touched by the refresh of a generation."""
    db.executemany(
        "INSERT OR REPLACE INTO stale (kind, key, generation) VALUES (?, ?, ?)",
        [(kind, key, generation) for kind, key in things],
    )


def touched_since(db: Connection, generation: int) -> tuple[Thing, ...]:
    """The things that were touched after a generation."""
    rows = db.execute("SELECT kind, key FROM stale WHERE generation > ? ORDER BY kind, key", (generation,))
    return tuple(Thing(kind, key) for kind, key in rows)
