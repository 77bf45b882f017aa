"""LaTeX as people write it, made into what math-core understands."""

import re
from collections.abc import Callable

from studylog.core.late import late

# Commands that other engines know: what their arguments amount to.
MACROS = {
    "substack": r"\begin{subarray}{c}#1\end{subarray}",
    "norm": r"\left\lVert #1\right\rVert",
    "abs": r"\left\lvert #1\right\rvert",
    "mathds": r"\mathbb{#1}",
    "pmb": r"\boldsymbol{#1}",
    "mbox": r"\text{#1}",
    "hbox": r"\text{#1}",
    "smash": "#1",
    "mathrlap": "#1",
    "mathllap": "#1",
    "mathclap": "#1",
    "href": "#2",
    "class": "#2",
    "style": "#2",
    "cssId": "#2",
    "htmlClass": "#2",
    "colorbox": "#2",
    "fcolorbox": r"\boxed{#3}",
}
_TOKEN = late(r"\\(?:begin|end)\{|[{}&]|\\.", re.DOTALL)
_DEFINITION = late(r"\\(?:[egx]?def|let|(?:re)?newcommand|providecommand|DeclareMathOperator)(?![A-Za-z])")
_NUMBERED = late(r"\\begin\{(?:align|equation|gather|multline)\*?\}")
_SIZES = "tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge"

_Replacement = str | Callable[[re.Match[str]], str]
_WRITTEN: tuple[tuple[str, _Replacement], ...] = (
    (r"\\begin\{split\}", r"\\begin{aligned}"),
    (r"\\end\{split\}", r"\\end{aligned}"),
    (r"\\(begin|end)\{alignedat\}(?:\{\d*\})?", r"\\\1{aligned}"),
    (r"\\(begin|end)\{alignat\*?\}(?:\{\d*\})?", r"\\\1{align*}"),
    # Equations are not numbered: each formula would begin again at (1).
    (r"\\(begin|end)\{(align|equation|gather|multline)\}", r"\\\1{\2*}"),
    (r"\\begin\{eqnarray\*?\}", r"\\begin{array}{rcl}"),
    (r"\\end\{eqnarray\*?\}", r"\\end{array}"),
    (r"\\(begin|end)\{([pbBvV]?matrix|cases)\*\}(?:\[\w\])?", r"\\\1{\2}"),
    (r"\\(begin|end)\{smallmatrix\}", r"\\\1{matrix}"),
    (r"(\\\\)\s*\[-?[\d.]+\s*(?:em|ex|pt|mm|cm|in|px|mu)\]", r"\1"),
    (r"\\left\s*<", r"\\left\\langle "),
    (r"\\right\s*>", r"\\right\\rangle "),
    (r"\\(?:label|require)\{[^{}]*\}", ""),
    (r"\\eqref\{([^{}]*)\}", r"\\text{(\1)}"),
    (r"\\ref\{([^{}]*)\}", r"\\text{\1}"),
    (rf"\\(?:{_SIZES})(?![A-Za-z])\s*", ""),
    (r"\\(?:smash)\[\w\]", r"\\smash"),
    (r"\\(mathop|operatorname)(\{(?:[^{}]|\{[^{}]*\})*\})\s*\\limits", r"\\\1\2"),
)
_REWRITES = tuple((late(pattern), replacement) for pattern, replacement in _WRITTEN)
# Most formulas need none of them, as one look tells.
_ANY = late("|".join(f"(?:{pattern})" for pattern, _ in _WRITTEN))
_TAG = late(r"\\tag(\*?)\{([^{}]*)\}")
_MATH_IN_TEXT = late(r"\\text\{([^{}$]*)\$([^{}$]*)\$")


def defines(source: str) -> bool:
    """Whether the formula defines commands of its own."""
    return _DEFINITION.search(source) is not None


def rewritten(source: str) -> str:
    """The formula in the dialect that math-core reads."""
    numbered = _NUMBERED.search(source) is not None
    if _ANY.search(source):
        for pattern, replacement in _REWRITES:
            source = pattern.sub(replacement, source)
    if not numbered:
        source = _TAG.sub(lambda tag: rf"\qquad\text{{{tag[2] if tag[1] else f'({tag[2]})'}}}", source)
    while (split := _MATH_IN_TEXT.sub(r"\\text{\1}\2\\text{", source)) != source:
        source = split
    return _aligned(source)


def _aligned(source: str) -> str:
    """Lines and columns outside of any environment stand in one, so that they stay lines and columns."""
    if "&" not in source and r"\\" not in source:
        return source
    depth = 0
    marks = set()
    for token in _TOKEN.findall(source):
        depth += {"{": 1, r"\begin{": 2, "}": -1}.get(token, 0)
        if depth == 0 and token in (r"\\", "&"):
            marks.add(token)
    if not marks:
        return source
    name = "aligned" if "&" in marks else "gathered"
    return rf"\begin{{{name}}}{source}\end{{{name}}}"
