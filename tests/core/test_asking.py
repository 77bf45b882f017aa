"""Questions written into a note: where they belong, as people write, and read back as they were said."""

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.asking import Asked, Edit, as_said, ask_in, read_moment, read_quiz
from studylog.core.errors import Exit, StudylogError
from studylog.core.parse import read_note
from tests.core.asking_cases import HEADER, HOSTILE, PATH, SETTINGS, answers

EDITS = int(os.environ.get("STUDYLOG_EDITS", "50"))
DAILY = (
    HEADER
    + """## 학습 내용 공유

### 1. 강의 내용 중 질문하기

#### 7강

Q. 하나인가요?

A. 하나입니다.

### 2. 논문 리뷰

#### (1) Xception

### 3. 건의사항
"""
)
MENTORING = HEADER.replace("daily", "mentoring") + "## 1. 멘토님께 드릴 질문\n\n## 2. 멘토링에서 들은 것\n"
ENGLISH = replace(SETTINGS, language="en")


def asked(text: str, note: str = DAILY, **said: object) -> Edit:
    """The edit that writes a question into a note."""
    told = replace(Asked(text), **said)  # type: ignore[arg-type]
    return ask_in(PATH, note.encode(), SETTINGS, as_said(told, SETTINGS))


def added(edit: Edit) -> list[str]:
    """The lines that are new, and each of them once; all others are still there, in their order."""
    left = iter(edit.before.splitlines())
    expected = next(left, None)
    new = []
    for line in edit.after.splitlines():
        if line == expected:
            expected = next(left, None)
        else:
            new.append(line)
    assert expected is None
    return [line.split(" ^q-")[0] for line in new if line]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, ["Q. 왜 그런가요?"]),
        ({"lecture": 7}, ["Q. 왜 그런가요?"]),
        ({"lecture": 7, "at": "00:24:37"}, ["Q. 7강 24:37 - 왜 그런가요?"]),
        ({"lecture": 7, "at": "01:02:10"}, ["Q. 7강 1:02:10 - 왜 그런가요?"]),
        ({"lecture": 8}, ["#### 8강 Transformer", "Q. 왜 그런가요?"]),
        ({"lecture": 9}, ["#### 9강", "Q. 왜 그런가요?"]),
        ({"lecture": 6}, ["#### 6강", "Q. 왜 그런가요?"]),
        ({"quiz": "7-4"}, ["Q. 퀴즈 7-4번 - 왜 그런가요?"]),
        ({"lecture": 3, "course": "AI Math"}, ["#### [AI Math] 3강", "Q. 왜 그런가요?"]),
        ({"course": "AI Math"}, ["#### AI Math", "Q. 왜 그런가요?"]),
        ({"to": "mentor"}, ["Q. (멘토님께) 왜 그런가요?"]),
        ({"by": "성춘향"}, ["Q. (춘향) 왜 그런가요?"]),
        ({"by": "향단"}, ["Q. (향단님) 왜 그런가요?"]),
        (
            {"by": "Ada Lovelace", "to": "mentor", "lecture": 7},
            ["Q. (멘토님께) (Ada Lovelace님) 왜 그런가요?"],
        ),
        ({"at": "00:03:00"}, ["Q. 3:00 - 왜 그런가요?"]),
    ],
)
def test_a_question_is_written_as_people_write(said: dict[str, object], lines: list[str]) -> None:
    edit = asked("왜 그런가요?", **said)
    assert lines == added(edit)
    question = edit.question
    assert said.get("course", "DL Basic") == question.course
    assert said.get("lecture", 7 if "quiz" in said else None) == question.lecture
    assert (said.get("at"), said.get("quiz")) == (
        question.locator and question.locator.at,
        question.locator and question.locator.quiz,
    )
    assert (said.get("to"), said.get("by")) == (question.to, question.asked_by)
    assert question.pinned


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Q. 왜 그런가요?", ["Q. 왜 그런가요?"]),
        ("(멘토님께) 춘향: 왜 그런가요?", ["Q. (멘토님께) (춘향) 왜 그런가요?"]),
        ("8강 24:37 - 왜 그런가요?", ["#### 8강 Transformer", "Q. 8강 24:37 - 왜 그런가요?"]),
        ("  왜\n그런가요?  ", ["Q. 왜 그런가요?"]),
    ],
)
def test_what_the_text_says_itself_is_heard(text: str, lines: list[str]) -> None:
    assert lines == added(asked(text))


def test_another_lecture_in_the_text_is_not_what_it_is_about() -> None:
    edit = asked("7강에서 배운 것과 같나요?", lecture=8)
    assert 8 == edit.question.lecture
    assert "Q. 8강 - 7강에서 배운 것과 같나요?" in added(edit)


