"""One person as a table: when they were there, and what they asked, answered, presented and promised."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.shown.attendancegrid import mark
from studylog.cli.shown.questiontable import STYLES
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.words import STATES, lecture_name
from studylog.features.people import Record

if TYPE_CHECKING:
    from studylog.core.listed import ListedQuestion
    from studylog.core.model import Paper

_Row = tuple[Field, ...]
_WEEK = 5


def person_table(record: Record, today: date, context: Context) -> Table:
    """What notes say of somebody, section by section; a pipe gets what each line is as its first field."""
    language = context.language
    columns = (
        Column(say("What"), pipe_only=True),
        Column(say("Date"), style="dim"),
        Column(say("State")),
        Column(say("Text"), wide=True),
        Column(say("Id"), pipe_only=True),
    )
    meetings = _meetings(record) if not context.terminal.stdout else _strip(record)
    sections = (
        (_attendance(record), tuple(meetings)),
        (say("Asked {n}", n=len(record.asked)), _questions("asked", record.asked, language)),
        (say("Answered {n}", n=len(record.answered)), _questions("answered", record.answered, language)),
        (say("Papers {n}", n=len(record.papers)), tuple(_papers(record.papers, language))),
        (say("Promises {n}", n=len(record.promises)), tuple(_promises(record, today, language))),
    )
    groups = tuple(Rows(rows, translate(title, language)) for title, rows in sections if rows)
    name = Rows((), _name(record, language))
    return Table(columns, (name, *groups), header=False)


def _name(record: Record, language: Language) -> str:
    person = record.member.person
    if person is None:
        return translate(say("{name} — not on the roster", name=record.member.standing.name), language)
    others = ", ".join(dict.fromkeys((*person.aliases, *([person.login] if person.login else ()))))
    return f"{person.name} ({others})" if others else person.name


def _attendance(record: Record) -> Message:
    one = record.member.standing
    counts = {"there": one.attended, "absent": one.absent}
    if one.seen:
        return say("There {there}, seen {seen}, absent {absent}", **counts, seen=one.seen)
    return say("There {there}, absent {absent}", **counts)


def _strip(record: Record) -> Iterator[_Row]:
    """A line a month, with a mark for each meeting."""
    for month, group in groupby(record.meetings, key=lambda met: f"{met.day:%Y-%m}"):
        marks = [mark(met.people[0].presence) for met in group]
        weeks = ("".join(marks[start : start + _WEEK]) for start in range(0, len(marks), _WEEK))
        yield "attendance", month, "", " ".join(weeks), ""


def _meetings(record: Record) -> Iterator[_Row]:
    for met in record.meetings:
        yield "attendance", met.day.isoformat(), met.people[0].presence, met.title, met.path


def _questions(what: str, questions: "Sequence[ListedQuestion]", language: Language) -> tuple[_Row, ...]:
    return tuple(_question(what, line, language) for line in questions)


def _question(what: str, line: "ListedQuestion", language: Language) -> _Row:
    lecture = lecture_name(line.course, line.lecture)
    below = " · ".join(filter(None, (translate(lecture, language) if lecture else "", line.short)))
    return (
        what,
        line.asked_on.isoformat() if line.asked_on else "",
        Cell(translate(STATES[line.state], language), STYLES[line.state], line.state),
        Cell(line.text, below=below, plain=line.text),
        line.id,
    )


def _papers(papers: "Sequence[Paper]", language: Language) -> Iterator[_Row]:
    for paper in papers:
        days = [shown.date for shown in paper.presented if shown.date]
        day = max(days, default=paper.planned.date if paper.planned else None)
        word = say("presented") if paper.presented else say("planned")
        sure = not paper.presented or paper.presenter_evidence == "stated"
        told = translate(word if sure else say("{state}?", state=word), language)
        yield (
            "paper",
            day.isoformat() if day else "",
            Cell(told, "" if paper.presented else "dim", "presented" if paper.presented else "planned"),
            paper.title,
            paper.id,
        )


def _promises(record: Record, today: date, language: Language) -> Iterator[_Row]:
    for promise, day in record.promises:
        late = not promise.done and promise.due is not None and promise.due < today
        word = say("kept") if promise.done else say("late") if late else say("waits")
        due = promise.due.isoformat() if promise.due else day or ""
        state = Cell(translate(word, language), "red" if late else "", "kept" if promise.done else "waits")
        yield "promise", due, state, promise.text, f"{promise.place.path}:{promise.place.line}"
