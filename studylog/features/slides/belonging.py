"""Where a file of slides belongs: where slides called so are linked, or their paper was presented."""

from datetime import date

from studylog.core.grammar.state.papers import name_of_file, title_of_file
from studylog.core.papers.names import is_like, reading_of
from studylog.core.text import fold
from studylog.features.slides.listing import slides_of
from studylog.features.slides.presenting import Planned, planned
from studylog.store.index.lists import IndexLists
from studylog.store.notebook import NOTES


def belonging(lists: IndexLists, file: str, paper: str | None) -> tuple[str | None, Planned | None]:
    """The path of the note that slides belong in; where there is none yet, the plan of their paper.

    Unless the paper is named, a note that links slides called like the file goes before all others.
    """
    path = file.replace("\\", "/")
    title = paper or title_of_file(path)
    note = (None if paper else _linking(lists, name_of_file(path))) or _last_note(lists, title)
    return note, None if note else planned(lists, title)


def _last_note(lists: IndexLists, title: str) -> str | None:
    """The note in which a paper was presented last, by any of its names."""
    meant = reading_of(title)
    found = (one for one in lists.papers.whole() if is_like(meant, (one.title, *one.aliases)))
    notes = [shown for paper in found for shown in paper.presented]
    return max(notes, key=lambda shown: (shown.date or date.min, shown.path)).path if notes else None


def _linking(lists: IndexLists, name: str) -> str | None:
    """The note that links slides called like a file, where those of one paper only are."""
    found = [line for line in slides_of(lists) if fold(name_of_file(line.slides.url or "")) == fold(name)]
    # One heading may name several papers, which have the slides together.
    places = {
        (place.path, place.line)
        for line in found
        for place in line.places
        if place.path.startswith(f"{NOTES}/")
    }
    return places.pop()[0] if len(places) == 1 else None
