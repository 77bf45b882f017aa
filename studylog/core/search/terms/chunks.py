"""What stands between two blanks, as terms; each chunk is read once, however often it comes."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from studylog.core.search.terms.letters import LETTERS, SIGNS, SYLLABIC, folded, initial
from studylog.core.search.terms.stems import counted, levels
from studylog.core.search.terms.vocabulary import ENDINGS, FUNCTION_WORDS
from studylog.core.values import dataclass

PAIR, INITIALS, ACROSS = ".", "!", "?"
"""What marks a term as two syllables, as the initials of up to four in a run, and of four over blanks."""
LONGEST_WORD = 32
LONGEST_INITIALS = 4
BLANK = "\x00-\x20\x7f-\x9f\u1680\u2028\u2029"
CHUNK = re.compile(f"[^{BLANK}]+")
PIECE = re.compile(rf"[{LETTERS}]+")

_TOKEN = re.compile(
    rf"(?P<run>[{SYLLABIC}]+)"
    rf"|(?P<word>[{LETTERS}]+(?:[_.'’-][{LETTERS}]+"
    rf"|(?:(?<=[0-9])[:/×](?=[0-9])|(?<=[0-9]),(?=[0-9]{{3}}(?![0-9])))[{LETTERS}]+)*)"
    rf"|(?P<sign>[{SIGNS}]|[-+*/%=<>!&|^~@]+)"
)
_NUMBER = re.compile(r"[0-9]+(?:[.,:/×-][0-9]+)*")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+[a-z]*")
_OPERATOR = range(2, 4)
_REMEMBERED = 1 << 15

Placed = tuple[str, int, int]
"""A text with the places at which it begins and ends."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The terms of a chunk, and what it shares with its neighbours over the blanks.

    `first` and `last` are the syllables at its ends, `opening` and `closing` the Latin words.
    `lead` are the initials it begins with, and all there is where `through`; `open` are those that go on.
    """

    terms: tuple[str, ...]
    first: str
    last: str
    opening: str
    closing: str
    lead: str
    through: bool
    open: str


class Token(NamedTuple):
    """A stretch of one kind in a chunk: a `word`, a `number`, a `run` of syllables, a `sign`."""

    kind: str
    text: str
    start: int
    end: int


def tokens(chunk: str) -> list[Token]:
    """The stretches of a plain chunk; particles behind anything but their word are none."""
    found = []
    for match in _TOKEN.finditer(chunk):
        kind, text = match.lastgroup or "", match[0]
        start, end = match.span()
        if kind == "word" and text[0] <= "9" and _NUMBER.fullmatch(text):
            kind = "number"
        elif kind == "run" and start and text in ENDINGS:
            continue
        found.append(Token(kind, text, start, end))
    return found


def terms_of(chunk: str, found: Sequence[Token]) -> list[Placed]:
    """The terms of a plain chunk from its tokens, with their places in it."""
    terms: list[Placed] = []
    before: Token | None = None
    for token in found:
        kind, text, start, end = token
        if kind == "run":
            terms += _of_run(text, start)
            if before and before.kind == "number" and before.end == start:
                unit = counted(text)
                terms.append((number(before.text) + unit, before.start, start + len(unit)))
        elif kind == "word":
            terms += _of_word(text, start)
        elif kind == "number":
            terms.append((number(text), start, end))
        elif is_sign(text):
            terms.append((text, start, end))
        before = token
    return terms


@lru_cache(_REMEMBERED)
def read_chunk(chunk: str) -> Chunk:
    """A plain chunk, read."""
    found = tokens(chunk)
    head = found[0] if found and found[0].start == 0 else None
    tail = found[-1] if found and found[-1].end == len(chunk) else None
    begins = head.text if head and head.kind == "run" else ""
    ends = tail.text if tail and tail.kind == "run" else ""
    lead, open_ = initials(begins), initials(ends)
    return Chunk(
        terms=tuple([term for term, _, _ in terms_of(chunk, found)]),
        first=begins[:1],
        last=ends[-1:],
        opening=_opening(head),
        closing=_closing(tail),
        lead=lead,
        through=begins == chunk and _goes_on(begins, lead),
        open=open_ if _goes_on(ends, open_) else "",
    )


def number(written: str) -> str:
    """A number as a term: without commas, `×` as `x`."""
    return written.replace(",", "").replace("×", "x")[:LONGEST_WORD]


def word(piece: str) -> str:
    """A Latin word as a term."""
    return folded(piece)[:LONGEST_WORD]


def parts(piece: str) -> list[Placed]:
    """What a Latin word is made of: batch, norm and 2d of BatchNorm2d; nothing for a simple word."""
    if (piece.islower() and piece.isalpha()) or not piece.isascii():
        return []
    found = [(match[0].lower(), match.start(), match.end()) for match in _PART.finditer(piece)]
    return [part for part in found if len(part[0]) > 1] if len(found) > 1 else []


def is_sign(text: str) -> bool:
    """Whether a sign or an operator is a term: emoji, arrows, `@`, `+=`; not `-`."""
    return len(text) in _OPERATOR or text == "@" or not text.isascii()


def initials(run: str) -> str:
    """The initials of the syllables at the beginning of a run, as many as are looked at."""
    found = [initial(syllable) for syllable in run[:LONGEST_INITIALS]]
    return "".join(found[: found.index("")] if "" in found else found)


def _goes_on(run: str, begun: str) -> bool:
    """Whether the initials of a run at the end of its chunk want those of the next one."""
    return 0 < len(run) == len(begun) < LONGEST_INITIALS


def _of_run(run: str, start: int) -> list[Placed]:
    terms = [(level, start, start + len(level)) for level in levels(run[:LONGEST_WORD])]
    terms += [(PAIR + run[at : at + 2], start + at, start + at + 2) for at in range(len(run) - 1)]
    begun = initials(run)
    if len(begun) > 1:
        terms.append((INITIALS + begun, start, start + len(begun)))
    return terms


def _of_word(text: str, start: int) -> list[Placed]:
    terms: list[Placed] = []
    before: re.Match[str] | None = None
    for piece in PIECE.finditer(text):
        begins, ends = start + piece.start(), start + piece.end()
        terms.append((word(piece[0]), begins, ends))
        terms += [(part, begins + at, begins + end) for part, at, end in parts(piece[0])]
        if before:
            terms.append((word(before[0] + piece[0]), start + before.start(), ends))
        before = piece
    return terms


def _closing(tail: Token | None) -> str:
    """The Latin word at the end of a chunk, if it makes a term with the next one."""
    if tail is None or tail.kind != "word":
        return ""
    return _joining(PIECE.findall(tail.text)[-1])


def _opening(head: Token | None) -> str:
    """The Latin word at the beginning of a chunk, if it makes a term with the one before it.

    A number does where it may be part of a name: `18` of `ResNet 18`, not `3.14`.
    """
    if head is None or head.kind not in ("word", "number"):
        return ""
    if head.kind == "number":
        return number(head.text) if head.text.isdigit() else ""
    return _joining(PIECE.findall(head.text)[0])


def _joining(piece: str) -> str:
    small = word(piece)
    return "" if len(small) < 2 or small in FUNCTION_WORDS else small
