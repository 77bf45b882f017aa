"""What a team has before it: meetings around today, promises, and the answers that came last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from studylog.core.digest.html import heading
from studylog.core.digest.lines import QuestionLine, Target, brief, question_line
from studylog.core.digest.meetings import MeetingLine, meeting_line
from studylog.core.digest.replies import Sureness, sureness
from studylog.core.digest.site import Site
from studylog.core.digest.words import distance, week_name
from studylog.core.i18n import Message
from studylog.core.model import Answer, Note, Promise, Question

_FAR = 45
_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting seen from today; `distance` is None where it is too far to count days."""

    line: MeetingLine
    title: str
    day: date
    distance: Message | None
    week: Message | None
    moderator: str | None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """Something somebody said they would do; `late` when its day has passed."""

    text: str
    who: str | None
    due: date | None
    distance: Message | None
    late: bool
    note: Target


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer that came lately; `html` is its text with formulas, where it is a single paragraph."""

    line: QuestionLine
    text: str
    html: str | None
    by: str | None
    day: date
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Around:
    """The meetings around a day."""

    last: Note | None
    today: Note | None
    next: Note | None


def around(site: Site, today: date) -> Around:
    """The last meeting before today, today's, and the next one."""
    dated = [note for note in site.meetings if note.date]
    before = [note for note in dated if note.date and note.date < today]
    ahead = [note for note in dated if note.date and note.date > today]
    now = next((note for note in dated if note.date == today), None)
    return Around(before[-1] if before else None, now, ahead[0] if ahead else None)


def meeting(site: Site, note: Note | None, today: date) -> Meeting | None:
    """A meeting with its distance from today."""
    if note is None or note.date is None:
        return None
    return Meeting(
        line=meeting_line(site, note),
        title=note.title,
        day=note.date,
        distance=_near(note.date, today),
        week=week_name(note.date, site.settings.start),
        moderator=note.header.moderator,
    )


def promise_lines(site: Site, today: date) -> tuple[PromiseLine, ...]:
    """Promises that are not kept yet: those due next first, then the late ones, then those without a day."""
    waiting = [
        (promise, note) for note in site.notes.values() for promise in note.promises if not promise.done
    ]
    waiting.sort(key=lambda one: _urgency(one[0], today))
    return tuple(_promise(site, promise, note, today) for promise, note in waiting)


def latest_answers(site: Site) -> Iterator[AnswerLine]:
    """The newest answer of each question that has one with a date, newest first."""
    newest = [_newest(site, question) for question in site.collection.questions]
    dated = [one for one in newest if one is not None]
    dated.sort(key=lambda one: (one[0], one[1].place.path, -one[1].place.line), reverse=True)
    return (_answer(site, question, answer, day) for day, answer, question in dated)


def _near(day: date, today: date) -> Message | None:
    days = (day - today).days
    return distance(days) if abs(days) <= _FAR else None


def _urgency(promise: Promise, today: date) -> tuple[int, int, str, int]:
    due, place = promise.due, promise.place
    if due is None:
        return 2, 0, place.path, place.line
    days = (due - today).days
    return (0 if days >= 0 else 1), abs(days), place.path, place.line


def _promise(site: Site, promise: Promise, note: Note, today: date) -> PromiseLine:
    due = promise.due
    return PromiseLine(
        text=brief(promise.text),
        who=promise.who,
        due=due,
        distance=_near(due, today) if due else None,
        late=due is not None and due < today,
        note=Target(note.title, site.addresses.notes[note.path]),
    )


def _newest(site: Site, question: Question) -> tuple[date, Answer, Question] | None:
    """The last answer of a question that stands in a note with a date."""
    dated = []
    for answer in question.answers:
        note = site.notes.get(answer.place.path)
        if note and note.date:
            dated.append((note.date, answer))
    if not dated:
        return None
    day, answer = max(dated, key=lambda one: (one[0], one[1].place))
    return day, answer, question


def _answer(site: Site, question: Question, answer: Answer, day: date) -> AnswerLine:
    line = question_line(site, question)
    pieces = dict(pair for quote in site.quotes.get(question.id, ()) for pair in quote.answers)
    html = heading(pieces.get(answer.place, ""))
    return AnswerLine(line, brief(answer.text, _EXCERPT), html, answer.by, day, sureness(answer))
