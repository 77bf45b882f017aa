"""Formulas in a line of text, as people write them where nothing can be set: `1/√d_k`."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.hangul import is_syllable
from studylog.core.late import late
from studylog.core.math.mathml import to_mathml
from studylog.core.math.signs import RAISED, accented, kind_of, raised, sign_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Without one of these, a formula is already written as it is read.
_WRITTEN = late(r"[\\{}^~&]")
# Names of characters that only HTML knows.
_NAMED = late(r"&(?!(?:amp|lt|gt|quot);)\w+;")
# An equation over several lines goes on with its sign.
_CONTINUED = late(r"; (?=[=≈≤≥≡<>] )")
# Nobody writes brackets in `∂L/∂w`, nor around `q(x)`.
_DENOMINATOR = late(r"d\w{1,2}|∂[^\s/]+|\w\([\w,| ]*\)")
_BLANKS = late(r"\s+")
# Of whatever unit: all are about as wide as a letter.
_LENGTH = late(r"\d+(?:\.\d+)?")
_WIDE = 0.25
_SUM, _PRODUCT, _ATOM = range(3)
# What closes a script by itself: nothing that follows could be taken for a part of it.
_ENDS = (*")]}'°", *RAISED)


class _Said(NamedTuple):
    """A part of a formula as text; what binds looser than its neighbours needs brackets (`rank`)."""

    text: str
    rank: int = _ATOM
    kind: str = ""


@lru_cache(maxsize=4_096)
def in_line(source: str, display: bool = False) -> str:
    """The formula as a line of text, or its source where it cannot be set; `display` as on its page."""
    if not _WRITTEN.search(source):
        return source
    # It was set for its page before, if `display` is the same.
    mathml = to_mathml(source, display)
    if not mathml.startswith("<math"):
        return source
    # Late, because most notes have no formula that has to be read.
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        formula = fromstring(_NAMED.sub(lambda name: unescape(name[0]), mathml))
    except ParseError:
        return source
    return _BLANKS.sub(" ", _row([formula]).text).strip() or source


def _said(element: "Element", tight: bool) -> _Said:
    """One element; in what is `tight`, operators have no blanks beside them."""
    name, children = element.tag, [*element]
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return _token(element)
    if name == "mspace":
        width = _LENGTH.match(element.get("width", ""))
        return _Said(" " if width and float(width[0]) > _WIDE else "", kind="blank")
    if name == "mfrac":
        return _fraction(element, tight)
    if name == "msqrt":
        return _Said("√" + _bracketed(_row(children, tight)))
    if name == "mroot":
        return _root(*(_said(child, True) for child in children))
    if name == "mtable":
        return _Said(_CONTINUED.sub(" ", "; ".join(map(_line, children))), _SUM)
    if name in _SCRIPTS and len(children) == 1 + len(_SCRIPTS[name]):
        return _scripted(element, tight)
    return _row(children, tight)


def _token(element: "Element") -> _Said:
    written = "".join(element.itertext())
    text = sign_of(written)
    if element.tag == "mtext" or (len(text) > 1 and text[0].isalpha()):
        return _Said(text, kind="word")
    return _Said(text, kind=kind_of(text) if element.tag == "mo" else "")


def _row(elements: "Iterable[Element]", tight: bool = False) -> _Said:
    parts = _without_ends([part for part in _parts(elements, tight) if part.text])
    if len(parts) == 1:
        return parts[0]
    text, before, rank = "", _Said("", kind="open"), _PRODUCT
    for part in parts:
        if part.kind == "infix" and part.text in "+-±∓" and before.kind in ("open", "infix", "comma"):
            part = part._replace(kind="sign")
        if part.kind == "infix" or part.rank == _SUM:
            rank = _SUM
        text += (_gap(before, part, tight) if text else "") + part.text
        before = part
    kind = "word" if parts and all(part.kind == "word" for part in parts) else ""
    return _Said(text, _ATOM if kind or _in_brackets(parts) else rank, kind)


def _without_ends(parts: list[_Said]) -> list[_Said]:
    """The parts without the blanks around them."""
    told = [place for place, part in enumerate(parts) if part.kind != "blank"]
    return parts[told[0] : told[-1] + 1] if told else []


def _parts(elements: "Iterable[Element]", tight: bool) -> Iterable[_Said]:
    """The parts of a row, those of the rows in it among them: braces bind nothing for who reads."""
    for element in elements:
        if element.tag in ("math", "semantics", "mrow", "mstyle", "mpadded", "menclose"):
            yield from _parts(element, tight)
        elif element.tag not in ("mphantom", "annotation"):
            yield _said(element, tight)


def _gap(before: _Said, after: _Said, tight: bool) -> str:
    """What stands between two parts: a blank where they would run into each other, or be hard to read."""
    if after.kind in ("close", "comma", "blank") or before.kind in ("open", "sign", "blank"):
        return ""
    if before.kind == "comma" or "infix" in (before.kind, after.kind):
        return "" if tight or before.kind == after.kind else " "
    if "bar" in (before.kind, after.kind):
        return ""
    if {"big", "fraction"} & {before.kind, after.kind}:
        return " "
    # A particle of Korean stands at its word.
    meet = after.text[0] == "√" or (after.text[0].isalnum() and not is_syllable(after.text[0]))
    ends = before.kind == "close" or before.text[-1].isalnum()
    return " " if meet and (before.kind in ("word", "script") or (after.kind == "word" and ends)) else ""


def _in_brackets(parts: Sequence[_Said]) -> bool:
    """Whether one pair of brackets stands around everything."""
    bars = [place for place, part in enumerate(parts) if part.kind == "bar"]
    if bars == [0, len(parts) - 1]:
        return True
    depth = 0
    for place, part in enumerate(parts):
        depth += {"open": 1, "close": -1}.get(part.kind, 0)
        if depth == 0:
            return place == len(parts) - 1 and place > 0
    return False


def _bracketed(said: _Said, least: int = _ATOM) -> str:
    return said.text if said.rank >= least and said.kind != "fraction" else f"({said.text})"


def _fraction(element: "Element", tight: bool) -> _Said:
    above, below = (_row([child], tight) for child in element)
    if element.get("linethickness") == "0":
        return _Said(f"{above.text}; {below.text}", _SUM)
    denominator = below.text if _DENOMINATOR.fullmatch(below.text) else _bracketed(below)
    return _Said(f"{_bracketed(above, _PRODUCT)}/{denominator}", _PRODUCT, "fraction")


def _root(inside: _Said, degree: _Said) -> _Said:
    sign = {"3": "∛", "4": "∜"}.get(degree.text) or f"{raised(degree.text) or f'({degree.text})'}√"
    return _Said(sign + _bracketed(inside))


def _line(row: "Element") -> str:
    """A row of a matrix, its cells between commas; those of an equation belong together."""
    cells = [_row(cell) for cell in row]
    looks = [cell.get("class", "") for cell in row[1:]]
    aligned = all("m-flush" in look and "m-apart" not in look for look in looks)
    together = aligned or any(cell.kind == "infix" for cell in cells)
    return (" " if together else ", ").join(cell.text for cell in cells if cell.text)


_SCRIPTS = {
    **dict.fromkeys(("msub", "munder"), ("_",)),
    **dict.fromkeys(("msup", "mover"), ("^",)),
    **dict.fromkeys(("msubsup", "munderover"), ("_", "^")),
}
"""Where the children after the first one stand, by the name of their parent."""


def _scripted(element: "Element", tight: bool) -> _Said:
    base = _row(element[:1], tight)
    scripts = [_row([child], True) for child in element[1:]]
    if element.get("accentunder") == "true":
        return base
    if element.get("accent") == "true":
        return base._replace(text=accented(base.text, scripts[0].text))
    text = base.text if base.rank == _ATOM or not base.text else f"({base.text})"
    for mark, script in zip(_SCRIPTS[element.tag], scripts, strict=True):
        text += _script(mark, script, base.kind == "big")
    if base.kind in ("big", "word", "infix"):
        return _Said(text, kind=base.kind)
    return _Said(text, kind="" if text[-1:] in _ENDS else "script")


def _script(mark: str, script: _Said, big: bool) -> str:
    text = script.text.strip()
    if mark == "^" and not big and (above := raised(text)):
        return above
    bracketed = text[:1] in ("(", "[", "{") and script.rank == _ATOM
    bare = bracketed or len(text) < 2 or text.isalnum()
    return mark + (text if bare else f"({text})") if text else ""
