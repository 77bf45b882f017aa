"""Code in Markdown, told from the rest by its marks alone: nothing in it is a link, a tag or a callout."""

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}|~{3,})(?P<rest>.*)")
_LONGEST = 2000
_SPAN = re.compile(
    rf"(?<!`)(?P<mark>`+)(?!`)(?:(?!\n[ \t]*\n).){{0,{_LONGEST}}}?(?<!`)(?P=mark)(?!`)", re.DOTALL
)
_VISIBLE = re.compile(r"[^\n]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, counted as Markdown counts them."""
    return _LINE.findall(text)


def fenced(lines: Sequence[str]) -> Iterator[bool]:
    """For each line, whether it belongs to a fenced block; the fences themselves do."""
    mark = ""
    for line in lines:
        fence = _FENCE.match(line)
        if not mark and fence and "`" not in fence["rest"]:
            mark = fence["mark"]
            yield True
        elif mark:
            yield True
            if fence and fence["mark"].startswith(mark) and not fence["rest"].strip():
                mark = ""
        else:
            yield False


def masked(text: str) -> str:
    """The text with blanks in place of its code; every other character stays where it is."""
    lines = lines_of(text)
    blanked = (
        _VISIBLE.sub(" ", line) if code else line for line, code in zip(lines, fenced(lines), strict=True)
    )
    return _SPAN.sub(lambda span: _VISIBLE.sub(" ", span[0]), "".join(blanked))
