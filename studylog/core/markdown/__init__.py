"""Markdown as study notes have it: text to tokens, tokens to words."""

from markdown_it.token import Token

from studylog.core.markdown.engine import parse
from studylog.core.markdown.plain import html_text, plain

__all__ = ["Token", "html_text", "parse", "plain"]
