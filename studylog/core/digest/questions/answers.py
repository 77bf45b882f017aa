"""Answers beside their questions on lists: the latest ones, and the one that tells most."""

from collections.abc import Sequence
from datetime import date

from studylog.core.body.html import opening
from studylog.core.digest.leading import place
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.questions.replies import Sureness, sureness
from studylog.core.digest.site import Site
from studylog.core.library import Card, QuestionEntry
from studylog.core.model import Answer
from studylog.core.text import brief
from studylog.core.values import dataclass

_EXCERPT = 160
# What tells more comes later: what is confirmed, then a marked answer, then text that seems to be one.
_TELLING: tuple[Sureness, ...] = ("guess", "unmarked", "answer", "confirmed")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question with one of its answers, both short.

    `html` is how the answer begins, with formulas and code; None where only its `text` is known.
    """

    line: QuestionLine
    text: str
    html: str | None
    by: str | None
    day: date | None
    sureness: Sureness


def latest_answers(site: Site, most: int) -> tuple[AnswerLine, ...]:
    """The newest answer of each question that has one with a date, newest first."""
    newest = [_newest(site, entry) for entry in site.library.questions.answered_last(most)]
    dated = [one for one in newest if one is not None]
    dated.sort(key=lambda one: (one.day, one.answer.place.path, -one.answer.place.line), reverse=True)
    return tuple(_line(site, one.entry, one.answer, one.note) for one in dated[:most])


def telling_answer(site: Site, entry: QuestionEntry) -> AnswerLine | None:
    """The answer of a question that tells most: of several that are as sure, the last."""
    answers: Sequence[Answer] = entry.question.answers
    best = max(enumerate(answers), key=lambda one: (_TELLING.index(sureness(one[1])), one[0]), default=None)
    if best is None:
        return None
    return _line(site, entry, best[1], site.library.notes.card(best[1].place.path))


@dataclass(frozen=True, slots=True)
class _Newest:
    """The last answer of a question, and the note it stands in."""

    day: date
    answer: Answer
    note: Card
    entry: QuestionEntry


def _newest(site: Site, entry: QuestionEntry) -> _Newest | None:
    """The last answer of a question that stands in a note with a date."""
    dated = []
    for answer in entry.question.answers:
        card = site.library.notes.card(answer.place.path)
        if card and card.day:
            dated.append(_Newest(card.day, answer, card, entry))
    return max(dated, key=lambda one: (one.day, one.answer.place), default=None)


def _line(site: Site, entry: QuestionEntry, answer: Answer, card: Card | None) -> AnswerLine:
    line = question_line(site, entry)
    body = site.library.notes.body(card.page) if card else None
    pieces = (quote.answers for id_, quote in (body.quotes if body else ()) if id_ == line.id)
    html = next((html for one in pieces for where, html in one if where == answer.place), "")
    shown = opening(place(site, card.path, card.page, body, html)) if card else None
    day = card.day if card else None
    return AnswerLine(line, brief(answer.text, _EXCERPT), shown, answer.by, day, sureness(answer))
