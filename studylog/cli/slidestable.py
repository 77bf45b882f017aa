"""Slides as tables: all of them by paper, and those that are not where a note links to them."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from studylog.cli.papertalk import STATUSES, presenter_cell
from studylog.cli.tables import Cell, Column, Field, Rows, Table
from studylog.core.digest.weblinks import name_of, place_in_words
from studylog.core.i18n import Language, say, translate
from studylog.core.model import Slides
from studylog.core.text import nfc
from studylog.features.slides.listing import PaperSlides


def all_table(found: Sequence[PaperSlides], language: Language) -> Table:
    """All slides, by paper."""
    columns = (
        Column(say("Paper"), wide=True),
        Column(say("Presenter")),
        Column(say("Date"), style="dim"),
        Column(say("Slides"), wide=True),
        Column(say("State")),
        Column(say("Found at"), pipe_only=True),
    )
    rows = tuple(
        (
            line.paper.title,
            presenter_cell(line.paper, language),
            line.day.isoformat() if line.day else "",
            Cell(_name(line.slides), plain=line.slides.path or line.slides.url or ""),
            _status(line.slides, language),
            line.slides.found_at or "",
        )
        for line in found
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
    titles = ", ".join(dict.fromkeys(line.paper.title for line in lines))
    where = f"{places[0].path}:{places[0].line}" if places else ""
    return (
        _status(slides, language),
        Cell(titles, below=_way(slides, language)),
        Cell(PurePosixPath(where).name, plain=where),
        slides.url or "",
        slides.found_at or "",
    )


def _way(slides: Slides, language: Language) -> str:
    """Where slides were, and where they are."""
    before = place_in_words(slides.url or "")
    if slides.found_at is None:
        return before
    now = place_in_words(slides.found_at)
    if slides.status == "missing":
        now = translate(say("perhaps {place}?", place=now), language)
    return f"{before} → {now}"


def _status(slides: Slides, language: Language) -> Cell:
    word, style = STATUSES[slides.status]
    return Cell(translate(word, language), style, slides.status)


def _name(slides: Slides) -> str:
    """The name of the file alone."""
    return nfc(PurePosixPath(slides.path).name if slides.path else name_of(slides.url or ""))
