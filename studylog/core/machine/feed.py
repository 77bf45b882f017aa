"""The newest of a site as a feed: its last meetings, and the questions that were answered last."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from studylog.core.digest.pagenames import question_name
from studylog.core.digest.site import Site
from studylog.core.i18n import Language
from studylog.core.library import NoteEntry, QuestionEntry
from studylog.core.machine.addresses import lasting_id, reference
from studylog.core.text import brief
from studylog.core.values import dataclass

FEED = "feed.xml"
"""The name of the feed."""

_MEETINGS, _ANSWERS, _TITLE, _TEXT, _ASKED = 20, 20, 100, 400, 8
_BEGINNING = date(1970, 1, 1)
# What XML cannot hold, however it is written.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A meeting or an answer; `questions` are the first that were asked, `text` is all else."""

    id: str
    title: str
    address: str
    day: date
    author: str | None
    text: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """What happened last, newest first; `day` is the last on which something did."""

    id: str
    title: str
    language: Language
    own: str
    home: str
    day: date
    entries: tuple[FeedEntry, ...]


def feed(site: Site) -> Feed:
    """The feed of a site: told by the days of its notes, whenever it is built."""
    found = [*_meetings(site), *_answers(site)]
    entries = sorted(found, key=lambda entry: (-entry.day.toordinal(), entry.id))
    return Feed(
        id=lasting_id(site, FEED),
        title=_clean(site.title),
        language=site.language,
        own=reference(site, FEED),
        home=reference(site, "index.html"),
        day=max((entry.day for entry in entries), default=_BEGINNING),
        entries=tuple(entries),
    )


def _meetings(site: Site) -> Iterator[FeedEntry]:
    return islice(_dated(site), _MEETINGS)


def _dated(site: Site) -> Iterator[FeedEntry]:
    meetings = site.library.meetings
    for month in meetings.months():
        for entry in meetings.of_month(month.first, 0, _MEETINGS) if month.first else ():
            if entry.note.date:
                yield _meeting(site, entry, entry.note.date)


def _meeting(site: Site, entry: NoteEntry, day: date) -> FeedEntry:
    note = entry.note
    asked = [brief(_clean(question.text), _TITLE) for question in note.questions[:_ASKED]]
    return FeedEntry(
        id=lasting_id(site, entry.page),
        title=_clean(note.title),
        address=reference(site, entry.page),
        day=day,
        author=_clean(note.header.author) if note.header.author else None,
        text=", ".join(map(_clean, note.header.attendees)),
        questions=tuple(asked),
    )


def _answers(site: Site) -> Iterator[FeedEntry]:
    for entry in site.library.questions.answered_last(_ANSWERS)[:_ANSWERS]:
        yield from _answer(site, entry)


def _answer(site: Site, entry: QuestionEntry) -> Iterator[FeedEntry]:
    question = entry.question
    days = {place.path: place.date for place in question.places}
    dated = [(day, answer) for answer in question.answers if (day := days.get(answer.place.path))]
    if dated:
        day, last = max(dated, key=lambda one: one[0])
        name = question_name(question.id)
        yield FeedEntry(
            id=lasting_id(site, name),
            title=brief(_clean(question.text), _TITLE),
            address=reference(site, name),
            day=day,
            author=_clean(last.by) if last.by else None,
            text=brief(_clean(" ".join(answer.text for answer in question.answers)), _TEXT),
        )


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
