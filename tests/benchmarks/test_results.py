"""What benchmarks make of their measurements: medians, rows that are kept or missed, a table and a plot."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.goals import Bound, Goal, Measured, goals
from benchmarks.plot import plot
from benchmarks.programs import FailedError, held, seconds
from benchmarks.record import Key, Kind, Record
from benchmarks.report import report
from benchmarks.searching import FOUND
from benchmarks.serving import SHOWN

SVG = "{http://www.w3.org/2000/svg}"


def record(*rows: tuple[int, str, Kind, Iterable[float]]) -> Record:
    made = Record()
    for size, name, kind, rounds in rows:
        made.seconds[Key(size, name, kind)].extend(rounds)
    return made


def test_a_ratio_is_the_median_of_what_each_round_says() -> None:
    made = record((10, "studylog", "cold", [1, 20, 3]), (10, "Hugo", "cold", [2, 40, 4]))
    ours, theirs = Key(10, "studylog", "cold"), Key(10, "Hugo", "cold")
    assert (made.took(ours), made.ratio(ours, theirs)) == (3, 0.5)
    assert made.ratio(ours, Key(10, "Zensical", "cold")) is None


@pytest.mark.parametrize(
    ("must", "moonshot", "outcome"),
    [
        (0.4, 0.4, "moonshot reached"),
        (0.5, 0.5, "reached; the moonshot is missed: 1.25 times that"),
        (0.9, 0.9, "missed: 1.50 times what it must be"),
        (0.5, None, "reached; nothing to compare with for the moonshot"),
        (None, None, "not measured: nothing to compare with"),
    ],
)
def test_a_row_tells_whether_it_is_reached_and_by_how_much_not(
    must: float | None, moonshot: float | None, outcome: str
) -> None:
    assert Goal("", Bound(0.6, "×", must), Bound(0.4, "×", moonshot)).outcome == outcome


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    rows = goals(Measured(Record(), (100,), pdfs=0))
    assert {"not measured"} == {row.outcome.partition(":")[0] for row in rows}


def test_a_build_without_search_is_compared_with_what_builds_without_it() -> None:
    made = record(
        (100, "studylog", "cold", [3]),
        (100, "studylog --no-search", "cold", [1]),
        (100, "Hugo", "cold", [2]),
        (100, "Hugo + Pagefind", "cold", [6]),
    )
    rows = goals(Measured(made, (100,), pdfs=0))
    assert [0.5, 0.5] == [row.must.measured for row in rows[:2]]


def test_a_larger_build_is_expected_to_take_as_many_times_as_long() -> None:
    made = record((1000, "Zensical", "cold", [20, 30, 22]))
    assert 220 == made.expected("Zensical", 1000, 10_000)
    assert made.expected("Hugo", 1000, 10_000) is None


def test_what_a_browser_shows_is_told_in_milliseconds_at_the_size_it_is_bound_at() -> None:
    made = record((1000, SHOWN, "moment", [0.2]), (1000, FOUND, "moment", [0.01, 0.03, 0.02]))
    rows = goals(Measured(made, (1000,), pdfs=0))
    saved = {row.what.rpartition(", ")[2]: row.outcome for row in rows if row.what.startswith("save")}
    assert saved == {
        "1,000 notes": "missed: 1.33 times what it must be",
        "10,000 notes": "not measured: a notebook of this size was not asked for",
    }
    (searched,) = [row for row in rows if row.what.startswith("search in the page")]
    assert (searched.must.measured, searched.absent) == (20, "")
    assert f"| {SHOWN} | 200 ms |" in report(made, (1000,), rows, {}, [])


def test_each_goal_has_a_line_in_the_report() -> None:
    made = record((100, "studylog", "cold", [1]), (100, "Hugo", "cold", [2]), (100, "rg", "command", [0.01]))
    rows = goals(Measured(made, (100,), pdfs=0))
    lines = report(made, (100,), rows, {}, ["Zensical cannot be\ninstalled"]).splitlines()
    assert [line.split(" | ")[0] for line in lines if " | ≤ " in line] == [f"| {row.what}" for row in rows]
    assert "- Zensical cannot be installed" in lines
    assert "| 100 | Hugo | 2.00 s | – | – | – | – |" in lines


@pytest.mark.parametrize("sizes", [(100,), (100, 1000), (100, 1000, 10_000)])
def test_the_plot_has_a_line_with_a_point_for_each_size(sizes: tuple[int, ...]) -> None:
    cold: Kind = "cold"
    rows = [(size, name, cold, [size / 50]) for size in sizes for name in ("studylog", "Hugo")]
    picture = ElementTree.fromstring(plot(record(*rows), sizes))
    lines = [line.attrib["points"].split() for line in picture.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [len(sizes)] * 2
    names = [text for text in picture.iter(f"{SVG}text") if text.text in ("studylog, cold", "Hugo, cold")]
    assert abs(float(names[0].attrib["y"]) - float(names[1].attrib["y"])) >= 17


def test_a_program_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no way"):
        seconds([sys.executable, "-c", "raise SystemExit('no way')"], tmp_path)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells the memory")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    child = "held = bytes(range(256)) * 400_000; print(flush=True); input()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdin=pipe, stdout=pipe, start_new_session=True
    ) as process:
        assert process.stdin and process.stdout and process.stdout.readline()
        assert 100_000_000 < held(process.pid) < 200_000_000
        process.stdin.close()
