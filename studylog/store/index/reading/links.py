"""The links of notes to the web, each address once: where a note first has it."""

from datetime import date
from functools import cache, lru_cache
from sqlite3 import Connection

from studylog.core.digest.weblinks import is_address, shown
from studylog.core.library import Stretch, WebLink
from studylog.core.model import Link
from studylog.core.packing import unpacked
from studylog.store.index.columns import Row, number_of
from studylog.store.index.reading.cards import CARD, DATED_FIRST, ENTRY, card_of, days_of, first_of
from studylog.store.index.reading.decoded import Decoded

_AUTHORS = 256

COLUMNS = f"weblink.url, weblink.host, weblink.value, {CARD}"
"""The columns of `IndexLinks.of`."""

# Meetings come before other notes, and each in their order.
_PLACE = "{note}.kind, {note}.rank_day, {note}.path, {note}.file, {link}.seq"
_HERE = _PLACE.format(note="note", link="weblink")
IS_FIRST = f"""NOT EXISTS (SELECT 1 FROM weblink AS former JOIN note AS one ON one.id = former.note
    WHERE former.url = weblink.url AND ({_PLACE.format(note="one", link="former")}) < ({_HERE}))"""
"""Whether an address stands in a row for the first time."""

_OF_MONTH = f"""SELECT {COLUMNS} FROM note JOIN weblink ON weblink.note = note.id
    WHERE note.kind IN ('meeting', 'page') AND note.rank_day >= ? AND note.rank_day < ? AND {IS_FIRST}
    ORDER BY note.rank_day DESC, {_HERE} LIMIT ? OFFSET ?"""
_MONTHS = f"""SELECT substr(first, -10, 7) AS month, count(*) FROM (
        SELECT min(note.kind || note.rank_day) AS first FROM weblink JOIN note ON note.id = weblink.note
        GROUP BY weblink.url)
    GROUP BY month ORDER BY {DATED_FIRST}, month DESC"""
_TEXTS = f"""SELECT weblink.value FROM weblink JOIN note ON note.id = weblink.note
    WHERE weblink.url = ? ORDER BY {_HERE}"""
_HOSTS = """SELECT host, count(DISTINCT url) AS addresses FROM weblink
    GROUP BY host ORDER BY addresses DESC, host LIMIT ?"""


class IndexLinks:
    """The links of an index."""

    def __init__(self, db: Connection, decoded: Decoded) -> None:
        self._db, self._decoded = db, decoded
        self._authors = lru_cache(_AUTHORS)(self._author)
        # Every page of a month asks for all months, and the query is slow.
        self._months = cache(self._read_months)

    def months(self) -> tuple[Stretch, ...]:
        """The months that brought links, newest first; links of notes without a date come last."""
        return self._months()

    def _read_months(self) -> tuple[Stretch, ...]:
        return tuple(Stretch(first_of(month), links) for month, links in self._db.execute(_MONTHS))

    def of_month(self, first: date | None, start: int, most: int) -> tuple[WebLink, ...]:
        """The links that a month brought, newest first; for None those of notes without a date."""
        rows = self._db.execute(_OF_MONTH, (*days_of(first, 7), most, start)).fetchall()
        return tuple(self.of(row) for row in rows)

    def hosts(self, most: int) -> tuple[tuple[str, int], ...]:
        """The hosts that most addresses are of."""
        return tuple(self._db.execute(_HOSTS, (most,)))

    def of(self, row: Row) -> WebLink:
        """A link out of the row of its first place."""
        url, host, value, *card = row
        link, note = unpacked(Link, value), card_of(tuple(card))
        notes = number_of(self._db, "SELECT count(DISTINCT note) FROM weblink WHERE url = ?", url)
        return WebLink(url, self._title(url, link), host, link, note, self._authors(note.page), notes - 1)

    def _title(self, url: str, link: Link) -> str:
        """The first words that a note has for an address."""
        if not is_address(link.text):
            return link.text
        texts = (unpacked(Link, value).text for (value,) in self._db.execute(_TEXTS, (url,)))
        return next((text for text in texts if not is_address(text)), None) or shown(url)

    def _author(self, page: str) -> str | None:
        row = self._db.execute(f"SELECT {ENTRY} FROM note WHERE page = ?", (page,)).fetchone()
        return self._decoded.note(*row).note.header.author
