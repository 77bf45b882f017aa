"""The meetings, plans and promises of a site as a calendar (RFC 5545): whole days, named for good."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from studylog.core.digest.pagenames import paper_name
from studylog.core.digest.site import Site
from studylog.core.i18n import Message, say, translate
from studylog.core.machine.addresses import address, host
from studylog.core.text import short_hash
from studylog.core.values import dataclass

CALENDAR = "calendar.ics"
"""The name of the calendar."""

_MEETINGS, _PLANS, _PROMISES = 200, 100, 300
# Whatever is planned comes after this day: a calendar does not depend on when it is made.
_EVER = date(1900, 1, 1)
_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day: what it is called for good, and the page that tells more."""

    id: str
    day: date
    summary: str
    page: str
    people: tuple[str, ...] = ()


def calendar(site: Site) -> str:
    """The calendar of a site: its newest meetings, what is planned, and what was promised for a day."""
    events = sorted(_events(site), key=lambda event: (event.day, event.id))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//studylog//studylog//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(site.title)}",
        f"X-WR-CALNAME:{_text(site.title)}",
        *(line for event in events for line in _lines(site, event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _events(site: Site) -> Iterator[Event]:
    yield from _meetings(site)
    for paper in site.library.papers.coming(_EVER, _PLANS):
        if paper.planned and paper.planned.date and not paper.presented:
            title = say("Paper: {title}", title=paper.title)
            page = paper_name(paper.id)
            yield Event(page, paper.planned.date, _said(site, title), page, paper.planned.presenters)
    for one in site.library.promises.waiting(date.min, _PROMISES):
        promise = one.promise
        if promise.due:
            title = say("Due: {what}", what=promise.text)
            id_ = f"{one.note.page}#{short_hash(promise.text)}"
            yield Event(id_, promise.due, _said(site, title), one.note.page, promise.people)


def _meetings(site: Site) -> Iterator[Event]:
    months, count = [], 0
    for month in site.library.meetings.months():
        if month.first and count < _MEETINGS:
            months.append(month.first)
            count += month.count
    for card in site.library.meetings.since(min(months)) if months else ():
        if card.day:
            yield Event(card.page, card.day, card.title, card.page)


def _lines(site: Site, event: Event) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(event.id)}@{host(site)}")
    # When it was written down: that it is built again makes it no other.
    yield f"DTSTAMP:{event.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.people:
        yield f"DESCRIPTION:{_text(', '.join(event.people))}"
    url = address(site, event.page)
    if url:
        yield f"URL:{url}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _said(site: Site, message: Message) -> str:
    return translate(message, site.language)


def _text(text: str) -> str:
    """A text as a value: what has a meaning there is escaped, what is no character of a text is left out."""
    escaped = text.translate(_ESCAPED)
    return "".join(
        char for char in escaped if char >= " " and not "\ud800" <= char <= "\udfff" and char != "\x7f"
    )


def _folded(line: str) -> Iterable[str]:
    """A line in pieces of at most 75 bytes, each after the first behind a blank; no character is torn."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece
