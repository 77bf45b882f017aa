"""An index in memory, made at once from all documents, and its files: what every stored index must equal."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from studylog.core.search.documents.document import Document, Weighed, weigh
from studylog.core.search.index.numbers import numbered
from studylog.core.search.index.postings import CLASSES, entries
from studylog.core.search.index.shards import (
    FACTS,
    LARGEST,
    LARGEST_OF_DOCUMENTS,
    Entry,
    Manifest,
    Shard,
    documents_shard,
    facts_shard,
    manifest_shard,
    record_of,
    size_of_record,
    terms_shard,
)
from studylog.core.search.index.shelving import Block, by_key, by_number
from studylog.core.search.queries.filters import day_number
from studylog.core.values import dataclass

Postings = dict[str, "array[int]"]


@dataclass(frozen=True, slots=True)
class Index:
    """An index in memory, which is a `Source`."""

    documents: Mapping[int, Document]
    sizes: Mapping[int, int]
    terms: Mapping[str, "array[int]"]
    ordered: tuple[str, ...]
    newest: int

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.documents)

    @property
    def room(self) -> int:
        """One more than the highest number."""
        return max(self.documents, default=-1) + 1

    def lengths(self) -> bytes:
        """By number the class of a document's length plus 1; 0 where there is no document."""
        return bytes(self.sizes.get(number, -1) + 1 for number in range(self.room))

    def days(self) -> Sequence[int]:
        """By number the number of a document's day; 0 for none."""
        days = [0] * self.room
        for number, document in self.documents.items():
            days[number] = day_number(document.day)
        return days

    def entries(self, low: str, high: str) -> Iterable[tuple[str, str]]:
        """The entries from one key up to but without another, in order."""
        for term in self.ordered[bisect_left(self.ordered, low) : bisect_left(self.ordered, high)]:
            yield from entries(term, self.terms[term])

    def document(self, number: int) -> Document:
        """The document of a number."""
        return self.documents[number]


def index_of(documents: Iterable[Document]) -> Index:
    """The index of some documents, the same in whatever order they come; of two with one id, one is kept."""
    by_id = {document.id: document for document in documents}
    numbers = numbered(by_id)
    weighed = {numbers[id_]: weigh(document) for id_, document in by_id.items()}
    terms = gather(weighed.items())
    return Index(
        documents={numbers[id_]: by_id[id_] for id_ in sorted(by_id, key=numbers.__getitem__)},
        sizes={number: one.length for number, one in weighed.items()},
        terms=terms,
        ordered=tuple(sorted(terms)),
        newest=max((day_number(document.day) for document in by_id.values()), default=0),
    )


def gather(weighed: Iterable[tuple[int, Weighed]]) -> Postings:
    """The postings of numbered documents, in order."""
    postings: Postings = {}
    for number, document in weighed:
        for class_, terms in enumerate(document.terms):
            code = number * CLASSES + class_
            for term in terms:
                if term in postings:
                    postings[term].append(code)
                else:
                    postings[term] = array("I", (code,))
    return {term: array("I", sorted(codes)) for term, codes in postings.items()}


def shards(index: Index) -> Iterator[Shard]:
    """All files of an index."""
    found = sorted(entry for term in index.ordered for entry in entries(term, index.terms[term]))
    keys = list(shelves(found))
    for low, some in keys:
        yield terms_shard(low, some)
    records = {number: record_of(number, one) for number, one in sorted(index.documents.items())}
    parts = [Block(number, number, size_of_record(record)) for number, record in records.items()]
    lows = []
    for start, blocks in by_number(parts, LARGEST_OF_DOCUMENTS, list):
        yield documents_shard(start, [records[block.first] for block in blocks])
        lows.append(start)
    lengths, days = index.lengths(), index.days()
    for number in range(0, index.room, FACTS):
        yield facts_shard(number // FACTS, lengths[number : number + FACTS], days[number : number + FACTS])
    terms = tuple(low for low, _ in keys)
    yield manifest_shard(Manifest(index.count, index.newest, index.room, tuple(lows), terms))


def shelves(found: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Entries in order, divided into files; each with the key from which on it holds all."""
    blocks = [Block(key, key, size_of_entry(key, text)) for key, text in found]
    start = 0
    for low, some in by_key(blocks, LARGEST, list):
        yield low, found[start : start + len(some)]
        start += len(some)


def size_of_entry(key: str, text: str) -> int:
    """How much an entry of a term adds to the size of its file."""
    return len(key.encode()) + len(text) + 2
