"""Builds that are measured in turn: with everything cold, after no change, after one, and their memory."""

import os
from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.programs import FailedError, peak, seconds
from benchmarks.record import Key, Kind, Record
from benchmarks.sites import Site

_LONG = 5.0
_KINDS: tuple[Kind, ...] = ("cold", "again", "changed")


def measure_builds(
    record: Record, size: int, sites: Sequence[Site], rounds: int, say: Callable[[str], None]
) -> None:
    """Builds every site in each round; one that fails is left out from there on, and told."""
    working = list(sites)
    for number in range(rounds):
        say(f"{size:,} notes, round {number + 1} of {rounds}")
        for kind in _KINDS:
            working = [site for site in working if _measured(record, size, site, kind)]
    for site in working:
        record.pages[size, site.name] = site.pages()
        if site.rebuilt:
            say(f"{size:,} notes, memory of {site.name}")
            _remember_most(record, size, site)


def _remember_most(record: Record, size: int, site: Site) -> None:
    """Builds once more, and looks at how much memory that takes."""
    site.clear()
    for name, words in site.steps:
        most = peak(words, site.folder)
        if most is not None:
            record.memory[size, name] = max(most, record.memory.get((size, site.name), 0))


def _measured(record: Record, size: int, site: Site, kind: Kind) -> bool:
    """Whether a site was built, if it had to be."""
    try:
        if kind == "cold":
            _build_cold(record, size, site)
        elif site.rebuilt:
            record.seconds[Key(size, site.name, kind)].append(_rebuild(site, kind))
    except FailedError as error:
        record.failures.append(str(error))
        return False
    return True


def _build_cold(record: Record, size: int, site: Site) -> None:
    """Each step by itself; a row has all the steps up to its own."""
    site.clear()
    # What others left to be written would be paid for by this one.
    os.sync()
    took = 0.0
    for name, words in site.steps:
        took += seconds(words, site.folder)
        record.seconds[Key(size, name, "cold")].append(took)


def _rebuild(site: Site, kind: Kind) -> float:
    """The median of a few short builds, or one that is long."""
    took: list[float] = []
    while len(took) < site.repeats and sum(took) < _LONG:
        if kind == "changed":
            site.change("측정하면서 한 문장을 덧붙였습니다.")
        took.append(seconds(site.steps[0][1], site.folder))
    return median(took)
