"""`studylog status`: where the team stands today."""

from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Cell, Field, Table
from studylog.core.i18n import say
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.cli.shown.screens import Screen
    from studylog.core.standing import LectureStands
    from studylog.features.status import Status

EXAMPLES = (
    ("studylog status", "today, what is open, what is due, what lacks its slides"),
    ("studylog status --json", "for a program"),
)
_LECTURES, _FILES = 8, 5


@once_more
def command(context: Context) -> None:
    """Show where the team stands today: the meeting and who is expected, open questions by lecture, promises
    of two weeks back and one ahead, papers without slides, and what is not committed."""
    from studylog.cli.reading import indexed, read_in_lines
    from studylog.features.status import status
    from studylog.store.index.lists import IndexLists

    notebook = context.notebook()
    today = context.today(notebook.settings)
    with indexed(context, notebook) as index:
        found = status(notebook, index.db, today)
        lists = IndexLists(index.db)
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()

    def table() -> Table:
        from studylog.cli.shown.screens import Screen

        screen = Screen(today, context.language)
        _fill(screen, found)
        return screen.table()

    items = [_item(found)] if context.everywhere.json else []
    answer(context, Answer("status", notebook.name, items, table, in_line, unread))


def _fill(screen: "Screen", found: "Status") -> None:
    stands = found.standing
    screen.add(say("Today"), _today(screen, found), screen.day(stands.day))
    guesses = sum(one.tentative for one in stands.lectures)
    count = screen.say(say("{open} open, {guesses} with guesses only", open=_open(found), guesses=guesses))
    lectures = [_lecture(screen, one) for one in stands.lectures[:_LECTURES]]
    if len(stands.lectures) > _LECTURES:
        more = screen.say(say("and {n:more lecture/more lectures}", n=len(stands.lectures) - _LECTURES))
        lectures.append(screen.line("more", more))
    screen.add(say("Questions"), lectures, count)
    screen.add(say("Promised"), map(screen.promise, stands.promises))
    total = stands.missing_total
    more = str(total) if total > len(stands.missing) else ""
    screen.add(say("Without slides"), (screen.paper(one, "slides") for one in stands.missing), more)
    changed = found.uncommitted or ()
    files = [screen.line("uncommitted", path) for path in changed[:_FILES]]
    screen.add(say("Not committed"), files, str(len(changed)) if len(changed) > _FILES else "")


def _today(screen: "Screen", found: "Status") -> list[tuple[Field, ...]]:
    stands = found.standing
    rows = [screen.meeting(one, "today") for one in stands.today]
    if not rows:
        rows.append(screen.line("today", screen.say(say("No note yet: `studylog new` writes one."))))
    if found.expected:
        name = screen.say(say("There") if stands.today else say("Expected"))
        rows.append(screen.line("expected", ", ".join(found.expected), name))
    if found.absent:
        rows.append(screen.line("absent", ", ".join(found.absent), screen.say(say("Absent"))))
    around = ((stands.last, "last"), (stands.next, "next"))
    rows += [screen.meeting(one, kind) for one, kind in around if one is not None]
    return rows


def _lecture(screen: "Screen", one: "LectureStands") -> tuple[Field, ...]:
    from studylog.core.words import lecture_name

    lecture = lecture_name(one.course, one.lecture)
    name = screen.say(lecture if lecture is not None else say("no lecture"))
    parts = [screen.say(say("{n} open", n=one.open))] if one.open else []
    parts += [screen.say(say("{n:guess/guesses}", n=one.tentative))] if one.tentative else []
    counts = Cell(", ".join(parts), "red" if one.open else "yellow", f"{one.open}/{one.tentative}")
    return ("lecture", "", "", counts, name, "")


def _open(found: "Status") -> int:
    return sum(one.open for one in found.standing.lectures)


def _item(found: "Status") -> Item:
    """The item of `status --json`."""
    from studylog.cli.shown.records import meeting_item, paper_items, promise_items

    stands = found.standing
    return {
        "date": stands.day.isoformat(),
        "today": [meeting_item(one) for one in stands.today],
        "last": meeting_item(stands.last),
        "next": meeting_item(stands.next),
        "expected": list(found.expected),
        "absent": list(found.absent),
        "open": _open(found),
        "tentative": sum(one.tentative for one in stands.lectures),
        "lectures": [
            {"course": one.course, "lecture": one.lecture, "open": one.open, "tentative": one.tentative}
            for one in stands.lectures
        ],
        "promises": promise_items(stands.promises),
        "missing_slides": paper_items(stands.missing),
        "missing_slides_total": stands.missing_total,
        "uncommitted": None if found.uncommitted is None else list(found.uncommitted),
    }
