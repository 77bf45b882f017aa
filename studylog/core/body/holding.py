"""Where lines of Korean must not end: a particle stays with the bracket, the quote or the formula before it.

Browsers keep syllables together (`word-break: keep-all`), but part them from a bracket that closes.
"""

import re

from studylog.core.late import late

# Behind code the style sheet holds them already.
_CLOSED = late(r"[)\]}’”」』》〉）%℃°#](?:</(?!code)[a-z]+>)*(?=[가-힣])")
# Many write a particle apart from its formula.
_FORMULA = late(
    r"</math>(?:[^\s<&]{1,12}| (?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|인|일)(?![가-힣]))"
)
_TAG = late(r"</?([a-z]+)")
# What holds nothing but text.
_PLAIN = frozenset(
    ["title", "option", "textarea", "script", "style", "text", "annotation", "mi", "mo", "mn", "ms", "mtext"]
)
_JOINT = '<span class="joint"></span>'


def held(html: str) -> str:
    """A page whose lines do not end before a particle; its text stays the same."""
    return _formulas(_CLOSED.sub(_joined, html))


def _joined(found: re.Match[str]) -> str:
    html, at = found.string, found.start()
    opening = html.rfind("<", 0, at)
    if opening > html.rfind(">", 0, at):
        return found[0]
    tag = _TAG.match(html, opening)
    return found[0] if tag and tag[1] in _PLAIN else f"{found[0]}{_JOINT}"


def _formulas(html: str) -> str:
    """A formula is no letter, and nothing is joined to it: both are held as one."""
    parts: list[str] = []
    done = 0
    for found in _FORMULA.finditer(html):
        start = html.rfind("<math", done, found.start())
        if html.startswith("<math>", start):
            parts += html[done:start], f'<span class="held">{html[start : found.end()]}</span>'
            done = found.end()
    return "".join((*parts, html[done:])) if parts else html
