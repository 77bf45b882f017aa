"""Under which letter a note is filed."""

from studylog.core.text import without_emoji

_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_SYLLABLES_OF_AN_INITIAL = 588


def initial(title: str) -> str:
    """The letter a title is filed under: A to Z, ㄱ to ㅎ, and # for everything else."""
    first = without_emoji(title)[:1].upper()
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // _SYLLABLES_OF_AN_INITIAL]
    return first if "A" <= first <= "Z" else "#"
