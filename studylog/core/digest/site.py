"""All that pages look up: the collection, found by path and by id, and the pages it is shown on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from studylog.core.digest.addresses import Addresses, LectureKey, assign
from studylog.core.digest.quoting import Quote
from studylog.core.digest.weblinks import WebLink, web_links
from studylog.core.findings import Finding
from studylog.core.i18n import Language
from studylog.core.model import Collection, Lecture, Note, Paper, Question
from studylog.core.questions import short_ids
from studylog.core.settings import Settings

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Site:
    """A collection with its pages: meetings by date, other notes by title, everything by its name.

    `positions` counts the meetings by path; `papers_of` a note, `links_of` a lecture, `under` a question and
    `duplicates` of one are found by path, lecture and id. `files` maps files of the notebook to their copies.
    `quotes` are the questions as their notes have them, `sections` what stands under a heading, by path and
    anchor; both come in as the pages of notes are made.
    """

    collection: Collection
    settings: Settings
    title: str
    language: Language
    addresses: Addresses
    notes: Mapping[str, Note]
    meetings: tuple[Note, ...]
    positions: Mapping[str, int]
    others: tuple[Note, ...]
    questions: Mapping[str, Question]
    short_ids: Mapping[str, str]
    under: Mapping[str, tuple[str, ...]]
    duplicates: Mapping[str, tuple[str, ...]]
    lectures: Mapping[LectureKey, Lecture]
    papers_of: Mapping[str, tuple[Paper, ...]]
    links: tuple[WebLink, ...]
    links_of: Mapping[LectureKey, tuple[WebLink, ...]]
    findings: tuple[Finding, ...]
    files: Mapping[str, str]
    quotes: Mapping[str, Sequence[Quote]]
    sections: Mapping[tuple[str, str], str]


def site_of(
    collection: Collection,
    settings: Settings,
    *,
    name: str | None = None,
    files: Mapping[str, str] | None = None,
    quotes: Mapping[str, Sequence[Quote]] | None = None,
    sections: Mapping[tuple[str, str], str] | None = None,
    findings: Iterable[Finding] = (),
) -> Site:
    """The site of a notebook, by its name; `findings` are those that only building it has shown."""
    addresses = assign(collection)
    notes, questions = collection.notes, collection.questions
    meetings = tuple(sorted((note for note in notes if note.kind == "meeting"), key=_by_date))
    others = tuple(sorted((note for note in notes if note.kind == "page"), key=_by_title))
    links = web_links((*meetings, *others))
    return Site(
        collection=collection,
        settings=settings,
        title=settings.site.title or name or settings.name or "studylog",
        language=settings.site.language or settings.language,
        addresses=addresses,
        notes={note.path: note for note in reversed(notes)},
        meetings=meetings,
        positions={note.path: position for position, note in reversed(tuple(enumerate(meetings)))},
        others=others,
        questions={question.id: question for question in questions},
        short_ids=short_ids(questions),
        under=_grouped((question.parent, question.id) for question in questions if question.parent),
        duplicates=_grouped(
            (question.duplicate_of, question.id) for question in questions if question.duplicate_of
        ),
        lectures={(lecture.course, lecture.number): lecture for lecture in collection.lectures},
        papers_of=_grouped((shown.path, paper) for paper in collection.papers for shown in paper.presented),
        links=links,
        links_of=_grouped(
            ((link.first.course, link.first.lecture), link) for link in links if link.first.lecture
        ),
        findings=(*collection.findings, *addresses.findings, *findings),
        files={} if files is None else files,
        quotes={} if quotes is None else quotes,
        sections={} if sections is None else sections,
    )


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    """The values of each key, each once, in the order in which they come."""
    groups: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        group = groups.setdefault(key, [])
        if value not in group:
            group.append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _by_date(note: Note) -> tuple[date, str]:
    return note.date or date.max, note.path


def _by_title(note: Note) -> tuple[str, str]:
    return note.title.casefold(), note.path
