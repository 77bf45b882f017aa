"""Text by meaning: what makes two texts the same, names for files, and the bytes of a note as text."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from itertools import count

from studylog.core.late import late
from studylog.core.values import dataclass

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"

# Letters and marks to Unicode, nothing to the eye: two names must not differ by them alone.
_INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(map(chr, range(0xFE00, 0xFE10)))

# In formulas `a+b` and `a=b` are not the same; dashes, tildes and bars only decorate prose.
_MEANINGFUL_SIGNS = frozenset("+=<>±×÷¬") | frozenset(map(chr, range(0x2200, 0x2300)))

# Windows takes these for devices, with any extension; ¹²³ count as digits to it.
_DEVICE = late(r"con|prn|aux|nul|conin|conout|clock|(?:com|lpt)[0-9¹²³]")

_PICTURE = (
    "[\U0001f000-\U0001faff\u2600-\u26ff\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25fd\u25fe\u2b1b\u2b1c\u2b50\u2b55"
    "\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e"
    "\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf]"
)
_EMOJI_UNIT = (
    rf"(?:[0-9#*]\ufe0f?\u20e3|{_PICTURE}|[^\s\w]\ufe0f)[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_EMOJI = late(rf"(?:{_EMOJI_UNIT}(?:\u200d{_EMOJI_UNIT})*[ \t]*)+|[\ufe0e\ufe0f]")
# Letters, digits and signs as wide as a Hangul syllable.
_FULL_WIDTH = late(r"[\uff01-\uff5e]")
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
# One of these is in every emoji.
_IN_EMOJI = late(_PICTURE.replace("]", "\ufe0e\ufe0f\u20e3]"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte order mark; `lossy` when bytes had to be replaced."""

    text: str
    encoding: str
    lossy: bool


def nfc(text: str) -> str:
    """The text in composed form, as it is written and compared everywhere."""
    return unicodedata.normalize("NFC", text)


def half_width(text: str) -> str:
    """The text with `Ｑ．１` as `Q.1`, letter by letter: whoever writes Japanese or Hanja types so."""
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


def fold(text: str) -> str:
    """What makes two texts the same: letters, digits, mathematical signs; not case, blanks, dress."""
    # What stood between two marks may have kept them from their common order.
    return nfc(nfc(nfc(text).casefold()).translate(_FOLDED))


@lru_cache(maxsize=64)
def without_emoji(text: str) -> str:
    """The text without pictures, and without the blanks they leave behind."""
    # A line of a note is asked for by many rules, one after the other.
    if text.isascii() or not _IN_EMOJI.search(text):
        return text.strip()
    return _EMOJI.sub(_gap, text).strip()


BRIEF = 180
"""How long a text on a list may be."""


def brief(text: str, limit: int = BRIEF) -> str:
    """A text on one line, cut between words where it is long."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    cut = words[:limit]
    head = cut.rpartition(" ")[0]
    return (head if len(head) > limit // 2 else cut).rstrip(" ,.;:") + "…"


def slug(text: str, limit_bytes: int = 120) -> str:
    """A name for a file or an address that every system takes: Hangul stays, words are joined by `-`.

    It is the slug of itself, and never longer than `limit_bytes`: what is cut ends in a hash of the whole.
    """
    joined = "-".join(nfc(nfc(text).casefold()).translate(_IN_SLUGS).split())
    if _DEVICE.fullmatch(joined) or not joined.strip("-"):
        joined = f"{joined}-{short_hash(text)}".lstrip("-")
    return _bounded(joined, limit_bytes)


def untaken(name: str, taken: Container[str], form: str = "{}", sign: str = "-") -> str:
    """The name in its form, or if somebody has that, with the first number behind it that is free: `x-2`."""
    names = (form.format(name if number == 1 else f"{name}{sign}{number}") for number in count(1))
    return next(one for one in names if one not in taken)


def short_hash(*parts: str | int | None) -> str:
    """Eight characters that stand for the parts: 40 bits of SHA-256 in Crockford's base32, lower case."""
    # Late, because hashes are slow to import, and many commands need none.
    from hashlib import sha256

    # Lengths keep ("ab", "c") and ("a", "bc") apart.
    framed = "".join("-" if part is None else f"{len(str(part))}:{part}" for part in parts)
    bits = int.from_bytes(sha256(framed.encode("utf-8", "surrogatepass")).digest()[:5], "big")
    return "".join(_CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that was probably meant, or None; Hangul is compared by its letters.

    Words are `alike` from 0 to 1: half of the letters are common to two that are so by 0.5.
    """
    # Imported here, because most commands need no guess.
    from difflib import get_close_matches

    by_letters = {_letters(candidate): candidate for candidate in known}
    close = get_close_matches(_letters(word), by_letters, n=1, cutoff=alike)
    return by_letters[close[0]] if close else None


def decode(content: bytes) -> Decoded:
    """The text of a note: UTF-8, UTF-16 that says so, CP949 where it gives Hangul; nothing is refused."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    strict = _strict(content, "utf-8")
    if strict is None:
        korean = _strict(content, "cp949")
        if korean is not None and _is_mostly_hangul(korean):
            return Decoded(korean, "cp949", lossy=False)
    return _lenient(content, "utf-8") if strict is None else Decoded(strict, "utf-8", lossy=False)


class _Table(dict[int, str]):
    """A table for `str.translate` in which it is told once what a character becomes."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, point: int) -> str:
        self[point] = self._becomes(chr(point))
        return self[point]


def _is_word_char(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" and char not in _INVISIBLE


def _in_folded(char: str) -> str:
    return char if char in _MEANINGFUL_SIGNS or _is_word_char(char) else ""


def _in_slug(char: str) -> str:
    if unicodedata.category(char) == "Cf":
        return ""
    return char if _is_word_char(char) else " "


_FOLDED = _Table(_in_folded)
_IN_SLUGS = _Table(_in_slug)


def _gap(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return " " if match[0][-1] in " \t" and before not in (" ", "\t") else ""


def _bounded(name: str, limit_bytes: int) -> str:
    encoded = name.encode()
    if len(encoded) <= limit_bytes:
        return name
    ending = "-" + short_hash(name)
    room = max(limit_bytes - len(ending), 0)
    return (encoded[:room].decode(errors="ignore").rstrip("-") + ending).lstrip("-")


def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word.casefold())


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _lenient(content: bytes, encoding: str) -> Decoded:
    codec = encoding.removesuffix("-sig")
    strict = _strict(content, codec)
    if strict is not None:
        return Decoded(strict, encoding, lossy=False)
    return Decoded(content.decode(codec, "replace"), encoding, lossy=True)


def _is_mostly_hangul(text: str) -> bool:
    foreign = [char for char in text if not char.isascii()]
    return 2 * sum("가" <= char <= "힣" for char in foreign) > len(foreign)
