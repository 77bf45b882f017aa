"""`studylog lectures`: the lectures, and what was asked about them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

from studylog.cli import complete
from studylog.cli.context import Context
from studylog.cli.declare import Argument
from studylog.cli.output import Answer, answer
from studylog.cli.questiontable import question_table
from studylog.cli.tables import Cell, Column, Field, Rows, Table
from studylog.cli.talk import tell
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Lecture
from studylog.core.records import lecture_item

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
    from studylog.cli.reading import listed

    notebook = context.notebook()
    by_question = number is not None and context.terminal.stdout
    with listed(context, notebook) as lists:
        found = [lecture for lecture in lists.lectures() if number in (None, lecture.number)]
        days = lists.notes.days() if context.everywhere.json else {}
        asked = lists.questions.lines(lecture=number) if by_question else ()
    if not found and number is not None:
        message = say("There is no lecture {number}.", number=number)
        raise StudylogError(message, Exit.NOT_FOUND, hint=say("`studylog lectures` lists all of them."))
    if not found:
        tell(say("No lectures yet."), context.language)
    today = context.today(notebook.settings)
    items = [lecture_item(lecture, days) for lecture in found] if context.everywhere.json else []

    def table() -> Table:
        return question_table(asked, today, context.language) if by_question else _table(found)

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


def _row(lecture: Lecture) -> tuple[Field, ...]:
    return (
        lecture.course or "",
        str(lecture.number),
        lecture.title or "",
        Cell(str(len(lecture.questions) or ""), plain=str(len(lecture.questions))),
        Cell(str(lecture.open or ""), "red", plain=str(lecture.open)),
    )
