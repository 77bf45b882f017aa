"""Which page of a database is which row of its table: they share no id, only a title and values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from studylog.core.notion.ids import UNTITLED
from studylog.core.notion.table import Table
from studylog.core.text import fold, nfc
from studylog.core.values import dataclass

# What Notion writes for a page without a title, in the languages of the teams; a table has nothing there.
_NO_TITLES = frozenset(map(fold, (UNTITLED, "제목 없음")))
# From so many pages of one title on, they are paired as they come: each with each would take the square.
_MOST_ALIKE = 200

_Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPage:
    """A page of a database: its title and its properties as they are written."""

    title: str
    properties: Sequence[tuple[str, str]] = ()


def pair(table: Table, pages: Sequence[RowPage]) -> tuple[int | None, ...]:
    """For each row the index of its page: first those that agree in all values, then those that do in most.

    The first column has the titles. `@Today` and its like stand there as the day that they were, so what is
    left over is paired by its values alone, where these leave no choice.
    """
    rows = [_shown(row[1:]) for row in table.rows]
    names = [fold(name) for name in table.columns[1:]]
    values = [_values(page, names) for page in pages]
    pages_of: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        pages_of[_key(page.title)].append(index)
    rows_of: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(table.rows):
        rows_of[_key(row[0])].append(index)
    paired: dict[int, int] = {}
    for key, same in rows_of.items():
        candidates = pages_of.get(key, [])
        paired |= _alike({row: rows[row] for row in same}, {index: values[index] for index in candidates})
    paired |= _of_other_titles(
        {row: rows[row] for row in range(len(rows)) if row not in paired},
        {page: values[page] for page in sorted({*range(len(pages))} - {*paired.values()})},
    )
    return tuple(map(paired.get, range(len(rows))))


def _of_other_titles(rows: Mapping[int, _Values], pages: Mapping[int, _Values]) -> dict[int, int]:
    here, there = Counter(rows.values()), Counter(pages.values())
    page_of = {values: page for page, values in pages.items() if there[values] == 1 and any(values)}
    return {row: page_of[values] for row, values in rows.items() if here[values] == 1 and values in page_of}


def _alike(rows: Mapping[int, _Values], pages: Mapping[int, _Values]) -> dict[int, int]:
    """The pairs among rows and pages of one title."""
    waiting: dict[_Values, list[int]] = defaultdict(list)
    for page in reversed(list(pages)):
        waiting[pages[page]].append(page)
    paired = {row: same.pop() for row in rows if (same := waiting.get(rows[row]))}
    used = set(paired.values())
    left = [row for row in rows if row not in paired]
    rest = [page for page in pages if page not in used]
    for row, page in _closest(rows, pages, left, rest):
        if row not in paired and page not in used:
            paired[row] = page
            used.add(page)
    return paired


def _closest(
    rows: Mapping[int, _Values], pages: Mapping[int, _Values], left: list[int], rest: list[int]
) -> Iterable[tuple[int, int]]:
    if max(len(left), len(rest)) > _MOST_ALIKE:
        return zip(left, rest, strict=False)
    scores = [(-_agreeing(rows[row], pages[page]), row, page) for row in left for page in rest]
    return [(row, page) for _, row, page in sorted(scores)]


def _values(page: RowPage, columns: Sequence[str]) -> _Values:
    by_name = {fold(name): value for name, value in page.properties}
    return _shown(by_name.get(name, "") for name in columns)


def _shown(row: Iterable[str]) -> _Values:
    return tuple(" ".join(nfc(value).split()) for value in row)


def _agreeing(row: _Values, page: _Values) -> int:
    return sum(bool(here) and here == there for here, there in zip(row, page, strict=True))


def _key(title: str) -> str:
    key = fold(title) or nfc(title).strip()
    return "" if key in _NO_TITLES else key
