"""The list of notes that are not meetings, by the letter their title begins with."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from studylog.core.digest.lines import brief
from studylog.core.digest.meetings import meeting_type
from studylog.core.digest.site import Site
from studylog.core.model import Note
from studylog.core.text import without_emoji

_FEW = 24
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_SYLLABLES_OF_AN_INITIAL = 588


@dataclass(frozen=True, slots=True)
class PageLine:
    """A note on the list."""

    title: str
    page: str
    type: str
    day: date | None
    tags: tuple[str, ...]
    questions: int


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The notes whose titles begin alike; all of them, without a letter, where they are few."""

    letter: str
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """All notes that are not meetings."""

    groups: tuple[LetterGroup, ...]
    total: int


def notes_page(site: Site) -> NotesPage:
    """The list of all notes that are not meetings, symbols and digits first, then A to Z, then 가 to 하."""
    notes = sorted(site.others, key=lambda note: _rank(initial(note.title)))
    letters = len(notes) > _FEW
    groups = groupby(notes, key=lambda note: initial(note.title) if letters else "")
    return NotesPage(
        tuple(LetterGroup(letter, tuple(_line(site, note) for note in group)) for letter, group in groups),
        len(site.others),
    )


def initial(title: str) -> str:
    """The letter a title is filed under: A to Z, ㄱ to ㅎ, and # for everything else."""
    first = without_emoji(title)[:1].upper()
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // _SYLLABLES_OF_AN_INITIAL]
    return first if "A" <= first <= "Z" else "#"


def _rank(letter: str) -> tuple[int, str]:
    return (0 if letter == "#" else 1 if letter.isascii() else 2), letter


def _line(site: Site, note: Note) -> PageLine:
    return PageLine(
        title=brief(note.title),
        page=site.addresses.notes[note.path],
        type=meeting_type(site, note),
        day=note.date,
        tags=note.header.tags,
        questions=len({question.id for question in note.questions}),
    )
