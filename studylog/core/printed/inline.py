"""Spans of text as Markdown: words, links, code, emphasis and formulas."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from studylog.core.markdown.escape import escape
from studylog.core.printed.styles import Span, Style

# An address that is found as one where it stands bare, whole.
_BARE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][\w\-./?=&%#~:+@,;!]*)?(?<=[A-Za-z0-9/_])", re.ASCII)
_MARKS = ("struck", "~~"), ("bold", "**"), ("italic", "*")


def inline(spans: Sequence[Span], *, start: bool = True) -> str:
    """Spans as Markdown; `start` when they begin a line."""
    parts = []
    groups = [(url, list(group)) for url, group in groupby(spans, key=lambda span: span.style.url)]
    for number, (url, group) in enumerate(groups):
        following = groups[number + 1][1][0].text if number + 1 < len(groups) else ""
        begins = start and not number
        parts.append(_link(url, group, following) if url else _styled(group, begins))
    return "".join(parts).replace("\n", "\\\n")


def _link(url: str, spans: Sequence[Span], following: str) -> str:
    """A link: the bare address where that is its text, else its words before it."""
    text = "".join(span.text for span in spans)
    before, words, after = _parted(text)
    if words.replace(" ", "").replace("\n", "") == url:
        ends = not (following + after)[:1].strip() or after
        return before + (url if _BARE.fullmatch(url) and ends else f"<{url}>") + after
    if not words:
        return text
    plain = [Span(span.text, Style(*_flags(span.style))) for span in spans]
    label = _styled(plain, False).strip()
    return f"{before}[{label}]({_destination(url)}){after}"


def _flags(style: Style) -> tuple[bool, bool, bool, bool, bool]:
    return style.bold, style.italic, style.code, style.struck, style.math


def _destination(url: str) -> str:
    """An address as it was, with what would end it early taken care of."""
    return quote(url, safe="".join(map(chr, range(0x21, 0x7F))).translate(str.maketrans("", "", "()<>\\")))


def _styled(spans: Iterable[Span], start: bool) -> str:
    written = ""
    for style, text in _merged(spans):
        before, words, after = _parted(text)
        if not words:
            written += text
        elif style.code:
            written += before + code(words) + after
        elif style.math:
            written += f"{before}${words}${after}"
        else:
            marks = [mark for name, mark in _MARKS if getattr(style, name)]
            escaped = escape(words, start=start and not written.strip() and not marks)
            written += before + "".join(marks) + escaped + "".join(reversed(marks)) + after
    return written


def _merged(spans: Iterable[Span]) -> Iterator[tuple[Style, str]]:
    """Neighbours of one style as one; spaces between two of them belong to both."""
    for style, group in groupby(spans, key=lambda span: span.style):
        yield style, "".join(span.text for span in group)


def _parted(text: str) -> tuple[str, str, str]:
    words = text.strip()
    start = text.find(words)
    return text[:start], words, text[start + len(words) :]


def code(text: str) -> str:
    """Text in as many backticks as it takes."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"
