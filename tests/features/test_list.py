"""Which notes are meant."""

from collections.abc import Iterator
from datetime import date

import pytest

from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, Settings
from studylog.features.list import Wanted, wanted_notes
from studylog.store.index.lists import IndexLists
from tests.indexes import indexed

SETTINGS = Settings(
    roster=Roster((Person("홍길동", aliases=("hong",)), Person("성춘향"))),
    courses=(Course("AI Math", until=date(2021, 8, 8)), Course("DL Basic", since=date(2021, 8, 9))),
)
NOTES = {
    "notes/b.md": "---\ntitle: 8/12(목)\ncreated: 2021-08-12\ntype: daily\nattendees: [길동님]\n---\n"
    "#### 7강\n\n",
    "notes/a.md": "---\ndate: 2021-08-06\ntype: 회고\nauthor: 춘향\nabsent: [hong]\n---\n"
    "#### 7강\n\n낱말 SoftMax\n",
    "notes/c.md": "---\ndate: 2021-08-13\nmoderator: hong\n---\n"
    "### 논문 리뷰\n#### (1) Xception\n발표자: 춘향\n",
    "notes/page.md": "# 정리\nCafe\u0301\n",
}


@pytest.fixture(scope="module")
def lists() -> Iterator[IndexLists]:
    db = indexed(NOTES.items(), SETTINGS)
    yield IndexLists(db)
    db.close()


def found(lists: IndexLists, wanted: Wanted) -> str:
    notes = wanted_notes(lists, wanted, SETTINGS.roster, NOTES.__getitem__)
    return " ".join(note.path.removeprefix("notes/").removesuffix(".md") for note in notes)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), "page a b c"),
        (Wanted(since=date(2021, 8, 12)), "b c"),
        (Wanted(until=date(2021, 8, 12)), "a b"),
        (Wanted(type="retro"), "a"),
        # There, or author, or moderator, or presenter; but not who was absent.
        (Wanted(person="홍길동"), "b c"),
        (Wanted(person="성춘향"), "a c"),
        (Wanted(course="DL Basic"), "b c"),
        (Wanted(lecture=7), "a b"),
        (Wanted(lecture=7, course="AI Math"), "a"),
        (Wanted(paper="xcep tion"), "c"),
        (Wanted(match="softmax"), "a"),
        (Wanted(match="CAFÉ"), "page"),
        (Wanted(match="softmax", type="daily"), ""),
    ],
)
def test_each_wish_narrows_down(lists: IndexLists, wanted: Wanted, names: str) -> None:
    assert names == found(lists, wanted)


def test_texts_are_read_only_of_notes_that_have_all_the_rest(lists: IndexLists) -> None:
    asked: list[str] = []

    def text_of(path: str) -> str:
        asked.append(path)
        return NOTES[path]

    wanted_notes(lists, Wanted(type="retro", match="x"), SETTINGS.roster, text_of)
    assert ["notes/a.md"] == asked
