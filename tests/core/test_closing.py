"""Questions closed, named duplicates and opened again: only the line with the id changes."""

import pytest

from studylog.core.asking import Closing, close_question, reopen_question
from studylog.core.errors import StudylogError
from studylog.core.parse import read_note
from tests.core.asking_cases import PATH, PLACES, SETTINGS, note


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("why", [Closing("다음 과정의 내용"), Closing(duplicate_of="q-7xm2a2bc")])
def test_closing_and_opening_again(place: str, why: Closing) -> None:
    text = note(place, "an answer" if "paragraph" in place else "nothing")
    before = read_note(PATH, text.encode(), SETTINGS).questions[1]
    closed = close_question(PATH, text.encode(), SETTINGS, before.id, why)
    assert (before.id, before.text, before.answers) == (
        closed.question.id,
        closed.question.text,
        closed.question.answers,
    )
    assert (why.reason, why.duplicate_of) == (closed.question.closed, closed.question.duplicate_of)
    changed = [
        (old, new)
        for old, new in zip(text.splitlines(), closed.after.splitlines(), strict=True)
        if old != new
    ]
    assert 1 == len(changed)
    opened = reopen_question(PATH, closed.after.encode(), SETTINGS, before.id)
    assert (None, None) == (opened.question.closed, opened.question.duplicate_of)
    assert (before.text, before.answers) == (opened.question.text, opened.question.answers)
    if before.pinned:
        assert text == opened.after


def test_closing_for_another_reason_replaces_the_first() -> None:
    text = note("paragraph")
    once = close_question(PATH, text.encode(), SETTINGS, "q-k3f9a2bc", Closing("하나")).after
    again = close_question(PATH, once.encode(), SETTINGS, "q-k3f9a2bc", Closing("둘"))
    assert "둘" == again.question.closed
    assert "하나" not in again.after.replace("하나인가요", "")


@pytest.mark.parametrize("reason", ["중복 q-7xm2a2bc", "종이\x07울린다", "<!-- 끝 -->"])
def test_a_reason_that_would_be_read_otherwise_is_refused(reason: str) -> None:
    with pytest.raises(StudylogError):
        close_question(PATH, note("paragraph").encode(), SETTINGS, "q-k3f9a2bc", Closing(reason))
