"""All slides of a notebook: of which paper, from when, where they are linked, and whether they are there."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from studylog.core.model import Paper, Slides
from studylog.core.papers.names import is_like, reading_of
from studylog.core.text import fold
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.lists.slides import SlidesPlace


@dataclass(frozen=True, slots=True)
class PaperSlides:
    """Slides of a paper, the day on which they were shown last, and where notes link to them."""

    paper: Paper
    slides: Slides
    day: date | None
    places: "tuple[SlidesPlace, ...]"


def slides_of(lists: "IndexLists") -> tuple[PaperSlides, ...]:
    """All slides, in the order of their papers."""
    papers, places = lists.papers(), lists.slides.places()
    return tuple(line for paper in papers for line in _lines(paper, places))


def last_note(lists: "IndexLists", title: str) -> str | None:
    """The note in which a paper was presented last, by any of its names."""
    meant = reading_of(title)
    found = (one for one in lists.papers() if is_like(meant, (one.title, *one.aliases)))
    notes = [shown for paper in found for shown in paper.presented]
    return max(notes, key=lambda shown: (shown.date or date.min, shown.path)).path if notes else None


def _lines(paper: Paper, places: "Mapping[str, tuple[SlidesPlace, ...]]") -> Iterator[PaperSlides]:
    days = {one.path: one.date for one in paper.presented}
    names = {fold(name) for name in (paper.title, *paper.aliases)}
    for slides in paper.slides:
        known = places.get(slides.url or "", ())
        # The relative links of other papers may be written alike.
        own = (
            tuple(place for place in known if fold(place.title) in names)
            or tuple(place for place in known if place.path in days)
            or known
        )
        shown = [day for place in own if (day := days.get(place.path))]
        yield PaperSlides(paper, slides, max(shown, default=None), own)
