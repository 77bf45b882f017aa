"""A foreign title becomes a name that every system takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.filenames import LONGEST, numbered, portable, portable_path
from studylog.store.names import safe_join


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("7강 Further Questions.md", "7강 Further Questions.md"),
        ("Q: 왜 그런가요?.md", "Q 왜 그런가요.md"),
        ('a<b>c:"d"|e?*.md', "a b c d e.md"),
        ("회의록.", "회의록"),
        ("회의록. ", "회의록"),
        (".obsidian", "obsidian"),
        ("con.md", "con_.md"),
        ("COM1", "COM1_"),
        ("aux.tar.md", "aux_.tar.md"),
        ("console.md", "console.md"),
        ("\u1112\u116c\u110b\u1174.md", "회의.md"),
    ],
)
def test_what_a_name_becomes(title: str, name: str) -> None:
    assert name == portable(title)


@pytest.mark.parametrize(
    ("path", "portably"),
    [("위키/a:b.md", "위키/a b.md"), ("/../x//./y.md", "x/y.md"), ("con/nul.md", "con_/nul_.md")],
)
def test_what_a_path_becomes(path: str, portably: str) -> None:
    assert portably == portable_path(path)


def test_names_are_numbered_before_their_ending() -> None:
    assert ["image-2.png", "2021-08-12-daily-3.md", "Makefile-2"] == [
        numbered("image.png", 2),
        numbered("2021-08-12-daily.md", 3),
        numbered("Makefile", 2),
    ]


def test_a_long_name_keeps_its_ending_and_stays_apart_from_its_like() -> None:
    first, second = portable("가" * 90 + "나.md"), portable("가" * 90 + "다.md")
    assert first != second
    assert first.endswith(".md") and len(first.encode()) <= LONGEST


@given(st.text(max_size=300))
def test_every_name_is_safe_and_stays_as_it_is(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    name = portable(title)
    root = tmp_path_factory.getbasetemp()
    assert (name, root / name) == (portable(name), safe_join(root, name))
    assert not name.startswith(".") and len(name.encode()) <= LONGEST
    assert Path(name).name == name
