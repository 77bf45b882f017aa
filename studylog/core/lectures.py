"""The lectures that the notes speak of: a lecture is its course and its number."""

from collections.abc import Sequence
from typing import NamedTuple

from studylog.core.findings import Place
from studylog.core.model import Lecture, QuestionPlace, State
from studylog.core.questions import OPEN
from studylog.core.settings import Settings

Key = tuple[str | None, int]


class Mention(NamedTuple):
    """A heading of a lecture: where it stands, and the title it gives."""

    place: Place
    title: str | None


class Asked(NamedTuple):
    """What a lecture takes of a question."""

    id: str
    state: State
    places: tuple[QuestionPlace, ...]


def lecture_of(
    key: Key, mentions: Sequence[Mention], questions: Sequence[Asked], settings: Settings
) -> Lecture:
    """One lecture out of its headings and its questions, each in their order."""
    named = settings.lecture(*key)
    where = [
        *(mention.place for mention in mentions),
        *(
            Place(place.path, place.line)
            for question in questions
            for place in question.places
            if not place.carried
        ),
    ]
    return Lecture(
        course=key[0],
        number=key[1],
        title=(named and named.title) or next((one.title for one in mentions if one.title), None),
        video=named.video if named else None,
        questions=tuple(question.id for question in questions),
        open=sum(question.state in OPEN for question in questions),
        places=tuple(dict.fromkeys(sorted(where, key=_order))),
    )


def _order(place: Place) -> tuple[str, int, int]:
    # The order of places, without a call for each pair of them.
    return place.path, place.line, place.column


def rank(key: Key, settings: Settings) -> tuple[int, str, int]:
    """The order of lectures: courses as in the settings, then by name; in each by number."""
    names = [course.name for course in settings.courses]
    course = names.index(key[0]) if key[0] in names else len(names)
    return course, key[0] or "\uffff", key[1]
