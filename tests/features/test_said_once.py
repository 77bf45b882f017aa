"""What pages say once only, and what they leave out where there is nothing of it."""

from pathlib import Path

from tests.features.site_notebook import build_site

SETTINGS = "name: 우리 스터디\nlanguage: ko\nroster: [홍길동, 성춘향]\n"
NOTE = """\
---
date: 2021-08-11
type: daily
author: 홍길동
---
# 8/11(수) 회의록

Q1. 7강 왜 나누나요?

Q2. 8강 왜 더하나요?

## 논문 리뷰

### (1) VGG

발표자료: https://files.example/vgg.pdf
"""


def built(folder: Path, note: str) -> Path:
    """The site of one note."""
    (folder / "notes").mkdir(parents=True)
    (folder / "studylog.yaml").write_text(SETTINGS, "utf-8")
    (folder / "notes/2021-08-11.md").write_text(note, "utf-8")
    build_site(folder, folder / "site")
    return folder / "site"


def test_who_wrote_is_told_among_those_who_were_there_else_above(tmp_path: Path) -> None:
    named = NOTE.replace("author: 홍길동", "author: 홍길동\nattendees: [홍길동, 성춘향]")
    sites = built(tmp_path / "named", named), built(tmp_path / "alone", NOTE)
    pages = [(site / "meetings/2021-08-11-daily.html").read_text("utf-8") for site in sites]
    assert [False, True] == ["기록 홍길동" in page for page in pages]
    assert "<small>기록</small>" in pages[0]


def test_where_all_papers_are_of_one_state_its_heading_alone_says_so(tmp_path: Path) -> None:
    page = (built(tmp_path, NOTE) / "papers/index.html").read_text("utf-8")
    assert 1 == page.count("발표한 논문")


def test_a_course_without_a_name_is_not_counted_and_a_lecture_without_a_title_has_its_number(
    tmp_path: Path,
) -> None:
    site = built(tmp_path, NOTE)
    lectures, seventh = (
        (site / "lectures" / name).read_text("utf-8") for name in ("index.html", "lecture-7.html")
    )
    assert ("강의 2개" in lectures, "과목 1개" in lectures) == (True, False)
    assert "<small>다음</small>8강</a>" in seventh


def test_the_year_of_weeks_of_the_calendar_stands_over_them(tmp_path: Path) -> None:
    site = built(tmp_path, NOTE)
    weeks, meetings = (
        (site / name).read_text("utf-8").partition("<main")[2]
        for name in ("weeks/index.html", "meetings/index.html")
    )
    assert [(1, 1), (1, 1)] == [
        (page.count("2021년"), page.count(">32번째 주<")) for page in (weeks, meetings)
    ]


def test_marks_of_attendance_are_explained_where_there_are_any(tmp_path: Path) -> None:
    there = NOTE.replace("type: daily", "type: daily\nattendees: [홍길동, 성춘향]")
    sites = built(tmp_path / "there", there), built(tmp_path / "nobody", NOTE.replace("author: 홍길동\n", ""))
    pages = [(site / "people/index.html").read_text("utf-8") for site in sites]
    assert [True, False] == ["strip-legend" in page for page in pages]
