"""Questions as a table: for people grouped by lecture, in a pipe a record each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.i18n import Language, say, translate
from studylog.core.listed import ListedQuestion
from studylog.core.words import STATES, lecture_name
from studylog.features.questions import age_days

if TYPE_CHECKING:
    from studylog.core.model import Confidence, State

STYLES: "Mapping[State, str]" = {
    "open": "red",
    "deferred": "red",
    "tentative": "yellow",
    "answered": "green",
    "confirmed": "green",
    "duplicate": "dim",
    "closed": "dim",
}


def question_table(questions: Sequence[ListedQuestion], today: date, language: Language) -> Table:
    """The questions with state, age and place."""
    columns = (
        Column(say("Id"), style="dim"),
        Column(say("State")),
        Column(say("Course"), pipe_only=True),
        Column(say("Lecture"), pipe_only=True),
        Column(say("Age"), style="dim", align="right"),
        Column(say("Question"), wide=True),
        Column(say("Place"), pipe_only=True),
    )
    row = _rows(today, language)
    groups = []
    for (course, lecture), found in groupby(questions, key=lambda asked: (asked.course, asked.lecture)):
        name = lecture_name(course, lecture)
        title = translate(name if name is not None else say("no lecture"), language)
        groups.append(Rows(tuple(map(row, found)), title))
    return Table(columns, tuple(groups), header=False)


def _rows(today: date, language: Language) -> Callable[[ListedQuestion], tuple[Field, ...]]:
    """What makes rows; a state and an age are put into words once."""

    @cache
    def state(state: "State", confidence: "Confidence") -> Cell:
        word = translate(STATES[state], language)
        if confidence == "low":
            word = translate(say("{state}?", state=word), language)
        return Cell(word, STYLES[state], state)

    @cache
    def age(days: int | None) -> Cell:
        return (
            Cell("", plain="")
            if days is None
            else Cell(translate(say("{n}d", n=days), language), plain=str(days))
        )

    def row(line: ListedQuestion) -> tuple[Field, ...]:
        place = f"{line.path}:{line.line}"
        return (
            Cell(line.short, plain=line.id),
            state(line.state, line.confidence),
            line.course or "",
            "" if line.lecture is None else str(line.lecture),
            age(age_days(line, today)),
            Cell(line.text, below=place, plain=line.text),
            place,
        )

    return row
