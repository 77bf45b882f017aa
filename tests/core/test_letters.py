"""Letters go out with ids in them, and what comes back is told apart by these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.letters import Form, Replied, letter, read_replies, without_question
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


WROTE = "On Fri, Aug 13, 2021 at 10:00 AM Hong <hong@mail.example>\nwrote:"
SAID = "분산 때문입니다.\n\n> 논문에도 있습니다."


@pytest.mark.parametrize("form", ["md", "slack"])
@pytest.mark.parametrize("behind", ["q-k3f9a2bc", "왜 그런가요", "나누기 때문"])
def test_a_letter_that_a_mail_program_quotes_belongs_to_no_reply(form: Form, behind: str) -> None:
    quoted = [f"> {line}".rstrip() for line in sent(form).splitlines()]
    at = next(number for number, line in enumerate(quoted) if behind in line) + 1
    found = read_replies("\n".join([WROTE, "", *quoted[:at], "", SAID, "", *quoted[at:]]))
    assert ([("q-k3f9a2bc", SAID)], ()) == ([(one.id, one.text) for one in found.replies], found.stray)


@pytest.mark.parametrize("form", ["md", "slack"])
def test_a_letter_below_the_replies_has_nothing_to_answer_again(form: Form) -> None:
    quoted = "".join(f"> {line}\n" for line in sent(form).splitlines())
    found = read_replies(f"q-k3f9: {SAID}\n\n{WROTE}\n\n{quoted}")
    assert [("q-k3f9", SAID)] == [(one.id, one.text) for one in found.replies]
    assert ("q-my1f08ey", "q-pnast6nr") == found.unanswered


@pytest.mark.parametrize(
    "copied",
    [
        "왜 그런가요?\n지금까지: 추측입니다만 나누기 때문입니다.\n\n{}",
        "{}\n\n> 왜 그런가요?\n> 지금까지: 추측입니다만 나누기 때문입니다.",
        "{}",
    ],
)
def test_the_words_of_a_question_belong_to_no_reply(copied: str) -> None:
    question = asked()[1]
    assert [SAID, ""] == [without_question(copied.format(said), question, "ko") for said in (SAID, "")]
