"""What was measured: seconds and bytes, by size, by whom and of what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Literal, NamedTuple

Kind = Literal["cold", "changed", "again", "command", "moment"]


class Key(NamedTuple):
    """One row of measurements: in a notebook of how many notes, who, and what."""

    size: int
    name: str
    kind: Kind


@dataclass(slots=True)
class Record:
    """Everything that one run of the benchmarks measured.

    Rows that were measured in turn have the same number of seconds, one for each round.
    """

    seconds: defaultdict[Key, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[tuple[int, str], int] = field(default_factory=dict)
    pages: dict[tuple[int, str], int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def took(self, key: Key) -> float | None:
        """The median of its rounds."""
        rounds = self.seconds.get(key)
        return median(rounds) if rounds else None

    def ratio(self, key: Key, other: Key) -> float | None:
        """The median of how many times as long it took as the other one did in the same round."""
        pairs = list(zip(self.seconds.get(key, ()), self.seconds.get(other, ()), strict=False))
        return median(ours / theirs for ours, theirs in pairs) if pairs else None

    def expected(self, name: str, before: int, size: int) -> float | None:
        """What a cold build of so many notes would take, if it grows with them since a size before."""
        took = self.took(Key(before, name, "cold"))
        return None if took is None else took * size / before

    def memory_ratio(self, size: int, name: str, other: str) -> float | None:
        """How many times as much memory it took as the other one."""
        ours, theirs = self.memory.get((size, name)), self.memory.get((size, other))
        return ours / theirs if ours and theirs else None

    def names(self, kinds: Iterable[Kind]) -> list[str]:
        """Who was measured so, in the order in which it was."""
        return list(dict.fromkeys(key.name for key in self.seconds if key.kind in kinds))
