"""The letters that search looks at: one form for each, and the parts of Hangul syllables.

Everything here works letter by letter, so that a place in a folded text is a place in the text itself,
and so that `search.js` can do the same without the tables of a Unicode library.
"""

import re
from functools import cache
from unicodedata import normalize

from studylog.core.hangul import BLOCK, FINALS, FIRST, INITIAL_CONSONANTS, TAILS, is_syllable

CLUSTERS = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"),
        strict=True,
    )
)
"""Two consonants typed one after the other, which an input method writes as one."""

# Written without blanks between words, or with blanks that differ from writer to writer: cut into pairs.
HANGUL = "가-힣ㄱ-ㅣ"
SYLLABIC = f"{HANGUL}々〆〇ぁ-ゖゝゞァ-ヺー-ヿ㐀-䶿一-鿿\U00020000-\U0003ffff"
# Whatever else is no sign: named by what it is not, so that letters of later Unicode versions are letters.
LETTERS = (
    "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2132\u214e\u2183\u2184\u2c00-\u2dff\u3105-\u312f\u31a0-\u31ff\ua000-\uabff"
    "\U00010000-\U0001cfff"
)
SIGNS = "\u00b0\u00b1\u00d7\u00f7\u2190-\u23ff\u25a0-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"

_PLAIN = re.compile(rf"[^\x00-\x7f{HANGUL}]+")
_UNSEEN = re.compile(
    "[\u00ad\u115f\u1160\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001f3fb-\U0001f3ff]"
)


def plain(text: str) -> str:
    """The text with one form for each letter: NFKC letter by letter, jamo as they are typed; case stays.

    The text is expected in composed form (NFC).
    """
    return _PLAIN.sub(lambda odd: "".join(map(_plain_letter, odd[0])), text)


def plain_places(text: str) -> tuple[list[int], list[int]]:
    """For each letter of `plain(text)` the places at which the letter it comes from begins and ends."""
    places = [
        place
        for place, letter in enumerate(text)
        for _ in range(len(_plain_letter(letter)) if _PLAIN.match(letter) else 1)
    ]
    return places, [place + 1 for place in places]


def folded(word: str) -> str:
    """A word of a plain text without its case; `ß` is `ss`, and a final sigma is one like others."""
    lower = word.lower()
    return lower if lower.isascii() else lower.replace("ß", "ss").replace("ς", "σ")


def initial(syllable: str) -> str:
    """The consonant that a syllable of Hangul begins with; a jamo is itself, other letters have none."""
    if is_syllable(syllable):
        return INITIAL_CONSONANTS[(ord(syllable) - FIRST) // BLOCK]
    return syllable if "ㄱ" <= syllable <= "ㅣ" else ""


def opened(syllable: str) -> str:
    """The syllable without its final consonant."""
    return chr(ord(syllable) - (ord(syllable) - FIRST) % TAILS)


def first_with(consonant: str) -> str:
    """The first syllable that begins with a consonant: 가 for ㄱ."""
    return chr(FIRST + INITIAL_CONSONANTS.index(consonant) * BLOCK)


def shifted(term: str, places: int = 1) -> str:
    """The term with another last letter, so many places further on."""
    return term[:-1] + chr(ord(term[-1]) + places)


@cache
def _plain_letter(letter: str) -> str:
    return _UNSEEN.sub("", "".join(map(_jamo, normalize("NFKC", letter))))


def _jamo(letter: str) -> str:
    """A jamo that joins its neighbours as the one that stands for itself."""
    if "\u1100" <= letter <= "\u1112":
        return INITIAL_CONSONANTS[ord(letter) - 0x1100]
    if "\u1161" <= letter <= "\u1175":
        return chr(ord("ㅏ") + ord(letter) - 0x1161)
    if "\u11a8" <= letter <= "\u11c2":
        return FINALS[ord(letter) - 0x11A7]
    return letter
