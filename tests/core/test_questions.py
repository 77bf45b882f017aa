"""What becomes of a question when all notes are read: its state, its places, its id."""

import pytest

from studylog.core.model import Question
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings
from studylog.store.index.lists import IndexLists
from tests.indexes import indexed

SETTINGS = Settings(roster=Roster((Person("홍길동"), Person("이몽룡"))))


def lists(*bodies: str) -> IndexLists:
    notes = (
        (f"notes/2021-08-{10 + i}.md", f"---\ndate: 2021-08-{10 + i}\n---\n{body}")
        for i, body in enumerate(bodies)
    )
    return IndexLists(indexed(notes, SETTINGS))


def gathered(*bodies: str) -> tuple[Question, ...]:
    questions = lists(*bodies).questions
    return tuple(questions.one(line.id) for line in questions.lines())


@pytest.mark.parametrize(
    ("reply", "state", "confidence"),
    [
        ("", "open", "high"),
        ("생각) 아마도요.", "tentative", "high"),
        ("A. 그렇습니다.", "answered", "high"),
        ("그렇습니다.", "answered", "low"),
        ("![그림](a.png)", "answered", "low"),
        ("A. 그럴 겁니다.\n확인: 강의에서", "confirmed", "high"),
        ("생각) 그럴걸요.\n멘토님: 맞아요.", "confirmed", "high"),
        ("내일 같이 얘기해보자", "deferred", "high"),
        ("A. 추후 알아올 것", "deferred", "high"),
        ("생각) 아마도요. 내일 공유할게요.", "tentative", "high"),
        ("(감사합니다!)", "open", "high"),
        ("^q-k3f9a2bc closed: 다음 과정", "closed", "high"),
        ("^q-k3f9a2bc duplicate: q-zzzzzzzz", "duplicate", "high"),
    ],
)
def test_the_state_is_told_by_the_text(reply: str, state: str, confidence: str) -> None:
    (question,) = gathered(f"Q. 왜 그런가요?\n\n{reply}")
    assert (question.state, question.confidence) == (state, confidence)


def test_without_its_answer_a_question_is_open_again() -> None:
    before, after = gathered("Q. 왜 그런가요?\nA. 그래서요.")[0], gathered("Q. 왜 그런가요?")[0]
    assert (before.id, before.state, after.id, after.state) == (before.id, "answered", before.id, "open")


def test_the_same_question_in_two_notes_is_one_with_two_places() -> None:
    (question,) = gathered("Q. 왜 그런가요?", "Q1) 왜  그런가요\nA. 그래서요.")
    assert [place.path for place in question.places] == ["notes/2021-08-10.md", "notes/2021-08-11.md"]
    assert question.state == "answered"


def test_the_same_words_about_two_lectures_are_two_questions() -> None:
    first, second = gathered("#### 7강\n\nQ. 왜 그런가요?\n\n#### 8강\n\nQ. 왜 그런가요?")
    assert first.id != second.id


def test_an_id_does_not_change_with_its_neighbours() -> None:
    alone = gathered("Q1. 왜 그런가요?")[0].id
    assert alone in {question.id for question in gathered("Q1. 다른 질문?\n\nA. 답\n\nQ2. 왜 그런가요?")}


def test_a_pin_keeps_the_id_when_the_words_change() -> None:
    ids = {gathered(f"Q. {words} ^q-k3f9a2bc")[0].id for words in ("왜 그런가요?", "도대체 왜 그런가요?")}
    assert ids == {"q-k3f9a2bc"}


def test_a_question_asked_in_parts_is_as_far_as_its_least_settled_part() -> None:
    body = "Q2. 합성곱\n\n2-1. 왜 같은가요?\n\nA. 채널\n\n2-2. 언제 다른가요?\n\n생각) 가끔"
    assert {question.text: question.state for question in gathered(body)} == {
        "합성곱": "tentative",
        "왜 같은가요?": "answered",
        "언제 다른가요?": "tentative",
    }


def test_questions_come_by_course_lecture_and_day() -> None:
    questions = gathered(
        "### 8강\nQ. 팔?\n\n### 7강\nQ. 칠?", "### 7강\nQ. 칠 다음?\n\n### 1. 기타\n\nQ. 없음?"
    )
    assert [question.text for question in questions] == ["칠?", "칠 다음?", "팔?", "없음?"]


def test_short_ids_are_the_shortest_that_no_other_has() -> None:
    questions = lists("Q. 하나?^q-aaaaaaaa\n\nQ. 둘? ^q-aaaaabbb\n\nQ. 셋? ^q-bbbbbbbb\n\nQ. 넷? ^q-aaaaaaab")
    assert {line.id: line.short for line in questions.questions.lines()} == {
        "q-aaaaaaaa": "q-aaaaaaaa",
        "q-aaaaaaab": "q-aaaaaaab",
        "q-aaaaabbb": "q-aaaaab",
        "q-bbbbbbbb": "q-bbbb",
    }


BLOCK = "<!-- studylog:carry -->\n- 왜 나누나요? · `{id}`\n{reply}\n<!-- /studylog:carry -->\n"


@pytest.mark.parametrize(
    ("reply", "state", "answers"),
    [
        ("", "open", []),
        ("  - A. 커서요.", "answered", ["커서요."]),
        ("  - 생각) 커서요.", "tentative", ["커서요."]),
        ("  - 멘토님: 커서요.", "confirmed", ["커서요."]),
        ("  - 내일 알아올게요", "deferred", []),
    ],
)
def test_what_is_written_where_a_question_was_carried_to_belongs_to_it(
    reply: str, state: str, answers: list[str]
) -> None:
    asked = "Q. 왜 나누나요?\n"
    (alone,) = gathered(asked)
    (question,) = gathered(asked, BLOCK.format(id=alone.id, reply=reply))
    assert (state, answers) == (question.state, [answer.text for answer in question.answers])
    assert ["notes/2021-08-10.md", "notes/2021-08-11.md"] == [place.path for place in question.places]
    assert [False, True] == [place.carried for place in question.places]


def test_a_reference_to_a_question_that_is_gone_is_no_question() -> None:
    assert () == gathered(BLOCK.format(id="q-k3f9a2bc", reply="  - A. 답"))


def promised(header: str, body: str) -> list[str]:
    note = read_note("notes/글.md", f"---\n{header}\n---\n{body}".encode(), SETTINGS)
    return [one.text for one in note.promises]


@pytest.mark.parametrize("header", ["date: 2021-08-12\ntype: daily", "date: 2021-08-12\nattendees: [길동]"])
def test_minutes_promise_what_their_sentences_and_tasks_say(header: str) -> None:
    body = "나중에 같이 얘기해보자\n\n- [ ] 자료 만들기\n- [ ] \n"
    assert ["나중에 같이 얘기해보자", "자료 만들기"] == promised(header, body)


@pytest.mark.parametrize("header", ["title: 용어집", "date: 2021-08-12\ntitle: 용어집"])
def test_a_page_promises_only_tasks_that_say_who_or_when(header: str) -> None:
    body = "나중에 같이 얘기해보자\n\n- [ ] 자료 만들기\n- [ ] 자료 만들기 @길동\n- [x] 8/13까지 하기\n"
    expected = ["자료 만들기 @길동"] + (["8/13까지 하기"] if "date" in header else [])
    assert expected == promised(header, body)
