"""Korean particles: which of two fits behind a word depends on how the word ends when it is read aloud."""

from typing import Literal

from studylog.core.hangul import final, is_syllable
from studylog.core.late import late

Ending = Literal["vowel", "ㄹ", "consonant"]

# 영, 일, 삼, 육, 칠, 팔; and with more noughts 십, 백, 천, 만.
_DIGITS: dict[str, Ending] = {
    "0": "consonant",
    "1": "ㄹ",
    "3": "consonant",
    "6": "consonant",
    "7": "ㄹ",
    "8": "ㄹ",
}
_LETTERS: dict[str, Ending] = {"l": "ㄹ", "m": "consonant", "n": "consonant", "r": "ㄹ"}

_WORD = late(r"[A-Za-z]+$")
# PNG, md, URL, OCR; and the id of a question or a promise, whatever word its letters may look like.
_SPELLED = late(r"(?:(?<![A-Za-z])(?:[^\W\daeiouAEIOU]+|[A-Z]{1,3})|\b[qp]-[0-9a-z]+)$")
# The first that fits tells how a word is read: 체크, 타입, 아웃, 파일, 타임, 북, 깃, 클릭, and all others.
_READ: tuple[tuple[str, Ending], ...] = (
    (r"(?:check|hub|readme)$", "vowel"),
    (r"(?:private|type|out|oup|tex)$", "consonant"),
    (r"le?$", "ㄹ"),
    (r"(?:[mn]e?|mb|ng|ook)$", "consonant"),
    (r"(?:^|qu|[^aeiou])[aeiou](?:ck|pp|[bckpt])$", "consonant"),
    (r"$", "vowel"),
)
_RULES = tuple((late(pattern), ending) for pattern, ending in _READ)


def particle(word: str, pair: str) -> str:
    """The one of `을/를`, `이/가`, `은/는`, `과/와`, `으로/로` … that fits; both where nobody knows."""
    after_consonant, after_vowel = pair.split("/")
    ending = ending_of(word)
    if ending is None:
        short = after_consonant.removesuffix(after_vowel)
        return f"({short}){after_vowel}" if short != after_consonant else f"{after_consonant}({after_vowel})"
    # 로 follows ㄹ as it follows vowels: 서울로.
    return after_vowel if ending == "vowel" or (ending == "ㄹ" and after_vowel == "로") else after_consonant


def ending_of(word: str) -> Ending | None:
    """How a word ends when it is read in Korean; None for letters of other languages, and where none are."""
    spoken = word
    while spoken and not (spoken[-1].isalnum() or spoken[-1] == "%"):
        spoken = spoken[:-1]
    last = spoken[-1:]
    if last.isascii():
        return _latin(spoken) if last.isalpha() else _DIGITS.get(last, "vowel") if last else None
    if not is_syllable(last):
        return None
    consonant = final(last)
    return "ㄹ" if consonant == "ㄹ" else "consonant" if consonant else "vowel"


def _latin(spoken: str) -> Ending:
    found = _WORD.search(spoken)
    word = found[0].lower() if found else ""
    if _SPELLED.search(spoken):
        return _LETTERS.get(word[-1], "vowel")
    return next(ending for rule, ending in _RULES if rule.search(word))
