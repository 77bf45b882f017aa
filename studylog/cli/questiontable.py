"""Questions as a table: for people grouped by lecture, in a pipe a record each."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from studylog.cli.tables import Cell, Column, Rows, Table
from studylog.core.digest.words import STATES, lecture_name
from studylog.core.i18n import Language, say, translate
from studylog.core.model import Question, State
from studylog.features.questions import age_days

STYLES: Mapping[State, str] = {
    "open": "red",
    "deferred": "red",
    "tentative": "yellow",
    "answered": "green",
    "confirmed": "green",
    "duplicate": "dim",
    "closed": "dim",
}


def question_table(
    questions: Sequence[Question], short: Mapping[str, str], today: date, language: Language
) -> Table:
    """The questions with state, age and place; `short` has the ids that people type."""
    columns = (
        Column(say("Id"), style="dim"),
        Column(say("State")),
        Column(say("Course"), pipe_only=True),
        Column(say("Lecture"), pipe_only=True),
        Column(say("Age"), style="dim", align="right"),
        Column(say("Question"), wide=True),
        Column(say("Place"), pipe_only=True),
    )
    groups = []
    for (course, lecture), found in groupby(questions, key=lambda asked: (asked.course, asked.lecture)):
        name = lecture_name(course, lecture)
        title = translate(name if name is not None else say("no lecture"), language)
        rows = tuple(_row(question, short[question.id], today, language) for question in found)
        groups.append(Rows(rows, title))
    return Table(columns, tuple(groups), header=False)


def _row(question: Question, short: str, today: date, language: Language) -> tuple[Cell, ...]:
    age = age_days(question, today)
    place = f"{question.places[0].path}:{question.places[0].line}" if question.places else ""
    state = translate(STATES[question.state], language)
    if question.confidence == "low":
        state = translate(say("{state}?", state=state), language)
    return (
        Cell(short, plain=question.id),
        Cell(state, STYLES[question.state], question.state),
        Cell(question.course or ""),
        Cell("" if question.lecture is None else str(question.lecture)),
        Cell(
            "" if age is None else translate(say("{n}d", n=age), language),
            plain="" if age is None else str(age),
        ),
        Cell(question.text, below=place, plain=question.text),
        Cell(place),
    )
