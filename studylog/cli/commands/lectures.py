"""`studylog lectures`: the lectures, and what was asked about them."""

import shlex
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table, counted
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument
from studylog.cli.words.params import Course
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Lecture, Question
from studylog.core.records import lecture_item
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists

EXAMPLES = (
    ("studylog lectures", "every lecture by course, with its open questions"),
    ("studylog lectures 7", "lecture 7 of each course, its questions in the order of its video"),
    ("studylog lectures 7 --course math", "of one course"),
    ("studylog lectures --json", "for a program"),
)


@once_more
def command(
    context: Context,
    number: Annotated[
        int | None,
        Argument(metavar="N", help="Only this lecture.", offers=complete.lectures),
    ] = None,
    course: Course = None,
) -> None:
    """List the lectures by course. A lecture is known by its course and its number: two courses may both have
    a lecture 7. With a number, its questions come in the order of its video; where the settings know that, a
    minute leads to it."""
    from studylog.cli.reading import listed, read_in_lines

    notebook = context.notebook()
    known = [one.name for one in notebook.settings.courses]
    with listed(context, notebook) as lists:
        named = meant.course(course, [*known, *lists.lecture_courses()]) if course else None
        found = [one for one in lists.lectures(number) if named in (None, one.course)]
        days = lists.notes.days() if context.everywhere.json else {}
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()
        asked = [(one, _asked(lists, one)) for one in found] if number is not None else []
    if not found and number is not None:
        raise _no_lecture(number, named)
    if not found:
        tell(say("No lectures yet."), context.language)
    items = [lecture_item(lecture, days) for lecture in found] if context.everywhere.json else []
    if asked and items:
        from studylog.cli.shown.lecturetable import asked_item

        items = [
            {**item, "asked": [asked_item(question, lecture.video) for question in questions]}
            for item, (lecture, questions) in zip(items, asked, strict=True)
        ]

    def table() -> Table:
        if number is None:
            return _table(found)
        from studylog.cli.shown.lecturetable import by_minute

        return by_minute(asked, in_line, context.language)

    answer(context, Answer("lectures", notebook.name, items, table, in_line, unread))


def _asked(lists: "IndexLists", lecture: Lecture) -> list[Question]:
    """The questions about a lecture: those with a minute first, in the order of the video."""
    return sorted(lists.questions.whole(lecture.questions), key=_minute)


def _minute(question: Question) -> tuple[bool, str]:
    at = question.locator.at if question.locator else None
    return at is None, at or ""


def _no_lecture(number: int, course: str | None) -> StudylogError:
    if course is None:
        message = say("There is no lecture {number}.", number=number)
        return StudylogError(message, Exit.NOT_FOUND, hint=say("`studylog lectures` lists all of them."))
    message = say("{course} has no lecture {number}.", course=course, number=number)
    hint = say("`studylog lectures --course {course}` lists those it has.", course=shlex.quote(course))
    return StudylogError(message, Exit.NOT_FOUND, hint=hint)


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
        counted(len(lecture.questions)),
        Cell(str(lecture.open or ""), "red", plain=str(lecture.open)),
    )
