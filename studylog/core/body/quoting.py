"""A question as its note has it, to be shown on another page."""

from collections.abc import Iterable, Iterator

from studylog.core.body.html import Outline, dressed, elsewhere, heading
from studylog.core.findings import Place
from studylog.core.model import Note, Part
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A question of a note in HTML; `heading` is its text where it can stand as a heading."""

    html: str
    heading: str | None
    context: str
    answers: tuple[tuple[Place, str], ...]


def quotes_in(note: Note, parts: Iterable[Part], page: str) -> Iterator[tuple[str, Quote]]:
    """The questions of a note by id, for any page that lies as deep as the note's own."""
    for part in parts:
        if part.question is not None:
            question = note.questions[part.question]
            places = (answer.place for answer in question.answers)
            html = _quoted(part.html, page)
            answers = tuple(
                (place, _quoted(answer, page)) for place, answer in zip(places, part.answers, strict=False)
            )
            yield question.id, Quote(html, heading(html), _quoted(part.context, page), answers)


def quotes_carried(note: Note, answers: Iterable[tuple[str, ...]], page: str) -> Iterator[tuple[str, Quote]]:
    """What a note says to the questions that were carried into it, by id; where there is an answer."""
    for carried, pieces in zip(note.carried, answers, strict=True):
        places = (answer.place for answer in carried.answers)
        html = tuple((place, _quoted(piece, page)) for place, piece in zip(places, pieces, strict=True))
        if html:
            yield carried.id, Quote("", None, "", html)


def _quoted(html: str, page: str) -> str:
    return dressed(elsewhere(html, page), Outline())
