"""What the pages of notes and lectures are called: each has a name of its own, given in order."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.model import Note
from studylog.core.text import slug

_FOLDERS = ("lectures", "meetings", "notes", "papers", "questions")


def lecture_pages(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The pages of all lectures, by course (empty for none) and number, in their order."""
    names = _Names()
    return {
        (course, number): names.claim("lectures", slug(f"{course or 'lecture'} {number}"))
        for course, number in keys
    }


def note_pages(wanted: Iterable[tuple[str, str]]) -> list[str]:
    """The pages of all notes, each by its folder and the name that it wants, in order of path and hash."""
    names = _Names()
    return [names.claim(folder, stem) for folder, stem in wanted]


class _Names:
    """The names given so far; the index of a folder is taken from the start."""

    def __init__(self) -> None:
        self._taken = {f"{folder}/index.html" for folder in _FOLDERS}

    def claim(self, folder: str, stem: str) -> str:
        page, count = f"{folder}/{stem}.html", 1
        while page in self._taken:
            count += 1
            page = f"{folder}/{stem}-{count}.html"
        self._taken.add(page)
        return page


def wanted_name(note: Note) -> tuple[str, str]:
    """The folder and the name that the page of a note would have if no other note wanted them."""
    if note.kind == "meeting" and note.date is not None:
        return "meetings", f"{note.date.isoformat()}-{slug(note.type) if note.type else 'meeting'}"
    inside = note.path.removeprefix("notes/")
    folder = "meetings" if note.kind == "meeting" else "notes"
    return folder, slug(str(PurePosixPath(inside).with_suffix("")))


def page_name_finding(path: str, other: str, page: str) -> Finding:
    """The finding of a note whose page cannot be named as it would be, because another note's is."""
    message = say(
        "The page of this note would be named like that of {other}; it is {page}.", other=other, page=page
    )
    return Finding(
        Place(path), "warning", "page-name", message, say("Give one of the two files another name.")
    )
