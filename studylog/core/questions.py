"""The questions of all notes: one question however many notes have it, with a state told by its text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from studylog.core.model import (
    Answer,
    Carried,
    Confidence,
    Note,
    NoteQuestion,
    Question,
    QuestionPlace,
    State,
)
from studylog.core.values import replace


class Seen(NamedTuple):
    """A question where it stands: the path and day of the note, the id of the question it belongs under."""

    path: str
    day: date | None
    question: NoteQuestion
    parent: str | None


class SeenCarried(NamedTuple):
    """A question where it was only carried to: the path and day of the note, and what was written there."""

    path: str
    day: date | None
    carried: Carried


# Questions without any answer, and those that somebody still has to settle.
OPEN: tuple[State, ...] = ("open", "deferred")
UNSETTLED: tuple[State, ...] = (*OPEN, "tentative")
_SETTLING: tuple[State, ...] = (*UNSETTLED, "answered", "confirmed", "closed", "duplicate")
_SHORTEST = 4


def seen_in(note: Note) -> Iterator[Seen]:
    """The questions of a note where they stand."""
    for question in note.questions:
        parent = note.questions[question.parent].id if question.parent is not None else None
        yield Seen(note.path, note.date, question, parent)


def merged(places: Sequence[Seen], carried: Sequence[SeenCarried] = ()) -> Question:
    """One question out of the places where it stands, in their order; its state without that of its parts.

    What was written where it was `carried` to belongs to it as well.
    """
    first = places[0].question
    asked = [place.question for place in places]
    told: list[NoteQuestion | Carried] = [*asked, *(there.carried for there in carried)]
    answers = tuple(answer for one in told for answer in one.answers)
    # Nobody has to say why: also an empty reason closes a question.
    reason = next((one.closed for one in asked if one.closed is not None), None)
    duplicate_of = next((one.duplicate_of for one in asked if one.duplicate_of), None)
    promise = next((one.promise for one in told if one.promise), None)
    marked = any(one.marked for one in asked)
    return Question(
        id=first.id,
        text=first.text,
        marked=marked,
        kind="asked" if any(one.kind == "asked" for one in asked) else "exercise",
        state=_state(answers, reason is not None, duplicate_of is not None, promise is not None),
        confidence=_confidence(marked, answers),
        course=first.course,
        lecture=first.lecture,
        locator=next((one.locator for one in asked if one.locator), None),
        asked_by=next((one.asked_by for one in asked if one.asked_by), None),
        to=next((one.to for one in asked if one.to), None),
        answers=answers,
        places=(*map(_place, places), *map(_carried_place, carried)),
        promise=promise,
        parent=places[0].parent,
        reason=reason,
        duplicate_of=duplicate_of,
    )


def _place(seen: Seen) -> QuestionPlace:
    return QuestionPlace(seen.path, seen.day, seen.question.place.line, seen.question.section)


def _carried_place(there: SeenCarried) -> QuestionPlace:
    return QuestionPlace(there.path, there.day, there.carried.place.line, None, carried=True)


def _state(answers: Sequence[Answer], closed: bool, duplicate: bool, promised: bool) -> State:
    if duplicate:
        return "duplicate"
    if closed:
        return "closed"
    if any(answer.confirmed for answer in answers):
        return "confirmed"
    if any(not answer.tentative for answer in answers):
        return "answered"
    if answers:
        return "tentative"
    return "deferred" if promised else "open"


def _confidence(marked: bool, answers: Sequence[Answer]) -> Confidence:
    """Low where only the form of the text says that it asks, or that it answers."""
    answered_by_form = bool(answers) and all(answer.marker is None for answer in answers)
    return "high" if marked and not answered_by_form else "low"


def with_parts(question: Question, parts: Sequence[State]) -> Question:
    """A question asked in parts, without an answer of its own, is as far as its least settled part."""
    if question.state != "open" or not parts:
        return question
    return replace(question, state=min(parts, key=_SETTLING.index))


def rank(question: Question, courses: Sequence[str]) -> tuple[int, str, int, date, str, int]:
    """The order of questions: by course, lecture and place."""
    place = question.places[0]
    lecture = question.lecture if question.lecture is not None else 10_000
    known = courses.index(question.course) if question.course in courses else len(courses)
    return known, question.course or "\uffff", lecture, place.date or date.max, place.path, place.line


def short_id(whole: str, neighbours: Iterable[str]) -> str:
    """The shortest prefix that tells an id from the next in order, of `q-` and four characters at least."""
    length = max([_SHORTEST, *(_common(whole, other) - 2 for other in neighbours)])
    return whole[: length + 2]


def _common(one: str, other: str) -> int:
    """How many characters of `one` tell it from `other`, the first difference included."""
    return next((i + 1 for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
