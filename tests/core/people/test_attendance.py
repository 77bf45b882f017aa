"""Who was at a meeting: what its note states, and where it names nobody, what it shows."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.parse import read_note
from studylog.core.people.attendance import attendance
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings

ROSTER = Roster(
    (
        Person("오세린", aliases=("serin",)),
        Person("문도윤"),
        Person("차은결", since=date(2026, 9, 14)),
        Person("배서우", until=date(2026, 9, 11)),
    )
)


def told(text: str, roster: Roster = ROSTER) -> dict[str, str]:
    """What a note tells of people: their presence, and what shows it."""
    note = read_note("notes/2026-09-10.md", dedent(text).encode(), Settings(roster=roster))
    return {
        one.name: " ".join((one.presence, *one.evidence)) + (" moderator" if one.moderator else "")
        for one in attendance(note, roster)
    }


def test_who_is_listed_was_there_and_of_the_others_nothing_is_known() -> None:
    assert {"오세린": "present", "문도윤": "absent", "배서우": "unknown"} == told("""\
        ---
        date: 2026-09-10
        attendees: [세린님]
        absent: [도윤]
        ---
        """)


def test_where_only_the_absent_are_listed_the_others_were_there() -> None:
    assert {"오세린": "present", "문도윤": "absent", "배서우": "present"} == told("""\
        ---
        date: 2026-09-10
        absent: [도윤]
        ---
        """)


def test_what_is_stated_is_not_doubted_by_what_the_text_shows() -> None:
    assert {"오세린": "present", "문도윤": "absent", "배서우": "unknown"} == told("""\
        ---
        date: 2026-09-10
        attendees: [오세린]
        absent: [문도윤]
        ---
        Q. 왜 나누나요?
        A. (도윤) 값이 커서요.
        A. (서우) 저도요.
        """)


def test_where_nobody_is_named_those_whom_the_note_shows_are_seen() -> None:
    assert {
        "오세린": "seen presented asked spoke wrote",
        "문도윤": "seen answered",
        "배서우": "unknown",
    } == told("""\
        ---
        date: 2026-09-10
        author: serin
        attendees: []
        ---
        ### 1. 질문

        (세린) Q. 왜 나누나요?
        A. (도윤) 값이 커서요.

        ### 2. 논문 리뷰

        #### VGG

        발표자: 오세린
        """)


def test_a_note_that_shows_nobody_tells_nothing() -> None:
    assert {} == told("---\ndate: 2026-09-10\n---\n서우님이 사 온 붕어빵이 식었다.\n")


def test_a_moderator_is_there_and_leads() -> None:
    assert (
        "present moderator"
        == told("---\ndate: 2026-09-10\nattendees: [세린]\nmoderator: 도윤\n---\n")["문도윤"]
    )
    assert "seen moderated moderator" == told("---\ndate: 2026-09-10\nmoderator: 도윤\n---\n")["문도윤"]


def test_nobody_is_there_or_absent_before_they_joined_or_after_they_left() -> None:
    late = "---\ndate: 2026-09-18\nabsent: [도윤]\n---\n"
    assert {"오세린": "present", "문도윤": "absent", "차은결": "present"} == told(late)
    early = "---\ndate: 2026-09-10\nauthor: 세린\n---\nQ. 왜 나누나요?\nA. (은결) 나중에 찾았어요.\n"
    assert "차은결" not in told(early)


def test_a_guest_counts_as_there_and_an_office_is_nobody() -> None:
    assert "present" == told("---\ndate: 2026-09-10\nattendees: [세린, 방자]\n---\n")["방자"]
    text = "---\ndate: 2026-09-10\nauthor: 세린\n---\nQ. 왜 나누나요?\n확인: 멘토님: 값이 커서요.\n"
    assert {"오세린"} == {name for name, how in told(text).items() if how.startswith("seen")}
    assert {"세린"} == {name for name, how in told(text, Roster()).items() if how.startswith("seen")}


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("- 세린 : 학습률을 낮췄습니다.\n- 도윤) 저는 그대로요.\n", ("오세린", "문도윤")),
        ("- 세린\n  - 학습률을 낮췄습니다.\n- 도윤\n- 서우\n", ("오세린",)),
        ("세린\n\n1. 무엇부터 읽나요?\n\n도윤\n\n서우\n", ("오세린",)),
        ("### 세린\n\n학습률을 낮췄습니다.\n\n### 도윤\n", ("오세린",)),
        ("- [세린](https://a.example/serin)\n  - [도윤](https://a.example/doyun)\n", ()),
        ("- 서우 : 불참\n- 세린: 병가\n", ()),
        ("- [ ] 세린: 그림 고치기\n", ()),
        ("```\n세린: 학습률\n```\n\n| 세린 | 도윤 |\n| - | - |\n| 1 | 2 |\n", ()),
        ("TTA : 세린님이 찾은 방법\n", ()),
        ("춘향님: 저는 손님입니다.\n", ("춘향",)),
    ],
)
def test_who_says_something(body: str, speakers: tuple[str, ...]) -> None:
    note = read_note("notes/a.md", f"---\ndate: 2026-09-10\n---\n{body}".encode(), Settings(roster=ROSTER))
    assert speakers == note.speakers


NAMES = st.lists(st.sampled_from(("세린", "문도윤", "은결님", "서우", "방자")), max_size=4)
LINES = st.lists(
    st.sampled_from(("Q. 왜?\nA. (도윤) 그래서.", "- 서우 : 다음 주까지", "발표자: 은결", "세린\n\n말함")),
    max_size=4,
)


@given(NAMES, NAMES, LINES, st.integers(1, 30))
def test_only_the_header_makes_anybody_absent(
    present: list[str], absent: list[str], lines: list[str], day: int
) -> None:
    header = f"date: 2026-09-{day:02}\nattendees: [{', '.join(present)}]\nabsent: [{', '.join(absent)}]\n"
    text = f"---\n{header}---\n" + "\n\n".join(lines)
    found = attendance(read_note("notes/a.md", text.encode(), Settings(roster=ROSTER)), ROSTER)
    missing = {one.name for one in found if one.presence == "absent"}
    assert {ROSTER.canonical(name) for name in absent} == missing
    assert not (present or absent) or not any(one.evidence for one in found)
    assert all(bool(one.evidence) == (one.presence == "seen") for one in found)
    assert len(found) == len({one.name for one in found})
