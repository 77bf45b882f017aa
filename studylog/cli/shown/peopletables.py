"""The people of a team as a table: those on the roster, and apart from them whoever else appears."""

from collections.abc import Sequence
from datetime import date

from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table, counted
from studylog.core.i18n import Language, say, translate
from studylog.core.people.attendance import PersonStanding
from studylog.features.people import Member


def people_table(team: Sequence[Member], others: Sequence[Member], today: date, language: Language) -> Table:
    """Everybody with how often they were there, asked, answered and presented."""
    columns = (
        Column(say("Name")),
        Column(say("Other names"), pipe_only=True),
        Column(say("There"), align="right"),
        Column(say("Seen"), style="dim", align="right"),
        Column(say("Absent"), align="right"),
        Column(say("Asked"), align="right"),
        Column(say("Answered"), align="right"),
        Column(say("Presented"), align="right"),
    )
    groups = []
    if team:
        groups.append(Rows(tuple(_row(one, today, language) for one in team)))
    if others:
        title = translate(say("Not on the roster"), language)
        groups.append(Rows(tuple(_row(one, today, language) for one in others), title))
    return Table(columns, tuple(groups))


def _row(member: Member, today: date, language: Language) -> tuple[Field, ...]:
    standing, person = member.standing, member.person
    return (
        Cell(standing.name, below=_below(member, today, language), plain=standing.name),
        ",".join(person.aliases) if person else "",
        *map(counted, (standing.attended, standing.seen, standing.absent, standing.asked, standing.answered)),
        Cell(_presented(standing), plain=str(standing.presented)),
    )


def _presented(standing: PersonStanding) -> str:
    """How many papers somebody presented; behind it, with a question mark, those that are only hinted at."""
    hinted = f"+{standing.hinted}?" if standing.hinted else ""
    return f"{standing.presented or ''}{hinted}"


def _below(member: Member, today: date, language: Language) -> str:
    """What has to be known of somebody besides: when they left, or who may be meant."""
    person = member.person
    if person and person.until and person.until < today:
        return translate(say("until {day}", day=person.until.isoformat()), language)
    if person and person.since and person.since > today:
        return translate(say("from {day} on", day=person.since.isoformat()), language)
    if member.candidates:
        names = " · ".join(one.name for one in member.candidates)
        return translate(say("{names}?", names=names), language)
    return ""
