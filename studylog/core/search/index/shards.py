"""An index as the files of a site: small scripts, of which a search loads those that it needs.

`index.js` says how much there is and where; the other files are named after what they begin with:

- `t-….js`: entries of terms in order, each a term and its postings, all with a blank between them. The
  boundaries between files are round, so that they seldom move.
- `f-….js`: for one number of a document after the other its length and day, or that there is none.
- `d-….js`: what is shown of documents, in the order of their numbers.

Each script calls `studylogShard(name, value)`. The bytes depend on the documents alone.
"""

import json
from collections.abc import Iterable

from studylog.core.search.documents.document import Document, texts_of
from studylog.core.search.index.postings import figures
from studylog.core.values import dataclass

VERSION = 1
LARGEST, LARGEST_OF_DOCUMENTS = 64_000, 24_000
"""How large the text of a file gets, of terms and of documents."""
FACTS = 1 << 14
"""Of how many numbers one file says what is known of them."""
_NO_DOCUMENT = "!"
_DAY_WIDTH = 3
# No text is longer than this in the files, so that none of them grows too large.
_LONGEST_TEXT = 12_000
# What may stand in JSON, and ends a line of a script.
_ESCAPED = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"))

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)

Entry = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the index: its name without ending, and its text."""

    name: str
    script: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the files of an index say of all of them: how much there is, and where each file begins."""

    count: int
    newest: int
    room: int
    documents: tuple[int, ...]
    terms: tuple[str, ...]


def size_of_record(record: str) -> int:
    """How much the record of a document adds to the size of its file."""
    return len(record.encode(errors="replace")) + 1


def record_of(number: int, document: Document) -> str:
    """What the files say of a document."""
    texts = (text[:_LONGEST_TEXT] for text in texts_of(document))
    day = document.day.isoformat() if document.day else ""
    return _json((number, document.id, document.kind, document.url, day, *texts))


def terms_name(low: str) -> str:
    """The name of the file with the terms from a key on."""
    return "t-" + ".".join(f"{ord(letter):x}" for letter in low)


def documents_name(low: int) -> str:
    """The name of the file with the documents from a number on."""
    return f"d-{low:x}"


def facts_name(part: int) -> str:
    """The name of the file with what is known of FACTS numbers."""
    return f"f-{part:x}"


def terms_shard(low: str, found: Iterable[Entry]) -> Shard:
    """The file with the terms from a key on."""
    return _shard(terms_name(low), " ".join(f"{key} {text}" for key, text in found))


def documents_shard(low: int, records: Iterable[str]) -> Shard:
    """The file with the documents from a number on."""
    return _script(documents_name(low), f"[{','.join(records)}]")


def facts_shard(part: int, lengths: Iterable[int], days: Iterable[int]) -> Shard:
    """The file with the lengths and days of FACTS numbers."""
    return _shard(facts_name(part), "".join(map(_fact, lengths, days)))


def manifest_shard(manifest: Manifest) -> Shard:
    """The file that says of all others what they are."""
    content = {
        "version": VERSION,
        "count": manifest.count,
        "newest": manifest.newest,
        "room": manifest.room,
        "facts": -(-manifest.room // FACTS),
        "documents": manifest.documents,
        "terms": manifest.terms,
    }
    return _shard("index", content)


def _fact(length: int, day: int) -> str:
    """What is known of one document: `length` is the class of its length plus 1, 0 for none."""
    return figures(length - 1, 1) + figures(day, _DAY_WIDTH) if length else _NO_DOCUMENT


def _shard(name: str, value: object) -> Shard:
    return _script(name, _json(value))


def _script(name: str, value: str) -> Shard:
    return Shard(name, f"studylogShard({_json(name)}, {value});\n")


def _json(value: object) -> str:
    text = _ENCODER.encode(value)
    for letter, escaped in _ESCAPED:
        text = text.replace(letter, escaped)
    return text
