"""`studylog attend`: correct who was at a meeting."""

from functools import partial
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer, put_diff
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.cli.talk import tell, tell_findings, tell_unchanged
from studylog.cli.words.params import Absent, DryRun, Ref, With
from studylog.core.i18n import Language, say, translate

if TYPE_CHECKING:
    from studylog.features.attend import Attendance

EXAMPLES = (
    ("studylog attend", "who was at today's meeting, or the last one"),
    ("studylog attend --absent 이몽룡", "somebody was not there"),
    ("studylog attend 8/12 --with 성춘향 --with 향단", "two more were there"),
    ("studylog attend -1 --absent 이몽룡 -n", "only show what would change"),
)


def command(
    context: Context,
    reference: Ref = None,
    absent: Absent = (),
    present: With = (),
    dry_run: DryRun = False,
) -> None:
    """Correct who was at a meeting. Only the lines of attendance in the header of the note change."""
    from studylog.features.attend import attend

    notebook = context.notebook()
    note, head = meant.note(context, notebook, reference)
    correction = attend(
        notebook,
        note,
        present=meant.people(context, notebook.settings, present),
        absent=meant.people(context, notebook.settings, absent),
        dry_run=dry_run,
    )
    tell_findings(correction.findings, context)
    if dry_run and not context.everywhere.json:
        put_diff(note.path, correction.before, correction.after, context)
        return
    day = head.day.isoformat() if head.day else None
    now = correction.attendance
    item = {"path": note.path, "date": day, "attendees": list(now.attendees), "absent": list(now.absent)}
    answer(context, Answer("attend", notebook.name, [item], partial(_table, now, context.language)))
    if dry_run:
        return
    if correction.after != correction.before:
        tell(say("{path} was corrected.", path=note.path), context.language)
    elif absent or present:
        tell_unchanged(note.path, context.language)


def _table(attendance: "Attendance", language: Language) -> Table:
    there = Cell(translate(say("there"), language), "green", "there")
    away = Cell(translate(say("absent"), language), "yellow", "absent")
    rows = ((attendance.attendees, there), (attendance.absent, away))
    named = tuple((name, state) for names, state in rows for name in names)
    return Table((Column(say("Name")), Column(say("Attendance"))), (Rows(named),), header=False)
