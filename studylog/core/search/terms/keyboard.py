"""Words typed while the keyboard was set to the other script: `djxpstus` is 어텐션, `ㅠㄷㄱㅅ` is bert."""

import re

from studylog.core.hangul import (
    FINALS,
    FIRST,
    INITIAL_CONSONANTS,
    TAILS,
    VOWELS,
    final,
    initial,
    is_syllable,
    vowel,
)
from studylog.core.search.terms.letters import CLUSTERS

_LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
_KEYS = dict(zip(_LATIN, _HANGUL, strict=True))
_TYPED = {jamo: key for key, jamo in _KEYS.items()}
_DOUBLE = {"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ"}
_JOINED = {parts: whole for whole, parts in (*_DOUBLE.items(), *CLUSTERS.items())}
# A consonant in front of a vowel begins the next syllable.
_SYLLABLE = re.compile(
    rf"([{INITIAL_CONSONANTS}])({'|'.join(_DOUBLE.values())}|[{VOWELS}])"
    rf"((?:{'|'.join(CLUSTERS.values())}|[{FINALS.strip()}])(?![{VOWELS}]))?"
)


def in_hangul(word: str) -> str:
    """What the keys of a Latin word write in Hangul; empty where they do not make syllables."""
    typed = "".join(_KEYS.get(key) or _KEYS.get(key.lower(), " ") for key in word)
    syllables = [_syllable(*found.groups("")) for found in _SYLLABLE.finditer(typed)]
    return "" if _SYLLABLE.sub("", typed) else "".join(syllables)


def in_latin(run: str) -> str:
    """What the keys of a run of Hangul write in Latin letters; empty where other letters are in it."""
    jamo = "".join(initial(one) + vowel(one) + final(one) if is_syllable(one) else one for one in run)
    single = "".join(CLUSTERS.get(one) or _DOUBLE.get(one, one) for one in jamo)
    typed = [_TYPED.get(one, "") for one in single]
    return "".join(typed) if all(typed) else ""


def _syllable(first: str, middle: str, last: str) -> str:
    place = INITIAL_CONSONANTS.index(first) * len(VOWELS) + VOWELS.index(_JOINED.get(middle, middle))
    return chr(FIRST + place * TAILS + (FINALS.index(_JOINED.get(last, last)) if last else 0))
