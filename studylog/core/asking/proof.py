"""What an edit must leave alone: all that a note says besides what was put into it."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from studylog.core.asking.sheet import NOWHERE, Region
from studylog.core.model import Note, NoteQuestion
from studylog.core.values import names_of, replace

T = TypeVar("T")


def says_the_same(before: Note, after: Note, region: Region = NOWHERE) -> bool:
    """Whether two notes say the same besides their questions and what stands in a region of the second."""
    return _rest(before, NOWHERE) == _rest(after, region)


def moved_back(value: T, region: Region) -> T:
    """A value of a note as it was before lines were put in: the numbers of later lines are smaller."""
    moved: T = _moved(value, region)
    return moved


def without(questions: Sequence[NoteQuestion], index: int) -> Iterator[NoteQuestion]:
    """The questions without one of them; who belonged under a later one still does."""
    for number, question in enumerate(questions):
        if number == index:
            continue
        parent = question.parent
        if parent is not None and parent > index:
            question = replace(question, parent=parent - 1)
        yield question


def _rest(note: Note, region: Region) -> Note:
    # An address may change with a heading of the same name, and a section is empty no more.
    sections = tuple(replace(section, anchor="", empty=False) for section in note.sections)
    papers = tuple(replace(paper, anchor="") for paper in note.papers)
    # An answer ends what only defers.
    promises = tuple(replace(one, deferring=False) for one in note.promises)
    # Whoever asks or answers speaks in the note.
    same = replace(note, sha256="", findings=(), questions=(), speakers=())
    same = replace(same, sections=sections, papers=papers, promises=promises)
    return moved_back(same, region)


def _moved(value: Any, region: Region) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_moved(each, region) for each in value if not region.has(_line_of(each)))
    names = names_of(type(value))
    if names is None:
        return value
    changes = {name: _moved(getattr(value, name), region) for name in names}
    line = changes.get("line")
    if isinstance(line, int) and line >= region.first:
        changes["line"] = line - region.count
    return replace(value, **changes)


def _line_of(value: Any) -> int:
    place = getattr(value, "place", value)
    line = getattr(place, "line", 0)
    return line if isinstance(line, int) else 0
