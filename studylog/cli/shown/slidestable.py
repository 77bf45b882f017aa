"""Slides as tables: all of them by paper, and those that are not where a note links to them."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studylog.cli.shown.papertalk import STATUSES, presenter_words
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.digest.weblinks import name_of, place_in_words
from studylog.core.i18n import Language, say, translate
from studylog.core.listed import ListedSlides
from studylog.core.text import nfc
from studylog.features.slides.listing import PaperSlides

if TYPE_CHECKING:
    from studylog.core.model import SlidesStatus


def all_table(found: Sequence[PaperSlides], language: Language, *, piped: bool) -> Table:
    """All slides, by paper; a pipe gets whole addresses, and the names that people read are not made."""
    columns = (
        Column(say("Paper"), wide=True),
        Column(say("Presenter")),
        Column(say("Date"), style="dim"),
        Column(say("Slides"), wide=True),
        Column(say("State")),
        Column(say("Found at"), pipe_only=True),
    )
    states = {status: _status(status, language) for status in STATUSES}
    rows = tuple(
        (
            slides.paper,
            presenter_words(slides.presenter, slides.presenter_evidence, language),
            day or "",
            slides.path or slides.url or "" if piped else _name(slides),
            states[slides.status],
            slides.found_at or "",
        )
        for slides, day, _ in found
    )
    return Table(columns, (Rows(rows),) if rows else ())


def lost_table(found: Sequence[PaperSlides], language: Language) -> Table:
    """Slides that are elsewhere or gone: where notes link to them, and where they are, or may be."""
    columns = (
        Column(say("State")),
        Column(say("Paper"), wide=True),
        Column(say("Written in"), style="dim"),
        Column(say("Slides"), pipe_only=True),
        Column(say("Found at"), pipe_only=True),
    )
    links: dict[object, list[PaperSlides]] = {}
    for line in found:
        links.setdefault((line.slides.url, line.places), []).append(line)
    rows = tuple(_lost_row(lines, language) for lines in links.values())
    return Table(columns, (Rows(rows),) if rows else (), header=False)


def _lost_row(lines: Sequence[PaperSlides], language: Language) -> tuple[Field, ...]:
    """The row of one link, which may be that of several papers."""
    slides, places = lines[0].slides, lines[0].places
    titles = ", ".join(dict.fromkeys(line.slides.paper for line in lines))
    where = f"{places[0].path}:{places[0].line}" if places else ""
    return (
        _status(slides.status, language),
        Cell(titles, below=_way(slides, language)),
        Cell(PurePosixPath(where).name, plain=where),
        slides.url or "",
        slides.found_at or "",
    )


def _way(slides: ListedSlides, language: Language) -> str:
    """Where slides were, and where they are."""
    before = place_in_words(slides.url or "")
    if slides.found_at is None:
        return before
    now = place_in_words(slides.found_at)
    if slides.status == "missing":
        now = translate(say("perhaps {place}?", place=now), language)
    return f"{before} → {now}"


def _status(status: "SlidesStatus", language: Language) -> Cell:
    word, style = STATUSES[status]
    return Cell(translate(word, language), style, status)


def _name(slides: ListedSlides) -> str:
    """The name of the file alone."""
    return nfc(PurePosixPath(slides.path).name if slides.path else name_of(slides.url or ""))
