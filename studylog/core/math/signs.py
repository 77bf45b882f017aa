"""The signs of formulas where they stand in a line of text."""

import re
from unicodedata import category, normalize

from studylog.core.late import late

# What looks like a sign of the keyboard is that sign, which people type and terminals have.
_SIGNS = str.maketrans(
    {
        "−": "-",
        "∣": "|",
        "∥": "‖",
        "⋅": "·",
        "∗": "*",
        "∼": "~",
        "⋯": "…",
        "′": "'",
        "″": "''",
        "\u00a0": " ",
        **dict.fromkeys("\u2061\u2062\u2063\u2064\u200b\ufe00\ufe01", ""),
    }
)
# Letters that are only set differently: bold, cursive, with double strokes.
_STYLED = late("[\U0001d400-\U0001d7ff]+")
_BIG = frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀")
_KINDS = {
    **dict.fromkeys("([{⟨⌈⌊", "open"),
    **dict.fromkeys(")]}⟩⌉⌋", "close"),
    **dict.fromkeys(",;", "comma"),
    **dict.fromkeys("-:⇐⇔⇌", "infix"),
    **dict.fromkeys("∂∇√¬∞∀∃/⋮⋱⋯", ""),
    **dict.fromkeys("|‖", "bar"),
    **dict.fromkeys(_BIG, "big"),
    "~": "infix",
}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"
"""The letters that stand above the line."""

_RAISED = str.maketrans("0123456789+-n", RAISED)
_CAN_BE_RAISED = late(r"[+-]?[0-9]+|n")
_BAR = "\u0304"
_ACCENTS = {
    **dict.fromkeys("^ˆ\u0302", "\u0302"),
    **dict.fromkeys("~˜\u0303", "\u0303"),
    **dict.fromkeys("¯‾ˉ\u0304\u0305\u0332", _BAR),
    **dict.fromkeys("→\u20d7", "\u20d7"),
    **dict.fromkeys("˙\u0307", "\u0307"),
    **dict.fromkeys("¨\u0308", "\u0308"),
    **dict.fromkeys("ˇ\u030c", "\u030c"),
    **dict.fromkeys("˘\u0306", "\u0306"),
    **dict.fromkeys("´\u0301", "\u0301"),
    **dict.fromkeys("`ˋ\u0300", "\u0300"),
}
_LETTER = late(r"[^\W\d_](?=_|$)")


def sign_of(written: str) -> str:
    """What stands for the text of an element: without invisible signs, letters without their style."""
    if written.isascii():
        return written
    return _STYLED.sub(lambda letters: normalize("NFKC", letters[0]), written.translate(_SIGNS))


def kind_of(operator: str) -> str:
    """How an operator stands to its neighbours: `open`, `close`, `comma`, `bar`, `big`, `infix` or empty."""
    known = _KINDS.get(operator)
    if known is not None:
        return known
    return "infix" if len(operator) == 1 and category(operator) == "Sm" else ""


def raised(text: str) -> str:
    """The text above the line, where there are letters for it: `²`, `⁻¹`, `'`, `°`; else empty."""
    if re.fullmatch("'+", text):
        return text
    if text in ("∘", "°"):
        return "°"
    return text.translate(_RAISED) if _CAN_BE_RAISED.fullmatch(text) else ""


def accented(base: str, accent: str) -> str:
    """A letter with an accent, or letters with a bar; over what is longer, nothing is drawn."""
    mark = _ACCENTS.get(accent, "")
    if mark == _BAR and base.isalnum():
        return normalize("NFC", "".join(letter + mark for letter in base))
    if not mark or not _LETTER.match(base):
        return base
    return normalize("NFC", base[0] + mark) + base[1:]
