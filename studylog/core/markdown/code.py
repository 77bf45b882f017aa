"""Code in colour: Pygments classes, known languages only, each piece coloured once."""

from functools import lru_cache
from html import escape

_REMEMBERED = 2048


@lru_cache(maxsize=_REMEMBERED)
def coloured(content: str, language: str) -> str:
    """The code as HTML; in a language that nobody knows, and without one, as plain text."""
    code = escape(content, quote=False)
    if language:
        # Pygments knows hundreds of languages, and is only wanted where a note has code.
        from pygments import highlight
        from pygments.formatters import HtmlFormatter
        from pygments.lexers import get_lexer_by_name
        from pygments.util import ClassNotFound

        try:
            lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
        except ClassNotFound:
            return code
        coloured_code: str = highlight(content, lexer, HtmlFormatter(nowrap=True))
        return coloured_code
    return code
