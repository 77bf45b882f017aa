"""`make bench`: measures studylog and its peers in one run, prints the results and writes them down."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.builds import measure_builds
from benchmarks.commands import abilities, measure_commands, measure_import
from benchmarks.goals import Measured, goals
from benchmarks.peers import Peer, installed
from benchmarks.plot import plot
from benchmarks.record import Record
from benchmarks.report import report
from benchmarks.serving import measure_serving, measure_showing
from benchmarks.sites import our_sites, peer_sites

RESULTS = Path(__file__).with_name("RESULTS.md")
PLOT = Path(__file__).with_name("plot.svg")


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
    able, indexed = abilities(folder), False
    for size in sizes:
        place = folder / str(size)
        ours = our_sites(place, size, searches=able.no_search)
        measure_builds(record, size, [*ours, *peer_sites(place, size, peers)], asked.builds, _say)
        if able.has("serve"):
            _say(f"{size:,} notes, preview")
            measure_serving(record, size, ours[0].folder)
            measure_showing(record, size, ours[0].folder)
        if size == sizes[-1]:
            _say(f"{size:,} notes, commands")
            measure_commands(record, size, ours[-1].folder, able, asked.rounds)
            indexed = (ours[-1].folder / ".studylog" / "index.db").exists()
    logs = Path(os.environ.get("STUDYLOG_REAL_DATA", ""), "logs")
    pdfs = measure_import(record, logs, asked.builds) if "STUDYLOG_REAL_DATA" in os.environ else 0
    return Measured(record, sizes, able, pdfs, indexed)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


main()
