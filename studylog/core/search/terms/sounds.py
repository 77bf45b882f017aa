"""How words sound, near enough for `랜덤` and random to come out alike.

A sound is the consonants of a word in a few classes, with a dot where there are vowels: `L.NT.M`. The ㅡ that
Hangul writes between consonants is no vowel here, and letters that English does not speak are no sound: the r
of kernel, the e of cache. Words that were surely not borrowed (값, 많다) have none.
"""

import re
from functools import cache

from studylog.core.hangul import INITIAL_CONSONANTS, TAILS, final, initial, is_syllable, vowel

_INITIALS = dict(zip(INITIAL_CONSONANTS, "KKNTTLMPPSS SSSKTPH", strict=True))
# Borrowed words end their syllables in no others.
_FINALS = {"": "", "ㄱ": "K", "ㄴ": "N", "ㄹ": "L", "ㅁ": "M", "ㅂ": "P", "ㅅ": "T", "ㅇ": "N"}
SPELLINGS = (
    ("^kn", "N"),
    ("^wr|rr|l|r(?=[aeiouy])", "L"),
    ("[ts]ion", "S.N"),
    ("ture$", "S."),
    ("sch", "SK"),
    ("^ps|^x|tch|ch(?![lmnrt])|dg|sh|th|[jsz]|[cg](?=[eiy])", "S"),
    ("x", "KS"),
    ("wh|gh", ""),
    ("ng(?=e)", "NS"),
    ("ng(?=[ailoru])", "NK"),
    ("ng?", "N"),
    ("ck|ch|gg|qu?|[cgk]", "K"),
    ("ph|[bfpv]", "P"),
    ("[dt]", "T"),
    ("mb$|m", "M"),
    ("h(?=[aeiouy])", "H"),
    ("(?<![aeiouy])e$", ""),
    ("[aeiouy]+", "."),
    ("[a-z]", ""),
)
"""How English letters sound; the first that fits counts."""

LETTERS = {
    "K": "[cghkqux]+",
    "N": "[gkn]+",
    "T": "[dt]+",
    "L": "[lrw]+",
    "M": "[bm]+",
    "P": "[bfhpv]+",
    "S": "[cdghjpstxz]*",
    "H": "h+",
    ".": "[aeghioruwy]+",
}
"""The letters that may write what is heard."""

_LATIN = re.compile("[a-z]{3,24}")
_TWICE = re.compile(r"(.)\1+")
_NEVER = "!"
_SILENT = frozenset(map(chr, range(ord("르"), ord("르") + TAILS)))
_LEAST = 2
# The first letters of words in the other script that may begin with such a sound, from one to the last.
_FIRST_IN_HANGUL = {
    "K": ("가깋", "카킿"),
    "N": ("나닣",),
    "T": ("다띻", "타팋"),
    "L": ("라맇",),
    "M": ("마밓",),
    "P": ("바삫", "파핗"),
    "S": ("사앃", "자칳"),
    ".": ("아잏",),
    "H": ("하힣",),
}
_FIRST_IN_LATIN = {
    "K": ("cc", "gg", "kk", "qq"),
    "N": ("kk", "nn"),
    "T": ("dd", "tt"),
    "L": ("ll", "rr", "ww"),
    "M": ("mm",),
    "P": ("bb", "ff", "pp", "vv"),
    "S": ("cc", "gg", "jj", "pp", "st", "xx", "zz"),
    ".": ("aa", "ee", "ii", "oo", "uu", "wy"),
    "H": ("hh",),
}


def sound(word: str) -> str:
    """How a word in small letters sounds; empty for one that is too short, or not made of letters."""
    if _LATIN.fullmatch(word):
        found = _spelled().sub(lambda match: SPELLINGS[(match.lastindex or 1) - 1][1], word)
    elif len(word) > 1 and is_syllable(word[-1]):
        found = _of_hangul(word)
    else:
        return ""
    if _NEVER in found:
        return ""
    # No sound is heard twice, and of the t in ridge, 릿지, only the end.
    heard = _TWICE.sub(r"\1", found).replace("TS", "S")
    # With too few consonants many words sound alike: too few in all, or in a word like 베르사이유.
    told = weight(heard) >= _LEAST and (word.isascii() or len(word) <= _LEAST * weight(heard))
    return heard if told else ""


def weight(heard: str) -> int:
    """How many consonants a sound has: with few of them, many words sound alike."""
    return len(heard) - heard.count(".")


def beginnings(heard: str, word: str) -> tuple[str, ...]:
    """Between which first letters words of the other script are to be looked for that sound so."""
    return (_FIRST_IN_HANGUL if word.isascii() else _FIRST_IN_LATIN)[heard[0]]


def alike(word: str, like: tuple[str, ...]) -> bool:
    """Whether a word sounds so, or is written like another but for a letter."""
    return any(_sounds(word, one) if one.isupper() else slipped(word, one) for one in like)


def slipped(one: str, other: str) -> bool:
    """Whether two words differ by a letter, too many, missing, another, or by two in wrong order."""
    if abs(len(one) - len(other)) > 1:
        return False
    differing = (at for at, letters in enumerate(zip(one, other, strict=False)) if letters[0] != letters[1])
    at = next(differing, min(len(one), len(other)))
    one, other = one[at:], other[at:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] in (other, other[1:]) or one == other[1:]


def _sounds(word: str, heard: str) -> bool:
    # Most words are told apart at a glance, by their first syllable or by their letters.
    glance = _written(heard).match(word) if word.isascii() else heard.startswith(_heard(word[0]).rstrip("T"))
    return bool(glance) and sound(word) == heard


@cache
def _spelled() -> re.Pattern[str]:
    """All spellings, made when a word is heard: few searches listen."""
    return re.compile("|".join(f"({pattern})" for pattern, _ in SPELLINGS))


@cache
def _written(heard: str) -> re.Pattern[str]:
    """What Latin words that sound so look like."""
    return re.compile("".join(map(LETTERS.__getitem__, heard)) + "e?$")


def _of_hangul(word: str) -> str:
    first, last = word[0], word[-1]
    found = "L" if first in _SILENT else ""
    found += "".join(map(_heard, word))
    hissing = _INITIALS[initial(last)] == "S" and vowel(last) == "ㅣ" and not final(last)
    return found[:-1] if hissing else found


@cache
def _heard(letter: str) -> str:
    """What is heard of a syllable; 르 after another is an r that English does not speak: 마르타, 노름."""
    end = _FINALS.get(final(letter), _NEVER) if is_syllable(letter) else _NEVER
    begin = _INITIALS.get(initial(letter), "").strip()
    return ("" if letter in _SILENT else begin) + ("" if vowel(letter) == "ㅡ" else ".") + end
