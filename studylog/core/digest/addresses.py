"""Which page shows what: every note, question, lecture and paper has a name of its own in the site."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.model import Collection, Lecture, Note
from studylog.core.text import slug

LectureKey = tuple[str | None, int]

_FOLDERS = ("lectures", "meetings", "notes", "papers", "questions")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Page names, relative to the site's root: by note path, question id, lecture and paper id.

    `pages` are those of the notes in their order: two notes may share a path, never a page.
    """

    pages: tuple[str, ...]
    notes: Mapping[str, str]
    questions: Mapping[str, str]
    lectures: Mapping[LectureKey, str]
    papers: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def assign(collection: Collection) -> Addresses:
    """Names for all pages of a collection; two pages never share one, in whatever case it is read."""
    names = _Names()
    pages, findings = _note_pages(collection.notes, names)
    notes: dict[str, str] = {}
    for note, page in zip(collection.notes, pages, strict=True):
        notes.setdefault(note.path, page)
    return Addresses(
        pages=pages,
        notes=notes,
        questions={one.id: names.claim("questions", slug(one.id)) for one in collection.questions},
        lectures={
            (one.course, one.number): names.claim("lectures", _named(one)) for one in collection.lectures
        },
        papers={one.id: names.claim("papers", slug(one.id)) for one in collection.papers},
        findings=findings,
    )


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


def _note_pages(notes: Sequence[Note], names: "_Names") -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    pages = [""] * len(notes)
    holders: dict[tuple[str, str], Note] = {}
    findings = []
    for index in sorted(range(len(notes)), key=lambda index: (notes[index].path, notes[index].sha256)):
        note = notes[index]
        folder, stem = wanted_name(note)
        pages[index] = names.claim(folder, stem)
        holder = holders.setdefault((folder, stem), note)
        # A second meeting of a day and type is nothing to mend; two files of one name are.
        if holder is not note and (folder == "notes" or holder.path == note.path):
            findings.append(page_name_finding(note.path, holder.path, pages[index]))
    return tuple(pages), tuple(findings)


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


def _named(lecture: Lecture) -> str:
    return slug(f"{lecture.course or 'lecture'} {lecture.number}")


def page_name_finding(path: str, other: str, page: str) -> Finding:
    """The finding of a note whose page cannot be named as it would be, because another note's is."""
    message = say(
        "The page of this note would be named like that of {other}; it is {page}.", other=other, page=page
    )
    return Finding(
        Place(path), "warning", "page-name", message, say("Give one of the two files another name.")
    )
