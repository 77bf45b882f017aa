"""A few documents that changed, came or went: only their terms are touched, as if all were made anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection

from studylog.core.search.documents.document import Document, Weighed, weigh
from studylog.core.search.index.numbers import place_of, room_for
from studylog.core.search.index.postings import CLASSES
from studylog.core.search.index.shards import record_of, size_of_record
from studylog.core.search.queries.filters import day_number
from studylog.core.values import dataclass, field, replace
from studylog.store.index.columns import column, number_of
from studylog.store.index.search.division import Touched, divide
from studylog.store.index.search.facts import Facts, put_facts
from studylog.store.index.search.numbering import renumbered, respread
from studylog.store.index.search.postings import Change, patch
from studylog.store.index.search.records import document_of, id_bytes, record, stored
from studylog.store.index.search.spreading import spread_anew

# What comes has no number yet.
_NONE = -1


@dataclass(slots=True)
class _Version:
    """A document as it was or is, with what it says and the number that it had or has."""

    number: int
    document: Document
    weighed: Weighed


@dataclass(slots=True)
class _Turn:
    """One update on its way: by id the versions before it and after it."""

    before: dict[bytes, _Version] = field(default_factory=dict)
    after: dict[bytes, _Version] = field(default_factory=dict)


def update(db: Connection, documents: Iterable[Document], gone: Iterable[str] = ()) -> None:
    """Takes up documents that came or changed, and lets others go, by their ids.

    Afterwards everything is as `fill` would make it of all documents. In a transaction of the caller.
    """
    come = {document.id: document for document in documents}
    turn = _Turn()
    starts = {*_let_go(db, set(gone) - come.keys(), turn), *_take_up(db, come, turn)}
    if not turn.before and not turn.after:
        return
    room = number_of(db, "SELECT room FROM search_state")
    _number(db, turn, renumbered(db, starts, room))
    touched: Touched | None = Touched(
        keys=_post(db, turn),
        documents=set(_shown_otherwise(turn)),
        facts=put_facts(db, _facts(turn)),
    )
    _resize(db, turn)
    count = number_of(db, "SELECT count(*) FROM search_documents")
    wanted = room_for(count)
    if wanted != room:
        spread_anew(db, respread(db, wanted))
        touched = None
    divide(db, count, wanted, touched)


def _let_go(db: Connection, gone: Iterable[str], turn: _Turn) -> Iterator[tuple[int, bytes]]:
    for id_, (number, content) in stored(db, gone).items():
        turn.before[id_bytes(id_)] = _version(number, document_of(content))
        db.execute("DELETE FROM search_documents WHERE id = ?", (id_bytes(id_),))
        yield place_of(id_), id_bytes(id_)


def _take_up(db: Connection, come: Mapping[str, Document], turn: _Turn) -> Iterator[tuple[int, bytes]]:
    known = stored(db, come)
    for id_, document in come.items():
        content, key = record(document), id_bytes(id_)
        number, before = known.get(id_, (_NONE, None))
        if before == content:
            continue
        turn.after[key] = _version(number, document)
        if before is None:
            row = (key, place_of(id_), _NONE, 0, content)
            db.execute("INSERT INTO search_documents VALUES (?, ?, ?, ?, ?)", row)
            yield place_of(id_), key
        else:
            turn.before[key] = _version(number, document_of(before))
            db.execute("UPDATE search_documents SET record = ? WHERE id = ?", (content, key))


def _version(number: int, document: Document) -> _Version:
    return _Version(number, document, weigh(document))


def _number(db: Connection, turn: _Turn, moved: Mapping[bytes, tuple[int, int]]) -> None:
    """Gives the versions their new numbers; what only moved comes along."""
    for id_, (before, after) in moved.items():
        if id_ not in turn.after:
            (content,) = column(db, "SELECT record FROM search_documents WHERE id = ?", id_)
            turn.before[id_] = _version(before, document_of(content))
            turn.after[id_] = replace(turn.before[id_])
        turn.after[id_].number = after


def _post(db: Connection, turn: _Turn) -> set[str]:
    """Changes the lists of postings; gives the keys whose entries changed."""
    changes: dict[str, Change] = defaultdict(Change)
    for version in turn.before.values():
        for term, code in _codes(version.number, version.weighed):
            changes[term].gone.add(code)
    for version in turn.after.values():
        for term, code in _codes(version.number, version.weighed):
            changes[term].come.add(code)
    keys: set[str] = set()
    for term in sorted(changes):
        keys |= patch(db, term, changes[term])
    return keys


def _codes(number: int, weighed: Weighed) -> Iterator[tuple[str, int]]:
    for class_, terms in enumerate(weighed.terms):
        for term in terms:
            yield term, number * CLASSES + class_


def _shown_otherwise(turn: _Turn) -> Iterator[int]:
    """The numbers of which the files of a site show something else than before."""
    for id_ in turn.before.keys() | turn.after.keys():
        versions = [one for one in (turn.before.get(id_), turn.after.get(id_)) if one]
        if len({record_of(one.number, one.document) for one in versions}) == len(versions):
            yield from (one.number for one in versions)


def _facts(turn: _Turn) -> Facts:
    """What is known of numbers now: that nobody has them any more, or the length and day of who has."""
    facts = {version.number: (0, 0) for version in turn.before.values()}
    for version in turn.after.values():
        facts[version.number] = version.weighed.length + 1, day_number(version.document.day)
    return facts


def _resize(db: Connection, turn: _Turn) -> None:
    """What the documents add to the files of a site, now that their numbers are known."""
    sizes = [
        (size_of_record(record_of(version.number, version.document)), id_)
        for id_, version in turn.after.items()
    ]
    db.executemany("UPDATE search_documents SET size = ? WHERE id = ?", sizes)
