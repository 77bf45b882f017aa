"""What stays of a Korean word without its particles and endings, and of an English one that is looked for.

No morphology and no dictionary: a table of endings, taken off the text and the query alike. Where an ending
may as well belong to the word (정확도, 기울기), the word is kept beside what stays. Texts keep English words
as they are, and a query finds them by how they begin.
"""

import re

from studylog.core.hangul import FINALS, TAILS, VOWELS, final, vowel
from studylog.core.search.terms.letters import opened
from studylog.core.search.terms.vocabulary import ENDINGS, SURE


def _by_last() -> dict[str, list[tuple[str, str, bool]]]:
    """The endings by their last syllable, those first that take most off.

    Each is what is taken off, the consonant to be found before it, and whether it surely is an ending.
    """
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for ending in sorted(ENDINGS):
        syllables = ending.lstrip(FINALS)
        row = (syllables, ending.removesuffix(syllables), ending in SURE)
        found.setdefault(ending[-1], []).append(row)
    return {last: sorted(rows, key=lambda row: (-len(row[0]), -len(row[1]))) for last, rows in found.items()}


_DEEPEST = 3
# Plurals, pasts and what goes on; what stays has three letters, one of them a vowel.
_ENGLISH = re.compile(
    r"(?=.*[aeiouy].*(?:s|ed|ing)$)([a-z]{3,}?)(?:ie[ds]|(?<=[hsxz])es|(?<![ius])s|(?<!e)ed|ing)"
)
_DOUBLED = re.compile(r"(.{2,}([bdgmnprt]))\2")
_STAYS = 2
_BY_LAST = _by_last()
# 줄여 is 줄이 + 어, 나눠 is 나누 + 어.
_CONTRACTED = {"ㅕ": "ㅣ", "ㅝ": "ㅜ"}


def levels(word: str) -> tuple[str, ...]:
    """The word and what stays of it, ending by ending, the longest first; never empty.

    어텐션에서는 → 어텐션; 정확도는 → 정확도, 정확; 사라집니다 → 사라집니다, 사라지.
    """
    found = [word]
    for _ in range(_DEEPEST):
        cut = _without_ending(found[-1], _STAYS)
        if cut is None:
            break
        stem, sure = cut
        if sure:
            found.pop()
        found.append(stem)
    whole = _uncontracted(found[-1])
    return tuple(found) if whole is None else (*found, whole)


def counted(word: str) -> str:
    """What is counted by a number before it, without particles: 장 of 장씩, 강 of 강에서."""
    cut = _without_ending(word, 1)
    while cut is not None:
        word = cut[0]
        cut = _without_ending(word, 1)
    return word


def latin_stem(word: str) -> str:
    """An English word in small letters without its ending, batch of batches; empty where it has none."""
    match = _ENGLISH.fullmatch(word)
    stem = match[1] if match else ""
    doubled = _DOUBLED.fullmatch(stem)
    return doubled[1] if doubled else stem


def _without_ending(word: str, stays: int) -> tuple[str, bool] | None:
    """The word without its longest ending, and whether the ending surely is one; None where none fits."""
    for ending, consonant, sure in _BY_LAST.get(word[-1], ()):
        left = len(word) - len(ending)
        if left < stays or not word.endswith(ending):
            continue
        if not consonant:
            return word[:left], sure
        if final(word[left - 1]) == consonant:
            return word[: left - 1] + opened(word[left - 1]), False
    return None


def _uncontracted(word: str) -> str | None:
    last = word[-1]
    spread = _CONTRACTED.get(vowel(last))
    if len(word) < _STAYS or spread is None or final(last):
        return None
    return word[:-1] + chr(ord(last) + (VOWELS.index(spread) - VOWELS.index(vowel(last))) * TAILS)
