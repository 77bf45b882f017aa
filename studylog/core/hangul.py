"""The letters of a syllable of Hangul: Unicode orders syllables by their initial, then by vowel and final."""

INITIAL_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The consonants that a syllable begins with, in order."""
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""Those that it ends in, in order; a blank stands for none."""
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
"""The vowels of syllables, in order."""
FIRST = ord("가")
# Syllables come in blocks of one initial, and within these in groups of one vowel.
TAILS = len(FINALS)
BLOCK = len(VOWELS) * TAILS


def is_syllable(letter: str) -> bool:
    """Whether a letter is a whole syllable."""
    return "가" <= letter <= "힣"


def initial(letter: str) -> str:
    """The consonant that a syllable begins with; any other letter as it is."""
    return INITIAL_CONSONANTS[(ord(letter) - FIRST) // BLOCK] if is_syllable(letter) else letter


def vowel(letter: str) -> str:
    """The vowel of a syllable; empty for any other letter."""
    return VOWELS[(ord(letter) - FIRST) // TAILS % len(VOWELS)] if is_syllable(letter) else ""


def with_final(letter: str, consonant: str) -> str:
    """A syllable that ends in its vowel, ending in a consonant instead: 리 with ㄹ is 릴."""
    return chr(ord(letter) + FINALS.index(consonant))


def final(letter: str) -> str:
    """The consonant that a syllable ends in; empty where it ends in its vowel, and for any other letter."""
    return FINALS[(ord(letter) - FIRST) % TAILS].strip() if is_syllable(letter) else ""
