"""What must not be published by mistake, such as mail addresses, telephone numbers and passwords."""

from collections.abc import Iterator, Mapping

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.publishing.contacts import contacts
from studylog.core.publishing.settings import values_in
from studylog.core.values import replace


def refused_notes(
    texts: Mapping[str, str], origins: Mapping[str, str], allow: tuple[str, ...]
) -> Iterator[Finding]:
    """What in notes and their names must not be seen; `origins` are the notes by their public paths."""
    for path, text in texts.items():
        origin = origins.get(path, path)
        yield from _contacts(text, Place(origin), allow)
        yield from (replace(found, place=Place(origin)) for found in _contacts(path, Place(origin), allow))


def refused_values(texts: Mapping[str, str], allow: tuple[str, ...]) -> Iterator[Finding]:
    """What of settings and papers must not be seen; comments are seen by nobody."""
    for path, text in texts.items():
        for value in values_in(text):
            place = Place(path, value.start.line, value.start.column)
            yield from (replace(found, place=place) for found in _contacts(value.text, place, allow))


def _contacts(text: str, place: Place, allow: tuple[str, ...]) -> Iterator[Finding]:
    for contact in contacts(text, allow):
        message = say("This would publish {what}: {written}", what=contact.message, written=contact.written)
        hint = say("Take it out, put it between `::: private` and `:::`, or list it under site.public.allow.")
        yield Finding(Place(place.path, contact.line, contact.column), "error", "not-public", message, hint)
