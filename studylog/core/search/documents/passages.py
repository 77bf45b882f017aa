"""What of a notebook can be found: its questions with their answers, the prose of its notes, its papers."""

from collections.abc import Iterable, Iterator, Mapping

from studylog.core.model import Note, Paper, Question
from studylog.core.people.roster import Roster
from studylog.core.search.documents.document import HEADING, TITLE, Document
from studylog.core.search.documents.formulas import Formulas, read_anywhere, written_for
from studylog.core.search.documents.said import Prose, Stretch
from studylog.core.text import nfc
from studylog.core.values import dataclass

# A longer note is found in pieces, each from a heading on.
_LONG = 2500


def note_documents(note: Note, prose: Prose, page: str, roster: Roster) -> Iterator[Document]:
    """A note in one piece, or in several when it is long."""
    header = note.header
    people = [name for name in (header.author, header.moderator, *header.attendees) if name]
    lectures = {str(lecture.number) for lecture in note.lectures}
    facets = (
        ("kind", "note"),
        *(("lecture", number) for number in sorted(lectures)),
        *_course(note.course),
        *people_of(roster, people),
    )
    extra = [value for _, value in header.extra]
    about = _lines((note.course, header.author, *_day(note), *extra, *prose.links))
    title = read_anywhere(note.title, prose.formulas)
    for number, piece in enumerate(_pieces(prose.stretches)):
        anchor = piece[0].anchor if number else ""
        headings = [stretch.heading for stretch in piece]
        heading = _lines(headings if number else (*headings, *header.tags))
        text = _lines(stretch.text for stretch in piece)
        written = written_for(prose.formulas, (title, TITLE), (heading, HEADING), (text, 1))
        yield Document(
            id=f"note:{note.path}" + (f"#{number}" if number else ""),
            kind=note.kind if note.kind == "meeting" else "note",
            url=page + (f"#{anchor}" if anchor else ""),
            title=title,
            heading=heading,
            text=text,
            about=_lines((note.course if number else about, written)),
            day=note.date,
            facets=facets,
            path=note.path,
            line=piece[0].line if number else 1,
        )


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a question: the titles of its lecture, its notes and papers, what stands beside it.

    `formulas` are those of its notes.
    """

    lecture: str | None = None
    titles: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    formulas: Formulas = ()


def formulas_of(prose: Mapping[str, Prose]) -> Formulas:
    """The formulas of notes, each once."""
    return tuple(dict.fromkeys(formula for one in prose.values() for formula in one.formulas))


def replies_to(question: Question, prose: Mapping[str, Prose]) -> Iterator[str]:
    """What the notes of a question say to it, in the order of its places."""
    for path in dict.fromkeys(place.path for place in question.places):
        if path in prose:
            yield from (text for id_, text in prose[path].replies if id_ == question.id)


def question_document(question: Question, around: Around, page: str, roster: Roster) -> Document:
    """A question with its answers."""
    number = None if question.lecture is None else str(question.lecture)
    people = [name for name in (question.asked_by, *(answer.by for answer in question.answers)) if name]
    first = question.places[0] if question.places else None
    heading = read_anywhere(nfc(question.text), around.formulas)
    text = _lines(around.replies)
    written = written_for(around.formulas, (heading, HEADING), (text, 1))
    return Document(
        id=f"question:{question.id}",
        kind="question",
        url=page,
        heading=heading,
        text=text,
        about=_lines(
            (
                question.course,
                f"{number}강" if number else None,
                around.lecture,
                *people,
                *around.titles,
                written,
            )
        ),
        day=max(question.days_asked, default=None),
        facets=(
            *_course(question.course),
            *((("lecture", number),) if number else ()),
            *people_of(roster, people),
        ),
        path=first.path if first else "",
        line=first.line if first else 0,
    )


def presented_prose(paper: Paper, prose: Mapping[str, Prose]) -> Iterator[str]:
    """What the notes say under the headings of a paper's presentations."""
    for presentation in paper.presented:
        for stretch in prose[presentation.path].stretches if presentation.path in prose else ():
            if stretch.anchor and stretch.anchor == presentation.anchor:
                yield stretch.text


def paper_document(paper: Paper, prose: Mapping[str, Prose], page: str, roster: Roster) -> Document:
    """A paper with what was said when it was presented."""
    formulas = formulas_of(prose)
    text = _lines(presented_prose(paper, prose))
    planned = paper.planned
    names = dict.fromkeys((paper.title, *paper.aliases))
    title = read_anywhere(" · ".join(names), formulas)
    written = written_for(formulas, (title, TITLE), (text, 1))
    place = paper.presented[-1] if paper.presented else planned.place if planned else None
    return Document(
        id=f"paper:{paper.id}",
        kind="paper",
        url=page,
        title=title,
        text=text,
        about=_lines((str(paper.year or ""), paper.presenter, paper.url, written)),
        day=max((one.date for one in paper.presented if one.date), default=planned.date if planned else None),
        facets=tuple(people_of(roster, (paper.presenter,) if paper.presenter else ())),
        path=place.path if place else "",
        line=place.line if place else 0,
    )


def _day(note: Note) -> tuple[str, ...]:
    """The day of a meeting as people may write it who look for its minutes."""
    day = note.date
    if day is None or note.kind != "meeting":
        return ()
    return day.isoformat(), f"{day.month}/{day.day}", f"{day.month}월 {day.day}일", f"{day:%B} {day.day}"


def _pieces(stretches: tuple[Stretch, ...]) -> Iterator[tuple[Stretch, ...]]:
    piece: list[Stretch] = []
    length = 0
    for stretch in stretches:
        if piece and length + len(stretch.text) > _LONG:
            yield tuple(piece)
            piece, length = [], 0
        piece.append(stretch)
        length += len(stretch.text)
    yield tuple(piece)


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(nfc(text) for text in texts if text)


def _course(course: str | None) -> tuple[tuple[str, str], ...]:
    return (("course", course),) if course else ()


def people_of(roster: Roster, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Everything that people are called by."""
    for name in dict.fromkeys(names):
        person = roster.resolve(name).person
        for called in (person.name, *person.aliases) if person else (name,):
            yield "person", called
