"""A text of a note inside a line of another: the same words, and no sign that means anything there."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from studylog.core.late import late
from studylog.core.text import brief

_LONGEST = 140
# What begins a link, a formula, code, emphasis or a tag; an underscore inside a word does not.
_SIGNS = (
    r"\\(?![A-Za-z가-힣])|[`*\[\]<>$~|^]|==|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=[\w.])@(?=\w)|:(?=//)"
)
_SIGN = late(_SIGNS)
# A whole address, up to what may not stand in one; what was cut off leads nowhere.
_ADDRESS_OR_SIGN = late(rf"(?P<address>\bhttps?://[^\s<>…`|\\\[\]*$~^]++(?!…))|{_SIGNS}")
# Beside these, a dollar is none of a formula.
_JOINS = late(r"[0-9$\\]")
_LEADING = late(r"^(?P<mark>[#+\-]|\d{1,9}(?=[.)]))")
_IN_ADDRESS = late(r"[\s()<>%\\?#\[\]]")


def quoted(text: str, *, linked: bool = False, formulas: Sequence[str] = ()) -> str:
    """A text on one line, cut where it is long, as Markdown that says nothing but its words.

    `linked`: addresses stay what they are, for whoever is to follow them. `formulas` stand in dollars again.
    """
    signs = _ADDRESS_OR_SIGN if linked else _SIGN
    parts = _parted(_shortened(text, formulas), formulas) if formulas else ((brief(text, _LONGEST), ""),)
    words = "".join(signs.sub(_inert, part) + (f"${formula}$" if formula else "") for part, formula in parts)
    leading = _LEADING.match(words)
    if leading is None:
        return words
    mark = leading["mark"]
    return f"{mark}\\{words[len(mark) :]}" if mark.isdigit() else f"\\{words}"


def _shortened(text: str, formulas: Sequence[str]) -> str:
    """The text, cut where it is long; a formula is not cut in two, but left out with what follows."""
    whole = " ".join(text.split())
    short = brief(whole, _LONGEST)
    if short == whole:
        return short
    at, end = 0, len(short) - len("…")
    for part, formula in _parted(whole, formulas):
        at += len(part)
        if 0 < at < end < at + len(formula):
            return f"{whole[:at].rstrip(' ,.;:')}…"
        at += len(formula)
    return short


def _parted(text: str, formulas: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The text in parts, each with the formula behind it, where dollars around that would be read as such."""
    # Late, because most new notes carry none.
    from studylog.core.search.documents.formulas import parted

    one_line = [" ".join(formula.split()) for formula in formulas if "$" not in formula]
    parts = [*parted(text, one_line), ("", "")]
    left, apart = "", True
    for (part, formula), (after, _) in pairwise(parts):
        left, apart = left + part, apart if not part else not _JOINS.match(part[-1])
        if formula and apart and not _JOINS.match(after):
            yield left, formula
            left, apart = "", False
        else:
            left, apart = left + formula, not _JOINS.match(formula[-1:])
    yield left, ""


def _inert(found: re.Match[str]) -> str:
    """A sign that means nothing any more; an address as it is."""
    return found.groupdict().get("address") or "".join(f"\\{char}" for char in found[0])


def address(path: str, start: str) -> str:
    """The way from the note `start` to another by their paths, as the target of a link."""
    here, there = start.split("/")[:-1], path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    way = "/".join([*[".."] * (len(here) - common), *there[common:]])
    return _IN_ADDRESS.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), way)
