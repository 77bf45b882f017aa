"""Rows of a database find their pages by what both of them say."""

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.notion.rows import RowPage, pair
from studylog.core.notion.table import Table


def test_rows_and_pages_of_one_title_belong_together() -> None:
    table = Table(("이름", "상태"), (("둘 ", ""), ("하나", "끝"), ("셋", "")))
    pages = [RowPage("하나", (("상태", "끝"),)), RowPage("둘")]
    assert pair(table, pages) == (1, 0, None)


def test_of_pages_with_one_title_their_values_tell_which() -> None:
    table = Table(("이름", "🏷 상태", "날"), (("회의", "끝", "1"), ("회의", "", "2"), ("회의", "다음", "3")))
    pages = [
        RowPage("회의", (("상태", "다음"), ("날", "3일"))),
        RowPage("회의", (("상태", "끝"), ("날", "1"))),
        RowPage("회의"),
    ]
    assert pair(table, pages) == (1, 2, 0)


def test_pages_without_a_title_are_called_so() -> None:
    table = Table(("이름",), (("",), ("",)))
    assert pair(table, [RowPage("Untitled"), RowPage("제목 없음")]) == (0, 1)


def test_a_day_that_was_today_is_known_by_its_values() -> None:
    rows = (("@August 5, 2025", "6:34"), ("@August 6, 2025", "6:21"), ("빈", ""), ("둘", "7:00"))
    pages = [
        RowPage("@Today", (("시각", "6:21"),)),
        RowPage("@Yesterday", (("시각", "6:34"),)),
        RowPage("새 이름"),
        RowPage("가", (("시각", "7:00"),)),
        RowPage("나", (("시각", "7:00"),)),
    ]
    assert pair(Table(("날", "시각"), rows), pages) == (1, 0, None, None)


def test_an_empty_table_has_no_pages() -> None:
    assert pair(Table((), ()), [RowPage("하나")]) == ()


def test_many_pages_of_one_title_are_paired_as_they_come() -> None:
    table = Table(("이름", "값"), tuple(("", str(number)) for number in range(3000)))
    pages = [RowPage("Untitled", (("값", f"{number}."),)) for number in range(3000)]
    assert pair(table, pages) == tuple(range(3000))


WORDS = st.sampled_from(["가", "나", ""])


@given(st.lists(st.tuples(WORDS, WORDS)), st.lists(st.tuples(WORDS, WORDS)))
def test_no_page_is_two_rows(rows: list[tuple[str, str]], pages: list[tuple[str, str]]) -> None:
    table = Table(("이름", "값"), tuple(rows))
    found = pair(table, [RowPage(title, (("값", value),)) for title, value in pages])
    used = [page for page in found if page is not None]
    assert len(used) == len(set(used))
    titles, own = [title for title, _ in pages], [title for title, _ in rows]
    assert len(used) >= sum(min(titles.count(word), own.count(word)) for word in ("가", "나", ""))
