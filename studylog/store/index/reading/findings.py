"""What is wrong or doubtful in the notes, by kind."""

from sqlite3 import Connection

from studylog.core.findings import Finding
from studylog.core.library import FindingGroup
from studylog.core.packing import unpacked

_GROUPS = """SELECT severity, code, count(*) AS findings FROM finding GROUP BY severity, code
    ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, findings DESC, code"""
_FIRST = """SELECT value FROM finding WHERE severity = ? AND code = ?
    ORDER BY path, line, seq LIMIT ?"""


class IndexFindings:
    """The findings of an index."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def groups(self, most: int) -> tuple[FindingGroup, ...]:
        """All kinds of findings, with so many of each by place; the worst first, then the most frequent."""
        return tuple(
            FindingGroup(severity, code, count, self._first(severity, code, most))
            for severity, code, count in self._db.execute(_GROUPS).fetchall()
        )

    def _first(self, severity: str, code: str, most: int) -> tuple[Finding, ...]:
        rows = self._db.execute(_FIRST, (severity, code, most))
        return tuple(unpacked(Finding, value) for (value,) in rows)
