"""What studylog must cost at most, what it would be glad to cost, and how near it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.commands import EMPTY, GREP, READING
from benchmarks.record import Key, Kind, Record
from benchmarks.searching import FOUND
from benchmarks.serving import SHOWN

_REBUILDS: tuple[tuple[str, Kind, float, float], ...] = (
    ("one note changed", "changed", 0.05, 0.03),
    ("nothing changed", "again", 0.03, 0.015),
)
_STARTING = (("--version", 6, 1.5), ("--help", 6, 4))
# What is written in a meeting has its bound at any number of notes.
_WRITING = (("new", 12, 4), ("ask", 12, 4))
_SHOWING = ((1000, 150, 60), (10_000, 300, 150))


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit with its unit, and what was measured against it if anything was."""

    limit: float
    unit: str
    measured: float | None

    @property
    def over(self) -> float | None:
        """How many times as much as the limit it is."""
        return None if self.measured is None else self.measured / self.limit

    def told(self, value: float | None) -> str:
        """A value in this unit."""
        if value is None:
            return "–"
        return f"{value:,.0f} {self.unit}" if value >= 100 else f"{value:.3g} {self.unit}"


@dataclass(frozen=True, slots=True)
class Goal:
    """One row: what is measured, its two limits, and why there is nothing to measure if there is not."""

    what: str
    must: Bound
    moonshot: Bound
    absent: str = ""

    @property
    def outcome(self) -> str:
        """Whether the limits are kept, or by how much they are not."""
        if self.absent:
            return self.absent
        if self.must.over is None:
            return "not measured: nothing to compare with"
        if self.must.over > 1:
            return f"missed: {self.must.over:.2f} times what it must be"
        if self.moonshot.over is None:
            return "reached; nothing to compare with for the moonshot"
        if self.moonshot.over > 1:
            return f"reached; the moonshot is missed: {self.moonshot.over:.2f} times that"
        return "moonshot reached"


@dataclass(frozen=True, slots=True)
class Measured:
    """What the rows are made of: the record, the sizes of the notebooks, and how many PDFs were imported."""

    record: Record
    sizes: tuple[int, ...]
    pdfs: int

    @property
    def largest(self) -> int:
        """The size of the largest notebook."""
        return self.sizes[-1]


def goals(measured: Measured) -> tuple[Goal, ...]:
    """Every row, in the order in which people meet them."""
    return (*_builds(measured), *_rebuilds(measured), *_commands(measured), *_elsewhere(measured))


def _builds(measured: Measured) -> Iterator[Goal]:
    record = measured.record
    for size in measured.sizes[-2:]:
        full = record.ratio(Key(size, "studylog", "cold"), Key(size, "Hugo + Pagefind", "cold"))
        what = f"`build` with everything, cold, {size:,} notes, against Hugo + Pagefind"
        yield _times(what, 0.6, 0.4, full)
        ratio = record.ratio(Key(size, "studylog --no-search", "cold"), Key(size, "Hugo", "cold"))
        yield _times(f"`build --no-search`, cold, {size:,} notes, against Hugo", 1.2, 0.6, ratio)
    size = measured.largest
    yield _times(
        f"memory of a cold build, {size:,} notes, all processes, against Hugo",
        *(0.2, 0.1, record.memory_ratio(size, "studylog", "Hugo")),
    )
    for small, large in pairwise(measured.sizes[-2:]):
        grown = record.ratio(Key(large, "studylog", "cold"), Key(small, "studylog", "cold"))
        tenfold = large / small
        yield _times(f"growth of cold time, {small:,} to {large:,} notes", 1.1 * tenfold, tenfold, grown)


def _rebuilds(measured: Measured) -> Iterator[Goal]:
    size = measured.largest
    for what, kind, must, moonshot in _REBUILDS:
        ratio = measured.record.ratio(Key(size, "studylog", kind), Key(size, "Hugo", kind))
        yield _times(f"`build`, {what}, {size:,} notes, against Hugo", must, moonshot, ratio)


def _commands(measured: Measured) -> Iterator[Goal]:
    size, record = measured.largest, measured.record
    rows = [(size, *row) for row in _STARTING]
    rows += [(each, *row) for row in _WRITING for each in measured.sizes]
    for notes, name, must, moonshot in rows:
        ratio = record.ratio(Key(notes, name, "command"), Key(notes, EMPTY, "command"))
        what = f"`{name}`, {notes:,} notes, against `{EMPTY}`"
        yield _times(what, must, moonshot, ratio)
    for name in READING:
        took = record.took(Key(size, name, "command"))
        ratio = record.ratio(Key(size, name, "command"), Key(size, GREP, "command"))
        yield Goal(
            f"`{name}`, {size:,} notes, nothing changed",
            Bound(300, "ms", None if took is None else 1000 * took),
            Bound(3, f"× {GREP}", ratio),
        )
    first = record.ratio(Key(size, "studylog, first index", "cold"), Key(size, "Hugo", "cold"))
    yield _times(f"first index of {size:,} notes, against Hugo's cold build", 0.8, 0.5, first)


def _elsewhere(measured: Measured) -> Iterator[Goal]:
    """What no program run from its start to its end can show, and the import of notes that are not ours."""
    for size, must, moonshot in _SHOWING:
        what = f"save to reloaded page under `serve`, in Chromium, {size:,} notes"
        yield _moment(measured, what, Key(size, SHOWN, "moment"), must, moonshot)
    size = measured.largest
    what = f"search in the page, {size:,} notes: from a key to its results, painted"
    yield _moment(measured, what, Key(size, FOUND, "moment"), 50, 16)
    took = measured.record.took(Key(measured.pdfs, "import", "command"))
    absent = "" if measured.pdfs else "not measured: STUDYLOG_REAL_DATA names no folder with PDFs in `logs`"
    what = f"import of {measured.pdfs or 13} PDFs"
    yield Goal(what, Bound(2, "s", took), Bound(1, "s", took), absent)


def _moment(measured: Measured, what: str, key: Key, must: float, moonshot: float) -> Goal:
    """A row of what a browser shows, in thousandths of a second."""
    seconds = measured.record.took(key)
    shown = None if seconds is None else 1000 * seconds
    absent = "" if key.size in measured.sizes else "not measured: a notebook of this size was not asked for"
    if seconds is None:
        absent = absent or "not measured: it takes Chromium and playwright"
    return Goal(what, Bound(must, "ms", shown), Bound(moonshot, "ms", shown), absent)


def _times(what: str, must: float, moonshot: float, ratio: float | None) -> Goal:
    return Goal(what, Bound(must, "×", ratio), Bound(moonshot, "×", ratio))
