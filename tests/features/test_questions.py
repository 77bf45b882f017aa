"""Which questions are meant."""

from dataclasses import replace
from datetime import date

import pytest

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.model import Answer, Collection, Question, QuestionPlace
from studylog.core.people import Person, Roster
from studylog.features.questions import (
    ANSWERED,
    OPEN,
    TENTATIVE,
    Wanted,
    age_days,
    read_age,
    wanted_questions,
)

TODAY = date(2021, 8, 13)
ROSTER = Roster((Person("홍길동", aliases=("hong",)),))


FIRST = QuestionPlace("notes/a.md", date(2021, 8, 10), 1, None)
ASKED = Question(
    id="",
    text="",
    marked=True,
    kind="asked",
    state="open",
    confidence="high",
    course="DL Basic",
    lecture=None,
    locator=None,
    asked_by=None,
    to=None,
    answers=(),
    places=(FIRST,),
)


ANSWER = Answer("", "A.", "hong", False, False, Place("notes/a.md", 2))
OLD = (
    QuestionPlace("notes/b.md", date(2021, 8, 12), 1, None),
    QuestionPlace("notes/a.md", date(2021, 8, 1), 1, None),
)
QUESTIONS = (
    replace(ASKED, id="open", state="open", lecture=7, asked_by="홍길동"),
    replace(ASKED, id="promised", state="deferred", lecture=8, to="mentor"),
    replace(ASKED, id="guess", state="tentative", lecture=7, course="AI Math", places=OLD),
    replace(ASKED, id="answer", state="answered", answers=(ANSWER,)),
    replace(ASKED, id="known", state="confirmed", places=()),
    replace(ASKED, id="closed", state="closed"),
    replace(ASKED, id="twin", state="duplicate"),
)
COLLECTION = Collection((), QUESTIONS, (), (), ())


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), "open promised guess answer known closed twin"),
        (Wanted(OPEN), "open promised"),
        (Wanted(TENTATIVE), "guess"),
        (Wanted(ANSWERED | TENTATIVE), "guess answer known"),
        (Wanted(course="AI Math"), "guess"),
        (Wanted(lecture=7), "open guess"),
        (Wanted(person="홍길동"), "open answer"),
        (Wanted(to="mentor"), "promised"),
        (Wanted(to="멘토님"), "promised"),
        (Wanted(age_days=7), "guess"),
        (Wanted(age_days=0), "open promised guess answer known closed twin"),
    ],
)
def test_each_wish_narrows_down(wanted: Wanted, ids: str) -> None:
    assert ids == " ".join(one.id for one in wanted_questions(COLLECTION, wanted, ROSTER, TODAY))


def test_the_age_counts_from_the_first_time_and_is_never_negative() -> None:
    days = (
        age_days(QUESTIONS[2], TODAY),
        age_days(QUESTIONS[4], TODAY),
        age_days(QUESTIONS[0], date(2020, 1, 1)),
    )
    assert (12, None, 0) == days


@pytest.mark.parametrize(
    ("written", "days"), [("7d", 7), ("7", 7), ("2w", 14), ("2 weeks", 14), ("3일", 3), ("1주", 7)]
)
def test_an_age_is_written_in_days_or_weeks(written: str, days: int) -> None:
    assert days == read_age(written)


@pytest.mark.parametrize("written", ["", "d", "-7d", "7y", "soon", "9" * 40])
def test_what_is_no_age_is_said(written: str) -> None:
    with pytest.raises(StudylogError):
        read_age(written)
