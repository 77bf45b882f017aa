"""Pages come to lie where every system can have a file, and no two at one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.notion.places import Places, folder_titles

ID = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("8/12(목) 회의록", "8 12(목) 회의록.md"),
        ("왜? 어떻게: 하나", "왜 어떻게 하나.md"),
        ("🎉 축하", "🎉 축하.md"),
        ("", "Untitled.md"),
        ("...", "Untitled.md"),
        ("v1.2", "v1.2.md"),
        ("con", "con_.md"),
        ("끝. ", "끝.md"),
    ],
)
def test_a_title_becomes_a_name(title: str, place: str) -> None:
    assert Places().take((), title) == place


def test_two_pages_of_one_name_lie_beside_each_other() -> None:
    places = Places()
    assert [places.take(("스터디",), title) for title in ("@Today", "@today", "@Today", "내일")] == [
        "스터디/@Today.md",
        "스터디/@today-2.md",
        "스터디/@Today-3.md",
        "스터디/내일.md",
    ]


def test_folders_lose_their_ids() -> None:
    assert folder_titles([f"스터디 {ID}", "Private & Shared", ID]) == (
        "스터디",
        "Private & Shared",
        "Untitled",
    )


@given(st.lists(st.text(max_size=100), min_size=1, max_size=4))
def test_every_name_can_be_a_file(titles: list[str]) -> None:
    place = Places().take(titles[:-1], titles[-1])
    for part in place.split("/"):
        assert 0 < len(part.encode()) <= 250
        assert not part.startswith(".") and part == part.strip()
