"""`studylog brief`: one screen to begin the meeting with."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Table
from studylog.cli.talk import tell
from studylog.cli.words.declare import Argument
from studylog.core.dates.labels import day_label
from studylog.core.i18n import Language, say
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.features.brief import Brief

EXAMPLES = (
    ("studylog brief", "for today's meeting"),
    ("studylog brief tomorrow", "for that of another day"),
    ("studylog brief --json", "for a program"),
)


@once_more
def command(
    context: Context,
    day: Annotated[
        str | None,
        Argument(metavar="DATE", help="The day of the meeting: 8/12, 내일, W2D4; today when left out."),
    ] = None,
) -> None:
    """Show what a meeting begins with, on one screen: the last meeting, who presents what, what was promised,
    and the latest open questions."""
    from studylog.cli.reading import indexed, read_in_lines
    from studylog.features.brief import brief
    from studylog.store.index.lists import IndexLists

    notebook = context.notebook()
    when = meant.day(context, notebook.settings, day)
    with indexed(context, notebook) as index:
        found = brief(index.db, when)
        lists = IndexLists(index.db)
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()
    if found.outlook.empty and found.last is None:
        tell(
            say("Nothing was carried over to {day}.", day=day_label(when, context.language)), context.language
        )
    items = [_item(found)] if context.everywhere.json else []
    table = partial(_table, found, context.language)
    answer(context, Answer("brief", notebook.name, items, table, in_line, unread))


def _table(found: "Brief", language: Language) -> Table:
    from studylog.cli.shown.screens import Screen

    outlook = found.outlook
    screen = Screen(outlook.day, language)
    last = [screen.meeting(found.last, "last")] if found.last else []
    screen.add(say("Last meeting"), last)
    screen.add(say("Papers of the day"), (screen.paper(one, "paper") for one in outlook.papers))
    screen.add(say("Promised"), map(screen.promise, outlook.promises))
    shown, total = len(outlook.questions), outlook.questions_total
    more = screen.say(say("the latest {shown} of {total}", shown=shown, total=total))
    screen.add(say("Still open"), map(screen.question, outlook.questions), more if total > shown else "")
    screen.add(say("Without slides"), (screen.paper(one, "slides") for one in outlook.missing))
    return screen.table()


def _item(found: "Brief") -> Item:
    """The item of `brief --json`."""
    from studylog.cli.shown.records import meeting_item, paper_items, promise_items, question_items

    outlook = found.outlook
    return {
        "date": outlook.day.isoformat(),
        "last": meeting_item(found.last),
        "papers": paper_items(outlook.papers),
        "promises": promise_items(outlook.promises),
        "questions": question_items(outlook.questions),
        "questions_total": outlook.questions_total,
        "missing_slides": paper_items(outlook.missing),
    }
