"""The other ways in which a header may have been written in its source: keys, days and types in words."""

import re
from collections.abc import Iterator
from datetime import datetime

from studylog.core.dates.reading import parse_moment
from studylog.core.header.keys import KEYS, TYPES, field_of, note_type
from studylog.core.header.parts import split
from studylog.core.header.values import flat
from studylog.core.strictyaml import YamlMap, load

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?")


def spellings(text: str) -> Iterator[str]:
    """What a source may have had where the header of this note has a key, a day or a type."""
    header = split(text).header
    root = load(header, "").root if header is not None else None
    for key, value in root.pairs if isinstance(root, YamlMap) else ():
        field = field_of(key.text)
        yield from KEYS.get(field or "", ())
        yield from _days(flat(value))
        if field == "type":
            yield from TYPES.get(note_type(flat(value)), ())


def _days(value: str) -> Iterator[str]:
    for found in _ISO.finditer(value):
        moment = parse_moment(found[0])
        if moment is not None:
            yield from _day(moment, timed="T" in found[0])


def _day(moment: datetime, *, timed: bool) -> Iterator[str]:
    korean = f"{moment.year}년 {moment.month}월 {moment.day}일"
    english = f"{moment:%B} {moment.day}, {moment.year}"
    figures = f"{moment:%Y/%m/%d}"
    clock = f"{moment.hour % 12 or 12}:{moment:%M}"
    ko, en = ("오후", "PM") if moment.hour >= 12 else ("오전", "AM")
    written = [korean, english, figures]
    if timed:
        written += [f"{korean} {ko} {clock}", f"{english} {clock} {en}"]
        written += [f"{figures} {moment:%H:%M}", f"{figures} {clock} {en}"]
    # Notion marks a day that somebody mentions with an @.
    yield from (sign + form for form in written for sign in ("@", ""))
