"""Text of a paragraph as Markdown that reads back as the same text, with no backslash that is not needed.

A sign alone is only a sign: `2*3`, `5$`, `_x` stay as they are unless a partner for them stands in the same
paragraph. Whatever these rules overlook is found when the paragraph is read back, and then every sign is
escaped.
"""

import re
from collections.abc import Iterable

from studylog.core.values import dataclass

_RUNS = {"*": re.compile(r"\*+"), "_": re.compile(r"_+"), "~": re.compile(r"~~+")}
_DOLLAR = re.compile(r"(?P<opens>(?<!\d)\$(?=[^\s$]))|\$\$|\$")

# What may begin something wherever it stands, as far as its neighbours let it.
_INLINE = re.compile(
    r"""
    (?P<always>\\(?=[!-/:-@\[-`{-~]|$) | ` | <(?=[A-Za-z/!?]|[^\s<>@]+@[^\s<>@]+>|$) | &(?=\#?\w+;)
    | (?<=\^)\[ | \[(?=[^\]]{0,300}\]\(|\[|\^))
    | (?P<bracket>[\[\]]) | (?P<star>\*+) | (?P<line>_+) | (?P<wave>~~+) | (?P<dollar>\$+)
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"""
    (?P<number>\d{1,9})(?=[.)](?:\s|$))
    | \#{1,6}(?=\s|$) | > | [-+*](?=\s|$) | ~~~ | \$\$
    | -(?=[-|:\s]*$) | [|:](?=[-|:\s]*-[-|:\s]*$) | =(?==*\s*$) | (?:_\s*){3,}$ | (?:\*\s*){3,}$
    | \[(?=[^\]]{1,300}\]:|[ xX]\](?:\s|$)|!)
    """,
    re.VERBOSE,
)
_EVERY = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class Hazards:
    """Which signs find a partner in a paragraph; a sign that the paragraph is written with always does."""

    star: bool = False
    line: bool = False
    wave: bool = False
    dollar: bool = False


def hazards_of(lines: Iterable[str], signs: str = "") -> Hazards:
    """The hazards of the text of a paragraph; `signs` are those that it is written with."""
    text = "\n".join(lines)
    return Hazards(
        star="*" in signs or _pairs(text, "*"),
        line=_pairs(text, "_"),
        wave="~" in signs or _pairs(text, "~"),
        dollar=("$" in signs and "$" in text) or _is_formula(text),
    )


def escaped(
    text: str, hazards: Hazards, *, start: bool = False, label: bool = False, before_link: bool = False
) -> str:
    """Text with what it needs; `start` when it begins a line, `label` when it stands in a link."""
    meant = {"always": True, "bracket": label}

    def sign(found: re.Match[str]) -> str:
        name = found.lastgroup or "always"
        needed = meant[name] if name in meant else getattr(hazards, name) and not _is_apart(found)
        return "".join(f"\\{char}" for char in found[0]) if needed else found[0]

    if before_link and text.endswith(("!", "^")):
        text, ending = text[:-1], f"\\{text[-1]}"
    else:
        ending = ""
    begins = _START.match(text) if start else None
    if begins is None:
        return _INLINE.sub(sign, text) + ending
    # The mark at the start is escaped by itself, a number behind its digits.
    cut = begins.end("number") if begins["number"] else 0
    return f"{text[:cut]}\\{text[cut]}{_INLINE.sub(sign, text[cut + 1 :])}{ending}"


def escaped_wholly(text: str) -> str:
    """Text in which no sign can mean anything."""
    return _EVERY.sub(r"\\\g<0>", text)


def _is_apart(found: re.Match[str]) -> bool:
    """Whether a sign means nothing where it stands: between blanks, or `_` inside of a word."""
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    if found.lastgroup == "line" and before.isalnum() and after.isalnum():
        return True
    return found.lastgroup == "star" and before.isspace() and after.isspace()


def _pairs(text: str, sign: str) -> bool:
    """Whether a run of signs that may open something stands before one that may close it."""
    opened = False
    for run in _RUNS[sign].finditer(text):
        before, after = text[run.start() - 1 : run.start()] or " ", text[run.end() : run.end() + 1] or " "
        inside = sign == "_" and before.isalnum() and after.isalnum()
        if opened and not before.isspace() and not inside:
            return True
        opened = opened or (not after.isspace() and not inside)
    return False


def _is_formula(text: str) -> bool:
    """Whether two dollars stand as they do around a formula, as core.markdown reads it."""
    opened = False
    for found in _DOLLAR.finditer(text):
        closes = not text[found.start() - 1 : found.start()].isspace() and found.start() > 0
        number = text[found.end() : found.end() + 1].isdigit()
        if opened and (found[0] == "$$" or (closes and not number)):
            return True
        opened = opened or found[0] == "$$" or bool(found["opens"])
    return False
