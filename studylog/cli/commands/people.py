"""`studylog people`: who is who, who was there, and what each asked, answered and presented."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.values import replace
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from datetime import date

    from studylog.store.index.lists import IndexLists
    from studylog.store.notebook import Notebook

EXAMPLES = (
    ("studylog people", "everybody, with what they did"),
    ("studylog people 성춘향", "one of them: when there, what asked, answered, presented, promised"),
    ("studylog people --attendance", "the latest meetings, and who was there"),
    ("studylog people --json", "for a program"),
)


@once_more
def command(
    context: Context,
    name: Annotated[
        str | None, Argument(metavar="NAME", help="Only this person.", offers=complete.people)
    ] = None,
    attendance: Annotated[bool, Option("--attendance", help="A grid of the latest meetings.")] = False,
) -> None:
    """List the people of the team. Who was there is what the notes state; where a note names nobody, those
    whom it shows asking, answering, presenting or speaking are counted apart, as seen."""
    from studylog.cli.reading import listed

    if name and attendance:
        message = say("Name somebody, or ask for --attendance: not both.")
        raise StudylogError(message, Exit.USAGE, hint=say("`studylog people NAME` shows it, too."))
    notebook = context.notebook()
    today = context.today(notebook.settings)
    with listed(context, notebook) as lists:
        if attendance:
            result = _grid(context, notebook, lists, today)
        elif name:
            result = _one(context, notebook, lists, today, name)
        else:
            result = _everybody(context, notebook, lists, today)
        unread = lists.unread_notes()
    answer(context, replace(result, unread=unread))


def _everybody(context: Context, notebook: "Notebook", lists: "IndexLists", today: "date") -> Answer:
    from studylog.cli.shown.peopletables import people_table
    from studylog.cli.shown.records import member_item
    from studylog.features.people import the_others, the_team

    roster, standings = notebook.settings.roster, lists.people.standings(today)
    team, others = the_team(standings, roster), the_others(standings, roster)
    if not team:
        tell(say("Nobody is on the roster. Write `roster:` in studylog.yaml."), context.language)
    if context.terminal.stdout and any(one.standing.seen for one in (*team, *others)):
        tell(say("Seen: shown by a note that does not say who was there."), context.language)
    items = [member_item(one) for one in (*team, *others)] if context.everywhere.json else []
    table = partial(people_table, team, others, today, context.language)
    return Answer("people", notebook.name, items, table)


def _one(context: Context, notebook: "Notebook", lists: "IndexLists", today: "date", written: str) -> Answer:
    from studylog.cli.reading import read_in_lines
    from studylog.cli.shown.attendancegrid import legend
    from studylog.cli.shown.persontable import person_table
    from studylog.cli.shown.records import whole_member_item
    from studylog.features.people import record_of, the_member

    roster, standings = notebook.settings.roster, lists.people.standings(today)
    name = meant.person(context, notebook.settings, written)
    record = record_of(the_member(name, standings, roster), lists, today)
    if record.empty:
        tell(say("No note says anything of {name} yet.", name=record.member.standing.name), context.language)
    items = [whole_member_item(record)] if context.everywhere.json else []
    in_line = read_in_lines(context, lists)
    if record.meetings and context.drawn:
        drawn = {met.people[0].presence for met in record.meetings}
        tell(legend(context.language, drawn), context.language)
    table = partial(person_table, record, today, context)
    return Answer("people", notebook.name, items, table, in_line)


def _grid(context: Context, notebook: "Notebook", lists: "IndexLists", today: "date") -> Answer:
    from studylog.cli.shown.attendancegrid import (
        attendance_grid,
        attendance_records,
        legend,
        meetings_that_fit,
    )
    from studylog.cli.shown.records import met_item

    roster = notebook.settings.roster
    if not context.drawn:
        meetings = lists.people.meetings(today)
        items = [met_item(one) for one in meetings]
        return Answer("attendance", notebook.name, items, partial(attendance_records, meetings))
    room = meetings_that_fit(context.terminal.columns, roster)
    meetings = lists.people.meetings(today, room)
    if any(one.people for one in meetings):
        said = legend(context.language)
    else:
        said = say("No note says who was there yet.") if meetings else say("No meetings yet.")
    tell(said, context.language)
    return Answer("attendance", notebook.name, [], partial(attendance_grid, meetings, roster))
