"""Which questions are meant."""

from collections.abc import Iterator
from datetime import date

import pytest

from studylog.core.errors import StudylogError
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings
from studylog.features.questions import (
    ANSWERED,
    OPEN,
    TENTATIVE,
    Wanted,
    age_days,
    read_age,
    wanted_questions,
)
from studylog.store.index.lists import IndexLists
from tests.indexes import indexed

TODAY = date(2021, 8, 13)
ROSTER = Roster((Person("홍길동", aliases=("hong",)),))
NOTES = (
    ("notes/2021-08-01.md", "---\ncourse: AI Math\n---\n#### 7강\n\nQ. guess?"),
    (
        "notes/2021-08-10.md",
        "---\ncourse: DL Basic\n---\nQ. answer?\nA. (hong) 그래요.\n\nQ. closed? ^q-00000001 closed: 끝\n\n"
        "Q. twin? ^q-00000002 duplicate q-00000001\n\n"
        "#### 7강\n\nQ. (길동님) open?\n\n"
        "#### 8강\n\nQ. (멘토님께) promised?\n\n내일 같이 얘기해보자",
    ),
    ("notes/2021-08-12.md", "---\ncourse: AI Math\n---\n#### 7강\n\nQ. guess?\n생각) 아마도요."),
    ("notes/known.md", "---\ncourse: DL Basic\n---\n#### 9강\n\nQ. known?\nA. 그래요.\n확인: 강의에서"),
)


@pytest.fixture(scope="module")
def lists() -> Iterator[IndexLists]:
    db = indexed(NOTES, Settings(roster=ROSTER))
    yield IndexLists(db)
    db.close()


def names(lists: IndexLists, wanted: Wanted) -> str:
    found = wanted_questions(lists, wanted, ROSTER, TODAY)
    return " ".join(line.text.partition("?")[0].split()[-1] for line in found)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), "guess open promised known answer closed twin"),
        (Wanted(OPEN), "open promised"),
        (Wanted(TENTATIVE), "guess"),
        (Wanted(ANSWERED | TENTATIVE), "guess known answer"),
        (Wanted(course="AI Math"), "guess"),
        (Wanted(lecture=7), "guess open"),
        (Wanted(OPEN, lecture=7), "open"),
        (Wanted(person="홍길동"), "open answer"),
        (Wanted(to="mentor"), "promised"),
        (Wanted(age_days=7), "guess"),
        (Wanted(age_days=0), "guess open promised known answer closed twin"),
    ],
)
def test_each_wish_narrows_down(lists: IndexLists, wanted: Wanted, expected: str) -> None:
    assert expected == names(lists, wanted)


def test_the_age_counts_from_the_first_time_and_is_never_negative(lists: IndexLists) -> None:
    guess, known = lists.questions.lines(frozenset({"tentative", "confirmed"}))
    assert (12, None, 0) == (
        age_days(guess, TODAY),
        age_days(known, TODAY),
        age_days(guess, date(2020, 1, 1)),
    )


@pytest.mark.parametrize(
    ("written", "days"), [("7d", 7), ("7", 7), ("2w", 14), ("2 weeks", 14), ("3일", 3), ("1주", 7)]
)
def test_an_age_is_written_in_days_or_weeks(written: str, days: int) -> None:
    assert days == read_age(written)


@pytest.mark.parametrize("written", ["", "d", "-7d", "7y", "soon", "9" * 40])
def test_what_is_no_age_is_said(written: str) -> None:
    with pytest.raises(StudylogError):
        read_age(written)
