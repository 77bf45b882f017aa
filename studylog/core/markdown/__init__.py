"""Markdown as study notes have it: text to tokens, tokens to words and to HTML."""

from markdown_it.token import Token

from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.markdown.elements import link_opening, looks_like_picture, picture_html
from studylog.core.markdown.engine import parse
from studylog.core.markdown.plain import html_text, plain
from studylog.core.markdown.render import render

__all__ = [
    "PictureLink",
    "RenderContext",
    "Token",
    "html_text",
    "link_opening",
    "looks_like_picture",
    "parse",
    "picture_html",
    "plain",
    "render",
]
