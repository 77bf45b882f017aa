"""`make bench`: measures studylog and its peers in one run, prints the results and writes them down."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.builds import measure_builds
from benchmarks.commands import measure_commands, measure_import
from benchmarks.goals import Measured, goals
from benchmarks.peers import Peer, installed
from benchmarks.plot import plot
from benchmarks.record import Record
from benchmarks.report import report
from benchmarks.searching import measure_searching
from benchmarks.serving import measure_serving, measure_showing
from benchmarks.sites import our_sites, peer_sites

RESULTS = Path(__file__).with_name("RESULTS.md")
PLOT = Path(__file__).with_name("plot.svg")
# Seconds that a build of a peer may be expected to take.
_LONGEST = 120


def main() -> None:
    """Measure what is asked for; studylog alone is only printed, because nothing stands beside it."""
    asked = _arguments().parse_args()
    peers, notes = ({}, ()) if asked.only else installed()
    record, sizes = Record(), tuple(sorted(set(asked.sizes)))
    with TemporaryDirectory() as name:
        measured = _measure(record, sizes, Path(name), peers, asked)
    rows = goals(measured)
    text = report(record, sizes, rows, peers, [*notes, *record.failures])
    if not asked.only:
        RESULTS.write_text(text, encoding="utf-8")
        PLOT.write_text(plot(record, sizes), encoding="utf-8")
    print(text)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000], help="numbers of notes")
    parser.add_argument("--builds", type=int, default=3, help="rounds of builds")
    parser.add_argument("--rounds", type=int, default=15, help="rounds of small commands")
    parser.add_argument("--only", choices=["studylog"], help="measure studylog without peers")
    return parser


def _measure(
    record: Record, sizes: tuple[int, ...], folder: Path, peers: dict[str, Peer], asked: argparse.Namespace
) -> Measured:
    for before, size in zip((0, *sizes), sizes, strict=False):
        place = folder / str(size)
        ours = our_sites(place, size)
        quick = {name: peer for name, peer in peers.items() if not _too_slow(record, name, before, size)}
        measure_builds(record, size, [*ours, *peer_sites(place, size, quick)], asked.builds, _say)
        _measure_showing(record, size, ours[0].folder)
        _say(f"{size:,} notes, commands")
        measure_commands(record, size, ours[-1].folder, asked.rounds)
    logs = Path(os.environ.get("STUDYLOG_REAL_DATA", "../shared/data"), "logs").resolve()
    return Measured(record, sizes, measure_import(record, logs, asked.builds))


def _measure_showing(record: Record, size: int, notebook: Path) -> None:
    _say(f"{size:,} notes, in the browser")
    measure_searching(record, size, notebook / "_site")
    measure_serving(record, size, notebook)
    measure_showing(record, size, notebook)


def _too_slow(record: Record, name: str, before: int, size: int) -> bool:
    """Whether a peer would take minutes to build a larger notebook: it then is left out, and told."""
    expected = record.expected(name, before, size)
    if expected is None or expected < _LONGEST:
        return False
    record.failures.append(f"{name} is left out at {size:,} notes: it would take some {expected:.0f} s")
    return True


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


main()