def test_a_question_stands_in_order_of_lectures() -> None:
    text = DAILY
    for lecture in (9, 6, 8, 7):
        text = asked(f"{lecture}강의 질문인가요?", text, lecture=lecture).after
    headings = [line for line in text.splitlines() if line.startswith("#### ")]
    assert ["#### 6강", "#### 7강", "#### 8강 Transformer", "#### 9강", "#### (1) Xception"] == headings


def test_a_note_for_the_mentor_needs_no_mark() -> None:
    edit = asked("왜 그런가요?", MENTORING, to="mentor")
    assert ["Q. 왜 그런가요?"] == added(edit)
    assert "mentor" == edit.question.to


@pytest.mark.parametrize(
    ("note", "headings"),
    [
        ("", ["## 강의 내용 중 질문하기", "### 7강"]),
        ("# 제목\n\n글", ["## 강의 내용 중 질문하기", "### 7강"]),
        (HEADER + "## 1. 진행\n\n글\n\n## 2. 할 일\n", ["## 3. 강의 내용 중 질문하기", "### 7강"]),
    ],
)
def test_a_section_is_made_where_there_is_none(note: str, headings: list[str]) -> None:
    assert [*headings, "Q. 왜 그런가요?"] == added(asked("왜 그런가요?", note, lecture=7))


def test_english_notes_are_written_in_english() -> None:
    note = "---\ndate: 2021-08-12\n---\n\n### 1. Questions from the lectures\n"
    told = Asked("Why is that?", lecture=8, at="00:24:37", to="mentor", by="Ada Lovelace")
    edit = ask_in(PATH, note.encode(), ENGLISH, as_said(told, ENGLISH))
    assert [
        "#### Lecture 8 Transformer",
        "Q. (to mentor) (Ada Lovelace님) Lecture 8, 24:37 - Why is that?",
    ] == added(edit)


def test_the_ends_of_lines_stay_what_they_are() -> None:
    note = "\ufeff" + DAILY.replace("\n", "\r\n").rstrip()
    after = asked("왜 그런가요?", note, lecture=9).after
    assert "\ufeff" == after[0]
    assert after.count("\n") == after.count("\r\n")


def test_the_same_words_about_the_same_lecture_are_one_question() -> None:
    once = asked("왜 그런가요?", lecture=7)
    unpinned = DAILY.replace("Q. 하나인가요?", "Q. 왜 그런가요?")
    assert once.question.id == read_note(PATH, unpinned.encode(), SETTINGS).questions[0].id


def test_what_was_asked_before_is_asked_with_its_id() -> None:
    edit = asked("전에 물은 것인가요?", same_as="q-k3f9a2bc")
    assert ("q-k3f9a2bc", True) == (edit.question.id, edit.question.pinned)


@pytest.mark.parametrize("text", ["", "  ", "???", "왜요? ^q-k3f9a2bc", "Q.", "종이\x07울린다"])
def test_what_is_no_question_is_refused(text: str) -> None:
    with pytest.raises(StudylogError) as error:
        asked(text)
    assert Exit.USAGE == error.value.exit_code


@settings(max_examples=EDITS, deadline=None)
@given(
    st.one_of(st.sampled_from([*HOSTILE]), answers),
    st.sampled_from([None, 7, 8, 12]),
    st.sampled_from([None, "00:24:37"]),
    st.sampled_from([None, "mentor"]),
    st.sampled_from([None, "성춘향", "향단"]),
)
def test_whatever_is_asked_is_one_question_or_refused(
    text: str, lecture: int | None, at: str | None, to: str | None, by: str | None
) -> None:
    before = read_note(PATH, DAILY.encode(), SETTINGS)
    try:
        edit = asked(text, lecture=lecture, at=at, to=to, by=by)
    except StudylogError:
        return
    after = read_note(PATH, edit.after.encode(), SETTINGS)
    added(edit)
    new = [one for one in after.questions if one.place.line == edit.line]
    assert [edit.question] == new
    assert () == edit.question.answers
    assert [(one.id, one.text, len(one.answers)) for one in before.questions] == [
        (one.id, one.text, len(one.answers)) for one in after.questions if one not in new
    ]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("24:37", "00:24:37"),
        ("1:02:10", "01:02:10"),
        ("24분", "00:24:00"),
        ("90m", "01:30:00"),
        ("5분 3초", "00:05:03"),
    ],
)
def test_moments_as_they_are_typed(written: str, moment: str) -> None:
    assert moment == read_moment(written)


@pytest.mark.parametrize("written", ["", "later", "24:77", "1:2:3:4"])
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(StudylogError):
        read_moment(written)


def test_quizzes_as_they_are_typed() -> None:
    assert ["8-4", "10-2"] == [read_quiz("8-4"), read_quiz("10-2번")]
    with pytest.raises(StudylogError):
        read_quiz("8")
