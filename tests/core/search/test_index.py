"""The index as numbers and as files: the same for the same documents, little changed by a little."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.search.documents.document import Document, weigh
from studylog.core.search.index.numbers import numbered
from studylog.core.search.index.postings import ALPHABET, CLASSES, LONGEST, decode, encode, entries
from studylog.core.search.index.shards import Shard
from studylog.core.search.queries.filters import day_number
from tests.core.search.memory import index_of, shards, shelves

LARGEST = 100_000
WORDS = "어텐션 배치 정규화 드롭아웃 경사 하강법 손실 함수 attention batch_first 24:37 7강 🙋 ㅋㅋ".split()  # noqa: SIM905


def document(number: int) -> Document:
    words = [WORDS[(number * step) % len(WORDS)] for step in range(1, 30)]
    return Document(
        id=f"note:{number}",
        kind="note",
        url=f"notes/{number}.html",
        title=f"{number}번 노트",
        text=" ".join([*words, f"낱말{number}", f"id_{number:x}"]),
        day=date(2020, 1, 1) + timedelta(days=number),
        facets=(("person", WORDS[number % 3]),),
    )


def content(shard: Shard) -> object:
    name, _, value = shard.script.removeprefix("studylogShard(").removesuffix(");\n").partition(", ")
    assert json.loads(name) == shard.name
    return json.loads(value)


def by_name(count: int) -> dict[str, str]:
    return {shard.name: shard.script for shard in shards(index_of(map(document, range(count))))}


CODES = st.lists(st.integers(min_value=0, max_value=1 << 22), unique_by=lambda code: code // CLASSES).map(
    sorted
)


@given(CODES)
@example([0])
@example([CLASSES - 1, CLASSES])
@example([(1 << 22) - 1])
def test_postings_survive_being_text(codes: list[int]) -> None:
    text = encode(codes)
    assert codes == list(decode(text))
    assert set(text) <= set(ALPHABET)


@given(st.integers(min_value=1, max_value=40_000), st.integers(min_value=1, max_value=50))
def test_long_lists_are_cut_into_parts_that_say_the_same(count: int, step: int) -> None:
    codes = [number * step * CLASSES for number in range(count)]
    parts = list(entries("말", codes))
    assert codes == sorted(code for _, text in parts for code in decode(text))
    assert all(len(text) <= LONGEST for _, text in parts)
    assert ["말"] == [key for key, _ in parts] or all(key.startswith("말#") for key, _ in parts)


def test_numbers_hardly_move_when_a_document_comes() -> None:
    ids = [f"note:{number}" for number in range(1000)]
    before, after = numbered(ids), numbered([*ids, "note:new"])
    assert len(set(after.values())) == 1001
    assert sum(before[id_] != after[id_] for id_ in ids) < 20
    assert max(after.values()) < 2 * 1001 + 32


def test_a_document_is_weighed_by_its_fields() -> None:
    weighed = weigh(
        Document("a", "note", "", title="제목", heading="물음", text="본문 여러 여러 여러", about="곁말")
    )
    rank = {term: class_ for class_, terms in enumerate(weighed.terms) for term in terms}
    assert (3, 2, 0, 1, 0) == tuple(rank[word] for word in ("제목", "물음", "본문", "여러", "곁말"))
    assert 0 == rank[":kind:note"]


def test_the_files_are_the_same_in_whatever_order_documents_come() -> None:
    there, back = (shards(index_of(map(document, order))) for order in (range(300), range(299, -1, -1)))
    assert list(there) == list(back)


def test_the_files_say_what_the_index_has() -> None:
    index = index_of(map(document, range(300)))
    files = {shard.name: content(shard) for shard in shards(index)}
    said: dict[str, list[int]] = {}
    for name, value in files.items():
        if name.startswith("t-"):
            fields = str(value).split(" ")
            for key, text in zip(fields[::2], fields[1::2], strict=True):
                said.setdefault(key.split("#")[0], []).extend(decode(text))
    assert {term: list(codes) for term, codes in index.terms.items()} == said
    records = [record for name, some in files.items() if name.startswith("d-") for record in list(some)]  # type: ignore[call-overload]
    assert [(n, index.documents[n].id) for n in sorted(index.documents)] == [(r[0], r[1]) for r in records]
    manifest = files["index"]
    assert isinstance(manifest, dict)
    assert (300, day_number(document(299).day)) == (manifest["count"], manifest["newest"])
    assert sorted(manifest["terms"]) == manifest["terms"]


def test_a_changed_document_changes_only_the_files_of_its_words() -> None:
    documents = [document(number) for number in range(2000)]
    changed = [
        *documents[:-1],
        Document(**{**_fields(documents[-1]), "text": documents[-1].text + " 새낱말"}),
    ]
    before, after = ({s.name: s.script for s in shards(index_of(some))} for some in (documents, changed))
    differing = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert 0 < len([name for name in differing if name.startswith("t-")]) <= 4
    assert 1 == len([name for name in differing if name.startswith("d-")])
    assert not [name for name in differing if name.startswith("f-")]


def test_the_files_grow_with_the_documents() -> None:
    small, large = (sum(len(text.encode()) for text in by_name(count).values()) for count in (500, 5000))
    assert 8 < large / small < 12


@pytest.mark.parametrize(
    "hostile",
    [
        [Document("long", "note", "", text="어텐션 " * 100_000)],
        [Document("wide", "note", "", text="가나다라마바사" * 50_000)],
        [
            Document(
                "all", "note", "", text=" ".join(chr(0xAC00 + n) + chr(0xD7A3 - n) for n in range(11_000))
            )
        ],
        [
            Document(
                "signs",
                "note",
                "",
                title='"\\ </script> \u2028\u2029\ud800 # $ !=',
                text="\x00" * 5000 + "끝",
            )
        ],
        [Document("emoji", "note", "", heading="🙋" * 30_000, text="🙋" * 30_000)],
        [Document(f"{n}", "note", "", text="같은 말") for n in range(3000)],
    ],
    ids=lambda some: some[0].id,
)
def test_no_file_is_larger_than_a_phone_takes_at_once(hostile: list[Document]) -> None:
    found = list(shards(index_of(hostile)))
    sizes = {shard.name: len(shard.script.encode("utf-8", "replace")) for shard in found}
    assert {} == {name: size for name, size in sizes.items() if size > LARGEST}
    assert all(content(shard) is not None for shard in found)


def test_files_are_divided_where_a_new_word_moves_no_boundary() -> None:
    words = [
        (f"{first}{second}", "#" * 200) for first in "abcdefgh" for second in "abcdefghijklmnopqrstuvwxyz" * 3
    ]
    some = sorted({key: text for key, text in words}.items())
    bounds = [low for low, _ in shelves(some)]
    more = sorted([*some, ("bbz", "#" * 200)])
    assert bounds == [low for low, _ in shelves(more)]


def test_nothing_gives_a_manifest_that_says_so() -> None:
    found = {shard.name: content(shard) for shard in shards(index_of([]))}
    manifest = found["index"]
    assert isinstance(manifest, dict)
    assert (0, 0) == (manifest["count"], manifest["room"])


def _fields(one: Document) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}
