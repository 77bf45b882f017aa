"""The forms of questions and answers that `docs/writing.md` shows are read as it says."""

import re
from pathlib import Path

import pytest

from studylog.core.model import NoteQuestion
from studylog.core.parse import read_note
from studylog.core.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs/writing.md").read_text(encoding="utf-8")
HEADER = "---\ndate: 2024-03-05\nattendees: [이몽룡, 성춘향, 몽룡, 춘향, Ada, Grace]\n---\n\n"
ASKS = "Q. 게이트는 왜 셋인가요?\n\n"


def section(title: str) -> str:
    """What stands under a heading of the page, up to the next one."""
    return PAGE.partition(f"\n### {title}\n")[2].partition("\n### ")[0]


def forms(title: str, cells: slice) -> list[tuple[str, str]]:
    """The rows of the table under a heading: what each is called, and each cell that is asked for."""
    rows = [
        line.strip("| ").split("|")
        for line in section(title).split("\n| | ")[1].splitlines()[2:]
        if "|" in line
    ]
    return [(row[0].strip(), cell) for row in rows for cell in row[1:][cells] if cell.strip()]


def lines(cell: str) -> str:
    """What a cell shows as lines of a note."""
    return "\n".join(re.findall("`([^`]+)`", cell))


def marks(title: str) -> list[str]:
    """The other marks that a table names."""
    return [mark for _, cell in forms(title, slice(2, 3)) for mark in re.findall("`([^`]+)`", cell)]


def shown(line: str, within: str = PAGE) -> list[str]:
    """The forms that the line of a list shows, found by how it begins."""
    found = next(one for one in within.split("\n- ") if one.startswith(line))
    return re.findall("`([^`]+)`", found.partition("\n\n")[0])


def asked(body: str) -> tuple[NoteQuestion, ...]:
    """The questions of a note."""
    return read_note("notes/2024-03-05.md", f"{HEADER}{body}\n".encode(), Settings()).questions


@pytest.mark.parametrize(("form", "cell"), forms("Questions", slice(0, 2)))
def test_each_form_asks_once(form: str, cell: str) -> None:
    [question] = asked(lines(cell))
    named = "몽룡" in cell or "Ada" in cell
    assert named == (question.asked_by is not None)
    assert ("next line" in form or "alone" in form) == bool(question.answers)


@pytest.mark.parametrize("mark", marks("Questions"))
def test_each_other_mark_asks(mark: str) -> None:
    [question] = asked(f"{mark} 게이트는 왜 셋인가요?")
    assert question.marked
    assert "게이트는 왜 셋인가요?" == question.text


@pytest.mark.parametrize("mark", ["Q2-1.", "2-1.", "→ 추가 질문:", "→ Follow-up question:"])
def test_marks_of_questions_under_others(mark: str) -> None:
    assert mark in shown("A question under another")
    first, second = asked(f"Q2. 게이트는 왜 셋인가요?\n\nA. 일이 셋이라서\n\n{mark} 둘이면요?")
    assert (None, 0) == (first.parent, second.parent)


@pytest.mark.parametrize(("form", "cell"), forms("Answers", slice(0, 2)))
def test_each_form_answers(form: str, cell: str) -> None:
    [question] = asked(ASKS + lines(cell))
    [answer] = question.answers
    assert (form.startswith("no mark")) == (answer.marker is None)
    assert (form == "a guess") == answer.tentative
    assert (form == "a confirmation") == answer.confirmed
    assert ("춘향" in cell or "Grace" in cell or "Mentor" in cell) == (answer.by is not None)


@pytest.mark.parametrize("mark", marks("Answers"))
def test_each_other_mark_answers(mark: str) -> None:
    [question] = asked(f"{ASKS}{mark} 일이 셋이라서")
    [answer] = question.answers
    assert answer.marker is not None
    assert "일이 셋이라서" in answer.text


@pytest.mark.parametrize("text", shown("These leave a question open"))
def test_what_leaves_a_question_open(text: str) -> None:
    [question] = asked(ASKS + text)
    assert () == question.answers


@pytest.mark.parametrize("title", shown("The title can say"))
def test_titles_that_make_bullets_ask(title: str) -> None:
    assert 1 == len(asked(f"# {title}\n\n- 게이트는 왜 셋인가요?"))


@pytest.mark.parametrize(
    "title", re.findall(r"\*([^*\n]+)\*", section("Questions").partition("- What a list asks")[2])
)
def test_what_concerns_the_team_asks_nothing(title: str) -> None:
    assert () == asked(f"### {title}\n\n- 다음에는 언제 만날까요?")
    assert 1 == len(asked("### 질문\n\n- 다음에는 언제 만날까요?"))


@pytest.mark.parametrize(
    ("before", "end"),
    [
        ("### 1. 질문\n\nQ. 왜 셋인가요?\n\n일이 셋이라서", "### 3. 공지"),
        ("### 1. Questions\n\nQ. Why three?\n\nThere are three tasks.", "### 3. Notices"),
        ("## 7강\n\nQ. 왜 셋인가요?\n\n일이 셋이라서", "## 8강"),
        ("## 7강\n\n### 질문\n\nQ. 왜 셋인가요?\n\n일이 셋이라서", "### 다음 모임"),
        ("## 질문\n\n### 왜 셋인가요?\n\n일이 셋이라서", "### 다음 모임"),
        ("- 길동\n  - Q. 왜 셋인가요?\n    - 일이 셋이라서", "- 춘향"),
        ("<details><summary>Q. 왜 셋인가요?</summary>\n\n일이 셋이라서\n\n</details>", "끝."),
        ("> [!question] 왜 셋인가요?\n\n일이 셋이라서", "> [!note] 다음 모임"),
        ("### 질문\n\n- 왜 셋인가요?\n  - 일이 셋이라서", "다음 모임은 화요일입니다."),
    ],
)
def test_where_a_question_ends(before: str, end: str) -> None:
    told = [[answer.text for answer in question.answers] for question in asked(before)]
    assert told[0]
    assert told == [
        [answer.text for answer in one.answers] for one in asked(f"{before}\n\n{end}\n\n내일 쉽니다.")
    ]


def test_pasted_headings_end_nothing() -> None:
    [question] = asked("## 7강\n\n### 질문\n\nQ. 왜 셋인가요?\n\n#### 게이트란\n\n일이 셋이라서")
    assert "일이 셋이라서" in question.answers[0].text
