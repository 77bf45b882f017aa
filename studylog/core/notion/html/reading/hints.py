"""What must be known of a page before it is read from its top to its bottom.

Each part of the tree is looked at once: a page of ten thousand equations inside each other takes no longer
than any other of its size.
"""

from collections.abc import Iterator, Sequence

from bs4 import Tag

from studylog.core.notion.html.model import closed
from studylog.core.notion.html.reading.tree import attribute, classes, cleaned, is_text, strings
from studylog.core.values import dataclass

EQUATIONS = frozenset({"equation", "notion-text-equation-token", "katex", "katex-display"})
_TEX = "application/x-tex"


@dataclass(frozen=True, slots=True)
class Hints:
    """The TeX of each equation, and the addresses that stand under the title of the same bookmark."""

    equations: dict[int, str]
    repeated: frozenset[int]

    def tex(self, tag: Tag) -> str | None:
        """The source of an equation; None for another element, and for an equation that has none."""
        return self.equations.get(id(tag))

    def is_repeated(self, tag: Tag) -> bool:
        """Whether an element only repeats an address."""
        return id(tag) in self.repeated


def hints_of(article: Tag) -> Hints:
    """The hints of a page; they hold as long as its tree is there."""
    tags = [node for node in article.descendants if isinstance(node, Tag)]
    return Hints(_sources(tags), frozenset(map(id, _repeated(tags))))


def _is_equation(tag: Tag) -> bool:
    """Whether an element is an equation, set in several ways side by side."""
    return tag.name == "math" or not EQUATIONS.isdisjoint(classes(tag))


def _sources(tags: Sequence[Tag]) -> dict[int, str]:
    """The first source in each equation, and in each that is around it."""
    found: dict[int, str] = {}
    seen: set[int] = set()
    inner: set[int] = set()
    for source in filter(_is_source, tags):
        if id(source) in inner:
            continue
        inner.update(map(id, source.descendants))
        tex = closed(strings(source).strip())
        around = source.parent
        while around is not None and id(around) not in seen:
            seen.add(id(around))
            if _is_equation(around):
                found[id(around)] = tex
            around = around.parent
    return found


def _is_source(tag: Tag) -> bool:
    if tag.name == "annotation":
        return attribute(tag, "encoding") == _TEX
    return "katex-error" in classes(tag)


def _repeated(tags: Sequence[Tag]) -> Iterator[Tag]:
    """The addresses in bookmarks that have a title."""
    titles = (tag for tag in tags if "bookmark-title" in classes(tag) and _own_text(tag))
    titled = {id(_bookmark(title)) for title in titles}
    for tag in tags:
        bookmark = _bookmark(tag) if "bookmark-href" in classes(tag) else None
        if bookmark and id(bookmark) in titled and _own_text(tag) == attribute(bookmark, "href").strip():
            yield tag


def _bookmark(part: Tag) -> Tag | None:
    """The bookmark that a title or an address belongs to; its parts are never deeply nested."""
    around: Tag | None = part
    for _ in range(6):
        around = around.parent if around is not None else None
        if around is not None and "bookmark" in classes(around):
            return around
    return None


def _own_text(tag: Tag) -> str:
    return "".join(cleaned(str(child)) for child in tag.children if is_text(child)).strip()
