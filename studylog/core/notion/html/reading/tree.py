"""The tree of a page's HTML: how it is parsed, what in it is text, and what nobody sees."""

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, RubyParenthesisString, RubyTextString

from studylog.core.text import nfc

_ARTICLE = re.compile(r"<article\b", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{32}")
# What Notion calls a file that was put into a page.
_PREFIX = re.compile(r"^attachment:[0-9a-f-]{36}:")
# Declarations that html.parser refuses; what is no comment and no doctype is text.
_DECLARATION = re.compile(r"<(?=!(?!--|doctype\b)|\?)", re.IGNORECASE)

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


_TEXTS = (NavigableString, RubyTextString, RubyParenthesisString)
_SILENT = "style script link meta base template col param track wbr"
_PICTURES = "icon user-icon status-dot page-header-icon page-cover-image bookmark-icon bookmark-image"
_BLOCKS = """
address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table
caption tbody td tfoot th thead tr ul
"""

# Elements whose text is no text of the page, or that have none.
SILENT = frozenset(_SILENT.split())
# Pictures in front of names, avatars and dots of colour.
DECORATION = frozenset(_PICTURES.split())
# Elements that show another file; one that shows nothing here is called by its file.
MEDIA = frozenset({"video", "audio", "iframe", "embed", "object", "source"})
# Lists that Notion makes of what is there anyway.
DERIVED = frozenset({"table_of_contents", "breadcrumb", "breadcrumbs"})
# Elements that begin a line of their own; all others stand in a line.
BLOCKS = frozenset(_BLOCKS.split())


def find_article(text: str) -> Tag | None:
    """The element that holds a page of Notion, by its id; None where there is none."""
    if _ARTICLE.search(text) is None:
        return None
    soup = BeautifulSoup(_parsable(text), "html.parser")
    return next((tag for tag in soup.find_all("article") if page_id(tag)), None)


def page_id(article: Tag) -> str:
    """The id of the page as 32 hexadecimal digits; empty where it is none."""
    digits = attribute(article, "id").replace("-", "").lower()
    return digits if _ID.fullmatch(digits) else ""


def attribute(tag: Tag, name: str) -> str:
    """An attribute as text; empty where there is none."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def classes(tag: Tag) -> list[str]:
    """The classes of an element."""
    value = tag.get("class")
    return value if isinstance(value, list) else (value or "").split()


def is_text(node: PageElement) -> bool:
    """Whether a node is text, and no comment, declaration or script."""
    return type(node) in _TEXTS


def is_unseen(tag: Tag) -> bool:
    """Whether an element shows no text of the page's own."""
    return tag.name in SILENT or not DECORATION.isdisjoint(classes(tag))


def is_twin(tag: Tag) -> bool:
    """Whether an element is an equation for machines that follows once more for the eye."""
    after = tag.next_sibling
    return "katex-mathml" in classes(tag) and isinstance(after, Tag) and "katex-html" in classes(after)


def cleaned(text: str) -> str:
    """Text without what nobody sees, composed, its lines ended by newlines."""
    return nfc(_UNSEEN.sub("", _LINE_ENDS.sub("\n", _PREFIX.sub("", text))))


def walk(root: Tag, enters: Callable[[Tag], bool]) -> Iterator[PageElement]:
    """The nodes below an element in the order of the text, however deeply they are nested.

    An element comes before its children, which follow where `enters` lets them, and once more behind them.
    """
    waiting = [iter(root.contents)]
    around: list[Tag] = []
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            if around:
                yield around.pop()
            continue
        yield node
        if isinstance(node, Tag) and enters(node):
            around.append(node)
            waiting.append(iter(node.contents))


def strings(tag: Tag) -> str:
    """All text below an element, as it stands there."""
    return "".join(
        cleaned(str(node)) if is_text(node) else "\n"
        for node in tag.descendants
        if is_text(node) or (isinstance(node, Tag) and node.name == "br")
    )


def _parsable(text: str) -> str:
    """The text without what makes the parser give up, or read on to the end again and again."""
    text = _DECLARATION.sub("&lt;", _SURROGATES.sub("\ufffd", text))
    tail = text.rfind(">") + 1
    text = text[:tail] + text[tail:].replace("<", "&lt;")
    tail = text.rfind("-->") + 1
    return text[:tail] + text[tail:].replace("<!--", "&lt;!--")
