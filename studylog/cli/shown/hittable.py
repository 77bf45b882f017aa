"""What a search has found as a table: for people with the words marked, in a pipe a record each."""

from collections.abc import Sequence

from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.records import hit_id, hit_kind, hit_place
from studylog.core.search.results import Result, words_of

_KINDS: dict[str, tuple[Message, str]] = {
    "question": (say("Question"), "yellow"),
    "note": (say("Note"), "cyan"),
    "paper": (say("Paper"), "magenta"),
    "slides": (say("Slide"), "green"),
}


def hit_table(results: Sequence[Result], language: Language) -> Table:
    """The results: what each is, its title, a passage of it, and its place."""
    columns = (
        Column(say("Kind")),
        Column(say("Id"), pipe_only=True),
        Column(say("Place"), pipe_only=True),
        Column(say("Title"), wide=True),
        Column(say("Passage"), pipe_only=True),
        Column(say("Score"), pipe_only=True),
    )
    rows = tuple(_row(result, language) for result in results)
    return Table(columns, (Rows(rows),) if rows else (), header=False)


def _row(result: Result, language: Language) -> tuple[Cell, ...]:
    document = result.document
    kind = hit_kind(document)
    word, style = _KINDS[kind]
    place = hit_place(document)
    return (
        Cell(translate(word, language), style, kind),
        Cell(hit_id(document)),
        Cell(place),
        Cell(
            words_of(result.headline),
            "bold",
            plain=document.title or document.heading,
            below=place,
            marked=tuple((piece.text, piece.hit) for piece in result.headline),
            passage=tuple((piece.text, piece.hit) for piece in result.passage),
        ),
        Cell(words_of(result.passage)),
        Cell(f"{result.score:.2f}"),
    )
