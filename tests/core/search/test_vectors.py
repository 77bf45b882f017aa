"""Terms, queries and snippets come out as the rows of `vectors.json` say; `search.js` gives the same."""

from collections import Counter
from typing import Any

import pytest

from studylog.core.search.queries.query import parse
from studylog.core.search.snippets import snippet
from studylog.core.search.terms.text import counts, terms
from studylog.core.text import nfc
from tests.core.search.vectors import found_terms, rows, shown_pieces, shown_query

ROWS = rows()


def test_there_are_rows_of_every_kind() -> None:
    assert sum(map(len, ROWS.values())) >= 150
    assert all(len(some) >= 30 for some in ROWS.values())


@pytest.mark.parametrize("row", ROWS["terms"], ids=lambda row: row["text"][:20])
def test_a_text_has_these_terms_at_these_places(row: Any) -> None:
    assert row["terms"] == found_terms(row["text"])


@pytest.mark.parametrize("row", ROWS["terms"], ids=lambda row: row["text"][:20])
def test_counting_finds_the_same_terms(row: Any) -> None:
    assert Counter(term.text for term in terms(nfc(row["text"]))) == counts(nfc(row["text"]))


@pytest.mark.parametrize("row", ROWS["queries"], ids=lambda row: row["query"][:20])
def test_a_query_is_read_so(row: Any) -> None:
    assert row["parsed"] == shown_query(parse(row["query"], typing=not row.get("typed")))


@pytest.mark.parametrize("row", ROWS["snippets"], ids=lambda row: f"{row['query']} {row['text'][:15]}")
def test_of_a_text_this_is_shown(row: Any) -> None:
    assert row["shown"] == shown_pieces(snippet(nfc(row["text"]), parse(row["query"]), row["room"]))
