"""The ways to write an answer down: as it was typed, and tamer where that would break the note around it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from studylog.core.grammar.parts.blocks import blocks_of
from studylog.core.late import late
from studylog.core.markdown import Token, parse
from studylog.core.text import fold

_SENTINEL = "studylog reads on here"
_TICKS = late(r"`{3,}")
_BLOCKS = {"fence", "code_block", "math_block", "table_open"}
_BREAK = late(r"(?<!\\)((?:\\\\)*)\\$")
_ELEMENT = late(r"<[A-Za-z/!]")


class Reply(NamedTuple):
    """An answer as lines, its mark included, and what is to be read back of it, folded."""

    lines: tuple[str, ...]
    says: str


class OneLine(NamedTuple):
    """An answer on one line, without a mark, and what is to be read back of it, folded."""

    text: str
    says: str


def replies(text: str, mark: str) -> Iterator[Reply]:
    """The ways to write an answer behind its mark, the most like itself first.

    As it was typed; with its headings in bold and its last fence closed; as one paragraph with breaks, in
    which nothing begins a line; and word for word as a block of code.
    """
    typed = text.strip("\n")
    tame = _tame(typed)
    for form in dict.fromkeys((typed, tame)):
        if _is_closed(form):
            yield Reply(_marked(form, mark), _said(form))
    if (line := one_line(typed)) is not None:
        yield Reply((f"{mark} {line.text}".rstrip(),), line.says)
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(typed)), default=0))
    yield Reply((mark, "", f"{fence}text", *typed.split("\n"), fence), fold(typed))


def one_line(text: str) -> OneLine | None:
    """An answer with breaks in the place of its lines; None where it has what needs lines of its own."""
    # Elements that stay open would go on beyond their paragraph in a browser, and code is none.
    if _ELEMENT.search(text) or _BLOCKS & {token.type for token in parse(text)}:
        return None
    *lines, last = (line.strip() for line in re.sub(r"\n{3,}", "\n\n", _tame(text.strip("\n"))).split("\n"))
    # A backslash that broke its line would make a word of the break that takes its place.
    line = "<br>".join([*(_BREAK.sub(r"\1", line) for line in lines), last])
    return None if _breaks_a_formula(line) else OneLine(line, _said(f"x {line}")[1:])


def _breaks_a_formula(line: str) -> bool:
    """Whether signs of different lines, now on one, make a formula of the breaks between them."""
    inside = (child for token in parse(f"x {line}") for child in token.children or ())
    return any(child.type.startswith("math") and "<br>" in child.content for child in inside)


def _marked(form: str, mark: str) -> tuple[str, ...]:
    """The mark in front of the first paragraph, or over whatever else comes first."""
    first, *rest = form.split("\n")
    tokens = parse(form)
    if tokens and tokens[0].type == "paragraph_open":
        return (f"{mark} {first.strip()}", *rest)
    return (mark, "", first, *rest)


def _said(form: str) -> str:
    return fold("\n".join(block.text for block in blocks_of(parse(form))))


def _is_closed(form: str) -> bool:
    """Whether a paragraph behind the text stands on its own: nothing in it goes on."""
    tokens = parse(f"{form}\n\n{_SENTINEL}")
    return any(
        token.type == "inline"
        and token.level == 1
        and token.content == _SENTINEL
        and before.type == "paragraph_open"
        for before, token in pairwise(tokens)
    )


def _tame(text: str) -> str:
    """The text with headings as bold lines, and a fence that nobody closed closed."""
    lines: list[str | None] = list(text.split("\n"))
    tokens = parse(text)
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.map:
            _embolden(lines, token.map[0], token.map[1], tokens[at + 1].content)
    fence = _open_fence(tokens, len(lines))
    kept = [line for line in lines if line is not None]
    return "\n".join([*kept, fence] if fence else kept)


def _embolden(lines: list[str | None], start: int, end: int, title: str) -> None:
    """One heading as a bold line, apart from what follows; the line under it goes."""
    written = lines[start] or ""
    indent = written[: len(written) - len(written.lstrip(" \t>"))]
    bold = f"**{' '.join(title.replace('**', '').split())}**" if title.strip() else ""
    # A heading inside a list or a quote stands behind signs of its own.
    at = written.find("#")
    apart = "\n" if end < len(lines) and (lines[end] or "").strip() else ""
    lines[start] = (written[:at] if at > 0 else indent) + bold + apart
    lines[start + 1 : end] = [None] * (end - start - 1)


def _open_fence(tokens: list[Token], count: int) -> str | None:
    """The fence that closes the last block of code, where it is still open."""
    last = next((token for token in reversed(tokens) if token.type == "fence"), None)
    if last is None or last.map is None or last.map[1] < count:
        return None
    return last.markup if last.level == 0 else None
