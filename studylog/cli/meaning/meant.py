"""What words of the command line mean in this notebook: notes, people, courses, days, weeks."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.cli.choose import choose
from studylog.cli.context import Context
from studylog.core.dates.typed import is_day, when
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.people.roster import bare_name
from studylog.core.settings import Settings
from studylog.core.text import fold, nearest
from studylog.store.notebook import Notebook, NoteFile

if TYPE_CHECKING:
    from studylog.core.dates.weeks import Week
    from studylog.core.heads import Head


def note(context: Context, notebook: Notebook, reference: str | None) -> "tuple[NoteFile, Head]":
    """The one note that is meant, and what it is called."""
    # Late, because most commands look for no note.
    from studylog.core.heads import the_note
    from studylog.store.heads import all_heads, note_of

    heads = all_heads(notebook)
    meant = the_note(
        reference,
        (head for head, _ in heads),
        today=context.today(notebook.settings),
        start=notebook.settings.start,
        paths=_paths(context, notebook, reference) if reference else (),
    )
    return note_of(heads, meant), meant


def day(context: Context, settings: Settings, written: str | None) -> date:
    """The day that is meant; without a word, today."""
    today = context.today(settings)
    return today if written is None else when(written, today=today, start=settings.start)


def week(context: Context, settings: Settings, written: str) -> "Week":
    """The week that is meant: by its number, by that of the calendar, or by a day of it."""
    from studylog.core.dates.weeks import named_week, week_of

    named = named_week(written, settings.start, context.today(settings))
    if named is not None:
        return named
    if not is_day(written):
        raise StudylogError(
            say("“{week}” is no week.", week=written),
            Exit.USAGE,
            hint=say("Weeks are written like 3, W3 or 2026-w48, or as any day of the week: 2021-08-12."),
        )
    return week_of(day(context, settings, written), settings.start)


def person(context: Context, settings: Settings, written: str) -> str:
    """The name as the roster has it, or as it is written; of several people a person has to choose."""
    found = settings.roster.resolve(written)
    if found.person is not None:
        return found.person.name
    if found.candidates:
        names = [candidate.name for candidate in found.candidates]
        return choose(context, say("“{name}” may be several people.", name=written), names)
    return bare_name(written)


def addressee(written: str) -> str:
    """Whom a question is for: the notes only tell that it is for the mentor."""
    from studylog.core.people.names import is_mentor

    if is_mentor(written):
        return "mentor"
    message = say("A question can be for the mentor, not for {name}.", name=written)
    raise StudylogError(
        message, Exit.USAGE, hint=say("Give {option} one of: {choices}.", option="--to", choices="mentor")
    )


def people(context: Context, settings: Settings, written: Iterable[str]) -> tuple[str, ...]:
    """The names of several options, each of them one name or several with commas, each name once."""
    names = (name.strip() for words in written for name in words.split(","))
    return tuple(dict.fromkeys(person(context, settings, name) for name in names if name))


def course(written: str, known: Iterable[str | None]) -> str:
    """The course that is meant: its name, or a part that only it has."""
    names = list(dict.fromkeys(name for name in known if name))
    same = [name for name in names if fold(name) == fold(written)]
    found = same or [name for name in names if fold(written) in fold(name)]
    if len(found) == 1:
        return found[0]
    if found:
        message = say("“{name}” may be several courses.", name=written)
        raise StudylogError(
            message, Exit.DECIDE, hint=say("Name one of: {choices}", choices=", ".join(found))
        )
    raise no_such(say("There is no course “{name}”.", name=written), written, names)


def no_such(message: Message, written: str, names: Iterable[str]) -> StudylogError:
    """Nothing is called as it is written; the nearest of the names is the hint, else all of them."""
    known = list(dict.fromkeys(names))
    near = nearest(written, known)
    hint = say("Did you mean “{title}”?", title=near) if near else None
    if hint is None and known:
        hint = say("Name one of: {choices}", choices=", ".join(known))
    return StudylogError(message, Exit.NOT_FOUND, hint=hint)


def course_or_new(written: str, settings: Settings) -> str:
    """The course of the settings that is meant, or a course that they do not know."""
    names = [course.name for course in settings.courses]
    same = [name for name in names if fold(name) == fold(written)]
    part = [name for name in names if fold(written) in fold(name)]
    return same[0] if same else part[0] if len(part) == 1 else written


def _paths(context: Context, notebook: Notebook, reference: str) -> list[str]:
    """The places in the notebook to which the reference may be a path, from where one stands."""
    root = Path(os.path.normpath(notebook.root.absolute()))
    standing = context.path(reference)
    known = [standing] if standing.is_relative_to(root) else []
    resolved = Path(os.path.realpath(standing))
    if resolved.is_relative_to(os.path.realpath(root)):
        known.append(root / resolved.relative_to(os.path.realpath(root)))
    return [place.relative_to(root).as_posix() for place in known]
