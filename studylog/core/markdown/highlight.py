"""Code in colour: Pygments' classes, whose colours are the theme's."""

import re
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

# Longer code stays plain: some lexers take the square of their time.
LONGEST = 20_000


def code_block(content: str, info: str) -> str:
    """A block of code as HTML; what its fence says besides a language that is known stands above it."""
    language = re.split(r"[\s{,:]", info.strip(), maxsplit=1)[0]
    coloured = _coloured(content, language.lower()) if language and len(content) <= LONGEST else None
    title = info.strip().removeprefix(language).strip() if coloured is not None else info.strip()
    heading = f'<div class="code-title">{escape(title)}</div>' if title else ""
    named = f' data-language="{escape(language)}"' if language and coloured is not None else ""
    inner = escape(content, quote=False) if coloured is None else coloured
    return f'<div class="code"{named}>{heading}<pre tabindex="0"><code>{inner}</code></pre></div>\n'


@lru_cache(maxsize=2_048)
def _coloured(content: str, language: str) -> str | None:
    """The code with spans, or None when the language is unknown."""
    # Pygments is only wanted where a note has code.
    from pygments import highlight

    lexer = _lexer(language)
    # Each text has a lexer of its own, for some remember what they have read.
    return highlight(content, lexer(stripnl=False, ensurenl=False), _formatter()) if lexer else None


@lru_cache(maxsize=256)
def _lexer(language: str) -> "type[Lexer] | None":
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        return find_lexer_class_by_name(language)
    except ClassNotFound:
        return None


@cache
def _formatter() -> "HtmlFormatter[str]":
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)
