"""Where browsers may end a line: at blanks, between syllables, and after a few signs.

The signs are those between which Chromium ends lines of Korean and English text, tried out pair by pair.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from studylog.core.printed.model import Glyph

# A space is a quarter of the size or more; letters are never that far apart.
_SPACE = 0.13
# Code within a line has room around it, and a formula a little, which is no space.
_ROOM_OF_CODE, _ROOM_OF_FORMULA = 0.45, 0.1
_NEVER_FIRST = frozenset("!\"'%),-./:;?]|}…“”‘’、。）」』–")
_NEVER_LAST = frozenset("'([{“”‘’（「『\"+\\$")
# Before what opens, lines end after these signs, too.
_OPENING = frozenset("(<[{")
_CLOSED = frozenset('!"#%&)*+,.:;=>\\]|}~')
_ENDING = frozenset("-?…、。）」』–—")
_WIDE = re.compile(
    r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U0001f000-\U0001faff]"
)


def are_apart(one: Glyph, other: Glyph, room: bool = False) -> bool:
    """Whether a space is between two glyphs; `room` when only one of them is code."""
    around = _ROOM_OF_CODE if room else _ROOM_OF_FORMULA if min(one.number, other.number) < 0 else 0
    return other.left - one.right > other.size * (_SPACE + around)


def may_part(last: str, first: str) -> bool:
    """Whether a line may end between two characters that no blank parts."""
    if first in _NEVER_FIRST:
        return False
    if last in _ENDING or (first in _OPENING and last in _CLOSED):
        return True
    return last not in _NEVER_LAST and bool(_WIDE.match(last) or _WIDE.match(first))


def clings(last: str, first: str) -> bool:
    """Whether a line never ends between two characters, even where words may be parted anywhere."""
    return first in _NEVER_FIRST or last in _NEVER_LAST


def unit(row: Sequence[Glyph]) -> float:
    """How wide the start of a line is up to the first place where it could have been parted."""
    ink = next(index for index, glyph in enumerate(row) if not glyph.text.isspace())
    end = row[ink]
    for last, glyph in pairwise(row[ink:]):
        if glyph.text.isspace() or are_apart(last, glyph) or may_part(last.text[-1], glyph.text[0]):
            break
        end = glyph
    return end.right - row[ink].left


def spaced(glyphs: Sequence[Glyph]) -> str:
    """The characters of glyphs, with blanks where they are apart or in different lines."""
    text = glyphs[0].text if glyphs else ""
    for last, glyph in pairwise(glyphs):
        next_line = glyph.baseline - last.baseline > glyph.size
        text += (" " if next_line or are_apart(last, glyph) else "") + glyph.text
    return text
