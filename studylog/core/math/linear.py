"""Formulas in a line of text, as people write them where nothing can be set: `1/√d_k`."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.math.mathml import to_mathml
from studylog.core.math.signs import RAISED, accented, is_syllable, kind_of, raised, sign_of

# Without one of these, a formula is already written as it is read.
_WRITTEN = late(r"[\\{}^~&]")
_PART = late(r"<(?P<close>/?)(?P<name>[a-z]+)(?P<with>[^>]*?)(?P<empty>/?)>|(?P<text>[^<]+)")
_WIDTH = late(r'width="([\d.]+)em"')
# An equation over several lines goes on with its sign.
_CONTINUED = late(r"; (?=[=≈≤≥≡<>] )")
# Nobody writes brackets in `∂L/∂w`, nor around `q(x)`.
_DENOMINATOR = late(r"d\w{1,2}|∂[^\s/]+|\w\([\w,| ]*\)")
_BLANKS = late(r"\s+")
_WIDE = 0.25
_SUM, _PRODUCT, _ATOM = range(3)
# What closes a script by itself: nothing that follows could be taken for a part of it.
_ENDS = (*")]}'°", *RAISED)


class _Element(NamedTuple):
    """An element of MathML: its children, or its text."""

    name: str
    given: str
    children: list["_Element"]
    texts: list[str]


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
    # Behind it stands the source once more.
    formula, _, _ = mathml.partition("<annotation")
    return _BLANKS.sub(" ", _row([_tree(formula)]).text).strip() or source


def _tree(mathml: str) -> _Element:
    root = _Element("", "", [], [])
    around = [root]
    for part in _PART.finditer(mathml):
        if part["text"] is not None:
            around[-1].texts.append(unescape(part["text"]))
        elif part["close"]:
            around.pop()
        else:
            element = _Element(part["name"], part["with"], [], [])
            around[-1].children.append(element)
            if not part["empty"]:
                around.append(element)
    return root


def _said(element: _Element, tight: bool) -> _Said:
    """One element; in what is `tight`, operators have no blanks beside them."""
    name, children = element.name, element.children
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return _token(element)
    if name == "mspace":
        width = _WIDTH.search(element.given)
        return _Said(" " if width and float(width[1]) > _WIDE else "", kind="blank")
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


def _token(element: _Element) -> _Said:
    written = "".join(element.texts)
    text = sign_of(written)
    if element.name == "mtext" or (len(text) > 1 and text[0].isalpha()):
        return _Said(text, kind="word")
    return _Said(text, kind=kind_of(text) if element.name == "mo" else "")


def _row(elements: Iterable[_Element], tight: bool = False) -> _Said:
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


def _parts(elements: Iterable[_Element], tight: bool) -> Iterable[_Said]:
    """The parts of a row, those of the rows in it among them: braces bind nothing for who reads."""
    for element in elements:
        if element.name in ("", "math", "semantics", "mrow", "mstyle", "mpadded", "menclose"):
            yield from _parts(element.children, tight)
        elif element.name != "mphantom":
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


def _fraction(element: _Element, tight: bool) -> _Said:
    above, below = (_row([child], tight) for child in element.children)
    if 'linethickness="0"' in element.given:
        return _Said(f"{above.text}; {below.text}", _SUM)
    denominator = below.text if _DENOMINATOR.fullmatch(below.text) else _bracketed(below)
    return _Said(f"{_bracketed(above, _PRODUCT)}/{denominator}", _PRODUCT, "fraction")


def _root(inside: _Said, degree: _Said) -> _Said:
    sign = {"3": "∛", "4": "∜"}.get(degree.text) or f"{raised(degree.text) or f'({degree.text})'}√"
    return _Said(sign + _bracketed(inside))


def _line(row: _Element) -> str:
    """A row of a matrix, its cells between commas; those of an equation belong together."""
    cells = [_row(cell.children) for cell in row.children]
    aligned = all("m-flush" in cell.given and "m-apart" not in cell.given for cell in row.children[1:])
    together = aligned or any(cell.kind == "infix" for cell in cells)
    return (" " if together else ", ").join(cell.text for cell in cells if cell.text)


_SCRIPTS = {
    **dict.fromkeys(("msub", "munder"), ("_",)),
    **dict.fromkeys(("msup", "mover"), ("^",)),
    **dict.fromkeys(("msubsup", "munderover"), ("_", "^")),
}
"""Where the children after the first one stand, by the name of their parent."""


def _scripted(element: _Element, tight: bool) -> _Said:
    base = _row(element.children[:1], tight)
    scripts = [_row([child], True) for child in element.children[1:]]
    if 'accentunder="true"' in element.given:
        return base
    if 'accent="true"' in element.given:
        return base._replace(text=accented(base.text, scripts[0].text))
    text = base.text if base.rank == _ATOM or not base.text else f"({base.text})"
    for mark, script in zip(_SCRIPTS[element.name], scripts, strict=True):
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
