"""Versions that git could not merge: both are read, what git wrote is not, and somebody is told to decide."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.editing import editable
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Place
from studylog.core.header.edit import set_header
from studylog.core.model import Note
from studylog.core.papers.catalogue import read_catalogue
from studylog.core.papers.edits import with_paper
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.core.unmerged import blanked, unmerged, without_lines


def note(text: str) -> Note:
    return read_note("notes/a.md", text.encode(), Settings())


CONFLICT = """\
---
date: 2021-08-12
---
Q. 왜 그런가요?
<<<<<<< HEAD
A. 첫째 까닭입니다.
=======
A. 둘째 까닭입니다.
>>>>>>> 춘향
Q. 그럼 이것은요?
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_both_versions_are_read_and_the_lines_of_git_are_not(newline: str) -> None:
    first, second = note(CONFLICT.replace("\n", newline)).questions

    assert ["첫째 까닭입니다.", "둘째 까닭입니다."] == [answer.text for answer in first.answers]
    assert ("그럼 이것은요?", 10, ()) == (second.text, second.place.line, second.answers)


def test_somebody_has_to_decide_at_the_line_where_the_versions_begin() -> None:
    assert [("conflict", "error", 5)] == [
        (finding.code, finding.severity, finding.place.line) for finding in note(CONFLICT).findings
    ]


TABLE = "| 질문 | 답변 |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            f"{TABLE}<<<<<<< a\n| 하나? | 네 |\n=======\n| 둘? | 네 |\n>>>>>>> b\n| 셋? | 네 |\n",
            ["하나?", "둘?", "셋?"],
        ),
        (
            "| Q1 | 하나? |\n|---|---|\n<<<<<<< a\n| A1 | 네 |\n=======\n| Q2 | 둘? |\n>>>>>>> b\n",
            ["하나?", "둘?"],
        ),
        (
            f"{TABLE}| 하나? | 네 |\n<<<<<<< a\n||||||| c\n=======\n>>>>>>> b\n| 둘? | 네 |\n",
            ["하나?", "둘?"],
        ),
        (f"<<<<<<< a\n{TABLE}| 하나? | 네 |\n=======\n{TABLE}| 둘? | 네 |\n>>>>>>> b\n", ["하나?", "둘?"]),
    ],
    ids=["rows", "rows behind marks", "rows that one version has deleted", "whole tables"],
)
def test_a_table_goes_on_behind_the_lines_of_git(text: str, asked: list[str]) -> None:
    assert asked == [question.text for question in note(text).questions]


def test_with_the_version_before_both_it_is_a_conflict_as_well() -> None:
    text = "<<<<<<< HEAD\nQ. 하나?\n||||||| base\nQ. 영?\n=======\nQ. 둘?\n>>>>>>> b\n"

    assert ["하나?", "영?", "둘?"] == [question.text for question in note(text).questions]


BEGUN_BY_TWO = """\
---
title: 회의
type: daily
<<<<<<< HEAD
author: 춘향
attendees: [춘향, 몽룡]
=======
author: 몽룡
attendees:
- 몽룡
absent: [춘향]
>>>>>>> b
date: 2021-08-12
---
Q. 왜 그런가요?
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_of_a_header_both_versions_are_read_and_of_what_both_say_the_first_counts(newline: str) -> None:
    found = note(BEGUN_BY_TWO.replace("\n", newline))
    header = found.header

    assert ("회의", "daily", date(2021, 8, 12)) == (found.title, found.type, found.date)
    assert ("춘향", ("춘향", "몽룡"), ("춘향",)) == (header.author, header.attendees, header.absent)
    assert [("conflict", 4)] == [
        (finding.code, finding.place.line) for finding in found.findings if finding.severity == "error"
    ]


def test_a_header_that_cannot_be_read_for_its_versions_says_so_instead_of_speaking_of_yaml() -> None:
    text = "---\ntitle: 회의\n<<<<<<< HEAD\ntags: [a\n=======\ntags: [b]\n>>>>>>> b\n---\n"
    (finding,) = note(text).findings

    assert ("conflict", 3) == (finding.code, finding.place.line)


def test_a_header_of_two_versions_is_not_changed() -> None:
    with pytest.raises(StudylogError) as refused:
        set_header(BEGUN_BY_TWO, {"type": "mentoring"}, "notes/a.md")

    assert Place("notes/a.md", 4) == refused.value.place


ENDS_BELOW = """\
---
date: 2021-08-12
<<<<<<< HEAD
title: 첫 회의
---
Q. 왜 그런가요?
=======
title: 회의
---
Q. 그럼 이것은요?
>>>>>>> b
"""


def test_versions_that_begin_in_the_header_may_end_in_the_body() -> None:
    found = note(ENDS_BELOW)

    assert ("첫 회의", date(2021, 8, 12)) == (found.title, found.date)
    assert [("왜 그런가요?", ()), ("그럼 이것은요?", ())] == [
        (question.text, question.answers) for question in found.questions
    ]
    assert [("conflict", 3)] == [(finding.code, finding.place.line) for finding in found.findings]


@pytest.mark.parametrize(("text", "line"), [(CONFLICT, 5), (BEGUN_BY_TWO, 4), (ENDS_BELOW, 3)])
def test_nothing_is_written_where_somebody_has_to_decide_first(text: str, line: int) -> None:
    with pytest.raises(StudylogError) as refused:
        editable(text.encode(), "notes/a.md")

    assert (Exit.DECIDE, Place("notes/a.md", line)) == (refused.value.exit_code, refused.value.place)


def test_of_a_list_of_papers_both_versions_are_read_and_none_is_changed() -> None:
    text = "- title: A\n<<<<<<< HEAD\n- title: B\n=======\n- title: C\n>>>>>>> b\n"
    catalogue = read_catalogue(text, Settings().roster)

    assert [("A",), ("B",), ("C",)] == [paper.titles for paper in catalogue.papers]
    assert [("conflict", 2)] == [(finding.code, finding.place.line) for finding in catalogue.findings]
    with pytest.raises(StudylogError) as refused:
        with_paper(text, {"title": "D"})
    assert Place("papers.yaml", 2) == refused.value.place


@pytest.mark.parametrize(
    "text",
    [
        "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```\n",
        "<<<<<<< HEAD\n그냥 꺾쇠입니다.\n",
        "제목\n=======\n\n>>>>>>> 인용\n",
    ],
    ids=["shown as code", "begins only", "a heading and a quotation"],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert () == note(text).findings
    assert text == editable(text.encode(), "notes/a.md")


LINES = st.sampled_from(["<<<<<<< a", "||||||| b", "=======", ">>>>>>> c", "글", ""])


@given(st.lists(LINES, max_size=12))
def test_of_every_text_only_lines_of_git_are_taken_and_all_others_stay(lines: list[str]) -> None:
    text = "\n".join(lines)
    marks = {number for conflict in unmerged(text) for number in conflict}

    assert all(lines[number][:7] in {"<" * 7, "|" * 7, "=" * 7, ">" * 7} for number in marks)
    kept = without_lines(text, marks).split("\n")
    places = blanked(text, marks)
    assert len(text) == len(places)
    assert [line if number not in marks else "" for number, line in enumerate(text.split("\n"))] == [
        line.strip(" ") for line in places.split("\n")
    ]
    assert [line for number, line in enumerate(lines) if number not in marks] == [
        line for number, line in enumerate(kept) if number not in marks
    ][: len(lines)]
