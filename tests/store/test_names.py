"""A name never becomes a path outside its folder, nor one that some system cannot hold."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import translate
from studylog.store.names import safe_join

HOSTILE = [
    "",
    ".",
    "/",
    "/etc/passwd",
    "..",
    "../secret.md",
    "notes/../../secret.md",
    "notes/../x.md",
    "notes/.. /x.md",
    "notes/.../x.md",
    "C:/secret.md",
    "c:secret.md",
    "notes\\..\\..\\secret.md",
    "\\\\server\\share",
    "notes/a\0.md",
    "notes/a\n.md",
    "CON",
    "notes/nul.md",
    "notes/Com1",
    "aux .txt",
    "lpt¹.md",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(StudylogError) as caught:
        safe_join(tmp_path, name)
    assert Exit.USAGE == caught.value.exit_code
    assert "\0" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("notes/8-12.md", ("notes", "8-12.md")),
        ("./notes//8-12.md", ("notes", "8-12.md")),
        ("notes/1:1 면담.md", ("notes", "1:1 면담.md")),
        ("console.md", ("console.md",)),
        (unicodedata.normalize("NFD", "노트/회의.md"), ("노트", "회의.md")),
    ],
)
def test_an_honest_name_is_a_path_below_the_folder_in_nfc(
    tmp_path: Path, name: str, parts: tuple[str, ...]
) -> None:
    assert tmp_path.joinpath(*parts) == safe_join(tmp_path, name)


def test_85_syllables_are_a_name_and_86_are_told_to_be_too_long(tmp_path: Path) -> None:
    assert tmp_path / ("가" * 85) == safe_join(tmp_path, "가" * 85)
    with pytest.raises(StudylogError) as caught:
        safe_join(tmp_path, "notes/" + "가" * 86)
    assert "258 bytes" in str(caught.value)
    assert caught.value.hint is not None
    assert "85자" in translate(caught.value.hint, "ko")


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    (root / "notes").mkdir(parents=True)
    (root / "out").symlink_to(tmp_path)
    (root / "in").symlink_to(root / "notes")
    with pytest.raises(StudylogError, match="leads out"):
        safe_join(root, "out/x.md")
    assert root / "in" / "x.md" == safe_join(root, "in/x.md")


def test_a_link_that_leads_round_in_a_circle_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert tmp_path / "a" == safe_join(tmp_path, "a")


@given(st.text(alphabet=st.sampled_from("ab./\\:\0 가~")))
def test_whatever_the_name_the_path_is_below_the_folder_or_refused(name: str) -> None:
    root = Path("/notebook")
    try:
        path = safe_join(root, name)
    except StudylogError:
        return
    assert path.is_relative_to(root)
    assert path != root
    assert ".." not in path.parts
