"""The search of the terminal: relevance, filters, and what is said where there is nothing."""

from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.search.queries.doubts import read_query
from studylog.core.search.queries.filters import KEYS, KINDS
from studylog.core.search.results import words_of
from studylog.features.search import Shelf, search
from tests.core.search.notebook import Looking, demo, lookings, recall, reciprocal_rank

DOCUMENTED = Path(__file__).parents[2] / "docs/search.md"


@cache
def ids(looking: Looking) -> list[str]:
    return [result.document.id for result in search(demo(), looking.query).results]


def test_what_is_meant_is_among_the_first_five_and_comes_first() -> None:
    assert mean(recall(one, ids(one)) for one in lookings()) >= 0.95
    assert mean(reciprocal_rank(one, ids(one)) for one in lookings()) >= 0.95


def test_a_result_shows_what_was_looked_for_where_its_text_has_it() -> None:
    for result in search(demo(), '"잉어빵"').results:
        marked = {piece.text for piece in (*result.headline, *result.passage) if piece.hit}
        said = f"{result.document.title} {result.document.heading} {result.document.text}"
        assert ("잉어빵" in said) == ("잉어빵" in marked), result.document.id


@pytest.mark.parametrize(
    ("shelf", "kinds"),
    [("notes", {"meeting", "note"}), ("questions", {"question"}), ("papers", {"paper"})],
)
def test_one_kind_of_things_alone(shelf: Shelf, kinds: set[str]) -> None:
    found = {result.document.kind for result in search(demo(), "어텐션", shelf, 100).results}
    everywhere = {result.document.kind for result in search(demo(), "어텐션", limit=100).results}
    assert found == kinds & everywhere != set()


def test_every_result_says_where_it_stands_in_the_notes() -> None:
    root = Path(__file__).parents[2]
    found = search(demo(), "어텐션", limit=50).results
    slides = [one.document for one in found if one.document.kind == "slides"]
    assert slides and all((root / one.path).read_bytes().startswith(b"%PDF") for one in slides)
    for result in (one for one in found if one.document.kind != "slides"):
        lines = (root / result.document.path).read_text("utf-8").splitlines()
        assert 1 <= result.document.line <= len(lines)


def test_the_line_of_a_question_has_its_words() -> None:
    (result,) = search(demo(), "볼록하지 않은 함수", limit=1).results
    line = (Path(__file__).parents[2] / result.document.path).read_text("utf-8").splitlines()
    assert "볼록하지 않은 함수" in line[result.document.line - 1]
    assert "볼록하지 않은 함수" in words_of(result.headline)


def test_there_is_more_only_where_there_is() -> None:
    count = len(search(demo(), "잉어빵", limit=1000).results)
    assert (True, False) == tuple(search(demo(), "잉어빵", limit=n).more for n in (count - 1, count))


def test_where_filters_leave_nothing_they_are_named() -> None:
    assert (0, True) == (
        len(search(demo(), "잉어빵 since:2030").results),
        search(demo(), "잉어빵 since:2030").unfiltered > 0,
    )
    assert 0 == search(demo(), "양자역학입문").unfiltered


@pytest.mark.parametrize(
    "text", ["", "  ", "...", "since:soon", "until:2021-13", "kind:song", "person:", '사람:""']
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(StudylogError) as caught:
        read_query(text)
    assert (Exit.USAGE, True) == (caught.value.exit_code, caught.value.hint is not None)


@pytest.mark.parametrize("text", ["어텐션", "kind:question", "-종류:논문", "since:2026-9", '"배치', "-배치"])
def test_what_can_be_read_is_no_trouble(text: str) -> None:
    assert not read_query(text).empty


def test_every_filter_and_each_of_its_names_is_documented() -> None:
    said = DOCUMENTED.read_text("utf-8")
    assert [] == [name for names in KEYS.values() for name in names if f"`{name}:`" not in said]
    missing = {name for names in KINDS.values() for name in names if f"`{name}`" not in said}
    assert missing == {"questions", "notes", "meetings", "papers", "slide"}
