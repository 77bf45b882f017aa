"""Spans of text as Markdown: words, links, code, emphasis and formulas."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from studylog.core.printed.escape import escape
from studylog.core.printed.styles import Span, Style
from studylog.core.values import replace

# An address that is found as one where it stands bare, whole.
_BARE = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][\w\-./?=&%#~:+@,;!]*)?(?<=[A-Za-z0-9/_])", re.ASCII)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*")
_MARKS = ("struck", "~~"), ("bold", "**"), ("italic", "*")
# Signs that are not escaped yet, behind as many escaped backslashes as may be.
_DOLLAR = re.compile(r"(?<!\\)((?:\\\\)*)(\$)")
# A backslash that would escape what is written behind it.
_OPEN_END = re.compile(r"(?<!\\)(?:\\\\)*\\$")
_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)([\[\]])")
_ESCAPED = r"\1\\\2"


def inline(spans: Sequence[Span], *, start: bool = True) -> str:
    """Spans as Markdown; `start` when they begin a line."""
    # What begins in one span may end in another.
    brackets = len(spans) > 1 and "](" in "".join(span.text for span in spans)
    writer = _Writer(_are_dollars(spans), brackets)
    groups = [(url, list(group)) for url, group in groupby(spans, key=lambda span: span.style.url)]
    for number, (url, group) in enumerate(groups):
        following = groups[number + 1][1][0].text if number + 1 < len(groups) else ""
        if url:
            writer.link(url, group, following)
        else:
            writer.add(writer.styled(group, start and not number))
    return writer.written


def plain(spans: Sequence[Span]) -> list[Span]:
    """The spans without emphasis, as where all of them have it by nature."""
    return [Span(span.text, replace(span.style, bold=False)) for span in spans]


def _are_dollars(spans: Sequence[Span]) -> bool:
    """Whether signs in the text could be taken for those of a formula."""
    return sum(span.text.count("$") + 2 * span.style.math for span in spans) > 1


class _Writer:
    def __init__(self, dollars: bool, brackets: bool) -> None:
        self.written = ""
        self._dollars = dollars
        self._brackets = brackets

    def add(self, markdown: str) -> None:
        """Appends; a sign of exclamation before a link would make a picture of it."""
        if self.written.endswith("!") and markdown.startswith("["):
            self.written = f"{self.written[:-1]}\\!"
        self.written += markdown

    def link(self, url: str, spans: Sequence[Span], following: str) -> None:
        """A link: the bare address where that is its text, else its words before it."""
        before, words, after = _parted("".join(span.text for span in spans))
        if not words:
            self.add(_broken(before))
            return
        if re.sub(r"\s", "", words) == url and _ADDRESS.fullmatch(url):
            ends = not (following + after)[:1].strip() or bool(after)
            link = url if _BARE.fullmatch(url) and ends else f"<{url}>"
        else:
            label = [Span(span.text, replace(span.style, url="")) for span in spans]
            link = f"[{self.styled(label, False, label=True).strip()}]({_destination(url)})"
        self.add(_broken(before))
        self.add(link)
        self.add(_broken(after))

    def styled(self, spans: Sequence[Span], start: bool, *, label: bool = False) -> str:
        written = ""
        for style, text in _merged(spans):
            before, words, after = _parted(text)
            begins = "\n" in before if written or before else start
            own = self._words(words, style, begins, label) if words else ""
            written += _broken(before) + own + _broken(after)
        return written

    def _words(self, words: str, style: Style, start: bool, label: bool) -> str:
        if style.code:
            return code(words.replace("\n", " "))
        if style.math:
            return formula(words, style.picture)
        marks = [mark for name, mark in _MARKS if getattr(style, name)]
        escaped = self._escaped(words, start and not marks, label)
        if style.struck and escaped.startswith("~"):
            escaped = f"\\{escaped}"
        return "".join(marks) + escaped + "".join(reversed(marks))

    def _escaped(self, words: str, start: bool, label: bool) -> str:
        lines = [_closed(escape(line, start=start or n > 0)) for n, line in enumerate(words.split("\n"))]
        escaped = "\\\n".join(lines)
        if self._dollars:
            escaped = _DOLLAR.sub(_ESCAPED, escaped)
        return _BRACKET.sub(_ESCAPED, escaped) if label or self._brackets else escaped


def _closed(line: str) -> str:
    return f"{line}\\" if _OPEN_END.search(line) else line


def formula(words: str, picture: str) -> str:
    """TeX where characters are enough for a formula, else the picture of it with its characters."""
    if not picture:
        return f"${words}$"
    description = _BRACKET.sub(_ESCAPED, _closed(escape(words)))
    return f"![{description}]({picture})"


def code(text: str) -> str:
    """Text in as many backticks as it takes."""
    fence = backticks(text)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def backticks(text: str, least: int = 1) -> str:
    """More backticks than stand together anywhere in a text: what may stand around it as code."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)


def _destination(url: str) -> str:
    """An address as it was, with what would end it early taken care of."""
    return quote(url, safe="".join(map(chr, range(0x21, 0x7F))).translate(str.maketrans("", "", "()<>\\")))


def _broken(blank: str) -> str:
    """The blank between words; a line that somebody ended shows so."""
    return blank.replace("\n", "\\\n")


def _merged(spans: Sequence[Span]) -> Iterator[tuple[Style, str]]:
    """Neighbours of one style as one."""
    for style, group in groupby(spans, key=lambda span: span.style):
        yield style, "".join(span.text for span in group)


def _parted(text: str) -> tuple[str, str, str]:
    words = text.strip()
    start = text.find(words)
    return text[:start], words, text[start + len(words) :]
