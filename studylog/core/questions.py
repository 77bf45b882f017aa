"""The questions of all notes: one question however many notes have it, with a state told by its text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from studylog.core.model import Answer, Confidence, Note, NoteQuestion, Question, QuestionPlace, State

Seen = tuple[Note, NoteQuestion]

# Questions without any answer, and those that somebody still has to settle.
OPEN: tuple[State, ...] = ("open", "deferred")
UNSETTLED: tuple[State, ...] = (*OPEN, "tentative")


def gather_questions(notes: Iterable[Note], courses: Sequence[str] = ()) -> tuple[Question, ...]:
    """The questions of the notes, merged by id, in order of course (as in `courses`), lecture and place."""
    seen: dict[str, list[Seen]] = {}
    for note in notes:
        for question in note.questions:
            seen.setdefault(question.id, []).append((note, question))
    merged = [_merged(places) for places in seen.values()]
    return tuple(sorted(_with_states_of_parts(merged), key=lambda question: _order(question, courses)))


def _merged(places: Sequence[Seen]) -> Question:
    first = places[0][1]
    asked = [question for _, question in places]
    answers = tuple(answer for question in asked for answer in question.answers)
    reason = next((question.closed for question in asked if question.closed is not None), None)
    duplicate_of = next((question.duplicate_of for question in asked if question.duplicate_of), None)
    promise = next((question.promise for question in asked if question.promise), None)
    marked = any(question.marked for question in asked)
    return Question(
        id=first.id,
        text=first.text,
        marked=marked,
        kind="asked" if any(question.kind == "asked" for question in asked) else "exercise",
        state=_state(answers, reason is not None, duplicate_of is not None, promise is not None),
        confidence=_confidence(marked, answers),
        course=first.course,
        lecture=first.lecture,
        locator=next((question.locator for question in asked if question.locator), None),
        asked_by=next((question.asked_by for question in asked if question.asked_by), None),
        to=next((question.to for question in asked if question.to), None),
        answers=answers,
        places=tuple(
            QuestionPlace(note.path, note.date, question.place.line, question.section)
            for note, question in places
        ),
        promise=promise,
        parent=_parent(places[0]),
        reason=reason,
        duplicate_of=duplicate_of,
    )


def _parent(seen: Seen) -> str | None:
    note, question = seen
    return note.questions[question.parent].id if question.parent is not None else None


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


def _with_states_of_parts(questions: Sequence[Question]) -> list[Question]:
    """A question asked in parts, without an answer of its own, is as far as its least settled part."""
    parts: dict[str, list[Question]] = {}
    for question in questions:
        if question.parent:
            parts.setdefault(question.parent, []).append(question)
    return [
        replace(question, state=_least_settled(parts[question.id]))
        if question.state == "open" and question.id in parts
        else question
        for question in questions
    ]


_SETTLING: tuple[State, ...] = (
    "open",
    "deferred",
    "tentative",
    "answered",
    "confirmed",
    "closed",
    "duplicate",
)


def _least_settled(parts: Sequence[Question]) -> State:
    return min((part.state for part in parts), key=_SETTLING.index)


def _order(question: Question, courses: Sequence[str]) -> tuple[int, str, int, date, str, int]:
    place = question.places[0]
    lecture = question.lecture if question.lecture is not None else 10_000
    known = courses.index(question.course) if question.course in courses else len(courses)
    return known, question.course or "\uffff", lecture, place.date or date.max, place.path, place.line


def short_ids(questions: Iterable[Question], least: int = 4) -> dict[str, str]:
    """For each id its shortest prefix that no other id has, `q-` and at least `least` characters."""
    ids = sorted(question.id for question in questions)
    short: dict[str, str] = {}
    for index, whole in enumerate(ids):
        near = ids[max(0, index - 1) : index] + ids[index + 1 : index + 2]
        length = max([least, *(_common(whole, other) - 2 for other in near)])
        short[whole] = whole[: length + 2]
    return short


def _common(one: str, other: str) -> int:
    """How many characters of `one` tell it from `other`, the first difference included."""
    return next((i + 1 for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
