"""How often people were somewhere, asked, answered and presented: counted in columns alone."""

from datetime import date
from sqlite3 import Connection
from typing import Any

from studylog.core.people.attendance import PersonStanding

_PRESENCE = """SELECT person, presence, count(*), sum(moderator) FROM attendance
    WHERE day <= ?{} GROUP BY person, presence"""
# A question counts once, in however many notes it stands.
_VOICES = """SELECT person, part, count(*) FROM (SELECT DISTINCT person, part, question FROM voice{})
    GROUP BY person, part"""
_PRESENTED = """SELECT person, evidence = 'stated', count(*) FROM presenter WHERE presented = 1{}
    GROUP BY person, 2"""
_FIELD = {"present": "attended", "seen": "seen", "absent": "absent", "unknown": "unknown"}


def standings(db: Connection, today: date, name: str | None = None) -> dict[str, PersonStanding]:
    """The standing of everybody whom notes name, or of one of them; meetings count up to a day."""
    one: list[Any] = [] if name is None else [name]
    rule, only = (" AND person = ?", " WHERE person = ?") if one else ("", "")
    counts: dict[str, dict[str, int]] = {}
    for person, presence, count, moderated in db.execute(_PRESENCE.format(rule), [today.isoformat(), *one]):
        own = counts.setdefault(person, {})
        own[_FIELD[presence]] = count
        own["moderated"] = own.get("moderated", 0) + moderated
    for person, part, count in db.execute(_VOICES.format(only), one):
        counts.setdefault(person, {})[part] = count
    for person, stated, count in db.execute(_PRESENTED.format(rule), one):
        counts.setdefault(person, {})["presented" if stated else "hinted"] = count
    return {person: PersonStanding(person, **counts[person]) for person in sorted(counts)}
