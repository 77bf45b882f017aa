"""Formulas: LaTeX to MathML that needs no script, no inline style and no network."""

import re
from colorsys import rgb_to_hls
from functools import lru_cache
from html import escape

import math_core

from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.math.dialect import MACROS, defines, rewritten
from studylog.core.math.limits import excess

_converter = math_core.LatexToMathML(
    macros=MACROS, annotation=True, allow_unreliable_rendering=True, fancy_error=False
)
_STYLE = late(r' style="([^"]*)"')
# What math-core says with inline styles, which the pages' policy forbids, as classes of math.css.
_CLASSES = {
    "text-align: left": "m-left",
    "text-align: right": "m-right",
    "padding-left: 0": "m-flush-left",
    "padding-right: 0": "m-flush-right",
    "padding-left:1em": "m-apart",
    "padding-top: 0": "m-tight",
    "padding-top: 0.1667em": "m-raised",
    "width: 100%": "m-wide",
    "width: 50%": "m-half",
    "width: 7.5%": "m-inset",
    "border-top: 0.05em solid currentcolor": "m-line-top",
    "border-right: 0.05em solid currentcolor": "m-line-right",
    "border-bottom: 0.05em solid currentcolor": "m-line-bottom",
    "border-left: 0.05em solid currentcolor": "m-line-left",
    "border-top: 0.05em dashed currentcolor": "m-dashes-top",
    "border-right: 0.05em dashed currentcolor": "m-dashes-right",
    "border-bottom: 0.05em dashed currentcolor": "m-dashes-bottom",
    "border-left: 0.05em dashed currentcolor": "m-dashes-left",
    "font-variant-caps: small-caps": "m-small-caps",
}
_BACK = ((0.2, "m-back-thin"), (0.25, "m-back-medium"), (0.4, "m-back-thick"), (0.75, "m-back-half"))
_HUES = ((0.04, "red"), (0.17, "orange"), (0.46, "green"), (0.55, "teal"), (0.72, "blue"), (0.93, "purple"))


def to_mathml(source: str, display: bool) -> str:
    """The formula as MathML; one that cannot be read as its source in `<code class="math-error">`."""
    mathml, _ = _converted(source, display)
    return mathml


def check(source: str, display: bool) -> Message | None:
    """Why the formula cannot be shown, or None when it can; what it becomes is kept for its page."""
    _, why = _converted(source, display)
    return why


@lru_cache(maxsize=4_096)
def _converted(source: str, display: bool) -> tuple[str, Message | None]:
    why = _refused(source)
    if why is None:
        try:
            mathml = _converter.convert_with_local_state(rewritten(source), displaystyle=display)
        except math_core.LatexError as error:
            why = _explained(str(error))
        else:
            return _with_source(_STYLE.sub(_without_style, mathml), source), None
    return f'<code class="math-error">{escape(source)}</code>', why


def _refused(source: str) -> Message | None:
    too_much = excess(source)
    if too_much == "length":
        return say("the formula is too long")
    if too_much == "depth":
        return say("the formula is nested too deeply")
    if too_much == "brackets":
        return say("the formula has too many brackets")
    return say("a formula cannot define commands") if defines(source) else None


def _explained(error: str) -> Message:
    unknown = re.fullmatch(r'\d+: Unknown (command|environment) "(.*)"\.', error)
    if unknown and unknown[1] == "command":
        return say("the command {name} is unknown", name=unknown[2])
    if unknown:
        return say("the environment {name} is unknown", name=unknown[2])
    return say("it cannot be read ({reason})", reason=re.sub(r"^\d+: ", "", error).rstrip("."))


def _with_source(mathml: str, source: str) -> str:
    """The formula with what its author wrote as annotation, for copying."""
    head, tag, _ = mathml.rpartition('<annotation encoding="application/x-tex">')
    return f"{head}{tag}{escape(source, quote=False)}</annotation></semantics></math>"


def _without_style(match: re.Match[str]) -> str:
    names = filter(None, map(_class_of, match[1].split(";")))
    joined = " ".join(names)
    return f' class="{joined}"' if joined else ""


def _class_of(declaration: str) -> str:
    name, _, value = declaration.partition(":")
    if name == "color":
        return f"hue-{_hue(value)}"
    if name == "margin-left":
        width = -float(value.removesuffix("em")) if re.fullmatch(r"-[\d.]+em", value) else 0.0
        return next((back for limit, back in _BACK if width < limit), "m-back-full") if width else ""
    return _CLASSES.get(declaration.strip(), "")


def _hue(value: str) -> str:
    """The colour of the theme that is nearest to `#rrggbb`: one that can be read by day and by night."""
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    if saturation < 0.2:
        return "grey"
    return next((name for limit, name in _HUES if hue < limit), "red")
