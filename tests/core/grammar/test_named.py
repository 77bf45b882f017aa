"""People whom no roster knows: those that a note names as its people are known in it."""

import pytest

from studylog.core.grammar.named import with_named
from studylog.core.model import Header
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings

NOTE = """---
date: 2021-08-12
author: 서가람
{people}---
Q. 왜 자르나요? (가람)
우리: 폭발을 막으려고요.
"""


@pytest.mark.parametrize(
    ("people", "by"), [("attendees: [도우리]\n", "도우리"), ("absent: 도우리\n", "도우리"), ("", None)]
)
def test_who_is_in_the_header_speaks_in_the_note(people: str, by: str | None) -> None:
    asked = read_note("a.md", NOTE.format(people=people).encode(), Settings()).questions[0]
    assert ("서가람", by) == (asked.asked_by, asked.answers[0].by)


def test_the_roster_stays_and_knows_more() -> None:
    roster = Roster((Person("도우리", aliases=("woori",)),))
    named = with_named(roster, Header(attendees=("우리", "woori", "전원", "서가람님", "가람", "3명")), "")
    assert (*roster.people, Person("서가람")) == named.people


def test_two_of_one_given_name_are_nobody_for_sure() -> None:
    named = with_named(Roster(), Header(attendees=("도우리", "한우리")), "")
    assert named.resolve("우리").person is None
    assert named.resolve("한우리").person == Person("한우리")


def test_an_item_beside_somebody_whom_the_note_knows_is_somebody() -> None:
    note = "---\ndate: 2021-08-12\nauthor: 서가람\n---\n- 가람\n  - 다 했다\n- 누리\n  - 언제 모이나요?\n"
    assert ["누리"] == [one.asked_by for one in read_note("a.md", note.encode(), Settings()).questions]


@pytest.mark.parametrize("label", ["서기", "기록자", "참여 인원", "minute taker", "Members", "팀원"])
def test_who_is_named_behind_a_label_further_down_is_known(label: str) -> None:
    named = with_named(Roster(), Header(), f"# 정리\n\n## 모임\n\n{label}: 도우리\n")
    assert named.people == (Person("도우리"),)
