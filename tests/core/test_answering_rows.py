"""Answers to questions in tables: they stand in their cell, and the table stays whole."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studylog.core.asking import NewAnswer, add_answer
from studylog.core.errors import Exit, StudylogError
from studylog.core.markdown import parse, plain
from studylog.core.model import NoteQuestion
from studylog.core.parse import read_note
from studylog.core.text import fold
from tests.core.asking_cases import HEADER, HOSTILE, PATH, SETTINGS, answers
from tests.core.test_answering import EDITS, _says_nothing, readings, said

# A row in the middle of its table: the one in which `왜 그런가요?` is asked.
TABLES = {
    "an empty cell": ("| 강의 | 질문 | 답변 | 질문자 |", "| 7강 | 왜 그런가요? | | 춘향 |"),
    "pinned": ("| 강의 | 질문 | 답변 | 질문자 |", "| 7강 | 왜 그런가요? |  | 춘향 | ^q-k3f9a2bc"),
    "pinned in its cell": ("| 질문 | 답변 | 질문자 |", "| 왜 그런가요? ^q-k3f9a2bc | | 춘향 |"),
    "a dash": ("| 질문 | 답변 | 질문자 |", "| 왜 그런가요? | - | 춘향 |"),
    "a row cut short": ("| 질문 | 답변 | 질문자 |", "| 왜 그런가요? |"),
    "without its ends": ("질문 | 답변 | 질문자", "왜 그런가요? | | 춘향"),
    "without its ends, cut short": ("질문 | 답변 | 질문자", "왜 그런가요? |"),
    "in a quote": ("> | 질문 | 답변 |", "> | 왜 그런가요? | |"),
    "the last column": ("| # | 질문 | 답변 |", "| 1 | 왜 그런가요? |"),
    "with a sign of its own": ("| 질문 | 답변 | 질문자 |", r"| 왜 `a \| b` 그런가요? | | 춘향 |"),
    "answered": ("| 질문 | 답변 | 질문자 |", "| 왜 그런가요? | 나누기 `a \\| b` 때문 | 춘향 |"),
    "answered twice": ("| 질문 | 답변 | 질문자 |", "| 왜 그런가요? | 하나<br>A. (길동) 둘 | 춘향 |"),
    "a second column": ("| 질문 | 답변 1 | 답변 2 |", "| 왜 그런가요? | 나누기 때문 | |"),
    "who answered": ("| 질문 | 답변 | 답변자 |", "| 왜 그런가요? | | |"),
    "in English": ("| Question | Answer | By |", "| 왜 그런가요? | | 춘향 |"),
}


def table(name: str) -> str:
    """A note with that table; other rows stand before and behind."""
    head, row = TABLES[name]
    width = len(re.findall(r"(?<!\\)\|", head.strip("> |"))) + 1
    dress = "> " if head.startswith(">") else ""
    mark = ["| ", " |"] if "| " in head[:4] else ["", ""]
    lines = [f"{mark[0]}{' | '.join([cell] * width)}{mark[1]}" for cell in ("---", "앞의 물음", "뒤의 물음")]
    rule, before, after = (dress + line for line in lines)
    return HEADER + "\n".join(("## 질문", "", head, rule, before, row, after, "", "끝말입니다.", ""))


def the_question(text: str) -> NoteQuestion:
    return next(one for one in read_note(PATH, text.encode(), SETTINGS).questions if "그런가요" in one.text)


def answered(text: str, answer: NewAnswer) -> str:
    return add_answer(PATH, text.encode(), SETTINGS, the_question(text).id, answer).after


def grid(text: str) -> list[list[str]]:
    """The cells of the table as any reader of Markdown sees them, without what is behind the last one."""
    rows: list[list[str]] = []
    for token in parse(text.split("---\n\n", 1)[1]):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(plain(token.children or ()))
    width = len(rows[0])
    return [row[:width] for row in rows if any(row)]


def check(name: str, answer: str) -> None:
    before = table(name)
    after = answered(before, NewAnswer(answer, by="이몽룡"))
    old, new = before.split("\n"), after.split("\n")
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    assert [old.index(TABLES[name][1])] == changed
    was, now = the_question(before), the_question(after)
    assert (was.id, was.text, was.asked_by, True) == (now.id, now.text, now.asked_by, now.pinned)
    told = [one for one in now.answers if said(one) not in map(said, was.answers)]
    assert len(told) + len(was.answers) == len(now.answers)
    if told:
        assert [("이몽룡", True)] == [(one.by, fold(one.text) in readings(answer)) for one in told]
    else:
        assert now.promise is not None
    rows = grid(before), grid(after)
    assert len(rows[0]) == len(rows[1])
    others = [at for at in range(len(rows[0])) if rows[0][at] != rows[1][at]]
    assert others == [2]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    "answer",
    [
        "이전 시점까지의 출력입니다.",
        "아마 나누어서 그런 것 같아요.",
        r"`a | b` 이고 $|x|$ 이고 a \| b 입니다.",
        "끝에 빗금 \\",
        "[자료](https://docs.example/a) ![그림](images/a.png)",
        "첫 문단입니다.\n\n둘째 문단입니다.",
        "Q. 이것도 질문인가요?",
    ],
)
def test_an_answer_stands_in_its_cell(name: str, answer: str) -> None:
    check(name, answer)


@settings(max_examples=EDITS, deadline=None)
@given(st.sampled_from([*TABLES]), st.one_of(answers, st.text("|\\`$ab<>*[]()!\n", min_size=1, max_size=30)))
def test_whatever_is_answered_is_one_answer_or_refused(name: str, answer: str) -> None:
    assume(any(char.isalnum() for char in answer) and not _says_nothing(answer.strip()))
    try:
        check(name, answer)
    except StudylogError as error:
        assert Exit.PROBLEMS == error.exit_code


@pytest.mark.parametrize("answer", [one for one in HOSTILE if "```" in one or "<" in one])
def test_what_needs_lines_of_its_own_is_refused_with_the_place(answer: str) -> None:
    with pytest.raises(StudylogError) as error:
        answered(table("an empty cell"), NewAnswer(answer))
    assert error.value.hint is not None
    assert ("line", 12) in error.value.hint.args


@pytest.mark.parametrize(
    ("name", "answer", "row"),
    [
        ("an empty cell", NewAnswer("네."), "| 7강 | 왜 그런가요? | 네. | 춘향 | ^ID"),
        ("an empty cell", NewAnswer("네.", by="이몽룡"), "| 7강 | 왜 그런가요? | (몽룡) 네. | 춘향 | ^ID"),
        ("an empty cell", NewAnswer("네.", by="멘토님"), "| 7강 | 왜 그런가요? | 멘토님: 네. | 춘향 | ^ID"),
        ("an empty cell", NewAnswer("네.", tentative=True), "| 7강 | 왜 그런가요? | 추측) 네. | 춘향 | ^ID"),
        ("who answered", NewAnswer("네.", by="이몽룡"), "| 왜 그런가요? | 네. | 몽룡 | ^ID"),
        ("answered", NewAnswer("네."), "| 왜 그런가요? | 나누기 `a \\| b` 때문<br>A. 네. | 춘향 | ^ID"),
        (
            "answered",
            NewAnswer(None, confirmed_by="멘토님"),
            "| 왜 그런가요? | 나누기 `a \\| b` 때문<br>멘토님: 위의 답이 맞습니다. | 춘향 | ^ID",
        ),
        ("a row cut short", NewAnswer("네."), "| 왜 그런가요? | 네. | | ^ID"),
        ("a second column", NewAnswer("a | b"), "| 왜 그런가요? | 나누기 때문 | a \\| b | ^ID"),
        ("in English", NewAnswer("네.", by="홍길동"), "| 왜 그런가요? | (길동) 네. | 춘향 | ^ID"),
    ],
)
def test_a_row_is_written_as_people_write_it(name: str, answer: NewAnswer, row: str) -> None:
    text = table(name)
    assert row.replace("ID", the_question(text).id) in answered(text, answer).splitlines()


def test_an_answer_that_no_column_has_room_for_is_refused_in_the_middle() -> None:
    text = HEADER + "| 질문 | 질문자 |\n|---|---|\n| 왜 그런가요? | 춘향 |\n| 언제인가요? | 몽룡 |\n"
    with pytest.raises(StudylogError) as error:
        answered(text, NewAnswer("네."))
    assert Exit.PROBLEMS == error.value.exit_code


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ("| Q | 왜 그런가요? |\n| Q | 뒤의 물음인가요? |", "| A | (몽룡) 그래서요 \\| 네 |\n| Q | 뒤"),
        (
            "| Q | 왜 그런가요? |\n| A | |\n| Q | 뒤의 물음인가요? |",
            "| A | (몽룡) 그래서요 \\| 네 |\n| Q | 뒤",
        ),
        (
            "| Q | 왜 그런가요? |\n| A | 하나. |\n| Q | 뒤의 물음인가요? |",
            "| A | 하나. |\n| A | (몽룡) 그래서요",
        ),
        ("| 질문 | 왜 그런가요? |\n| 질문 | 뒤의 물음인가요? |", "| 답변 | (몽룡) 그래서요 \\| 네 |\n"),
    ],
)
def test_where_rows_are_marked_an_answer_has_a_row_of_its_own(rows: str, written: str) -> None:
    mark = rows.split("|")[1].strip()
    before = f"{HEADER}## 강의 내용 중 질문하기\n\n| {mark} | 앞의 물음인가요? |\n|---|---|\n{rows}\n"
    after = answered(before, NewAnswer("그래서요 | 네", by="이몽룡"))
    assert written in after
    assert len(rows.split("\n")) + ("| A | |" not in rows) == after.split("|---|---|\n")[1].count("\n")
    assert "그래서요 | 네" == the_question(after).answers[-1].text
