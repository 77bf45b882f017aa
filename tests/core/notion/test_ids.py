"""Notion's ids tell which page a name or an address means."""

import pytest

from studylog.core.notion.ids import (
    address,
    folder_title,
    id_in_address,
    id_of,
    is_whole_table,
    title_of,
    title_of_file,
    without_ids,
)

ID = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba98765432100123456789abcdef"
DASHED = "01234567-89ab-cdef-0123-456789abcdef"


@pytest.mark.parametrize(
    ("path", "page_id", "title"),
    [
        (f"8 12(목) 회의록 {ID}.md", ID, "8 12(목) 회의록"),
        (f"스터디 {OTHER}/회의 {ID}.html", ID, "회의"),
        (f"스터디 {ID}", ID, "스터디"),
        (f"v1.2 정리 {ID}", ID, "v1.2 정리"),
        (f"회의 목록 {ID}_all.csv", ID, "회의 목록"),
        (f"회의 목록 {ID}.csv", ID, "회의 목록"),
        (f"회의-{DASHED}.md", ID, "회의"),
        (f"{ID}.md", ID, "Untitled"),
        ("회의록.md", None, "회의록"),
        ("측정_all.csv", None, "측정_all"),
        (f"x{ID}.md", None, f"x{ID}"),
    ],
)
def test_a_name_in_an_export(path: str, page_id: str | None, title: str) -> None:
    assert (id_of(path), title_of(path)) == (page_id, title)


def test_folders_lose_their_ids() -> None:
    assert [folder_title(name) for name in (f"v1.2 정리 {ID}", "Private & Shared", ID)] == [
        "v1.2 정리",
        "Private & Shared",
        "Untitled",
    ]


def test_the_id_in_a_file_name_is_no_part_of_the_title() -> None:
    assert title_of_file(f"8 12(목) 회의록 {ID}") == "8 12(목) 회의록"
    assert title_of_file(ID) == ID


@pytest.mark.parametrize(
    ("reference", "page_id"),
    [
        (f"https://www.notion.so/{ID}", ID),
        (f"https://www.notion.so/%ED%9A%8C%EC%9D%98-{ID}?pvs=4", ID),
        (f"https://notion.so/team/{DASHED}#{OTHER}", ID),
        (f"https://team.notion.site/Title-{ID}", ID),
        (f"https://app.notion.com/p/{ID}", ID),
        (f"https://www.notion.so/team/{OTHER}?v={OTHER}&p={ID}&pm=s", ID),
        (f"/{ID}?pvs=25", ID),
        (f"https://example.com/{ID}", None),
        (f"https://notion.so.example.com/{ID}", None),
        ("https://www.notion.so/product", None),
        (f"Title%20{ID}.md", None),
        ("https://[broken", None),
    ],
)
def test_an_address_of_notion(reference: str, page_id: str | None) -> None:
    assert id_in_address(reference) == page_id


def test_a_page_has_one_address() -> None:
    assert id_in_address(address(ID)) == ID


def test_of_two_tables_one_is_whole() -> None:
    assert is_whole_table(f"회의 {ID}_all.csv")
    assert not is_whole_table(f"회의 {ID}.csv")


def test_paths_without_ids_are_as_people_read_them() -> None:
    assert "스터디/회의 v1.2.html" == without_ids(f"스터디 {OTHER}/회의 v1.2 {ID}.html")
    assert "표.csv" == without_ids(f"표 {ID}_all.csv").replace("_all", "")
    assert f"{ID}.md" == without_ids(f"{ID}.md")
