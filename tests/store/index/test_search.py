"""The search in a database: whatever changes in whatever order, it is as if it were made anew."""

import sqlite3
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.core.search.documents.document import Document
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from studylog.store.index.search import (
    SCHEMA,
    StoredSource,
    changed_files,
    fill,
    generation,
    recorded,
    removed_files,
    update,
)
from tests.core.search.memory import index_of, shards
from tests.core.search.notebook import demo, lookings, recall, reciprocal_rank

TABLES = ("documents", "entries", "facts")


def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for statement in SCHEMA:
        connection.execute(statement)
    return connection


def filled(documents: Iterable[Document]) -> sqlite3.Connection:
    connection = empty()
    fill(connection, map(recorded, documents))
    return connection


def content(connection: sqlite3.Connection) -> list[object]:
    """All that the tables say but when it changed."""
    return [
        *(connection.execute(f"SELECT * FROM search_{table} ORDER BY 1").fetchall() for table in TABLES),
        connection.execute("SELECT count, room, newest FROM search_state").fetchall(),
        connection.execute(
            "SELECT name, kind, low, first, last, size FROM search_files WHERE NOT gone"
        ).fetchall(),
    ]


def files(connection: sqlite3.Connection, since: int = 0) -> dict[str, str]:
    return {shard.name: shard.script for shard in changed_files(connection, since)}


WORDS = "어텐션 배치 정규화 드롭아웃 경사 하강법 attention batch_first 24:37 7강 🙋 ㅋㅋ Norm2d norm".split()  # noqa: SIM905
DOCUMENTS = st.builds(
    lambda number, words, day, kind: Document(
        id=f"{kind}:{number}",
        kind=kind,
        url=f"{kind}/{number}.html",
        title=words[0] if words else "",
        text=" ".join(words),
        day=date(2021, 8, 1) + timedelta(days=day) if day else None,
        facets=(("person", kind),),
        path="notes/\udce9.md",
        line=number + 1,
    ),
    st.integers(0, 60),
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.integers(0, 400),
    st.sampled_from(["note", "question"]),
)
Steps = list[tuple[list[Document], list[str]]]
STEPS = st.lists(
    st.tuples(
        st.lists(DOCUMENTS, max_size=12), st.lists(st.integers(0, 60).map(lambda n: f"note:{n}"), max_size=8)
    ),
    min_size=1,
    max_size=6,
)


def after(
    steps: Iterable[tuple[list[Document], list[str]]],
) -> tuple[sqlite3.Connection, dict[str, Document]]:
    connection = empty()
    present: dict[str, Document] = {}
    for come, gone in steps:
        update(connection, come, gone)
        for id_ in gone:
            present.pop(id_, None)
        present |= {document.id: document for document in come}
    return connection, present


@given(STEPS)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_after_any_updates_everything_is_as_made_anew(steps: Steps) -> None:
    connection, present = after(steps)
    if present or generation(connection):
        assert content(filled(present.values())) == content(connection)


@given(STEPS, st.integers(0, 5))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_site_that_follows_has_the_files_of_a_new_one(steps: Steps, seen: int) -> None:
    connection = empty()
    site: dict[str, str] = {}
    built = 0
    present: dict[str, Document] = {}
    for number, (come, gone) in enumerate(steps):
        update(connection, come, gone)
        present = {id_: one for id_, one in present.items() if id_ not in gone}
        present |= {document.id: document for document in come}
        if number >= seen:
            for name in removed_files(connection, built):
                del site[name]
            site |= files(connection, built)
            built = generation(connection)
    if built == generation(connection) and site:
        assert {shard.name: shard.script for shard in shards(index_of(present.values()))} == site


def large(number: int, changed: str = "") -> Document:
    words = [WORDS[(number * step) % len(WORDS)] for step in range(1, 30)]
    return Document(
        id=f"note:{number}",
        kind="note",
        url=f"notes/{number}.html",
        title=f"{number}번 노트",
        text=" ".join([*words, f"낱말{number}", f"id_{number:x}", changed]),
        day=date(2020, 1, 1) + timedelta(days=number),
    )


@pytest.fixture(scope="module")
def many() -> list[Document]:
    """So many that lists have parts and there are several files of each kind."""
    return [large(number) for number in range(6000)]


def test_with_many_documents_an_update_changes_few_files_and_these_are_right(many: list[Document]) -> None:
    connection = filled(many)
    assert {shard.name: shard.script for shard in shards(index_of(many))} == files(connection)
    built, site = generation(connection), files(connection)
    now = [large(17, "새낱말 어텐션 어텐션"), large(6001), *many[:17], *many[18:400], *many[401:]]
    update(connection, now[:2], [many[400].id])
    site = {name: text for name, text in site.items() if name not in removed_files(connection, built)}
    news = files(connection, built)
    assert {shard.name: shard.script for shard in shards(index_of(now))} == site | news
    assert 0 < len(news) < len(site) / 3
    assert content(filled(now)) == content(connection)


def test_lists_are_parted_and_joined_as_they_grow_and_shrink(many: list[Document]) -> None:
    connection = filled(many[:1500])
    for start in range(1500, 6000, 2250):
        update(connection, many[start : start + 2250])
    assert content(filled(many)) == content(connection)
    for start in range(3750, 0, -2250):
        update(connection, (), [document.id for document in many[start : start + 2250]])
    assert content(filled(many[:1500])) == content(connection)


def test_the_same_again_changes_nothing(many: list[Document]) -> None:
    connection = filled(many[:50])
    before = connection.total_changes, generation(connection)
    update(connection, many[:50], ["note:nobody"])
    assert before == (connection.total_changes, generation(connection))


def test_a_line_that_moved_changes_no_file(many: list[Document]) -> None:
    connection = filled(many[:50])
    built = generation(connection)
    moved = Document(**{**{name: getattr(many[3], name) for name in Document.__slots__}, "line": 99})
    update(connection, [moved])
    assert {} == files(connection, built)
    found = search(StoredSource(connection), parse("낱말3"), 1).hits[0].number
    assert 99 == StoredSource(connection).document(found).line


def test_it_is_searched_with_the_same_scores_as_in_memory() -> None:
    source = StoredSource(filled(demo().documents.values()))
    for looking in lookings():
        asked = parse(looking.query, typing=False)
        assert search(demo(), asked, 50) == search(source, asked, 50), looking.query


def test_people_find_what_they_look_for_in_it() -> None:
    source = StoredSource(filled(demo().documents.values()))
    for looking in lookings():
        hits = search(source, parse(looking.query, typing=False), 20).hits
        ids = [source.document(hit.number).id for hit in hits]
        assert recall(looking, ids) >= 0.5
        assert reciprocal_rank(looking, ids) >= 0.5


def test_an_empty_one_finds_nothing() -> None:
    assert () == search(StoredSource(empty()), parse("어텐션 kind:note -없음 since:2020")).hits
    assert {shard.name: shard.script for shard in shards(index_of(()))} == files(filled(()))


def test_documents_may_be_weighed_by_workers(many: list[Document]) -> None:
    connection = empty()
    with ProcessPoolExecutor(2) as pool:
        fill(connection, map(recorded, many[:300]), pool)
    assert content(filled(many[:300])) == content(connection)


def test_filled_again_nothing_is_left_of_before(many: list[Document]) -> None:
    connection = filled(many[:300])
    built = generation(connection)
    fill(connection, map(recorded, many[200:260]))
    assert content(filled(many[200:260])) == content(connection)
    assert files(connection) == files(connection, built)
