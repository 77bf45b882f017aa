"""What a tree has in the place of a file that is gone."""

import unicodedata

import pytest

from studylog.core.repositories import Tree, likely

TREE = Tree(
    {
        "README.md": "1",
        "W1_Birch/Birch.pdf": "2",
        "W1_Birch/Empty.txt": "3",
        "W2_Maple-50/Maple_jhj.pdf": "4",
        "W2_Maple-50/train.py": "5",
        "W3/Willow.pdf": "6",
        "W3/Willow.ipynb": "7",
        "W4_Fir/Fir.pdf": "8",
        "W4_Fir_v2/Fir_v2.pdf": "9",
        "W5/Fir.pdf": "8",
        unicodedata.normalize("NFD", "W6/소나무_몽룡.pdf"): "a",
    }
)


@pytest.mark.parametrize(
    ("path", "titles", "branch", "expected"),
    [
        # The same name, elsewhere.
        ("Birch.pdf", (), "", "W1_Birch/Birch.pdf"),
        # What a program for slides wrote became a PDF: beside it, or elsewhere.
        ("W3/Willow.pptx", (), "", "W3/Willow.pdf"),
        ("Willow.pptx", (), "", "W3/Willow.pdf"),
        ("old/birch.KEY", (), "", "W1_Birch/Birch.pdf"),
        # A branch that is gone, without a path: the title of the paper, or the name of the branch.
        ("", ("Maple-50",), "jhj", "W2_Maple-50/Maple_jhj.pdf"),
        ("", ("Oak",), "jhj", "W2_Maple-50/Maple_jhj.pdf"),
        ("", ("Oak",), "nobody", None),
        # Several may be meant: none is proposed.
        ("Fir.pptx", (), "", None),
        ("Fir.pdf", (), "", None),
        ("", (), "", None),
        # Nothing of the kind.
        ("Rowan.pdf", ("Rowan",), "main", None),
        ("소나무_몽룡.pptx", (), "", unicodedata.normalize("NFD", "W6/소나무_몽룡.pdf")),
    ],
)
def test_one_file_is_likely_or_none(
    path: str, titles: tuple[str, ...], branch: str, expected: str | None
) -> None:
    assert expected == likely(TREE, path, titles, branch)


def test_paths_are_the_same_however_their_letters_are_composed() -> None:
    nfd = unicodedata.normalize("NFD", "W6/소나무_몽룡.pdf")
    assert nfd == TREE.file("W6/소나무_몽룡.pdf")
    assert nfd == TREE.file(nfd)
    assert TREE.file("W6/잣나무.pdf") is None


def test_folders_and_the_whole_are_there() -> None:
    assert [True, True, False, True] == [TREE.has(path) for path in ("", "W1_Birch", "W1", "README.md")]


def test_a_content_is_found_under_its_name_first() -> None:
    assert "W5/Fir.pdf" == TREE.with_content("8", "Fir.pdf")
    assert "W1_Birch/Birch.pdf" == TREE.with_content("2", "old.pdf")
    assert TREE.with_content("z", "old.pdf") is None
