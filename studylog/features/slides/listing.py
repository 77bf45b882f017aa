"""All slides of a notebook: of which paper, from when, where they are linked, and whether they are there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from studylog.core.listed import ListedSlides
from studylog.core.text import fold

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
