"""The list of notes that are not meetings, by the letter their title begins with."""

from collections.abc import Mapping
from datetime import date

from studylog.core.digest.meetings.lines import meeting_type
from studylog.core.digest.pagenames import letter_name
from studylog.core.digest.paging import Pager, Way, pager, parts_of
from studylog.core.digest.site import Site
from studylog.core.library import NoteEntry
from studylog.core.text import brief
from studylog.core.values import dataclass

_FEW, _MANY, PART = 24, 300, 300


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
    """Notes that are not meetings; on the page of a letter, `letter` is that, and `ways` lead to all."""

    letter: str
    groups: tuple[LetterGroup, ...]
    ways: tuple[Way, ...]
    total: int
    pager: Pager


def letters(site: Site) -> dict[str, int]:
    """The letters and how many notes each has: symbols and digits first, then A to Z, then 가 to 하."""
    return dict(sorted(site.library.notes.letters(), key=lambda letter: _rank(letter[0])))


def letter_pages(site: Site) -> dict[str, int]:
    """The letters that have pages of their own: none where all notes stand on one page."""
    counts = letters(site)
    return counts if sum(counts.values()) > _MANY else {}


def notes_page(site: Site) -> NotesPage:
    """The list of all notes that are not meetings; of many, the way to each letter."""
    counts = letters(site)
    total = sum(counts.values())
    if total > _MANY:
        return NotesPage("", (), _ways(counts), total, Pager((), 1))
    groups = [LetterGroup(letter, _lines(site, letter, 0, count)) for letter, count in counts.items()]
    if total <= _FEW and groups:
        groups = [LetterGroup("", tuple(line for group in groups for line in group.lines))]
    return NotesPage("", tuple(groups), (), total, Pager((), 1))


def letter_page(site: Site, letter: str, count: int, part: int) -> NotesPage:
    """The notes of one letter."""
    group = LetterGroup("", _lines(site, letter, (part - 1) * PART, PART))
    place = pager(letter_name(letter), part, parts_of(count, PART))
    return NotesPage(letter, (group,), (), count, place)


def _ways(counts: Mapping[str, int]) -> tuple[Way, ...]:
    return tuple(Way(letter, letter_name(letter), count) for letter, count in counts.items())


def _lines(site: Site, letter: str, start: int, most: int) -> tuple[PageLine, ...]:
    return tuple(_line(site, entry) for entry in site.library.notes.filed(letter, start, most))


def _rank(letter: str) -> tuple[int, str]:
    return (0 if letter == "#" else 1 if letter.isascii() else 2), letter


def _line(site: Site, entry: NoteEntry) -> PageLine:
    note = entry.note
    return PageLine(
        title=brief(note.title),
        page=entry.page,
        type=meeting_type(site, note),
        day=note.date,
        tags=note.header.tags,
        questions=len({question.id for question in note.questions}),
    )
