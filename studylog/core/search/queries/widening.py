"""A query that no document answers, read in further ways.

Its words may have been typed while the keyboard was set to the other script, may stand in the notes in the
other script (`랜덤` and random), or have a wrong letter. What is like a word is found among the terms that
begin as it does, so that few of an index have to be looked at.
"""

from collections.abc import Sequence

from studylog.core.search.queries.query import Query
from studylog.core.search.queries.units import Span, Unit, Way, unit_of
from studylog.core.search.terms.chunks import Token, word
from studylog.core.search.terms.keyboard import in_hangul, in_latin
from studylog.core.search.terms.letters import shifted
from studylog.core.search.terms.sounds import beginnings, sound, weight
from studylog.core.search.terms.stems import levels
from studylog.core.values import replace

# What a word is worth that sounds alike, and one with a wrong letter, out of 1 for the word itself.
ALIKE, SLIPPED = 0.5, 0.3
# From how many consonants on a sound is looked for although its word is found, and the letters of a slip.
_SURE, _SLIPS = 3, 5


def widened(query: Query, lost: Sequence[bool]) -> Query:
    """The query with further ways for its words; `lost` tells which of them are found nowhere."""
    units = (_widened(unit, nowhere) for unit, nowhere in zip(query.units, lost, strict=True))
    return replace(query, units=tuple(units))


def _widened(unit: Unit, nowhere: bool) -> Unit:
    if not unit.word or unit.must:
        return unit
    ways = [*unit.ways, *_sounding(unit.word, nowhere)]
    if not nowhere:
        return replace(unit, ways=tuple(ways))
    ways += _slipped(unit.word)
    typed = _retyped(unit.word)
    return replace(unit, ways=(*ways, *typed), initials="" if typed else unit.initials)


def _sounding(written: str, nowhere: bool) -> list[Way]:
    """Words of the other script that sound like this one, or like what stays of it without its endings."""
    heard = map(sound, (word(written),) if written.isascii() else levels(written))
    sure = (one for one in heard if one and (nowhere or weight(one) >= _SURE))
    like = tuple(dict.fromkeys(sure))
    ranges = beginnings(like[0], written) if like else ()
    return [Way(ALIKE, (Span(ends[0], shifted(ends[1]), like),)) for ends in ranges]


def _slipped(written: str) -> list[Way]:
    small = word(written)
    if not small.isascii() or len(small) < _SLIPS:
        return []
    return [Way(SLIPPED, (Span(small[0], shifted(small[0]), (small,)),))]


def _retyped(written: str) -> tuple[Way, ...]:
    """The ways to what was meant, if the keyboard was set to the other script."""
    meant = in_hangul(written) if written.isascii() else in_latin(written)
    if len(meant) < 2:
        return ()
    return unit_of(Token("run" if written.isascii() else "word", meant, 0, len(meant))).ways
