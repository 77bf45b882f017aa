"""All slides of a notebook: of which paper, from when, where they are linked, and whether they are there."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.listed import ListedSlides
from studylog.core.text import fold
from studylog.store.notebook import NOTES

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.lists.slides import SlidesPlace


class PaperSlides(NamedTuple):
    """Slides of a paper, the day on which they were shown last, in ISO form, and where notes link to them."""

    slides: ListedSlides
    day: str | None
    places: "tuple[SlidesPlace, ...]"


def slides_of(lists: "IndexLists") -> tuple[PaperSlides, ...]:
    """All slides, in the order of their papers."""
    slides = lists.slides
    places, shown = slides.places(), slides.shown()
    return tuple(_line(line, places.get(line.url or "", ()), shown) for line in slides.lines())


def last_note(lists: "IndexLists", title: str) -> str | None:
    """The note in which a paper was presented last, by any of its names."""
    # Late, because what compares names is slow to import, and lists compare none.
    from studylog.core.papers.names import is_like, reading_of

    meant = reading_of(title)
    found = (one for one in lists.papers.whole() if is_like(meant, (one.title, *one.aliases)))
    notes = [shown for paper in found for shown in paper.presented]
    return max(notes, key=lambda shown: (shown.date or date.min, shown.path)).path if notes else None


def note_with_slides(lists: "IndexLists", name: str) -> str | None:
    """The note that links slides called like a file, where those of one paper only are."""
    from studylog.core.grammar.papers import name_of_file

    found = [line for line in slides_of(lists) if fold(name_of_file(line.slides.url or "")) == fold(name)]
    # One heading may name several papers, which have the slides together.
    places = {
        (place.path, place.line)
        for line in found
        for place in line.places
        if place.path.startswith(f"{NOTES}/")
    }
    return places.pop()[0] if len(places) == 1 else None


def _line(
    slides: ListedSlides, known: "tuple[SlidesPlace, ...]", days: Mapping[tuple[str, str], str | None]
) -> PaperSlides:
    """Slides with the places that link to them, among all that are written alike."""
    id_, own = slides.paper_id, known
    if any(place.title != slides.paper for place in known):
        # The relative links of other papers may be written alike.
        names = {fold(name) for name in (slides.paper, *slides.aliases)}
        own = (
            tuple(place for place in known if fold(place.title) in names)
            or tuple(place for place in known if (id_, place.path) in days)
            or known
        )
    shown = [day for place in own if (day := days.get((id_, place.path)))]
    return PaperSlides(slides, max(shown, default=None), own)
