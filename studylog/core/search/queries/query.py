"""What somebody looks for: words, phrases in quotes, `-words` and filters, read so that nothing can fail."""

import re
from collections.abc import Iterator
from itertools import pairwise

from studylog.core.search.queries.filters import DAYS, KEYS, Filter, first_day, key_of, last_day, value_of
from studylog.core.search.queries.units import Span, Unit, beginning, beside, jamo, unit_of, unwanted
from studylog.core.search.terms.chunks import (
    ACROSS,
    BLANK,
    CHUNK,
    LONGEST_INITIALS,
    PAIR,
    Token,
    is_sign,
    read_chunk,
    tokens,
)
from studylog.core.search.terms.letters import LETTERS, SYLLABIC, plain, shifted
from studylog.core.search.terms.matching import normal
from studylog.core.search.terms.text import over_blank
from studylog.core.text import nfc
from studylog.core.values import dataclass, field, replace

# Longer queries are cut: nobody types them, and every page must answer at once.
_LONGEST, _MOST_UNITS = 200, 16
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂", '"'))
_NAMES = "|".join(name for names in KEYS.values() for name in names)
_PART = re.compile(
    rf"(?P<minus>-(?=[{LETTERS}{SYLLABIC}\"]))?(?:"
    rf"(?P<name>{_NAMES}):(?P<value>\"[^\"]*\"?|[^{BLANK}\"]*)"
    rf"|\"(?P<phrase>[^\"]*)\"?"
    rf"|(?P<chunk>[^{BLANK}\"]+))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query, read.

    `units` are its words, `neighbours` the terms that these make with each other, and `tied` those which they
    must make. `phrases` must stand in the text itself. `since` and `until` are numbers of days.
    """

    units: tuple[Unit, ...] = ()
    neighbours: tuple[Span, ...] = ()
    tied: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unwanted: tuple[Unit, ...] = ()
    unwanted_phrases: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    since: int | None = None
    until: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return self == Query()


@dataclass(slots=True)
class _Reading:
    """A query on its way through its parts."""

    units: list[Unit] = field(default_factory=list)
    neighbours: list[Span] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    unwanted: list[Unit] = field(default_factory=list)
    unwanted_phrases: list[str] = field(default_factory=list)
    filters: dict[tuple[str, bool], list[str]] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    # The chunk just read, where the next one may be its neighbour.
    before: str = ""


def parse(text: str, *, typing: bool = True) -> Query:
    """A query from what somebody typed; `typing` tells that the last word may not be complete yet."""
    written = _written(text)
    reading = _Reading()
    for match in _PART.finditer(written):
        last = typing and match.end() == len(written)
        if match["name"]:
            _filter(reading, match["name"], match["value"].strip('"'), bool(match["minus"]))
        elif match["phrase"] is not None:
            _phrase(reading, match["phrase"], bool(match["minus"]))
        elif match["minus"]:
            reading.unwanted += [unwanted(*pair) for pair in _counted(match["chunk"])]
            reading.before = ""
        else:
            _words(reading, match["chunk"], last)
    return _query(reading)


def filters_in(text: str) -> Iterator[tuple[str, str]]:
    """The filters in what somebody typed, each as its key and its value as written."""
    for match in _PART.finditer(_written(text)):
        if match["name"]:
            yield key_of(match["name"]), match["value"].strip('"').strip()


def _written(text: str) -> str:
    return plain(nfc(text))[:_LONGEST].translate(_QUOTES)


def _query(reading: _Reading) -> Query:
    return Query(
        units=tuple(reading.units[:_MOST_UNITS]),
        neighbours=tuple(reading.neighbours[:_MOST_UNITS]),
        tied=tuple(reading.tied),
        phrases=tuple(reading.phrases),
        unwanted=tuple(reading.unwanted[:_MOST_UNITS]),
        unwanted_phrases=tuple(reading.unwanted_phrases),
        filters=tuple(Filter(key, tuple(values), minus) for (key, minus), values in reading.filters.items()),
        since=reading.days.get("since"),
        until=reading.days.get("until"),
    )


def _words(reading: _Reading, chunk: str, last: bool) -> None:
    first = len(reading.units)
    at_end = False
    for token, unit in _counted(chunk):
        at_end = last and (unit or token).end == len(chunk)
        if at_end and reading.units and token.kind == "run" and len(jamo(token.text)) == 1:
            # The first consonant of a word says nothing yet.
            break
        reading.units.append(unit_of(token, unit, typing=at_end))
    if reading.before and len(reading.units) > first:
        _neighbours(reading, first, chunk, at_end)
    reading.before = chunk if len(reading.units) > first else ""


def _neighbours(reading: _Reading, at: int, chunk: str, at_end: bool) -> None:
    """What the units before and after a blank make together; two Latin words as one stand for both."""
    one, other = reading.units[at - 1 : at + 1]
    if one.initials and other.initials:
        begun = ACROSS + (one.initials + other.initials)[:LONGEST_INITIALS]
        reading.neighbours.append(Span(begun, shifted(begun)))
    elif term := over_blank(read_chunk(reading.before), read_chunk(chunk)):
        if term[0] == PAIR:
            reading.neighbours.append(Span(term))
            return
        span = beginning(term) if at_end else Span(term)
        reading.neighbours.append(span)
        reading.units[at - 1 : at + 1] = beside(one, span), beside(other, span)


def _phrase(reading: _Reading, written: str, minus: bool) -> None:
    """A phrase: its words and their neighbourhood find it, the text itself confirms it."""
    chunks = CHUNK.findall(written)
    units = [replace(unit_of(token, unit), must=True) for chunk in chunks for token, unit in _counted(chunk)]
    reading.before = ""
    if not units:
        return
    if minus:
        reading.unwanted_phrases.append(normal(written))
        return
    reading.phrases.append(normal(written))
    reading.units += units
    ties = [over_blank(one, other) for one, other in pairwise(map(read_chunk, chunks))]
    reading.tied += filter(None, ties)
    reading.neighbours += map(Span, filter(None, ties))


def _filter(reading: _Reading, name: str, written: str, minus: bool) -> None:
    key = key_of(name)
    reading.before = ""
    if key in DAYS:
        day = first_day(written.strip()) if key == "since" else last_day(written.strip())
        if day is not None:
            reading.days[key] = day
    elif value := value_of(key, written):
        reading.filters.setdefault((key, minus), []).append(value)


def _counted(chunk: str) -> Iterator[tuple[Token, Token | None]]:
    """The tokens of a chunk that mean something, numbers together with what they count."""
    found = [token for token in tokens(chunk) if token.kind != "sign" or is_sign(token.text)]
    place = 0
    while place < len(found):
        token, following = found[place], found[place + 1] if place + 1 < len(found) else None
        unit = following if following and _counts(token, following) else None
        yield token, unit
        place += 2 if unit else 1


def _counts(token: Token, following: Token) -> bool:
    return token.kind == "number" and following.kind == "run" and following.start == token.end
