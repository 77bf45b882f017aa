"""What is folded away in `<details>`: what is inside is read as Markdown."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.late import late
from studylog.core.markdown import Token, parse

_MAY_FOLD = late(r"<summary|</details", re.IGNORECASE)
# The tags that part a toggle: its opening, with the summary, and its end.
_PARTS = late(
    r"<details\b[^<>]*>\s*(?:<summary\b[^<>]*>.*?</summary\s*>)?|</details\s*>", re.IGNORECASE | re.DOTALL
)


def unfolded(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, where toggles without blank lines are parted into their tags and what is inside."""
    for token in tokens:
        if token.type == "html_block" and _MAY_FOLD.search(token.content):
            yield from _unfolded(token)
        else:
            yield token


def _unfolded(token: Token) -> Iterator[Token]:
    parts = list(_PARTS.finditer(token.content))
    ends = [*(part.start() for part in parts), len(token.content)]
    begins = [0, *(part.end() for part in parts)]
    inside = [token.content[begin:end] for begin, end in zip(begins, ends, strict=True)]
    # Nothing but tags, or words behind the last of them: HTML as any other.
    if not any(text.strip() for text in inside[1:]):
        yield token
        return
    line = (token.map or [0])[0]
    for begin, text, part in zip(begins, inside, [*parts, None], strict=True):
        yield from _read(text, line + token.content.count("\n", 0, begin))
        if part is not None:
            yield _html(part[0], line + token.content.count("\n", 0, part.start()), token.level)


def _read(text: str, line: int) -> Iterator[Token]:
    """What is inside as Markdown; notes at the foot of the page would end it, and stay what they are."""
    tokens = parse(text, line + 1) if text.strip() else []
    if any(token.type.startswith("footnote_block") for token in tokens):
        tokens = [_html(text, line, 0)]
    yield from tokens


def _html(content: str, line: int, level: int) -> Token:
    place = [line, line + content.count("\n") + 1]
    return Token("html_block", "", 0, map=place, content=content, level=level, block=True)
