"""Style sheets and scripts without what only those need who write them."""

import re

_STRING = r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
# What goes: comments, blanks around braces, after colons and commas, and the last semicolon of a rule.
_STYLE = re.compile(
    rf"{_STRING}|(?P<comment>/\*.*?\*/\s*)|\s*;?\s*(?P<end>\}})\s*|\s*(?P<sign>[{{;])\s*|(?P<after>[:,])\s+|\s+",
    re.DOTALL,
)
_SPACES = " \t"


def lean_style(text: str) -> str:
    """A style sheet that says the same: what stands in strings stays as it is."""

    def lean(match: re.Match[str]) -> str:
        kept = match["string"] or match["end"] or match["sign"] or match["after"]
        return kept or ("" if match["comment"] else " ")

    return _STYLE.sub(lean, text).strip()


def lean_script(text: str) -> str:
    """A script without its indents and without lines that are comments; it has no text of several lines."""
    lines = (line.strip(_SPACES) for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
