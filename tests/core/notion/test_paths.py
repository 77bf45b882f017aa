"""References find their file, however the two are written."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.notion.paths import Paths, folder_of

ID = "0123456789abcdef0123456789abcdef"
PAGE = f"스터디/회의 {ID}.md"
FILE = f"스터디/회의 {ID}/그림 3.png"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    "reference",
    [
        f"회의 {ID}/그림 3.png",
        f"회의%20{ID}/그림%203.png",
        quote(f"회의 {ID}/그림 3.png"),
        quote(nfd(f"회의 {ID}/그림 3.png")),
        quote(quote(f"회의 {ID}/그림 3.png")),
        f"회의+{ID}/그림+3.png",
        quote(f"회의 {ID}/그림 3.PNG"),
        quote(f"회의 {ID}/그림 3.png") + "?width=300#x",
        quote(f"../스터디/회의 {ID}/그림 3.png"),
        quote(f"/스터디/회의 {ID}/그림 3.png"),
        quote("그림 3.png"),
        quote("회의/그림 3.png"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_reference_finds_its_file(reference: str, form: str) -> None:
    path = unicodedata.normalize(form, FILE)  # type: ignore[arg-type]
    assert Paths([path, "다른.png"]).find(PAGE, reference) == path


def test_names_that_look_like_references_are_names() -> None:
    names = ["C#.pdf", "왜?.pdf", "%D0%BA.jpg", "100%.png", "a+b.png"]
    paths = Paths(names)
    assert [paths.find("x.md", name) for name in names] == names
    assert [paths.find("x.md", quote(name)) for name in names] == names
    assert [paths.find("x.md", quote(quote(name))) for name in names] == names


@pytest.mark.parametrize(
    "reference", ["", "#top", "../../비밀.png", "없음.png", "\0", ".", "..", "https://a.b/c.png"]
)
def test_nothing_else_is_found(reference: str) -> None:
    assert Paths(["스터디/다른.png", "비밀.txt"]).find("스터디/회의.md", reference) is None


def test_of_two_files_that_may_be_meant_none_is() -> None:
    other = "f" * 32
    paths = Paths([f"무제 {ID}/a.png", f"무제 {other}/a.png"])
    assert paths.find("x.md", "무제/a.png") is None
    assert paths.find("x.md", f"무제 {other}/a.png") == f"무제 {other}/a.png"


def test_a_page_has_a_folder_of_its_own() -> None:
    assert folder_of(PAGE) == f"스터디/회의 {ID}"
    assert folder_of(f"목록 {ID}_all.csv") == f"목록 {ID}"


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_reference_leads_out_of_the_export(reference: str, page: str) -> None:
    assert Paths(["a/b.png"]).find(page, reference) in (None, "a/b.png")
