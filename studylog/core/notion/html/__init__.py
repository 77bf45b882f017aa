"""Pages of Notion's HTML export."""

from studylog.core.notion.html.page import HtmlPage, read_html

__all__ = ["HtmlPage", "read_html"]
