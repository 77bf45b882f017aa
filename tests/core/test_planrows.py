"""Rows of a plan in notes: only their presenters and their day change, in the way that they are written."""

from datetime import date

import pytest

from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.planrows import RowChange, changed_row, day_like
from studylog.core.settings import Settings

SETTINGS = Settings(roster=Roster((Person("홍길동", ("길동",)), Person("성춘향", ("춘향",)))))
NEAR = date(2026, 9, 8)
DAY = date(2026, 9, 17)
ALL = RowChange(("성춘향",), DAY)


def changed(text: str, number: int, change: RowChange) -> str | None:
    lines = text.splitlines(keepends=True)
    return next(changed_row(lines, number, change, NEAR), None)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("- VGG-16 (2014) → 리뷰 → 길동님(9/10 목)\n", "- VGG-16 (2014) → 리뷰 → 성춘향님(9/17 목)\n"),
        ("6. VGG → 길동님(9/10)\r\n", "6. VGG → 성춘향님(9/17)\r\n"),
        ("  * **VGG** -> 길동 (2026-09-10)", "  * **VGG** -> 성춘향 (2026-09-17)"),
        ("> - [ ] VGG ⇒ 길동님, 춘향님 (9월 10일 목요일)\n", "> - [ ] VGG ⇒ 성춘향님 (9월 17일 목요일)\n"),
        ("- VGG → 길동님(내일 9/10)\n", "- VGG → 성춘향님(내일 9/17)\n"),
    ],
)
def test_a_row_with_arrows(row: str, expected: str) -> None:
    assert expected == changed(row, 1, ALL)


TABLE = """\
| Date | Paper | Presenter | Slide | Video |
|:-----|-------|:---------:|-------|-------|
| 12th Oct, 2023 | [ViT \\| x](https://arxiv.org/abs/2010.11929) | 길동 | [Slide]() | [Video](https://a.b) |
|2023-10-19|DeiT|길동|||
"""


def test_a_row_of_a_table() -> None:
    expected = "| 2026-09-17 | [ViT \\| x](https://arxiv.org/abs/2010.11929) | 성춘향 | [Slide]() |"
    found = changed(TABLE, 3, ALL)
    assert found is not None
    assert expected == " ".join(found[: found.rindex("[Video")].split()).removesuffix(" |") + " |"
    assert "| 2023-10-19 | DeiT | 성춘향 |" in " ".join(
        (changed(TABLE, 4, RowChange(("성춘향",), None)) or "").replace("|", " | ").split()
    )


def test_a_table_without_presenters_has_no_place_for_one() -> None:
    text = "| 논문 | 날짜 |\n|--|--|\n| VGG | 9/10 |\n"
    assert changed(text, 3, ALL) is None
    assert "| VGG | 9/17 |\n" == changed(text, 3, RowChange(None, DAY))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("9/10 목", "9/17 목"),
        ("9/10(금)", "9/17(목)"),
        ("2026. 9. 10.", "2026. 9. 17."),
        ("2026년 9월 10일", "2026년 9월 17일"),
        ("Thu 9/10", "Thu 9/17"),
        ("next week", "2026-09-17"),
        ("", "2026-09-17"),
    ],
)
def test_a_day_stays_in_its_form(written: str, expected: str) -> None:
    assert expected == day_like(written, DAY, NEAR)


def test_a_day_of_another_year_is_written_in_full() -> None:
    assert "2028-03-01" == day_like("9/10 목", date(2028, 3, 1), NEAR)


def test_tables_of_reading_groups_are_plans() -> None:
    note = read_note("notes/plan.md", TABLE.encode(), SETTINGS)
    assert [
        (("ViT | x",), ("홍길동",), date(2023, 10, 12), "2010.11929", "planned"),
        (("DeiT",), ("홍길동",), date(2023, 10, 19), None, "planned"),
    ] == [(one.titles, one.presenters, one.date, one.arxiv, one.role) for one in note.papers]
    assert [] == [link.url for one in note.papers for link in one.slides]
