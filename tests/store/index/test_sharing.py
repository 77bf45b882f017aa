"""Questions that share words with another one are found in one pass, which looks no further than it must."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.store.index.lists.questions import QuestionList

WORDS = ("왜", "나누", "미분", "soft", "하나", "그런")


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE question (id TEXT PRIMARY KEY, text TEXT)")
    connection.execute("CREATE INDEX question_text ON question (text)")
    yield connection
    connection.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=8),
    st.lists(st.sampled_from(WORDS), unique=True, max_size=6),
    st.integers(1, 7),
)
def test_those_are_found_that_have_enough_of_the_words(
    db: sqlite3.Connection, texts: list[str], words: list[str], least: int
) -> None:
    db.execute("DELETE FROM question")
    db.executemany("INSERT INTO question VALUES (?, ?)", [(str(at), text) for at, text in enumerate(texts)])
    expected = {
        (str(at), text) for at, text in enumerate(texts) if sum(word in text for word in words) >= least
    }
    assert expected == set(QuestionList(db).sharing(words, least))
