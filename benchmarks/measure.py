"""Measures studylog on this machine and writes `benchmarks/RESULTS.md`; `make bench` calls it.

Times drift from machine to machine, so commands are run in turn with `python -c pass`: the ratio counts.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus import generate

ROUNDS = 15
SIZES = (100, 1000)
RESULTS = Path(__file__).with_name("RESULTS.md")
# What is measured, and what it must and should cost, in multiples of `python -c pass`.
COMMANDS = (
    ("--version", ("--version",), "≤ 6", "≤ 1.5"),
    ("--help", ("--help",), "≤ 6", "≤ 4"),
    ("new", ("new", "2031-01-01", "--no-edit", "--dry-run"), "≤ 12", "≤ 4"),
)


def seconds(words: Sequence[str], folder: Path) -> float:
    """How long a program takes, from its start to its end; it must succeed."""
    # An installed studylog is compiled once, not at each start.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(words, cwd=folder, env=kept, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - began


def studylog(*words: str) -> list[str]:
    """The words that start studylog, as its installed command does."""
    return [sys.executable, "-m", "studylog", *words]


def start_up(folder: Path) -> list[str]:
    """One row a command: its time, and its ratio to an empty Python in the same round."""
    rows = []
    for name, words, must, moonshot in COMMANDS:
        pairs = [
            (seconds([sys.executable, "-c", "pass"], folder), seconds(studylog(*words), folder))
            for _ in range(ROUNDS)
        ]
        ratio = statistics.median(ours / empty for empty, ours in pairs)
        took = statistics.median(ours for _, ours in pairs)
        rows.append(f"| `{name}` | {1000 * took:.0f} ms | {ratio:.1f} × | {must} × | {moonshot} × |")
    return rows


def build(folder: Path, size: int) -> str:
    """The row for a cold build of a generated notebook, and for a second one with nothing changed."""
    notebook = folder / str(size)
    generate(notebook, size)
    kilobytes = sum(path.stat().st_size for path in notebook.rglob("*.md")) / size / 1024
    cold, again = (seconds(studylog("build"), notebook) for _ in range(2))
    pages = sum(1 for _ in (notebook / "_site").rglob("*.html"))
    figures = f"{cold:.2f} s | {1000 * cold / size:.1f} ms | {again:.2f} s"
    return f"| {size:,} | {kilobytes:.1f} KB | {pages:,} | {figures} |"


def main() -> None:
    """Measure everything, print it, and write it down."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, SIZES[0])
        lines = [
            "# What studylog costs",
            "",
            f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores.",
            "`make bench` measures anew; `corpus.py` makes the notebooks.",
            "",
            f"## Start-up at {SIZES[0]} notes, against `python -c pass`, median of {ROUNDS} rounds",
            "",
            "| command | time | ratio | must | moonshot |",
            "|---|---:|---:|---:|---:|",
            *start_up(folder),
            "",
            "## Building the digest",
            "",
            "| notes | each | pages | cold | a note | again |",
            "|---:|---:|---:|---:|---:|---:|",
            *(build(folder, size) for size in SIZES),
        ]
    text = "\n".join(lines) + "\n"
    print(text)
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
