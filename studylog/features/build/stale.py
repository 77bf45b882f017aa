"""Which pages of a site have to be looked at again after a change, and which are gone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from studylog.core.dates.weeks import week_of
from studylog.core.digest.frame import NOUNS, Noun
from studylog.core.digest.listed import Listed
from studylog.core.digest.pagenames import (
    HEALTH,
    HOME,
    LIST_FOLDERS,
    PEOPLE,
    paper_name,
    person_names,
    question_name,
    week_name,
    whole_name,
)
from studylog.core.digest.weeks import all_weeks
from studylog.core.machine.feed import FEED
from studylog.core.values import dataclass
from studylog.features.build.machine import is_machine_file, stale_files
from studylog.features.build.plan import Plan
from studylog.store.index.touched import Kind, Thing, lecture_of_key

Keys = dict[Kind, set[str]]
# Which touched things tell that the pages of a list may look different: by month, day, course, year, letter.
_LISTED: dict[Noun, Kind] = {
    "meetings": "meetings",
    "questions": "questions",
    "lectures": "questions",
    "papers": "papers",
    "weeks": "days",
    "notes": "notes",
    "resources": "resources",
}
# Months lead to each other: one that is gone is told by no page.
_CHAINED: tuple[Noun, ...] = ("meetings", "resources")


@dataclass(frozen=True, slots=True)
class Had:
    """What a site has had so far: the names of its files, and what parts of long lists show, in hashes."""

    names: Collection[str]
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stale:
    """The names of pages that may look different now, or not be there; and of those that surely are gone.

    `parts` are all parts of long lists with what they show now.
    """

    names: tuple[str, ...]
    gone: frozenset[str]
    parts: Mapping[str, str]


def stale_pages(plan: Plan, things: Iterable[Thing], had: Had, passed: Collection[str]) -> Stale:
    """The pages that show something of what was touched.

    `passed` are pages that show it anyway, because a day passed.
    """
    things = tuple(things)
    keys: Keys = {}
    for kind, key in things:
        keys.setdefault(kind, set()).add(key)
    if keys.keys() <= {"note"}:
        return Stale(tuple(sorted({HEALTH, *passed, *keys.get("note", ())})), frozenset(), had.parts)
    old, firsts = had.names, set(_touched_wholes(plan, keys))
    listed = {one.page: one for one in _touched_parts(plan, keys, firsts)}
    fresh = {one.page for one in listed.values() if _is_fresh(one, keys, had)}
    wanted = {
        *(HOME, HEALTH, FEED),
        *stale_files(plan.files().values(), things, old),
        *_first_pages(keys, old),
        *passed,
        *(set(_list_pages(plan, keys, old)) - listed.keys()),
        *firsts,
        *fresh,
        *keys.get("note", ()),
        *map(question_name, keys.get("question", ())),
        *map(paper_name, keys.get("paper", ())),
    }
    gone = frozenset(_gone(plan, keys, old, firsts, listed.keys()))
    parts = {name: told for name, told in had.parts.items() if name not in gone}
    parts.update((one.page, one.told) for one in listed.values())
    return Stale(tuple(sorted(wanted)), gone, parts)


def pages_of_day(plan: Plan, before: date, now: date) -> tuple[str, ...]:
    """The pages that a new day changes: the first one, the board, and those of the people who met."""
    if before == now:
        return ()
    met = plan.site.library.people.met_between(*sorted((before, now)))
    return (HOME, NOUNS["papers"][1], *((PEOPLE, *plan.first_pages_of(met)) if met else ()))


def _first_pages(keys: Keys, old: Collection[str]) -> Iterator[str]:
    """The first pages of lists that show something touched."""
    for noun, (_, page) in NOUNS.items():
        if _LISTED.get(noun, "person") in keys or page not in old:
            yield page


def _touched_wholes(plan: Plan, keys: Keys) -> Iterator[str]:
    """The first pages of the lectures and people that were touched."""
    for key in keys.get("lecture", ()):
        page = plan.site.library.lectures.page(*_course_and_number(key))
        yield from (page,) if page else ()
    yield from plan.first_pages_of(keys.get("person", ()))


def _touched_parts(plan: Plan, keys: Keys, firsts: Iterable[str]) -> Iterator[Listed]:
    """What stands on the further pages of the lectures, people and courses that were touched."""
    for page in firsts:
        yield from plan.listed_lecture(page)
    yield from plan.listed_people(keys.get("person", ()))
    courses = keys.get("questions", set())
    for one in plan.lists("questions").values() if courses else ():
        if one.listed and not courses.isdisjoint(one.shows):
            yield from one.listed()


def _is_fresh(one: Listed, keys: Keys, had: Had) -> bool:
    """Whether a part has other questions than it had, or one that may look different."""
    same = one.page in had.names and had.parts.get(one.page) == one.told
    return not same or not one.questions.isdisjoint(keys.get("question", ()))


def _list_pages(plan: Plan, keys: Keys, old: Collection[str]) -> Iterator[str]:
    """The pages of lists that show something touched, and those that the site has not had yet."""
    for noun in _touched_lists(keys):
        kind = _LISTED[noun]
        touched = keys[kind]
        if kind == "days":
            touched = set(_week_keys(plan, touched, old))
        pages = plan.lists(noun).values()
        gone = noun in _CHAINED and not touched <= {key for one in pages for key in one.shows}
        for one in pages:
            fresh = gone or not touched.isdisjoint(one.shows)
            yield from (name for name in one.names() if fresh or name not in old)


def _touched_lists(keys: Keys) -> tuple[Noun, ...]:
    """The lists that show something touched: no other one has pages that come or go."""
    return tuple(noun for noun, kind in _LISTED.items() if kind in keys)


def _week_keys(plan: Plan, days: Iterable[str], old: Collection[str]) -> Iterator[str]:
    """The weeks and the years of days; of a week that comes or goes, also those that lead to it."""
    start, weeks = plan.site.settings.start, all_weeks(plan.site)
    for week in {week_of(date.fromisoformat(day), start) for day in days}:
        yield from (week.key, str(week.of_year))
        if week not in weeks or week_name(week.key) not in old:
            later = [one for one in weeks if one.first > week.first]
            earlier = (one for one in weeks if one.first < week.first)
            yield from (one.key for one in (*later[-1:], *islice(earlier, 1)))


def _course_and_number(key: str) -> tuple[str | None, int]:
    course, number = lecture_of_key(key)
    return course or None, number


def _gone(
    plan: Plan, keys: Keys, old: Collection[str], touched: Collection[str], parts: Collection[str]
) -> Iterator[str]:
    """The pages of lists, lectures and people that have nothing to show: no touched thing tells of them.

    `touched` are the first pages of the lectures and people that were touched, `parts` the further ones: only
    these have fewer or more.
    """
    lists = _touched_lists(keys)
    lectures = set(plan.site.library.lectures.pages())
    wholes = lectures | person_names(plan.site.settings.roster).keys()
    kept = {*plan.list_names(lists), *lectures, *touched, *parts, *plan.files()}
    for name in old:
        if name in kept:
            continue
        folder = name.rpartition("/")[0]
        noun = folder.partition("/")[0]
        is_listed = folder in LIST_FOLDERS and noun in lists
        whole = whole_name(name)[0] if folder in ("lectures", "people") else None
        is_left = whole is not None and (whole not in wholes or whole in touched)
        if is_listed or is_machine_file(name) or is_left:
            yield name
