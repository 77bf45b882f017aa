"""What search does to texts and queries, in rows that Python and JavaScript must both reproduce.

After a change that is meant, `python -m tests.core.search.vectors` writes anew what Python makes of the rows;
the difference is to be read.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from studylog.core.search.queries.query import Query, parse
from studylog.core.search.snippets import Piece, snippet
from studylog.core.search.terms.text import terms
from studylog.core.text import nfc

FILE = Path(__file__).with_name("vectors.json")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def rows() -> Rows:
    """The rows by what they are about: terms, queries, snippets."""
    found: Rows = json.loads(FILE.read_text("utf-8"))
    return found


def found_terms(text: str) -> list[str]:
    """The terms of a text with their places, `어텐션 0-3`."""
    return shown_terms((term.text, term.start, term.end) for term in terms(nfc(text)))


def shown_terms(found: Any) -> list[str]:
    return [f"{term} {start}-{end}" for term, start, end in sorted(found, key=lambda one: (one[1:], one[0]))]


def shown_query(query: Query | Mapping[str, Any]) -> dict[str, Any]:
    """A query in short: each unit as its ways, `0.45 .어텐 + .텐션..텐셙`; what is empty is left out."""
    plain = json.loads(json.dumps(query, default=_fields)) if isinstance(query, Query) else query
    shown = {
        "units": [_unit(unit) for unit in plain["units"]],
        "neighbours": [_span(span) for span in plain["neighbours"]],
        "tied": plain["tied"],
        "phrases": plain["phrases"],
        "unwanted": [_unit(unit) for unit in plain["unwanted"]],
        "unwanted_phrases": plain["unwanted_phrases"],
        "filters": [_filter(one) for one in plain["filters"]],
        "since": plain["since"],
        "until": plain["until"],
    }
    return {name: value for name, value in shown.items() if value not in ([], None)}


def shown_pieces(pieces: Sequence[Piece] | Sequence[Sequence[Any]]) -> str:
    """A snippet with its hits in brackets."""
    pairs = ((one.text, one.hit) if isinstance(one, Piece) else one for one in pieces)
    return "".join(f"⟦{text}⟧" if hit else text for text, hit in pairs)


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _unit(unit: Mapping[str, Any]) -> str:
    ways = (f"{way['weight']:g} {' + '.join(map(_span, way['spans']))}" for way in unit["ways"])
    pairs = f" ({' '.join(unit['pairs'])})" if unit["pairs"] else ""
    return "; ".join(ways) + pairs + f" {unit['initials']}".rstrip() + (" !" if unit["must"] else "")


def _span(span: Mapping[str, str]) -> str:
    return f"{span['low']}…{span['high']}" if span["high"] else span["low"]


def _filter(one: Mapping[str, Any]) -> str:
    return f"{'-' if one['unwanted'] else ''}{one['key']}: {', '.join(one['values'])}"


def _renewed() -> dict[str, list[dict[str, Any]]]:
    found = rows()
    return {
        "terms": [{"text": row["text"], "terms": found_terms(row["text"])} for row in found["terms"]],
        "queries": [
            {**_asked(row), "parsed": shown_query(parse(row["query"], typing=not row.get("typed")))}
            for row in found["queries"]
        ],
        "snippets": [
            {
                **_looked(row),
                "shown": shown_pieces(snippet(nfc(row["text"]), parse(row["query"]), row["room"])),
            }
            for row in found["snippets"]
        ],
    }


def _asked(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"query": row["query"], **({"typed": True} if row.get("typed") else {})}


def _looked(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": row["text"], "query": row["query"], "room": row["room"]}


def _written(found: Mapping[str, list[dict[str, Any]]]) -> str:
    parts = []
    for name, some in found.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in some)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(_written(_renewed()), "utf-8")
