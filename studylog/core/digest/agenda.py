"""What a team has before it: meetings around today, promises, and the answers that came last."""

from dataclasses import dataclass
from datetime import date

from studylog.core.digest.html import heading
from studylog.core.digest.leading import place
from studylog.core.digest.lines import QuestionLine, Target, card_target, question_line
from studylog.core.digest.meetings import MeetingLine, meeting_line
from studylog.core.digest.replies import Sureness, sureness
from studylog.core.digest.site import Site
from studylog.core.digest.words import distance, week_name
from studylog.core.i18n import Message
from studylog.core.library import Card, NoteEntry, Promised, QuestionEntry
from studylog.core.model import Answer
from studylog.core.text import brief

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


def meeting(site: Site, entry: NoteEntry | None, today: date) -> Meeting | None:
    """A meeting with its distance from today."""
    if entry is None or entry.note.date is None:
        return None
    note, day = entry.note, entry.note.date
    return Meeting(
        line=meeting_line(site, entry),
        title=note.title,
        day=day,
        distance=_near(day, today),
        week=week_name(day, site.settings.start),
        moderator=note.header.moderator,
    )


def promise_lines(site: Site, today: date, most: int) -> tuple[PromiseLine, ...]:
    """Promises that are not kept yet: those due next first, then the late ones, then those without a day."""
    return tuple(_promise(one, today) for one in site.library.promises.waiting(today, most))


def latest_answers(site: Site, most: int) -> tuple[AnswerLine, ...]:
    """The newest answer of each question that has one with a date, newest first."""
    newest = [_newest(site, entry) for entry in site.library.questions.answered_last(most)]
    dated = [one for one in newest if one is not None]
    dated.sort(key=lambda one: (one.day, one.answer.place.path, -one.answer.place.line), reverse=True)
    return tuple(_answer(site, one) for one in dated[:most])


@dataclass(frozen=True, slots=True)
class _Newest:
    """The last answer of a question, and the note it stands in."""

    day: date
    answer: Answer
    note: Card
    entry: QuestionEntry


def _near(day: date, today: date) -> Message | None:
    days = (day - today).days
    return distance(days) if abs(days) <= _FAR else None


def _promise(promised: Promised, today: date) -> PromiseLine:
    promise, due = promised.promise, promised.promise.due
    return PromiseLine(
        text=brief(promise.text),
        who=promise.who,
        due=due,
        distance=_near(due, today) if due else None,
        late=due is not None and due < today,
        note=card_target(promised.note),
    )


def _newest(site: Site, entry: QuestionEntry) -> _Newest | None:
    """The last answer of a question that stands in a note with a date."""
    dated = []
    for answer in entry.question.answers:
        card = site.library.notes.card(answer.place.path)
        if card and card.day:
            dated.append(_Newest(card.day, answer, card, entry))
    return max(dated, key=lambda one: (one.day, one.answer.place), default=None)


def _answer(site: Site, newest: _Newest) -> AnswerLine:
    answer, card = newest.answer, newest.note
    line = question_line(site, newest.entry)
    body = site.library.notes.body(card.page)
    pieces = (quote.answers for id_, quote in (body.quotes if body else ()) if id_ == line.id)
    html = next((html for one in pieces for where, html in one if where == answer.place), "")
    shown = heading(place(site, card.path, card.page, body, html))
    return AnswerLine(line, brief(answer.text, _EXCERPT), shown, answer.by, newest.day, sureness(answer))
