"""Letters go out with ids in them, and what comes back is told apart by these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.letters import Form, Replied, letter, read_replies
from studylog.core.model import Note, Question
from studylog.core.parse import read_note
from studylog.core.questions import merged, seen_in
from tests.core.asking_cases import PATH, SETTINGS, note


def asked() -> tuple[Question, ...]:
    read: Note = read_note(PATH, note("paragraph", "a guess").encode(), SETTINGS)
    return tuple(merged([seen]) for seen in seen_in(read))


def sent(form: Form) -> str:
    return letter(asked(), "질문 모음", lambda question: f"{question.lecture}강", "ko", form)


@pytest.mark.parametrize("form", ["md", "slack"])
def test_a_letter_without_replies_answers_nothing(form: Form) -> None:
    found = read_replies(sent(form))
    assert ((), ()) == (found.replies, found.stray)
    assert [question.id for question in asked()] == [*found.unanswered]


words = st.text(st.sampled_from("가나다 abc.,!?()\n-"), min_size=1, max_size=40).map(str.strip)


@pytest.mark.parametrize("form", ["md", "slack"])
@given(said=words.filter(lambda text: any(map(str.isalnum, text))))
def test_what_is_written_below_a_question_is_its_answer(form: Form, said: str) -> None:
    lines = sent(form).splitlines()
    at = max(number for number, line in enumerate(lines) if "왜 그런가요" in line)
    while at + 1 < len(lines) and lines[at + 1].startswith(">"):
        at += 1
    found = read_replies("\n".join([*lines[: at + 1], "", said, "", *lines[at + 1 :]]))
    assert [("q-k3f9a2bc", said)] == [(one.id, one.text) for one in found.replies]


@pytest.mark.parametrize(
    "line",
    [
        "q-k3f9: 네.",
        "### q-k3f9 네.",
        "> q-k3f9\n네.",
        "- **q-k3f9** 네.",
        "*q-k3f9*\n> 왜요?\n\n네.",
        "`q-k3f9` 네.",
    ],
)
def test_an_id_in_any_dress(line: str) -> None:
    (found,) = read_replies(line).replies
    assert ("q-k3f9", "네.") == (found.id, found.text)


def test_what_stands_before_the_first_id_belongs_nowhere() -> None:
    found = read_replies("안녕하세요.\n\nq-k3f9\n네.\n")
    assert ((1, "안녕하세요."),) == found.stray
    assert (Replied("q-k3f9", "네.", 4),) == found.replies


def test_an_id_in_code_begins_nothing() -> None:
    (found,) = read_replies("q-k3f9\n```\nq-zz11\n```\n").replies
    assert "```\nq-zz11\n```" == found.text
