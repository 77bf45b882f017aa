"""Markdown as study notes have it: text to tokens, and tokens to words.

HTML is made by `render` and `elements`, which bring a sanitiser along that nobody needs to read a note.
"""

from markdown_it.token import Token

from studylog.core.markdown.engine import parse
from studylog.core.markdown.plain import html_text, plain

__all__ = ["Token", "html_text", "parse", "plain"]
