"""What is wrong or doubtful in the notes, by kind."""

from datetime import date
from sqlite3 import Connection

from studylog.core.findings import Finding
from studylog.core.library import FindingGroup
from studylog.store.index.columns import TO_MEND, number_of, unpacked_all

_GROUPS = f"""SELECT severity, code, count(*) AS findings FROM finding WHERE {TO_MEND} GROUP BY severity, code
    ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, findings DESC, code"""
_FIRST = f"""SELECT value FROM finding WHERE severity = ? AND code = ? AND {TO_MEND}
    ORDER BY path, line, seq LIMIT ?"""

_COUNT = f"SELECT count(*) FROM finding WHERE {TO_MEND}"


class IndexFindings:
    """The findings of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def count(self, today: date) -> int:
        """How many there are on a day."""
        return number_of(self._db, _COUNT, today.isoformat())

    def groups(self, today: date, most: int) -> tuple[FindingGroup, ...]:
        """All kinds of them, with so many of each by place; the worst first, then the most frequent."""
        return tuple(
            FindingGroup(severity, code, found, self._first(severity, code, today, most))
            for severity, code, found in self._db.execute(_GROUPS, (today.isoformat(),)).fetchall()
        )

    def _first(self, severity: str, code: str, today: date, most: int) -> tuple[Finding, ...]:
        return unpacked_all(self._db, Finding, _FIRST, severity, code, today.isoformat(), most)
