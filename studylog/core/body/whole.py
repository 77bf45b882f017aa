"""The text of a note as HTML, made once when the note is read; where its links lead is filled in later.

Whether a link leads anywhere depends on the other notes and files of the notebook. So a link into it is
written as `@3`, the third of the references of the note, and a page puts the address in its place.
"""

from collections.abc import Iterator
from typing import Literal

from studylog.core.body.html import Outline, dressed
from studylog.core.body.links import destination
from studylog.core.body.parts import carried_answers, parts_of
from studylog.core.body.quoting import Quote, quotes_carried, quotes_in
from studylog.core.body.sections import section_of
from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.model import Part
from studylog.core.parse import ReadNote
from studylog.core.values import dataclass, replace

OWN_PAGE = "@page"
"""What stands for the page of the note itself, in what other pages show of it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a note leads to or shows, as written; of a page of slides its number, a blank, and the paper."""

    kind: Literal["link", "wikilink", "picture", "slide"]
    written: str


@dataclass(frozen=True, slots=True)
class Body:
    """A note in HTML: its parts in reading order, its questions and sections for other pages.

    `quotes` go by the id of the question, `sections` by the anchor of the heading.
    """

    parts: tuple[Part, ...]
    quotes: tuple[tuple[str, Quote], ...]
    sections: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]


class _References:
    """The references of a note, numbered as they come; the same one is numbered once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._numbers: dict[Reference, int] = {}

    def link(self, url: str) -> str | None:
        lead = destination((), self._path, url)
        if lead.kind == "web":
            return lead.path
        return self._placed(Reference("link", url)) if lead.kind != "nowhere" else None

    def wikilink(self, target: str) -> str:
        return self._placed(Reference("wikilink", target))

    def picture(self, source: str) -> PictureLink:
        return PictureLink(self._placed(Reference("picture", source)))

    def slide(self, page: int, paper: str) -> str:
        return self._placed(Reference("slide", f"{page} {paper}"))

    def _placed(self, reference: Reference) -> str:
        return f"@{self._numbers.setdefault(reference, len(self._numbers))}"

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._numbers)


def body_of(note: ReadNote) -> Body:
    """The HTML of a note that was read: a pure, picklable value."""
    references = _References(note.note.path)
    ways = references.link, references.picture, references.wikilink
    context = RenderContext(*ways, heading_offset=0, slide=references.slide)
    parts = parts_of(note, context)
    carried = carried_answers(note, context) if note.note.carried else ()
    quotes = (
        *quotes_in(note.note, parts, OWN_PAGE),
        *quotes_carried(note.note, carried, OWN_PAGE),
    )
    anchors = {paper.anchor: None for paper in note.note.papers if paper.anchor and paper.role == "presented"}
    sections = tuple((anchor, section_of(parts, anchor, OWN_PAGE)) for anchor in anchors)
    return Body(tuple(_in_order(parts)), quotes, sections, tuple(references))


def _in_order(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts with the levels of their headings in order over the whole page."""
    outline = Outline()
    for part in parts:
        html, context, *answers = (dressed(one, outline) for one in (part.html, part.context, *part.answers))
        yield replace(part, html=html, context=context, answers=tuple(answers))
