"""A lecture is (course, number): the seventh of one course is not the seventh of another."""

from datetime import date

from studylog.core.settings import Course, LectureSetting, Settings
from studylog.store.index.lists import IndexLists
from tests.indexes import indexed

SETTINGS = Settings(
    courses=(
        Course("AI Math", since=date(2021, 8, 2), until=date(2021, 8, 8)),
        Course("DL Basic", since=date(2021, 8, 9), lectures=(LectureSetting(7, "RNN", "https://e.org/7"),)),
    )
)


def lectures(*notes: tuple[str, str]) -> list[tuple[str | None, int, str | None, int, int]]:
    found = IndexLists(indexed(notes, SETTINGS)).lectures()
    return [(one.course, one.number, one.title, len(one.questions), one.open) for one in found]


def test_the_day_of_a_meeting_tells_the_course() -> None:
    assert lectures(
        ("notes/2021-08-12.md", "#### 7강\n\nQ. 하나?\n\nQ. 둘?\nA. 답"),
        ("notes/2021-08-03.md", "#### 7강 확률\n\nQ. 셋?"),
    ) == [("AI Math", 7, "확률", 1, 1), ("DL Basic", 7, "RNN", 2, 1)]


def test_the_header_of_a_note_tells_more_than_its_day() -> None:
    note = "---\ncourse: Seminar\ndate: 2021-08-12\n---\n#### 7강\n\nQ. 하나?"
    assert lectures(("notes/a.md", note)) == [("Seminar", 7, None, 1, 1)]


def test_a_heading_that_names_a_course_of_the_settings_tells_most() -> None:
    note = "---\ncourse: DL Basic\ndate: 2021-08-12\n---\n#### [AI Math] 7강\n\nQ. 하나?"
    assert lectures(("notes/a.md", note)) == [("AI Math", 7, None, 1, 1)]


def test_brackets_that_name_no_known_course_count_only_without_another() -> None:
    known = "---\ncourse: DL Basic\ndate: 2021-08-12\n---\n#### [복습] 7강"
    assert lectures(("notes/a.md", known)) == [("DL Basic", 7, "RNN", 0, 0)]


def test_a_lecture_that_only_a_question_names_is_one() -> None:
    assert lectures(("notes/2021-08-12.md", "Q. 6강 확률론 21분 - 왜요?")) == [("DL Basic", 6, None, 1, 1)]


def test_the_header_can_name_the_lectures() -> None:
    note = "---\ndate: 2021-08-12\nlectures: [7]\n---\n### 1. 강의 질문\n\nQ. 왜 그런가요?"
    assert lectures(("notes/a.md", note)) == [("DL Basic", 7, "RNN", 1, 1)]
