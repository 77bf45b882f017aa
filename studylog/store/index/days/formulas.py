"""The formulas of notes as they are written, for texts that go into other Markdown."""

from sqlite3 import Connection

from studylog.core.packing import unpacked
from studylog.store.index.columns import PROSE, cell, text_of

_SIGNS = frozenset(r"\_^{")


def formulas_of(db: Connection, path: str) -> tuple[str, ...]:
    """The formulas of a note that mean nothing outside of their dollars; `x = 1` is read without any."""
    from studylog.core.search.documents.said import Prose

    text = cell(db, PROSE, path)
    found = unpacked(Prose, text_of(text)).formulas if text else ()
    return tuple(dict.fromkeys(source for source, _ in found if _SIGNS.intersection(source)))


def formulas_in(db: Connection, text: str, path: str) -> tuple[str, ...]:
    """Those of a note, for a text that may have one; most have none, and no note is read."""
    return formulas_of(db, path) if _SIGNS.intersection(text) else ()
