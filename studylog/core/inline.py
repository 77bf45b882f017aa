"""What lists show of a note, with its formulas as people read them in a line."""

from collections.abc import Iterator

from studylog.core.model import Note
from studylog.core.search.documents.formulas import Formulas, read_anywhere


def read_in_lines(note: Note, formulas: Formulas) -> Iterator[tuple[str, str]]:
    """The texts of a note that lists show and that have formulas, each with the line to read in its place."""
    written = tuple(pair for pair in formulas if pair[0] != pair[1])
    if not written:
        return
    titles = (title for paper in note.papers for title in paper.titles)
    questions, promises = (one.text for one in note.questions), (one.text for one in note.promises)
    lectures = (one.title for one in note.lectures if one.title)
    for text in dict.fromkeys((note.title, *lectures, *titles, *questions, *promises)):
        # All of them, so that the longest one is found that stands there.
        line = read_anywhere(text, formulas)
        if line != text:
            yield text, line
