"""Notes in which only words changed that no page shows but their own: with them, nothing else changes."""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import TYPE_CHECKING

from studylog.core.model import Note
from studylog.core.packing import unpacked
from studylog.core.values import replace
from studylog.store.index.columns import Row, column, text_of

if TYPE_CHECKING:
    from studylog.store.index.entries import Entry

_BEFORE = (
    "SELECT note.value, text.body, text.prose FROM note JOIN text ON text.note = note.id WHERE note.id = ?"
)


def is_reworded(db: Connection, number: int, entry: "Entry") -> bool:
    """Whether the new text of a note still says whatever other pages, lists and the search tell of it."""
    before = db.execute(_BEFORE, (number,)).fetchone()
    if before is None or entry.note is None or entry.text is None:
        return False
    (value, *texts), (*_, new_value) = before, entry.note
    old, new = (replace(unpacked(Note, one), sha256="") for one in (value, new_value))
    return old == new and _told(old, texts) == _told(new, entry.text)


def put_words(db: Connection, number: int, entry: "Entry") -> Iterable[str]:
    """Puts the new words of such a note into the index; the page that shows them."""
    assert entry.note and entry.text
    *_, value = entry.note
    db.execute("UPDATE note SET value = ? WHERE id = ?", (value, number))
    db.execute("UPDATE text SET body = ?, prose = ? WHERE note = ?", (*entry.text, number))
    return column(db, "SELECT page FROM note WHERE id = ?", number)


def _told(note: Note, texts: Row) -> tuple[object, ...]:
    """What others show of the text of a note: questions, formulas, what it says under its papers."""
    # Late, because what makes bodies is slow to import, and was imported where there is a new text.
    from studylog.core.body.whole import Body
    from studylog.core.search.documents.said import Prose

    body, prose = unpacked(Body, text_of(texts[0])), unpacked(Prose, text_of(texts[1]))
    anchors = {paper.anchor for paper in note.papers}
    presented = [stretch for stretch in prose.stretches if stretch.anchor in anchors]
    return body.quotes, body.sections, body.references, prose.replies, prose.formulas, presented
