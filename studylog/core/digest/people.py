"""The people of a team: all of them on one page, and a page for each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from studylog.core.dates.labels import in_several_years
from studylog.core.digest.listed import Listed, listed
from studylog.core.digest.meetings.agenda import PromiseLine, promise_line
from studylog.core.digest.meetings.strip import AttendanceStrip, strip
from studylog.core.digest.pagenames import person_names
from studylog.core.digest.paging import Pager, newest_first, pager_back
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.site import Site
from studylog.core.i18n import Message
from studylog.core.library import Attended, Voice
from studylog.core.model import Paper
from studylog.core.people.attendance import PersonStanding, Presence
from studylog.core.people.likeness import may_be_meant
from studylog.core.people.names import is_role
from studylog.core.people.roster import Person
from studylog.core.values import dataclass
from studylog.core.words import PRESENCES

_LATELY, _MEETINGS, _PAPERS, _PROMISES, PART = 20, 80, 60, 40, 150


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody on the roster with how often they did what; `left` is the day after which they are gone."""

    name: str
    page: str
    aliases: tuple[str, ...]
    standing: PersonStanding
    strip: AttendanceStrip | None
    left: date | None


@dataclass(frozen=True, slots=True)
class StrangerLine:
    """A name that nobody on the roster answers to, and who may be meant: a suggestion, nothing more."""

    standing: PersonStanding
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The team, those who left it, and names that are not on the roster; `seen` where evidence is shown."""

    team: tuple[PersonLine, ...]
    former: tuple[PersonLine, ...]
    strangers: tuple[StrangerLine, ...]
    seen: bool

    @property
    def presences(self) -> Mapping[Presence, Message]:
        """What the marks of the strips mean."""
        return PRESENCES


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person; only the first of several parts has more than questions, and a standing."""

    name: str
    aliases: tuple[str, ...]
    since: date | None
    until: date | None
    standing: PersonStanding
    first: bool
    strip: AttendanceStrip | None
    asked: tuple[QuestionLine, ...]
    answered: tuple[QuestionLine, ...]
    papers: tuple[PaperLine, ...]
    promises: tuple[PromiseLine, ...]
    today: date
    pager: Pager

    @property
    def years(self) -> bool:
        """Whether the days of its lists are of several years."""
        asked = (line.day for line in (*self.asked, *self.answered))
        others = (*(paper.day for paper in self.papers), *(promise.due for promise in self.promises))
        return in_several_years((*asked, *others))

    @property
    def presences(self) -> Mapping[Presence, Message]:
        """What the marks of the strips mean."""
        return PRESENCES


def people_page(site: Site) -> PeoplePage:
    """Everybody, as the roster has them."""
    pages = person_names(site.settings.roster)
    meetings = {page: _meetings(site, person, _LATELY) for page, person in pages.items()}
    most = max(map(len, meetings.values()), default=0)
    lines = [_line(site, person, page, strip(meetings[page], beside=most)) for page, person in pages.items()]
    strangers = tuple(_strangers(site))
    return PeoplePage(
        team=tuple(line for line in lines if line.left is None),
        former=tuple(line for line in lines if line.left is not None),
        strangers=strangers,
        seen=any(one.standing.seen for one in lines) or any(one.standing.seen for one in strangers),
    )


def count_parts(site: Site, person: Person) -> int:
    """On how many pages the questions of a person stand."""
    return len(_parts(site, person))


def listed_parts(site: Site, person: Person, page: str) -> Iterator[Listed]:
    """What stands on each page of the questions of a person but the first."""
    return listed(page, [[id_ for _, id_ in part] for part in _parts(site, person)], person)


def person_page(site: Site, person: Person, page: str, part: int) -> PersonPage:
    """A part of the page of a person: what they asked, then what they answered, each the newest first."""
    parts, first = _parts(site, person), part == 1
    meetings = _meetings(site, person, _MEETINGS) if first else ()
    return PersonPage(
        name=person.name,
        aliases=_aliases(person),
        since=person.since,
        until=person.until,
        standing=_standing(site, person) if first else PersonStanding(person.name),
        first=first,
        strip=strip(meetings),
        asked=_lines(site, parts[part - 1], "asked"),
        answered=_lines(site, parts[part - 1], "answered"),
        papers=tuple(paper_line(site, one) for one in _papers(site, person)) if first else (),
        promises=_promises(site, person) if first else (),
        today=site.today,
        pager=pager_back(page, part, len(parts)),
    )


def _aliases(person: Person) -> tuple[str, ...]:
    """What else somebody is called; in a site for everybody, other names may be the same."""
    return tuple(name for name in dict.fromkeys(person.aliases) if name != person.name)


def _line(site: Site, person: Person, page: str, shown: AttendanceStrip | None) -> PersonLine:
    gone = person.until if person.until and person.until < site.today else None
    return PersonLine(person.name, page, _aliases(person), _standing(site, person), shown, gone)


def _is_one(site: Site, person: Person) -> bool:
    """Whether the name means this person alone: what is said of a name that two share may be either's."""
    return site.settings.roster.resolve(person.name).person is person


def _meetings(site: Site, person: Person, most: int) -> tuple[Attended, ...]:
    return site.library.people.meetings(person.name, site.today, most) if _is_one(site, person) else ()


def _standing(site: Site, person: Person) -> PersonStanding:
    if not _is_one(site, person):
        return PersonStanding(person.name)
    return site.library.people.standing(person.name, site.today)


def _parts(site: Site, person: Person) -> list[Sequence[tuple[Voice, str]]]:
    """What somebody asked and answered, as it stands on their pages."""
    return newest_first(site.library.people.voiced(person.name) if _is_one(site, person) else (), PART)


def _lines(site: Site, part: Sequence[tuple[Voice, str]], voice: Voice) -> tuple[QuestionLine, ...]:
    """What somebody did of a part, the newest first."""
    ids = [id_ for done, id_ in reversed(part) if done == voice]
    return tuple(question_line(site, entry) for entry in site.library.people.questions(ids))


def _papers(site: Site, person: Person) -> tuple[Paper, ...]:
    return site.library.people.papers(person.name, _PAPERS) if _is_one(site, person) else ()


def _promises(site: Site, person: Person) -> tuple[PromiseLine, ...]:
    if not _is_one(site, person):
        return ()
    return tuple(
        promise_line(one, site.today) for one in site.library.people.promises(person.name, _PROMISES)
    )


def _strangers(site: Site) -> Iterator[StrangerLine]:
    roster = site.settings.roster
    for standing in site.library.people.standings(site.today):
        found = roster.resolve(standing.name)
        if found.person is None:
            # Several may answer to the name; an office such as 멘토님 is nobody of the team.
            near = () if is_role(standing.name) else may_be_meant(standing.name, roster)
            yield StrangerLine(standing, tuple(person.name for person in found.candidates or near))
