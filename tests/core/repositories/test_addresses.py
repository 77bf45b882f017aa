"""Addresses of files in repositories: one file, however its address is spelt."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.repositories import Address, address_of, same_address

PAGE = "https://github.com/team/papers"


def test_a_page_of_a_file_is_told_apart_from_the_web() -> None:
    assert Address("https://github.com", "team/papers", "blob", "main/a b.pdf", "#L3-L9") == address_of(
        f"{PAGE}/blob/main/a%20b.pdf#L3-L9"
    )


@pytest.mark.parametrize(
    "url",
    [
        f"{PAGE}/blob/main/slides/VGG_%EB%AA%BD%EB%A3%A1.pdf",
        f"{PAGE}/blob/main/slides/VGG_몽룡.pdf",
        f"{PAGE}/blob/main/slides/VGG_{quote(unicodedata.normalize('NFD', '몽룡'))}.pdf",
        f"{PAGE}/raw/main/slides/VGG_몽룡.pdf",
        f"{PAGE}/blob/main/slides/VGG_몽룡.pdf?raw=true",
        f"{PAGE}/blob/main//slides/VGG_몽룡.pdf/#page=3",
        f"{PAGE}/raw/refs/heads/main/slides/VGG_몽룡.pdf",
        "http://www.github.com/Team/Papers/blob/main/slides/VGG_몽룡.pdf",
        "https://raw.githubusercontent.com/team/papers/main/slides/VGG_몽룡.pdf",
        "https://raw.githubusercontent.com/team/papers/refs/heads/main/slides/VGG_몽룡.pdf",
    ],
)
def test_addresses_of_one_file_are_one(url: str) -> None:
    assert "team/papers/main/slides/VGG_몽룡.pdf" == same_address(url)


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}/blob",
        f"{PAGE}/blob/",
        f"{PAGE}/issues/3",
        f"{PAGE}/blob/main/../../secret.pdf",
        f"{PAGE}/blob/main/%2e%2e/secret.pdf",
        f"{PAGE}/blob/main/a%00b.pdf",
        f"{PAGE}/blob/main/a%0Ab.pdf",
        "https://github.com/-team/papers/blob/main/a.pdf",
        "https://github.com/team/..%2f/blob/main/a.pdf",
        "https://me:secret@github.com/team/papers/blob/main/a.pdf",
        "https://github.com:8443/team/papers/blob/main/a.pdf",
        "https://github.com.example/team/papers/blob/main/a.pdf",
        "ssh://github.com/team/papers/blob/main/a.pdf",
        "https://[github.com/team/papers/blob/main/a.pdf",
        f"{PAGE}/blob/main/{'a' * 5000}.pdf",
        "../slides/a.pdf",
        "",
    ],
)
def test_what_is_no_file_of_a_repository_is_left_to_the_web(url: str) -> None:
    assert address_of(url) is None


def test_a_branch_may_have_a_name_with_slashes() -> None:
    address = address_of(f"{PAGE}/blob/feature/one/a/b.pdf")
    assert address is not None
    assert ("feature/one", "a/b.pdf") == address.split({"feature/one", "feature/oneself", "main"})
    assert ("feature", "one/a/b.pdf") == address.split({"main"})
    assert ("feature/one/a/b.pdf", "") == address.split({"feature/one/a/b.pdf"})


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{PAGE}/blob/main/a.pdf#L3", f"{PAGE}/blob/main/d/%EA%B0%80%20%281%29.pdf#L3"),
        (f"{PAGE}/raw/main/a.pdf", f"{PAGE}/raw/main/d/%EA%B0%80%20%281%29.pdf"),
        (f"{PAGE}/blob/main/a.pdf?raw=true", f"{PAGE}/blob/main/d/%EA%B0%80%20%281%29.pdf?raw=true"),
        (
            "https://raw.githubusercontent.com/team/papers/main/a.pdf",
            "https://raw.githubusercontent.com/team/papers/main/d/%EA%B0%80%20%281%29.pdf",
        ),
    ],
)
def test_another_file_is_addressed_in_the_same_form(url: str, expected: str) -> None:
    address = address_of(url)
    assert address is not None
    assert expected == address.at("main", "d/가 (1).pdf")


@given(st.text(max_size=60))
def test_whatever_follows_is_read_or_refused(rest: str) -> None:
    address = address_of(f"{PAGE}/blob/main/{rest}")
    assert address is None or ".." not in address.where.split("/")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), min_size=1, max_size=4))
def test_a_path_survives_its_address(names: list[str]) -> None:
    path = "/".join(name.replace("/", "-") for name in names)
    start = address_of(f"{PAGE}/blob/main/x")
    assert start is not None
    again = address_of(start.at("main", path))
    if again is not None:
        assert f"main/{path}" == again.where
