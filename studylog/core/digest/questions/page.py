"""The page of one question, as its notes have it."""

from collections.abc import Iterable, Iterator
from datetime import date

from studylog.core.body.quoting import Quote
from studylog.core.digest.leading import place
from studylog.core.digest.lectures.video import video_at
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.questions.replies import Reply, replies
from studylog.core.digest.questions.story import Chapter, Standing, story, sure
from studylog.core.digest.site import Site
from studylog.core.digest.source import source
from studylog.core.digest.targets import Target
from studylog.core.i18n import Message
from studylog.core.library import Card, QuestionEntry
from studylog.core.model import Lecture, Promise, Question
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question with its answers; `quote` is how its first note has it, `story` what became of it.

    `previous` and `following` are those that its lecture has before and after it.
    """

    line: QuestionLine
    text: str
    heading: str | None
    quote: Quote | None
    contexts: tuple[str, ...]
    replies: tuple[Reply, ...]
    standings: tuple[Standing, ...]
    carried: tuple[Standing, ...]
    story: tuple[Chapter, ...]
    sure: Message | None
    promise: Promise | None
    reason: str | None
    lecture_title: str | None
    video: str | None
    locator: str | None
    parent: QuestionLine | None
    under: tuple[QuestionLine, ...]
    original: QuestionLine | None
    duplicates: tuple[QuestionLine, ...]
    previous: QuestionLine | None
    following: QuestionLine | None


def question_page(site: Site, entry: QuestionEntry) -> QuestionPage:
    """The page of a question, as its notes have it."""
    question, asked = entry.question, site.library.questions
    cards = _cards(site, question)
    quotes = [quote for card in cards.values() for quote in _quotes(site, card, question.id)]
    html = {where: piece for quote in quotes for where, piece in quote.answers}
    lecture = _lecture(site, question)
    pieces = [html.get(answer.place, "") for answer in question.answers]
    answers = replies(site, question.answers, pieces)
    standings, carried = (_standings(site, question, cards, carried=over) for over in (False, True))
    duplicates = _all(site, asked.duplicates(question.id))
    previous, following = asked.beside(question.id)
    return QuestionPage(
        line=question_line(site, entry),
        text=question.text,
        heading=entry.heading,
        quote=quotes[0] if quotes else None,
        contexts=tuple(quote.context for quote in quotes if quote.context),
        replies=answers,
        standings=standings,
        carried=carried,
        story=story(_told(standings, carried, answers), answers, duplicates),
        sure=sure(question),
        promise=question.promise,
        reason=question.reason,
        lecture_title=lecture.title if lecture else None,
        video=video_at(lecture.video, question.locator.at if question.locator else None) if lecture else None,
        locator=question.locator.written if question.locator else None,
        parent=_one(site, asked.one(question.parent) if question.parent else None),
        under=_all(site, asked.parts(question.id)),
        original=_one(site, asked.one(question.duplicate_of) if question.duplicate_of else None),
        duplicates=duplicates,
        previous=_one(site, previous),
        following=_one(site, following),
    )


def _cards(site: Site, question: Question) -> dict[str, Card]:
    """The notes in which a question stands, by path, in the order of its places."""
    paths = dict.fromkeys(where.path for where in question.places)
    found = {path: site.library.notes.card(path) for path in paths}
    return {path: card for path, card in found.items() if card}


def _quotes(site: Site, card: Card, id_: str) -> Iterator[Quote]:
    """A question as one note has it, with its links in their places."""
    body = site.library.notes.body(card.page)
    for quote in (quote for own, quote in body.quotes if own == id_) if body else ():
        yield replace(
            quote,
            html=place(site, card.path, card.page, body, quote.html),
            context=place(site, card.path, card.page, body, quote.context),
            answers=tuple(
                (where, place(site, card.path, card.page, body, piece)) for where, piece in quote.answers
            ),
        )


def _told(
    standings: tuple[Standing, ...], carried: tuple[Standing, ...], answers: tuple[Reply, ...]
) -> tuple[Standing, ...]:
    """The notes that have something to tell of a question: where it was only carried, its answers."""
    answered = {reply.note.page for reply in answers if reply.note}
    return (*standings, *(one for one in carried if one.note.page in answered))


def _standings(
    site: Site, question: Question, cards: dict[str, Card], *, carried: bool
) -> tuple[Standing, ...]:
    firsts = {
        where.path: where
        for where in reversed(question.places)
        if where.path in cards and where.carried == carried
    }
    return tuple(
        Standing(
            where.date,
            Target(cards[where.path].title, cards[where.path].page + ("" if carried else f"#{question.id}")),
            where.section,
            source(site, where.path, where.line),
            where.carried,
        )
        for where in sorted(firsts.values(), key=lambda where: (where.date or date.max, where.path))
    )


def _lecture(site: Site, question: Question) -> Lecture | None:
    if question.lecture is None:
        return None
    entry = site.library.lectures.one(question.course, question.lecture)
    return entry.lecture if entry else None


def _one(site: Site, entry: QuestionEntry | None) -> QuestionLine | None:
    return question_line(site, entry) if entry else None


def _all(site: Site, entries: Iterable[QuestionEntry]) -> tuple[QuestionLine, ...]:
    return tuple(question_line(site, entry) for entry in entries)
