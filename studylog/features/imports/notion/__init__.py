"""Exports of Notion as drafts: archives, folders and pages, in Markdown, HTML and CSV."""

from studylog.features.imports.notion.pages import drafts
from studylog.features.imports.notion.sources import is_export

__all__ = ["drafts", "is_export"]
