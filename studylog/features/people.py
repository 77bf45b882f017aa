"""Who is who: the roster with what notes say of each, and apart from it whoever else appears in them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.people.attendance import PersonStanding
from studylog.core.people.likeness import may_be_meant, suggestion
from studylog.core.people.names import is_role
from studylog.core.people.roster import Person, Roster, bare_name
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.listed import ListedQuestion
    from studylog.core.model import Paper, Promise
    from studylog.store.index.lists import IndexLists
    from studylog.store.index.lists.people import Met


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with their standing; who is not on the roster has no `person`, and `candidates` may be meant.

    An `office`, such as 멘토님, is called by what somebody is, and is not missed on the roster.
    """

    standing: PersonStanding
    person: Person | None
    candidates: tuple[Person, ...] = ()
    office: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """All that notes say of somebody; promises come with the day of their note."""

    member: Member
    meetings: "tuple[Met, ...]"
    asked: "tuple[ListedQuestion, ...]"
    answered: "tuple[ListedQuestion, ...]"
    papers: "tuple[Paper, ...]"
    promises: "tuple[tuple[Promise, str | None], ...]"

    @property
    def empty(self) -> bool:
        """Whether notes say nothing of them."""
        return not (self.meetings or self.asked or self.answered or self.papers or self.promises)


def record_of(member: Member, lists: "IndexLists", today: date) -> Record:
    """All that notes say of somebody; of meetings, those up to a day."""
    name = member.standing.name
    return Record(
        member=member,
        meetings=lists.people.meetings_of(name, today),
        asked=lists.questions.voiced(name, "asked"),
        answered=lists.questions.voiced(name, "answered"),
        papers=lists.people.papers(name),
        promises=lists.people.promises(name),
    )


def the_team(standings: Mapping[str, PersonStanding], roster: Roster) -> tuple[Member, ...]:
    """The people of the roster, in its order."""
    return tuple(
        Member(
            # A name that two share is nobody's: what is said of it may be either's.
            standings.get(person.name, PersonStanding(person.name))
            if roster.resolve(person.name).person is person
            else PersonStanding(person.name),
            person,
        )
        for person in roster.people
    )


def the_others(standings: Mapping[str, PersonStanding], roster: Roster) -> tuple[Member, ...]:
    """Whoever appears in notes and is not on the roster, by name; who may be meant is only suggested."""
    strangers = (one for name, one in standings.items() if roster.resolve(name).person is None)
    return tuple(_stranger(one, roster) for one in strangers)


def the_member(written: str, standings: Mapping[str, PersonStanding], roster: Roster) -> Member:
    """The one who is meant by a name that only one person answers to, on the roster or in the notes."""
    name = bare_name(written)
    person = roster.resolve(written).person
    if person is not None:
        return Member(standings.get(person.name, PersonStanding(person.name)), person)
    if name in standings:
        return _stranger(standings[name], roster)
    hint = suggestion(written, roster) or say("`studylog people` lists everybody.")
    message = say("Neither the roster nor a note knows “{name}”.", name=written)
    raise StudylogError(message, Exit.NOT_FOUND, hint=hint)


def _stranger(standing: PersonStanding, roster: Roster) -> Member:
    office = is_role(standing.name)
    several = roster.resolve(standing.name).candidates
    likely = several or (() if office else may_be_meant(standing.name, roster))
    return Member(standing, None, likely, office)
