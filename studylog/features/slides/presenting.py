"""A planned paper whose slides come before its heading: it gets one in the note where it is presented."""

import re

from studylog.core.header.parts import split
from studylog.core.model import Note
from studylog.core.papers.names import is_like, reading_of
from studylog.core.textlines import lines_of
from studylog.core.values import dataclass
from studylog.features.slides.placing import ended
from studylog.store.index.lists import IndexLists

_NUMBERED = re.compile(r"[ \t]*#+[ \t]+\((?P<number>\d{1,2})\)")
_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Planned:
    """A paper that was planned and is presented nowhere yet, and who is to present it."""

    title: str
    presenters: tuple[str, ...]


def planned(lists: IndexLists, title: str) -> Planned | None:
    """The planned paper that may be meant by a title, where only one may."""
    meant = reading_of(title)
    found = [
        Planned(paper.title, paper.planned.presenters)
        for paper in lists.papers.whole()
        if paper.planned and not paper.presented and is_like(meant, (paper.title, *paper.aliases))
    ]
    return found[0] if len(found) == 1 else None


def with_heading(text: str, note: Note, title: str) -> str:
    """The text with a heading for a paper at the end of its section for papers, in the way of those there.

    A note that has no such section stays as it is.
    """
    section = next((one for one in note.sections if one.kind == "papers"), None)
    if section is None:
        return text
    after = (one.line for one in note.sections if one.line > section.line and one.level <= section.level)
    rows = lines_of(text)
    end = next(after, len(rows) + 1) - 1
    while not rows[end - 1].strip():
        end -= 1
    newline = split(text).newline
    numbers = [int(found["number"]) for row in rows[section.line : end] if (found := _NUMBERED.match(row))]
    number = f"({numbers[-1] + 1}) " if numbers else ""
    heading = f"{'#' * min(section.level + 1, _LOWEST)} {number}{title}{newline}"
    gap = [newline] if end < len(rows) and rows[end].strip() else []
    return "".join([*ended(rows[:end], newline), newline, heading, *gap, *rows[end:]])
