"""`studylog week`: what a week brought, as Markdown."""

import sys
from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.printable import printable
from studylog.cli.shown.output import Item, put_json
from studylog.cli.talk import tell_hint
from studylog.cli.words.declare import Argument
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.core.weekly import Weekly

EXAMPLES = (
    ("studylog week", "this week; before its first meeting, the last one"),
    ("studylog week 3 > week3.md", "the third week, as a file"),
    ("studylog week 8/12", "the week of a day"),
)


@once_more
def command(
    context: Context,
    week: Annotated[
        str | None,
        Argument(
            metavar="N",
            help="The week, counted from `start` in studylog.yaml: 3, W3, 3주차; or of the calendar: "
            "2026-w48; or a day of it.",
        ),
    ] = None,
) -> None:
    """Write the digest of a week as Markdown: meetings and who was there, what was asked and answered by
    lecture, papers, promises."""
    from studylog.cli.reading import indexed
    from studylog.core.dates.weeks import BY_THE_CALENDAR
    from studylog.core.weekly import markdown
    from studylog.features.week import current
    from studylog.store.index.days.weekly import weekly

    notebook = context.notebook()
    settings = notebook.settings
    told = meant.week(context, settings, week) if week is not None else None
    with indexed(context, notebook) as index:
        if told is None:
            found = current(index.db, context.today(settings), settings.start)
        else:
            found = weekly(index.db, told)
    if context.everywhere.json:
        put_json("week", notebook.name, [_item(found)])
    else:
        sys.stdout.write(printable(markdown(found, notebook.name, context.language)))
    if told is not None and not found.meetings and settings.start is None:
        tell_hint(BY_THE_CALENDAR, context.language)


def _item(found: "Weekly") -> Item:
    """The item of `week --json`."""
    from studylog.cli.shown.records import meeting_item, paper_items
    from studylog.core.records import iso_day

    return {
        "week": found.week.number if found.week.year is None else None,
        "first": found.week.first.isoformat(),
        "last": found.week.last.isoformat(),
        "meetings": [
            {**(meeting_item(one) or {}), "attendees": list(one.attendees), "absent": list(one.absent)}
            for one in found.meetings
        ],
        "asked": [one.id for one in found.asked],
        "answered": [one.id for one in found.answered],
        "papers": paper_items(found.papers),
        "promises": [
            {
                "id": one.id,
                "text": one.text,
                "who": one.people[0] if one.people else None,
                "people": list(one.people),
                "due": iso_day(one.due),
                "kept": one.kept,
            }
            for one in found.promises
        ],
    }
