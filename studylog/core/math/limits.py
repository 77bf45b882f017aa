"""What math-core must never be given: it is recursive, and takes the process with it.

Some hundreds of levels, or some thousand tokens, overflow its stack; and every bracket that is not closed
doubles its time. A light walk through the formula finds out before. Real formulas stay far below.
"""

import re
from collections.abc import Sequence

from studylog.core.late import late
from studylog.core.values import dataclass

_MOST_TOKENS = 2_000
DEEPEST = 60
MOST_UNCLOSED = 10

_TOKEN = late(
    r"\\(?:begin|end)\{[^{}]*\}"
    r"|\\(?:left|right|middle|[Bb]igg?[lmr]?)(?![A-Za-z])\s*(?:\\[A-Za-z]+|\\?.)"
    r"|\\[A-Za-z]+\*?(?:\[[\w .,+-]*\])?|\\.|\S",
    re.DOTALL,
)
_NAMES = "brace|brack|bracket|angle|floor|ceil|vert|Vert|group|moustache|paren|Brace|corner"
_OPENING = late(rf"[(\[⟨⌊⌈⟦⟪⟬⟮⦃⦅⌜⌞]|\\\{{|\\[lLu]l?(?:{_NAMES})|\\mathopen|\\[Bb]igg?l.*", re.DOTALL)
_IN_BRACKETS = "([⟨⌊⌈⟦⟪⟬⟮⦃⦅⌜⌞\\"
_CLOSING = late(rf"[)\]⟩⌋⌉⟧⟫⟭⟯⦄⦆⌝⌟]|\\\}}|\\[rRu]r?(?:{_NAMES})|\\mathclose|\\[Bb]igg?r.*", re.DOTALL)
# As an argument, it is torn from its bracket.
_SIZED = late(r"\\[Bb]ig|\\middle")
_GROUPS = {
    "brace": (late(r"\{"), late(r"\}")),
    "environment": (late(r"\\begin\{"), late(r"\\end\{")),
    "delimiter": (late(r"\\left(?![A-Za-z])"), late(r"\\right(?![A-Za-z])")),
}
# These hold until their group ends, as if they opened one.
_SWITCH = late(
    r"\\(?:color|over|choose|atop|brace|brack|above|bf|rm|it|cal|sf|tt|sc|frak|Bbb|mit|[a-z]*style)"
)
# How many of the next tokens or groups a command takes.
_ARGUMENTS = (
    (late(r"\\genfrac"), 6),
    (late(r"\\mathchoice"), 4),
    (late(r"\\(?:sideset|prescript|fcolorbox)"), 3),
    (
        late(
            r"\\(?:[cdt]?frac|[dt]?binom|overset|underset|stackrel|textcolor|vertoverlay|href|class|htmlClass"
            r"|style|cssId|colorbox)"
        ),
        2,
    ),
    (
        late(
            r"\\(?:sqrt|root|x[a-zA-Z]+|(?:over|under|Over|wide)[a-z]+|math(?!strut)[a-z]+|sym[a-z]+|text[a-z]*"
            r"|[Bb]ra(?:ket)?|[Kk]et|[Ss]et|acute|grave|d*dot|hat|check|breve|bar|tilde|utilde|vec|not|slashed"
            r"|cramped|[bx]?cancel|angl|phase|boxed|fbox|mbox|hbox|emph|bold|boldsymbol|bm|pmb|frak|Bbb"
            r"|[hv]?phantom|operatorname\*?|p?mod|pod|smash|substack|norm|abs|color)"
            r"(?:\[.*\])?|\^|_"
        ),
        1,
    ),
)


@dataclass(slots=True)
class _Group:
    """A group that is open: what stands in it, and what the commands before still take."""

    kind: str = ""
    brackets: int = 0
    switches: int = 0
    pending: int = 0
    chain: int = 0

    def levels(self) -> int:
        return 1 + self.brackets + self.switches + self.chain


def excess(source: str) -> str | None:
    """What the formula has too much of: "length", "depth" or "brackets"; None when it is safe."""
    if len(source) <= DEEPEST and sum(map(source.count, _IN_BRACKETS)) <= MOST_UNCLOSED:
        return None  # As most formulas are: no token is empty, and each bracket has one of these signs.
    tokens = _TOKEN.findall(source)
    if len(tokens) > _MOST_TOKENS:
        return "length"
    brackets = sum(1 for token in tokens if _OPENING.fullmatch(token) or _SIZED.match(token))
    if len(tokens) <= DEEPEST and brackets <= MOST_UNCLOSED:
        return None
    return _walk(tokens)


def _walk(tokens: Sequence[str]) -> str | None:
    groups = [_Group()]
    unclosed = 0
    for token in tokens:
        group = groups[-1]
        argument = _taken(group)
        if opened := _opened(token):
            groups.append(_Group(opened))
        elif closed := _closed(token):
            if closed == group.kind:
                unclosed += groups.pop().brackets
        elif _OPENING.fullmatch(token) or (argument and _SIZED.match(token)):
            group.brackets += 1
        elif _CLOSING.fullmatch(token) and not argument:
            group.brackets = max(0, group.brackets - 1)
        group.switches += _SWITCH.fullmatch(token) is not None
        _take(group, token)
        if sum(map(_Group.levels, groups)) > DEEPEST:
            return "depth"
    return "brackets" if unclosed + sum(group.brackets for group in groups) > MOST_UNCLOSED else None


def _taken(group: _Group) -> bool:
    """Whether the next token is an argument of a command before it, and no longer waited for."""
    if not group.pending:
        group.chain = 0
        return False
    group.pending -= 1
    return True


def _take(group: _Group, token: str) -> None:
    for pattern, count in _ARGUMENTS:
        if pattern.fullmatch(token):
            group.pending += count
            group.chain += 1
            return


def _opened(token: str) -> str:
    return next((kind for kind, (opening, _) in _GROUPS.items() if opening.match(token)), "")


def _closed(token: str) -> str:
    return next((kind for kind, (_, closing) in _GROUPS.items() if closing.match(token)), "")
