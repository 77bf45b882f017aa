"""A page is made from a few rows: none of its questions goes over all notes, however many there are."""

import re
from collections.abc import Iterator
from sqlite3 import Connection

import pytest

from studylog.core.digest.site import Site, site_of
from studylog.features.build.plan import Plan
from studylog.store.index.reading import IndexLibrary
from tests.core.digest_cases import NoFiles
from tests.core.large import SETTINGS, TODAY, texts
from tests.indexes import indexed

# What a plan says of a table that is read from its beginning to its end; SQLite's own words.
# A kind alone is as much as all.
SCAN = re.compile(r"^(SCAN (?!CONSTANT|here|\(subquery)|SEARCH (?=.*\(kind=\?\)$))(?P<what>.*)")
# Papers without slides have an index of their own; months of links are told by where addresses first stand.
SMALL = ("paper USING INDEX paper_missing", "weblink USING INDEX weblink_url")


@pytest.fixture(scope="module")
def db() -> Iterator[Connection]:
    db = indexed(texts(), SETTINGS)
    yield db
    db.close()


def fresh(db: Connection) -> Site:
    """A site that remembers nothing yet."""
    return site_of(IndexLibrary(db), SETTINGS, NoFiles(), TODAY)


def scans(db: Connection, name: str) -> dict[str, str]:
    """The statements by which a page is made that read a whole table or index, and what they read."""
    asked: list[str] = []
    site = fresh(db)
    db.set_trace_callback(asked.append)
    page = Plan(site).page(name)
    assert page, name
    page.view()
    db.set_trace_callback(None)
    assert asked, name
    plans = {sql: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")] for sql in dict.fromkeys(asked)}
    return {sql: match["what"] for sql, plan in plans.items() for line in plan if (match := SCAN.match(line))}


@pytest.mark.parametrize(
    "start", ["meetings/2024-05", "notes/주제", "questions/q-", "lectures/과목-2-", "papers/논문-7"]
)
def test_the_page_of_a_thing_reads_no_table_to_its_end(db: Connection, start: str) -> None:
    name = next(name for name in Plan(fresh(db)).names() if name.startswith(start))
    assert {} == scans(db, name)


def test_lists_read_at_most_what_an_index_says_by_itself(db: Connection) -> None:
    for name in Plan(fresh(db)).list_names():
        for sql, what in scans(db, name).items():
            assert "USING COVERING INDEX" in what or what in SMALL, (name, sql)


def test_counts_are_told_by_indexes_alone(db: Connection) -> None:
    asked: list[str] = []
    library = IndexLibrary(db)
    db.set_trace_callback(asked.append)
    library.counts()
    db.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(plans) >= len(asked) > 0
    assert [] == [line for line in plans if SCAN.match(line) and "COVERING INDEX" not in line]
