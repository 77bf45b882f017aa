"""What reading finds doubtful in a note, said with its place and its remedy."""

from collections.abc import Iterator, Mapping
from datetime import date

from studylog.core.dates.labels import WEEKDAYS
from studylog.core.dates.reading import DateParts, find_date, weekday_matches
from studylog.core.findings import Finding, Place
from studylog.core.header.parts import Split
from studylog.core.header.reading import Header, named_at
from studylog.core.i18n import say
from studylog.core.people.likeness import suggestion
from studylog.core.people.roster import Roster
from studylog.core.text import Decoded


def odd_bytes(decoded: Decoded, path: str) -> Iterator[Finding]:
    """A note that is not UTF-8 is read as far as it can be."""
    if decoded.lossy:
        yield Finding(
            Place(path),
            "error",
            "encoding",
            say("Some bytes of the file are no text, and are shown as �."),
            say("Open it in the program that wrote it and save it as UTF-8."),
        )
    elif decoded.encoding.lower().replace("-sig", "") != "utf-8":
        yield Finding(
            Place(path),
            "warning",
            "encoding",
            say("The file is written in {encoding}, not in UTF-8.", encoding=decoded.encoding.upper()),
            say("Save it as UTF-8, so that every program reads it alike."),
        )


def odd_day(place: Place, unread: str | None, dated: DateParts | None, day: date | None) -> Iterator[Finding]:
    """A date that is none, a day that the calendar does not have, a weekday that is another one."""
    if unread:
        message = say("“{date}” is not a date.", date=unread)
        yield Finding(place, "warning", "date", message, say("Write it as 2026-09-07."))
    elif dated is None:
        return
    elif day is None and dated.year is None:
        yield Finding(
            place,
            "warning",
            "no-year",
            say("The year of {month}/{day} is not told.", month=dated.month, day=dated.day),
            say("Add `date: 2026-09-07` to the header, or `start:` to studylog.yaml."),
        )
    elif day and not weekday_matches(dated, day):
        yield _wrong_weekday(place, dated, day)


def odd_title(place: Place, title: str, day: date) -> Iterator[Finding]:
    """A title that names another day than the header does, or the day with another weekday."""
    told = find_date(title)
    if told is None:
        return
    if (told.month, told.day) != (day.month, day.day):
        message = say("The title says {title}, the date is {day}.", title=title, day=day.isoformat())
        yield Finding(place, "warning", "date", message, say("Correct the title or the date."))
    elif not weekday_matches(told, day):
        yield _wrong_weekday(place, told, day)


def _wrong_weekday(place: Place, dated: DateParts, day: date) -> Finding:
    return Finding(
        place,
        "warning",
        "weekday",
        say(
            "{day} is a {right}, not a {wrong}.",
            day=day.isoformat(),
            right=WEEKDAYS[day.weekday()],
            wrong=WEEKDAYS[dated.weekday or 0],
        ),
        say("Correct the date or the weekday."),
    )


def no_day(place: Place, type_: str | None, day: date | None) -> Iterator[Finding]:
    """A note with a meeting's type has a date, or it is no meeting."""
    if day is None and type_:
        yield Finding(
            place,
            "warning",
            "no-date",
            say("A meeting has a date, and this note has none."),
            say("Add `date: 2026-09-07` to its header, or put the date into its title."),
        )


def unknown_people(
    path: str, split: Split, header: Header, lines: Mapping[str, int], roster: Roster
) -> Iterator[Finding]:
    """Names that the roster does not have, or has twice; `lines` are of those whom the body names."""
    if not roster.people:
        return
    named = (header.author, header.moderator, *header.attendees, *header.absent)
    resolved = {name: roster.resolve(name) for name in named if name}
    doubtful = {name: found for name, found in resolved.items() if found.person is None}
    # Most headers name nobody else: only for those that do, places are looked up.
    places = named_at(split, path) if doubtful else {}
    for name, found in doubtful.items():
        place = places.get(name) or Place(path, lines.get(name, 1))
        if found.candidates:
            names = ", ".join(person.name for person in found.candidates)
            message = say("“{name}” may be {names}.", name=name, names=names)
            yield Finding(place, "warning", "ambiguous-name", message, say("Write the full name."))
        else:
            yield unknown_person(place, name, roster)


def unknown_person(place: Place, name: str, roster: Roster) -> Finding:
    """That somebody is not on the roster, and who may be meant."""
    return Finding(
        place,
        "warning",
        "unknown-person",
        say("“{name}” is not on the roster.", name=name),
        suggestion(name, roster) or say("Add the name to `roster` in studylog.yaml."),
    )


def odd_page_name(path: str, other: str, page: str) -> Finding:
    """That the page of a note cannot be named as it would be, because another note's is."""
    message = say(
        "The page of this note would be named like that of {other}; it is {page}.", other=other, page=page
    )
    hint = say("Give one of the two files another name.")
    return Finding(Place(path), "warning", "page-name", message, hint)
