"""Blocks that are shown as they are written: code, and formulas on their own."""

import re

from studylog.core.markdown import parse
from studylog.core.notion.html.model import closed

_BACKTICKS = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_UNSAFE = re.compile(r"[^\w.+#-]")
# What Notion calls some languages; the others are called so everywhere.
_LANGUAGES = {
    "plain-text": "",
    "plain": "",
    "text": "",
    "c++": "cpp",
    "c#": "csharp",
    "f#": "fsharp",
    "visual-basic": "vbnet",
    "vb.net": "vbnet",
    "java-c-c++-c#": "c",
    "webassembly": "wast",
    "markup": "html",
    "notion-formula": "",
}


def code_block(code: str, language: str) -> str:
    """Code in a fence that is longer than any in it."""
    name = re.sub(r"[\s/]+", "-", language.strip().lower())
    name = _UNSAFE.sub("", _LANGUAGES.get(name, name))
    longest = max((len(fence) for fence in _BACKTICKS.findall(code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{name}\n{code}\n{fence}"


def display(tex: str) -> str:
    """A formula on its own, between lines of two dollars; in a fence where these would not hold it."""
    lines = "\n".join(closed(line.rstrip()) for line in tex.split("\n") if line.strip())
    written = f"$$\n{lines}\n$$"
    tokens = parse(written)
    if [token.type for token in tokens] == ["math_block"] and tokens[0].content == lines:
        return written
    return code_block(lines, "math")
