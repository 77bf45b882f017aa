"""What stands in a line as a whole: code, a formula, a picture, an address."""

import re
from collections.abc import Callable, Mapping

from studylog.core.notion.html.model import Run, closed
from studylog.core.notion.html.writing.escape import escaped_wholly
from studylog.core.values import dataclass

_BACKTICKS = re.compile(r"`+")
# Addresses that end where every reader of Markdown ends them.
_BARE = re.compile(r"https?://[A-Za-z0-9._~/?#&=+%:@,-]*[A-Za-z0-9/=]|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+[A-Za-z]")
_ANGLED = re.compile(r"(?:https?://[^\s<>]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_DOLLAR = re.compile(r"(?<!\\)\$")
_SIGNS = re.compile(r"[\\\[\]`*_<>&$~|!^]")
_COMMENT = re.compile(r"(?<!\\)%")


@dataclass(frozen=True, slots=True)
class Beside:
    """The characters before and after a span, empty at the ends of the line.

    `alone` says that there are only blanks and the ends of the line. `as_code` is for a paragraph in which
    dollars go astray: its formulas are code.
    """

    before: str = ""
    after: str = ""
    alone: bool = True
    as_code: bool = False


def span(run: Run, beside: Beside) -> str:
    """A run as Markdown between what stands beside it."""
    return _WRITERS[run.kind](run, beside)


def _code_span(text: str) -> str:
    """Code in a line, between more backticks than stand in it."""
    code = " ".join(text.split("\n"))
    if not code.strip():
        return code
    fence = "`" * next(size for size in range(1, len(code) + 2) if size not in _sizes(code))
    room = " " if code.startswith(("`", " ")) or code.endswith(("`", " ")) else ""
    return f"{fence}{room}{code}{room}{fence}"


def one_line_tex(tex: str) -> str:
    """TeX without empty lines, in one line unless a comment in it ends with its line."""
    lines = [line.strip() for line in tex.split("\n") if line.strip()]
    joined = ("\n" if any(map(_COMMENT.search, lines)) else " ").join(lines)
    # The end must be no blank, and a backslash there would make the dollar an ordinary one.
    return f"{joined} {{}}" if closed(joined) != joined else joined


def _sizes(code: str) -> set[int]:
    return {len(run) for run in _BACKTICKS.findall(code)}


def _code(run: Run, beside: Beside) -> str:
    return _apart(_code_span(run.text), beside)


def _apart(code: str, beside: Beside) -> str:
    """Code behind other code, whose backticks must not become one."""
    return f" {code}" if beside.before == "`" and code.startswith("`") else code


def _formula(run: Run, beside: Beside) -> str:
    """A formula between dollars; a digit beside them would make them money."""
    tex = one_line_tex(run.text)
    if not tex or beside.as_code:
        return _apart(_code_span(tex), beside)
    sign = "$$" if _DOLLAR.search(tex) else "$"
    left = " " if beside.before.isdigit() or beside.before == "$" else ""
    return f"{left}{sign}{tex}{sign}{' ' * beside.after.isdigit()}"


def _picture(run: Run, beside: Beside) -> str:
    words = _SIGNS.sub(r"\\\g<0>", " ".join(run.text.split()))
    return f"![{words}]({run.source})"


def _address(run: Run, beside: Beside) -> str:
    if beside.alone and _BARE.fullmatch(run.text):
        return run.text
    if _ANGLED.fullmatch(run.text):
        return f"<{run.text}>"
    return f"[{escaped_wholly(run.text)}]({run.text})"


_WRITERS: Mapping[str, Callable[[Run, Beside], str]] = {
    "code": _code,
    "math": _formula,
    "image": _picture,
    "address": _address,
}
