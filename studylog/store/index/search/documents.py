"""The documents of things: a pure function of what the index has of them, mapped over any executor."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from studylog.core.decks import Deck
from studylog.core.digest.pagenames import paper_name, question_name
from studylog.core.model import Note, Paper, Question
from studylog.core.packing import unpacked
from studylog.core.people.roster import Roster
from studylog.core.search.documents.document import Document
from studylog.core.search.documents.passages import (
    Around,
    formulas_of,
    note_documents,
    paper_document,
    question_document,
    replies_to,
)
from studylog.core.search.documents.said import Prose
from studylog.core.search.documents.slides import SlidesFile, slides_documents
from studylog.store.attachments import attachment_of
from studylog.store.index.columns import text_of
from studylog.store.index.search.sources import (
    NoteSource,
    PackedProse,
    PaperSource,
    QuestionSource,
    SlidesSource,
    Source,
)

_REMEMBERED = 256


def documents_of(source: Source, roster: Roster) -> Iterator[Document]:
    """What of a thing can be found."""
    match source:
        case NoteSource(page, value, prose):
            yield from note_documents(unpacked(Note, value), _prose_of(prose), page, roster)
        case QuestionSource(id_, value, lecture, titles, prose):
            question = unpacked(Question, value)
            by_path = _by_path(prose)
            around = Around(lecture, titles, tuple(replies_to(question, by_path)), formulas_of(by_path))
            yield question_document(question, around, question_name(id_), roster)
        case PaperSource(id_, value, prose):
            paper = unpacked(Paper, value)
            yield paper_document(paper, _by_path(prose), paper_name(id_), roster)
        case SlidesSource(sha256, path, value, packed):
            slides = SlidesFile(path, sha256, attachment_of(path, Path(path), sha256).name)
            papers = [unpacked(Paper, one) for one in packed]
            yield from slides_documents(slides, unpacked(Deck, value), papers, roster)


def _by_path(prose: Iterable[PackedProse]) -> dict[str, Prose]:
    return {path: _prose_of(compressed) for path, compressed in prose}


# The questions of a note follow each other, and each asks for what the note says.
@lru_cache(_REMEMBERED)
def _prose_of(compressed: bytes) -> Prose:
    return unpacked(Prose, text_of(compressed))
