"""The lectures that the notes speak of: a lecture is its course and its number."""

from collections.abc import Sequence

from studylog.core.findings import Place
from studylog.core.model import Lecture, Note, Question
from studylog.core.questions import OPEN
from studylog.core.settings import LectureSetting, Settings

Key = tuple[str | None, int]


def gather_lectures(
    notes: Sequence[Note], questions: Sequence[Question], settings: Settings
) -> tuple[Lecture, ...]:
    """The lectures with a heading or a question, courses in the order of the settings."""
    places: dict[Key, list[Place]] = {}
    titles: dict[Key, str | None] = {}
    for note in notes:
        for mention in note.lectures:
            key = (mention.course, mention.number)
            places.setdefault(key, []).append(Place(note.path, mention.line))
            titles[key] = titles.get(key) or mention.title
    asked: dict[Key, list[Question]] = {}
    for question in questions:
        if question.lecture is not None:
            asked.setdefault((question.course, question.lecture), []).append(question)
    keys = sorted({*places, *asked}, key=lambda key: _order(key, settings))
    return tuple(_lecture(key, places, titles, asked, settings) for key in keys)


def _lecture(
    key: Key,
    places: dict[Key, list[Place]],
    titles: dict[Key, str | None],
    asked: dict[Key, list[Question]],
    settings: Settings,
) -> Lecture:
    questions = asked.get(key, [])
    named = _setting(key, settings)
    where = [
        *places.get(key, ()),
        *(Place(place.path, place.line) for question in questions for place in question.places),
    ]
    return Lecture(
        course=key[0],
        number=key[1],
        title=(named and named.title) or titles.get(key),
        video=named.video if named else None,
        questions=tuple(question.id for question in questions),
        open=sum(question.state in OPEN for question in questions),
        places=tuple(dict.fromkeys(sorted(where))),
    )


def _setting(key: Key, settings: Settings) -> LectureSetting | None:
    lectures = (
        lecture for course in settings.courses if course.name == key[0] for lecture in course.lectures
    )
    return next((lecture for lecture in lectures if lecture.number == key[1]), None)


def _order(key: Key, settings: Settings) -> tuple[int, str, int]:
    names = [course.name for course in settings.courses]
    course = names.index(key[0]) if key[0] in names else len(names)
    return course, key[0] or "\uffff", key[1]
