"""What is doubtful in a note is said at the line that says it."""

import pytest

from studylog.core.facts import note_facts
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings

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
