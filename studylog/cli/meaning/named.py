"""What a list is narrowed down by is there at all: looked at where nothing was found, so that a name that
nobody and nothing has is told from an empty answer."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from studylog.cli.meaning.meant import no_such
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.people.likeness import suggestion
from studylog.core.people.names import is_mentor, is_role
from studylog.core.people.roster import Roster
from studylog.core.text import fold, nearest

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists
    from studylog.store.notebook import Notebook


def require_person(lists: "IndexLists", roster: Roster, name: str | None) -> None:
    """Somebody of the roster or of any note, or who is called by what they are (멘토님); else nobody."""
    if name is None or is_mentor(name) or is_role(name) or roster.resolve(name).person is not None:
        return
    known = {roster.canonical(one) for one in _people(lists)}
    if name not in known:
        near = nearest(name, sorted(known))
        hint = suggestion(name, roster) or (say("Did you mean {near}?", near=near) if near else None)
        raise StudylogError(
            say("Neither the roster nor a note knows “{name}”.", name=name),
            Exit.NOT_FOUND,
            hint=hint or say("`studylog people` lists everybody."),
        )


def _people(lists: "IndexLists") -> Iterator[str]:
    yield from lists.people.standings(date.max)
    for _, one in lists.notes.summaries(lists.notes.lines()):
        yield from filter(None, (*one.attendees, one.author, one.moderator, *one.presenters))


def require_type(lists: "IndexLists", notebook: "Notebook", kind: str | None, written: str | None) -> None:
    """A type that we have, that the settings or a template of the notebook have, or any note."""
    if kind is None or written is None:
        return
    from studylog.core.header.keys import TYPES
    from studylog.store.templates import note_types

    known = [*TYPES, *notebook.settings.types, *note_types(notebook.root), *lists.notes.types()]
    if kind not in known:
        raise no_such(say("There is no type “{name}”.", name=written), written, known)


def require_paper(lists: "IndexLists", written: str | None) -> None:
    """A paper of any note or of the list of papers, by a part of its title."""
    if written is None:
        return
    of_notes = (title for _, one in lists.notes.summaries(lists.notes.lines()) for title in one.titles)
    titles = [*(paper.title for paper in lists.papers.lines()), *of_notes]
    if not any(fold(written) in fold(title) for title in titles):
        near = nearest(written, titles)
        hint = (
            say("Did you mean “{title}”?", title=near)
            if near
            else say("`studylog papers` lists all of them.")
        )
        raise StudylogError(say("There is no paper “{name}”.", name=written), Exit.NOT_FOUND, hint=hint)
