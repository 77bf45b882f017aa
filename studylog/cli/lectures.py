"""`studylog lectures`: the lectures, and what was asked about them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Annotated

from studylog.cli import complete
from studylog.cli.context import Context
from studylog.cli.declare import Argument
from studylog.cli.output import Answer, answer
from studylog.cli.questiontable import question_table
from studylog.cli.records import lecture_item
from studylog.cli.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Collection, Lecture
from studylog.core.questions import short_ids

EXAMPLES = (
    ("studylog lectures", "every lecture by course, with its open questions"),
    ("studylog lectures 7", "lecture 7 of each course, with all its questions"),
    ("studylog lectures --json", "for a program"),
)


def command(
    context: Context,
    number: Annotated[
        int | None,
        Argument(metavar="N", help="Only this lecture.", offers=complete.lectures),
    ] = None,
) -> None:
    """List the lectures by course. A lecture is known by its course and its number: two courses may both have
    a lecture 7."""
    from studylog.cli.reading import collected

    notebook = context.notebook()
    collection = collected(context, notebook)
    found = [lecture for lecture in collection.lectures if number in (None, lecture.number)]
    if not found and number is not None:
        message = say("There is no lecture {number}.", number=number)
        raise StudylogError(message, Exit.NOT_FOUND, hint=say("`studylog lectures` lists all of them."))
    if not found:
        tell(say("No lectures yet."), context.language)
    items = [lecture_item(lecture, collection) for lecture in found]
    table = (
        _table(found)
        if number is None
        else _with_questions(found, collection, context, context.today(notebook.settings))
    )
    if context.everywhere.json or not context.terminal.stdout:
        table = _table(found)
    answer(context, Answer("lectures", notebook.name, items, table))


def _table(lectures: Sequence[Lecture]) -> Table:
    columns = (
        Column(say("Course"), pipe_only=True),
        Column(say("Lecture"), align="right"),
        Column(say("Title"), wide=True),
        Column(say("Questions"), align="right"),
        Column(say("Open"), align="right"),
    )
    groups = groupby(lectures, key=lambda lecture: lecture.course)
    return Table(columns, tuple(Rows(tuple(map(_row, group)), course) for course, group in groups))


def _row(lecture: Lecture) -> tuple[Cell, ...]:
    return (
        Cell(lecture.course or ""),
        Cell(str(lecture.number)),
        Cell(lecture.title or ""),
        Cell(str(len(lecture.questions) or ""), plain=str(len(lecture.questions))),
        Cell(str(lecture.open or ""), "red", plain=str(lecture.open)),
    )


def _with_questions(
    lectures: Sequence[Lecture], collection: Collection, context: Context, today: date
) -> Table:
    wanted = {id_ for lecture in lectures for id_ in lecture.questions}
    questions = [question for question in collection.questions if question.id in wanted]
    return question_table(questions, short_ids(collection.questions), today, context.language)
