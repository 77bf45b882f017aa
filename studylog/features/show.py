"""One note, or the sections of it whose titles hold some words."""

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Note, Section
from studylog.core.text import fold, nearest
from studylog.core.textlines import lines_of
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The text of a note from its body on, or of the sections that are wanted."""

    text: str
    sections: tuple[Section, ...]


def excerpt(note: Note, text: str, section: str | None) -> Excerpt:
    """The part of a note to show; `text` is the whole file, as text without a byte order mark."""
    lines = lines_of(text)
    if section is None:
        return Excerpt("".join(lines[note.body_line - 1 :]), note.sections)
    wanted = _wanted(note, section)
    shown = [number for start in wanted for number in range(start.line, _end(note, start, len(lines)) + 1)]
    # A section that stands in a wanted one is shown once, with it.
    return Excerpt("".join(lines[number - 1] for number in dict.fromkeys(shown)), wanted)


def _wanted(note: Note, words: str) -> tuple[Section, ...]:
    found = tuple(section for section in note.sections if fold(words) in fold(section.title))
    if found and fold(words):
        return found
    near = nearest(words, [section.title for section in note.sections])
    titles = ", ".join(dict.fromkeys(section.title for section in note.sections))
    all_of_them = say("Its sections: {titles}", titles=titles)
    hint = say("Did you mean “{title}”?", title=near) if near else all_of_them
    message = say("No section of {path} is called “{name}”.", path=note.path, name=words)
    raise StudylogError(message, Exit.NOT_FOUND, hint=hint if note.sections else None)


def _end(note: Note, start: Section, last: int) -> int:
    """The last line of a section: up to the next heading of its level or above."""
    after = (other for other in note.sections if other.line > start.line and other.level <= start.level)
    return min((other.line for other in after), default=last + 1) - 1
