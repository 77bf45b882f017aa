"""What is doubtful in a note is said at the line that says it."""

from datetime import date

import pytest

from studylog.core.facts import note_facts
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, Settings

TEAM = Settings(roster=Roster((Person("서가람"), Person("한누리"))))


def doubts(text: str, path: str = "notes/모임.md") -> list[tuple[int, str]]:
    return [(one.place.line, one.code) for one in note_facts(path, text.encode(), TEAM).findings]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("---\ntype: daily\ndate: 2024-03-05 (수)\n---\n", 3, "weekday"),
        ("---\ntitle: 2024-03-05 (화)\ndate: 2024-03-05 (수)\n---\n", 3, "weekday"),
        ("---\ntitle: 2024-03-05 모임\ndate: 2024-03-06\n---\n", 3, "date"),
        ("---\ntype: daily\ntitle: 2024-03-05 (수)\n---\n", 3, "weekday"),
        ("---\ntype: daily\n---\n\n# 2024-03-05 (수)\n", 5, "weekday"),
        ("---\ntype: daily\n---\n# 모임\n\n일시: 2024-03-05 (수)\n", 6, "weekday"),
        ("---\ntype: daily\ndate:\n---\n# 모임\n\n일시: 2024-03-05 (수)\n", 7, "weekday"),
        ("---\ntype: daily\n---\n\n스터디 4회차\n2024-03-05 (수)\n", 6, "weekday"),
        ("---\ntitle: 모임\n---\n\n2024-03-05 (수) 스터디\n", 5, "weekday"),
        ("2024-03-05 (수) 스터디\n", 1, "weekday"),
        ("---\ntitle: 2024-03-05 모임\ndate: 삼월 초\n---\n", 3, "date"),
        ("---\ndate: 2024-02-30\n---\n\n2024-03-05 (화) 스터디\n", 2, "date"),
    ],
)
def test_a_day_that_cannot_be(text: str, line: int, code: str) -> None:
    assert doubts(text) == [(line, code)]


def test_a_file_that_has_the_day_in_its_name_says_so_on_no_line() -> None:
    assert doubts("Q. 왜요?\n", "notes/2024-03-05 (수).md") == [(1, "weekday")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ndate: 2024-03-05\nattendees:\n  - 서가람\n  - 도우리\n---\n", 5),
        ("---\ndate: 2024-03-05\n---\n# 모임\n\n참석자: 서가람, 도우리\n", 6),
        ("# 2024-03-05 모임\n\n참석자:\n- 서가람\n- 도우리\n", 5),
        ("# 2024-03-05 모임\n참석: 서가람\n불참: 도우리\n", 3),
        ("# 2024-03-05 모임\n\n참석: 서가람, 한누리\n작성자: 도우리\n", 4),
    ],
)
def test_somebody_who_is_not_on_the_roster(text: str, line: int) -> None:
    assert doubts(text) == [(line, "unknown-person")]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("notes/2022/3월 17일.md", "2022-03-17"),
        ("notes/2021-12/1월 3일.md", "2022-01-03"),
        ("notes/2022년 봄/03/3월 17일.md", "2022-03-17"),
        ("notes/2021년 12월/1월 3일.md", "2022-01-03"),
        ("notes/2021-2022/3월 17일.md", None),
        ("notes/2021-22/3월 17일.md", None),
        ("notes/3월 17일.md", None),
    ],
)
def test_a_folder_that_tells_the_year(path: str, day: str | None) -> None:
    read = note_facts(path, b"", Settings()).day
    assert (read and read.isoformat()) == day


def test_the_settings_tell_the_year_that_begins_with_the_study() -> None:
    started, coursed = Settings(start=date(2021, 8, 2)), Settings(courses=(Course("NLP", date(2021, 9, 6)),))
    for settings in (started, coursed):
        days = [note_facts(f"notes/{name}.md", b"", settings).day for name in ("9월 7일", "3월 17일")]
        assert days == [date(2021, 9, 7), date(2022, 3, 17)]
    assert note_facts("notes/7월 29일.md", b"", started).day == date(2021, 7, 29)
