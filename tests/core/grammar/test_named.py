"""People whom no roster knows: those that a note names as its people are known in it."""

import pytest

from studylog.core.grammar.people.named import with_named
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


@pytest.mark.parametrize(
    "note",
    [
        "- 가람\n  - 다 했다\n- 솔\n  - 언제 모이나요?\n- 공통\n  - 왜 모이나요?\n",
        "1. 가람\n   - 다 했다\n2. 솔님\n   - 언제 모이나요?\n3. 모델\n   - 왜 모이나요?\n",
        "- 가람\n  - 했다\n- 솔\n  - 언제 모이나요?\n\n  ```\n- 모아\n  ```\n- 결정사항\n  - 왜 모이나요?\n",
        "## 근황\n\n### 가람\n\n- 다 했다\n\n### 솔\n\n- 언제 모이나요?\n\n### 모델\n\n- 왜 모이나요?\n",
    ],
)
def test_who_stands_in_a_list_of_names_is_known_by_one_syllable_too_and_topics_are_nobody(note: str) -> None:
    header = "---\ndate: 2021-08-12\ntype: daily\nauthor: 서가람\n---\n"
    read = read_note("a.md", (header + note).encode(), Settings())
    assert ["서가람", "솔"] == list(read.speakers)
    assert [("언제 모이나요?", "솔"), ("왜 모이나요?", None)] == [
        (one.text, one.asked_by) for one in read.questions
    ]


@pytest.mark.parametrize(
    "note",
    [
        "- 가람\n  - 다 했다\n- 모델을 고르는 일\n  - 왜 모이나요?\n- 솔\n",
        "- 누리\n  - 다 했다\n- 솔\n  - 왜 모이나요?\n",
        "- 가람\n\n그 밖에\n\n- 솔\n  - 왜 모이나요?\n",
        "- 가람\n  - 다 했다\n- 결정 사항\n- 솔\n",
        "## 가람\n\n## Notes\n\n## Retro\n",
        "- 가람\n- 데이터셋\n- 합성곱망\n",
    ],
)
def test_no_item_is_somebody_where_some_are_no_names_or_nobody_is_known(note: str) -> None:
    named = with_named(Roster(), Header(author="서가람"), note)
    assert named.people == (Person("서가람"),)


def test_who_was_found_in_a_list_speaks_elsewhere_in_the_note() -> None:
    note = "- 가람\n  - 언제 자르나요?\n    - 누리 : 매번 자릅니다.\n- 누리\n  - 다 했다\n"
    asked = read_note("a.md", f"---\ndate: 2021-08-12\nauthor: 서가람\n---\n{note}".encode(), Settings())
    assert [("서가람", "누리")] == [(one.asked_by, one.answers[0].by) for one in asked.questions]


@pytest.mark.parametrize(
    ("replies", "by"),
    [
        ("- 누리 : 매번\n- 솔비: 가끔\n- 가람 : 자주?\n", ["누리", "솔비", "서가람"]),
        ("- 가람: 매번\n- Nora: 가끔\n", ["서가람", "Nora"]),
        ("- 처음\n- 가람 : 매번\n", [None, "서가람"]),
        ("- 결론 : 매번\n- 가람 : 가끔\n", [None, "서가람"]),
        ("- 누리 : 매번\n- 솔비 : 가끔\n", [None]),
    ],
)
def test_who_replies_in_a_list_beside_somebody_known_is_somebody(replies: str, by: list[str | None]) -> None:
    note = f"---\ndate: 2021-08-12\nauthor: 서가람\n---\nQ. 언제 자르나요?\n\n{replies}"
    asked = read_note("a.md", note.encode(), Settings()).questions[0]
    assert by == [answer.by for answer in asked.answers]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Q1. (누리) 왜 자르나요?\nA1. (솔비) 튀니까요.\n", ("누리", "솔비")),
        ("질문 1) [누리] 왜 자르나요?\n\n⇒ (솔비) 튀니까요.\n", ("누리", "솔비")),
        ("Q1. (누리) 왜 자르나요?\n튀니까요.\n\nQ2. 얼마에서?\n(누리) 하나에서요.\n", ("누리",)),
        ("Q1. (누리) 왜 자르나요?\n(예시) 둘을 하나로.\n", ()),
        ("Q1. (누리) 왜 자르나요?\n", ()),
        ("Q1. (심화) 왜 자르나요?\nQ2. (필수) 얼마에서?\n", ()),
        ("Q1. (누리) 왜 자르나요?\nQ2. (심화) 얼마에서?\n", ()),
        ("A. (행렬): 곱한다\nA. (벡터): 더한다\n", ()),
    ],
)
def test_names_in_brackets_behind_several_marks_are_known(body: str, people: tuple[str, ...]) -> None:
    assert people == tuple(person.name for person in with_named(Roster(), Header(), body).people)


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("질문(가람): 왜 자르나요?\n\n답(누리): 튀니까요.\n", ("서가람", "누리")),
        ("Q (누리): 왜 자르나요?\n\nA (가람): 튀니까요.\n", ("서가람", "누리")),
        ("답(행렬): 곱한다\n\n답(벡터): 더한다\n", ("서가람",)),
        ("질문(가람): 왜 자르나요?\n\n질문(심화): 얼마에서?\n", ("서가람",)),
    ],
)
def test_names_before_the_sign_are_known_beside_one_that_is(body: str, people: tuple[str, ...]) -> None:
    named = with_named(Roster(), Header(author="서가람"), body)
    assert people == tuple(person.name for person in named.people)


def test_who_asks_in_brackets_is_no_word_of_the_question() -> None:
    note = "Q1. (누리) 왜 자르나요?\n\nA1. (솔비) 튀니까요.\n"
    asked = read_note("a.md", note.encode(), Settings()).questions[0]
    assert ("왜 자르나요?", "누리", "솔비") == (asked.text, asked.asked_by, asked.answers[0].by)


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("**Q. 무엇을 바라시나요?**\n\n기본기\n", [("무엇을 바라시나요?", None, "기본기")]),
        (
            "무엇을 바라시나요?\n\n성실함\n\n언제 오시나요?\n",
            [("무엇을 바라시나요?", None, "성실함"), ("언제 오시나요?", None, None)],
        ),
        (
            "누리\n\n1. 무엇을 바라시나요?\n\n솔비\n\n1. 언제 오시나요?\n",
            [("무엇을 바라시나요?", "누리", None), ("언제 오시나요?", "솔비", None)],
        ),
        ("데이터\n\n1. 무엇을 바라시나요?\n", [("무엇을 바라시나요?", None, None)]),
    ],
)
def test_one_word_below_a_question_answers_it_and_one_over_a_list_of_them_asks(
    body: str, asked: list[tuple[str, str | None, str | None]]
) -> None:
    note = f"---\ndate: 2021-08-12\n---\n## 멘토링\n\n{body}"
    read = read_note("a.md", note.encode(), Settings()).questions
    assert asked == [(one.text, one.asked_by, one.answers[0].text if one.answers else None) for one in read]


def test_names_in_bold_stand_over_what_was_asked() -> None:
    body = "**누리**\n\n- 왜 자르나요?\n\n튀니까\n\n**솔비**\n\n- 언제 자르나요?\n\n**참고**\n"
    note = f"---\ndate: 2021-08-12\n---\n## 질문 모음\n\n{body}"
    read = read_note("a.md", note.encode(), Settings()).questions
    assert [("왜 자르나요?", "누리"), ("언제 자르나요?", "솔비")] == [
        (one.text, one.asked_by) for one in read
    ]
    assert ["튀니까"] == [answer.text for answer in read[0].answers]
