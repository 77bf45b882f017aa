"""What can be read on a page, straight from its HTML: the measure of what a note of it must hold."""

from collections.abc import Iterator

from bs4 import Tag

from studylog.core.notion.html.reading.hints import Hints
from studylog.core.notion.html.reading.tree import (
    BLOCKS,
    DERIVED,
    classes,
    cleaned,
    is_text,
    is_twin,
    is_unseen,
    walk,
)
from studylog.core.text import nfc

_ASIDE = frozenset({"page-title", "properties"})


def words(tag: Tag, hints: Hints) -> str:
    """The text of an element in one line; a formula stands between dollars."""
    return " ".join(nfc("".join(_found(tag, hints, "$"))).split())


def visible(article: Tag, hints: Hints) -> str:
    """The text of a page without its title and its properties, each block on a line of its own."""
    lines = nfc("".join(_found(article, hints, "", _ASIDE))).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _found(tag: Tag, hints: Hints, sign: str, aside: frozenset[str] = frozenset()) -> Iterator[str]:
    def enters(inner: Tag) -> bool:
        named = classes(inner)
        if is_unseen(inner) or hints.is_repeated(inner) or not (DERIVED | aside).isdisjoint(named):
            return False
        return hints.tex(inner) is None and not is_twin(inner)

    for node in walk(tag, enters):
        if is_text(node):
            yield cleaned(str(node))
        elif isinstance(node, Tag):
            tex = hints.tex(node)
            if tex:
                yield f"{sign}{tex}{sign}"
            if node.name in BLOCKS or node.name == "br":
                yield "\n"
