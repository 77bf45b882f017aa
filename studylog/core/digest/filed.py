"""Under which letter a note is filed."""

from studylog.core import hangul
from studylog.core.text import without_emoji

# Double consonants stand with single ones.
_SINGLE = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")


def initial(title: str) -> str:
    """The letter a title is filed under: A to Z, ㄱ to ㅎ, and # for everything else."""
    first = without_emoji(title)[:1].upper()
    if hangul.is_syllable(first):
        return hangul.initial(first).translate(_SINGLE)
    return first if "A" <= first <= "Z" else "#"
