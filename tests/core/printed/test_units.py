"""A pixel is known by the sizes of text that there are, however much a page was shrunk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.printed.units import unit_of


@pytest.mark.parametrize("unit", [0.75, 0.564, 0.6, 1.0, 0.33])
@pytest.mark.parametrize(
    "sizes",
    [
        {40: 9, 30: 8, 24: 20, 16: 300},
        {40: 9, 16: 20, 13.6: 200, 11.05: 700},
        {40: 9, 20: 400, 25: 100, 16: 3},
        {14: 500, 16: 80, 24: 4},
    ],
)
def test_the_sizes_of_notion_tell_it(unit: float, sizes: dict[float, int]) -> None:
    assert unit_of({round(size * unit, 2): count for size, count in sizes.items()}) == pytest.approx(
        unit, 0.01
    )


def test_text_of_no_notion_has_most_of_it_in_the_size_of_text() -> None:
    assert unit_of({10.0: 900, 17.3: 40, 7.1: 30}) == 10 / 16


def test_without_text_nothing_was_shrunk() -> None:
    assert (unit_of({}), unit_of({0.0: 5, -1.0: 3, 1e9: 2})) == (0.75, 0.75)


@given(st.dictionaries(st.floats(allow_nan=False), st.integers(1, 10**6), max_size=80))
def test_any_sizes_give_some_unit(sizes: dict[float, int]) -> None:
    assert 0 < unit_of(sizes) < 100
