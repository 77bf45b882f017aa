"""Titles of meetings beside their dates."""

import pytest

from studylog.core.dates.titled import subject


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("8/12(목) 회의록", ""),
        ("8/20(금) 프로젝트 회의", "프로젝트 회의"),
        ("Thu 10/1 Minutes", ""),
        ("Catching up on week 2", "Catching up on week 2"),
        ("멘토링", "멘토링"),
        ("2021-08-12", ""),
        ("8/12 논문", "논문"),
        ("", ""),
    ],
)
def test_a_title_is_not_repeated_beside_its_date(title: str, rest: str) -> None:
    assert rest == subject(title)
