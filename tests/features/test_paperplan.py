"""The plan of a paper is changed where it stands: one row of a note, or the list; nothing else moves."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.planrows import RowChange
from studylog.features.paperplan import Planned, plan
from studylog.store.index.lists import IndexLists
from studylog.store.notebook import find
from tests.indexes import fresh, notebook

SETTINGS = "roster: [홍길동, 성춘향, 이몽룡]\n"
NOTE = """\
---
date: 2021-08-02
---
### 논문 계획

- VGG-16 (2014) → 리뷰 → 몽룡님(8/10 화)
- ResNet (2015) → 리뷰 → 길동님(8/12 목)

| 논문 | 발표 | 날짜 |
|:--|:--|--:|
| DETR | 춘향 | 8/17 |
"""


def planned(root: Path, title: str, change: RowChange, *, dry_run: bool = False) -> Planned:
    book = find(root)
    with fresh(book) as db:
        papers = IndexLists(db).papers.whole()
    return plan(book, papers, title, change, "목록", dry_run=dry_run)


def lines_that_differ(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(one, other) for one, other in zip(old, new, strict=True) if one != other]


@pytest.mark.parametrize("title", ["VGG", "vgg-16", "ResNet", "detr"])
@pytest.mark.parametrize(("mark", "newline"), [("", "\n"), ("\ufeff", "\n"), ("", "\r\n")])
def test_one_line_of_the_note_changes(tmp_path: Path, title: str, mark: str, newline: str) -> None:
    root = notebook(tmp_path, {}, SETTINGS).root
    file = root / "notes/a.md"
    file.parent.mkdir()
    file.write_bytes((mark + NOTE.replace("\n", newline)).encode())
    before = file.read_bytes()
    planned(root, title, RowChange(("성춘향",), date(2021, 8, 24)))
    ((_, new),) = lines_that_differ(before, file.read_bytes())
    assert "성춘향".encode() in new and b"8/24" in new
    assert not (root / "papers.yaml").exists()


def test_a_note_in_pieces_of_letters_keeps_its_other_lines(tmp_path: Path) -> None:
    root = notebook(tmp_path, {}, SETTINGS).root
    file = root / "notes/a.md"
    file.parent.mkdir()
    file.write_text(unicodedata.normalize("NFD", NOTE), "utf-8")
    before = file.read_bytes()
    planned(root, "VGG", RowChange(None, date(2021, 8, 24)))
    ((_, new),) = lines_that_differ(before, file.read_bytes())
    assert new.decode() == "- VGG-16 (2014) → 리뷰 → 몽룡님(8/24 화)"


def test_what_is_only_tried_changes_nothing(tmp_path: Path) -> None:
    root = notebook(tmp_path, {"a.md": NOTE}, SETTINGS).root
    for title in ("VGG", "Swin"):
        changed = planned(root, title, RowChange(None, date(2021, 8, 24)), dry_run=True).changed
        assert changed.before != changed.after
    assert NOTE == (root / "notes/a.md").read_text("utf-8")
    assert not (root / "papers.yaml").exists()


def test_a_paper_without_a_plan_goes_into_the_list_and_stays_there(tmp_path: Path) -> None:
    root = notebook(tmp_path, {"a.md": NOTE + "\n### 논문 리뷰\n\n#### Xception\n\n글\n"}, SETTINGS).root
    planned(root, "xceptionnet", RowChange(("이몽룡",), None))
    planned(root, "Xception", RowChange(None, date(2021, 8, 30)))
    assert "# 목록\n- title: Xception\n  presenters: [이몽룡]\n  date: 2021-08-30\n" == (
        root / "papers.yaml"
    ).read_text("utf-8")


def test_of_several_papers_somebody_decides(tmp_path: Path) -> None:
    note = "- VGG-16 → 몽룡님(8/10)\n- VGG-19 → 길동님(8/11)\n"
    root = notebook(tmp_path, {"2021-08-01.md": note}, SETTINGS).root
    with pytest.raises(StudylogError) as caught:
        planned(root, "VGG", RowChange(None, date(2021, 8, 24)))
    assert Exit.DECIDE is caught.value.exit_code


def test_a_list_that_leads_out_of_the_notebook_is_not_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("- VGG\n", "utf-8")
    root = notebook(tmp_path / "book", {"a.md": NOTE}, SETTINGS).root
    (root / "papers.yaml").symlink_to(outside)
    with pytest.raises(StudylogError, match="no file of this notebook"):
        planned(root, "Swin", RowChange(None, date(2021, 8, 24)))
    assert "- VGG\n" == outside.read_text("utf-8")
    with fresh(find(root)) as db:
        assert ["DETR", "ResNet", "VGG-16"] == sorted(one.title for one in IndexLists(db).papers.whole())


DAYS = st.dates(date(2021, 1, 1), date(2022, 12, 28))
NAMES = st.lists(st.sampled_from(["홍길동", "성춘향", "이몽룡"]), min_size=1, max_size=3, unique=True).map(
    tuple
)
WRITTEN = st.sampled_from(
    ["8/10", "8/10 화", "2021-08-10", "8월 10일", "2021. 8. 10.", "Aug 10, 2021", "8/10(화)"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, NAMES, WRITTEN, st.booleans())
def test_whatever_is_planned_reads_back(
    tmp_path_factory: pytest.TempPathFactory, day: date, names: tuple[str, ...], written: str, table: bool
) -> None:
    row = f"| VGG | 몽룡 | {written} |" if table else f"- VGG → 몽룡님({written.replace('(화)', '')})"
    head = "| 논문 | 발표 | 날짜 |\n|--|--|--|\n" if table else ""
    notes = {"a.md": f"---\ndate: 2021-08-02\n---\n{head}{row}\n"}
    root = notebook(tmp_path_factory.mktemp("book"), notes, SETTINGS).root
    planned(root, "VGG", RowChange(names, day))
    with fresh(find(root)) as db:
        (paper,) = IndexLists(db).papers.whole()
    assert paper.planned is not None
    assert (names, day) == (paper.planned.presenters, paper.planned.date)
