"""Which notes are meant: by day, type, people, lecture, paper and words."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from studylog.core.listed import ListedNote, Summary
from studylog.core.people.roster import Roster
from studylog.core.text import fold, nfc
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the notes shall have; None asks for nothing. Person and course are named as the team does."""

    since: date | None = None
    until: date | None = None
    type: str | None = None
    person: str | None = None
    course: str | None = None
    lecture: int | None = None
    paper: str | None = None
    match: str | None = None


def wanted_notes(
    lists: "IndexLists", wanted: Wanted, roster: Roster, text_of: Callable[[str], str]
) -> tuple[ListedNote, ...]:
    """The notes that have all that is wanted, pages first, then meetings in order of their days.

    `text_of` gives the text of the note with a path; it is asked only for notes that have all the rest.
    """
    found = lists.notes.lines(wanted.since, wanted.until, wanted.type)
    rules = _rules(wanted, roster)
    if rules:
        summaries = lists.notes.summaries(found)
        found = tuple(line for line, summary in summaries if all(rule(summary) for rule in rules))
    if wanted.match is not None:
        words = _plain(wanted.match)
        found = tuple(line for line in found if words in _plain(text_of(line.path)))
    return found


def _rules(wanted: Wanted, roster: Roster) -> list[Callable[[Summary], bool]]:
    """What is to be asked of each note besides its day and type."""
    rules: list[Callable[[Summary], bool]] = []
    course, person, paper = wanted.course, wanted.person, wanted.paper
    if course is not None:
        rules.append(lambda summary: course in summary.courses)
    if wanted.lecture is not None:
        rules.append(lambda summary: wanted.lecture in _lectures(summary, course))
    if person is not None:
        canonical = cache(roster.canonical)
        rules.append(lambda summary: person in map(canonical, _people(summary)))
    if paper is not None:
        words = fold(paper)
        rules.append(lambda summary: any(words in fold(title) for title in summary.titles))
    return rules


def _lectures(summary: Summary, course: str | None) -> set[int | None]:
    """The lectures that a note speaks of; of one course where one is wanted."""
    return {number for of, number in summary.lectures if course is None or of == course}


def _people(summary: Summary) -> list[str]:
    """Who was there, wrote, led or presented."""
    names = (*summary.attendees, summary.author, summary.moderator, *summary.presenters)
    return [name for name in names if name]


def _plain(text: str) -> str:
    return nfc(text).casefold()
