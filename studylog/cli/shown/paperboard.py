"""The papers as a table: the board by state, those without slides, or the plan."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from studylog.cli.shown.papertalk import STATUSES, presenter_words
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.listed import ListedPaper
from studylog.core.papers.states import WORDS, PaperState
from studylog.features.papers import PaperStanding

if TYPE_CHECKING:
    from studylog.core.model import SlidesStatus

    Statuses = tuple[SlidesStatus, ...]


def paper_table(standings: Sequence[PaperStanding], what: str | None, language: Language) -> Table:
    """The board, the papers that lack slides (`missing`), or the `plan`."""
    return (_plan_table if what == "plan" else _board_table)(standings, language)


def _board_table(standings: Sequence[PaperStanding], language: Language) -> Table:
    columns = (
        Column(say("Id"), pipe_only=True),
        Column(say("Paper"), wide=True),
        Column(say("Year"), align="right", pipe_only=True),
        Column(say("Presenter")),
        Column(say("Planned for"), style="dim"),
        Column(say("Presented on")),
        Column(say("Slides")),
        Column(say("State"), pipe_only=True),
    )
    # Of some thousand papers most are in the same few states.
    slides = cache(partial(_slides, language))
    groups = tuple(
        Rows(tuple(_row(one, language, slides) for one in found), translate(WORDS[state], language))
        for state, found in groupby(standings, key=lambda one: one.state)
    )
    return Table(columns, groups, joined=True)


def _row(one: PaperStanding, language: Language, slides: "Callable[[Statuses], Cell]") -> tuple[Field, ...]:
    paper = one.paper
    presented = [day.isoformat() for day in paper.presented_on]
    return (
        paper.id,
        Cell(paper.title, below=_below(paper, language)) if paper.guesses else paper.title,
        str(paper.year or ""),
        presenter_words(paper.presenter, paper.presenter_evidence, language),
        _planned_for(paper),
        Cell(presented[-1], plain=",".join(presented)) if presented else "",
        slides(paper.slides),
        one.state,
    )


def _below(paper: ListedPaper, language: Language) -> str:
    """What was matched by guess."""
    return translate(say("taken for the same: {names}", names=", ".join(paper.guesses)), language)


def _planned_for(paper: ListedPaper) -> Field:
    """The day of the plan; below it whom it named where somebody else presented, so that titles have room."""
    day = paper.planned_on.isoformat() if paper.planned_on else ""
    if not paper.by_another:
        return day
    return Cell(day, below=paper.planned_by) if day else Cell(paper.planned_by, plain="")


def _slides(language: Language, states: "Statuses") -> Cell:
    """The worst state that any of the slides is in."""
    for status, (word, style) in STATUSES.items():
        if status in states:
            return Cell(translate(word, language), style, status)
    return Cell("", plain="")


def _plan_table(standings: Sequence[PaperStanding], language: Language) -> Table:
    columns = (
        Column(say("Planned for")),
        Column(say("Paper"), wide=True),
        Column(say("Presenter")),
        Column(say("What came of it")),
        Column(say("Where"), pipe_only=True),
        Column(say("Id"), pipe_only=True),
    )
    return Table(columns, (Rows(tuple(_plan_row(one, language) for one in standings)),) if standings else ())


def _plan_row(one: PaperStanding, language: Language) -> tuple[Field, ...]:
    paper = one.paper
    return (
        paper.planned_on.isoformat() if paper.planned_on else "",
        paper.title,
        paper.planned_by,
        Cell(_came(one, language), plain=one.state),
        paper.planned_at,
        paper.id,
    )


_CAME: dict[PaperState, Message] = {
    "next": say("comes next"),
    "planned": say("is to come"),
    "never-happened": say("never happened"),
}


def _came(one: PaperStanding, language: Language) -> str:
    """What came of a plan, and how far from its day."""
    paper = one.paper
    if paper.is_presented:
        by = say("presented by {name}", name=paper.presenter or "") if paper.by_another else say("presented")
        words = [by, *_distance(one.days_late)]
    else:
        words = [_CAME[one.state]] if one.state in _CAME else _distance(one.days_late)
    return ", ".join(translate(word, language) for word in words)


def _distance(days: int | None) -> list[Message]:
    if not days:
        return []
    return [say("{n:day/days} late", n=days) if days > 0 else say("{n:day/days} early", n=-days)]
