"""An index as the files of a site: small scripts, of which a search loads those that it needs.

`index.js` says how much there is and where; the other files are named after what they begin with:

- `t-….js`: entries of terms in order, each a term and its postings, all with a blank between them. The
  boundaries between files are round, so that they seldom move.
- `f-….js`: for one number of a document after the other its length and day, or that there is none.
- `d-….js`: what is shown of documents, in the order of their numbers.

Each script calls `studylogShard(name, value)`. The bytes depend on the documents alone.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from studylog.core.search.documents import Document, texts_of
from studylog.core.search.index import Index
from studylog.core.search.postings import entries, figures

VERSION = 1
_LARGEST, _LARGEST_OF_DOCUMENTS = 64_000, 24_000
_FACTS = 1 << 14
_NO_DOCUMENT = "!"
_DAY_WIDTH = 3
# No text is longer than this in the files, so that none of them grows too large.
_LONGEST_TEXT = 12_000
_ESCAPED = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})

Entry = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the index: its name without ending, and its text."""

    name: str
    script: str


def shards(index: Index) -> Iterator[Shard]:
    """All files of an index."""
    found = sorted(entry for term in index.ordered for entry in entries(term, index.terms[term]))
    terms = list(shelves(found))
    documents = list(_document_shelves(index.documents))
    facts = list(_facts(index))
    for low, some in terms:
        name = "t-" + ".".join(f"{ord(letter):x}" for letter in low)
        yield _shard(name, " ".join(f"{key} {text}" for key, text in some))
    for start, records in documents:
        yield _script(f"d-{start:x}", f"[{','.join(records)}]")
    for number, text in enumerate(facts):
        yield _shard(f"f-{number:x}", text)
    manifest = {
        "version": VERSION,
        "count": index.count,
        "newest": index.newest,
        "room": index.room,
        "facts": len(facts),
        "documents": [start for start, _ in documents],
        "terms": [low for low, _ in terms],
    }
    yield _shard("index", manifest)


def shelves(found: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Entries in order, divided into files; each with the key from which on it holds all."""
    sizes = _sums(len(key.encode()) + len(text) + 2 for key, text in found)
    waiting = [("", 0, len(found))]
    while waiting:
        low, start, end = waiting.pop()
        if end - start < 2 or sizes[end] - sizes[start] <= _LARGEST:
            yield low, found[start:end]
            continue
        boundary = _boundary(found[start][0], found[end - 1][0])
        cut = bisect_left(found, (boundary,), start, end)
        waiting += [(boundary, cut, end), (low, start, cut)]


def _boundary(first: str, last: str) -> str:
    """The roundest key between two, of which it may be the last."""
    at = 0
    while first[at : at + 1] == last[at]:
        at += 1
    low, high = ord(first[at]) if len(first) > at else 0, ord(last[at])
    step = 1 << (low ^ high).bit_length() - 1
    return last[:at] + chr(high // step * step)


def _document_shelves(documents: Mapping[int, Document]) -> Iterator[tuple[int, Sequence[str]]]:
    """The records of documents in the order of their numbers, divided at round ones."""
    numbers = sorted(documents)
    records = [_json(_record(number, documents[number])) for number in numbers]
    sizes = _sums(len(record.encode(errors="replace")) + 1 for record in records)
    waiting = [(0, 0, len(records), 1 << (numbers[-1] if numbers else 0).bit_length())]
    while waiting:
        low, start, end, room = waiting.pop()
        if end - start < 2 or sizes[end] - sizes[start] <= _LARGEST_OF_DOCUMENTS:
            yield low, records[start:end]
            continue
        middle = low + room // 2
        cut = bisect_left(numbers, middle, start, end)
        waiting += [(middle, cut, end, room // 2), (low, start, cut, room // 2)]


def _record(number: int, document: Document) -> tuple[object, ...]:
    texts = (text[:_LONGEST_TEXT] for text in texts_of(document))
    day = document.day.isoformat() if document.day else ""
    return (number, document.id, document.kind, document.url, day, *texts)


def _facts(index: Index) -> Iterator[str]:
    room, lengths, days = index.room, index.lengths(), index.days()
    for start in range(0, room, _FACTS):
        yield "".join(map(_fact, lengths[start : start + _FACTS], days[start : start + _FACTS]))


def _fact(length: int, day: int) -> str:
    """What is known of one document: `length` is the class of its length plus 1, 0 for none."""
    return figures(length - 1, 1) + figures(day, _DAY_WIDTH) if length else _NO_DOCUMENT


def _sums(sizes: Iterable[int]) -> list[int]:
    return list(accumulate(sizes, initial=0))


def _shard(name: str, value: object) -> Shard:
    return _script(name, _json(value))


def _script(name: str, value: str) -> Shard:
    return Shard(name, f"studylogShard({_json(name)}, {value});\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
