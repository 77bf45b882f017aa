"""What the shell offers when somebody presses Tab: days, titles, names, courses, lectures, types."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.words.declare import Offers, Typed
from studylog.core.text import fold

if TYPE_CHECKING:
    from studylog.core.heads import Head


# Nothing puts a backslash before them in a word that Tab completes.
_SHELL = dict.fromkeys(map(ord, "()[]{}<>|&;$`\"'\\!*?#"))


def references(typed: Typed) -> Offers:
    """The notes that may be meant: meetings by their day, the latest first, then all notes by title.

    A day with several meetings is offered as the names of their files, or by title where these have blanks.
    """
    from studylog.store.heads import all_heads

    heads = [head for head, _ in all_heads(typed.context.notebook())]
    meetings = sorted((head for head in heads if head.meeting), key=lambda head: str(head.day), reverse=True)
    count = Counter(head.day for head in meetings)
    days = {str(head.day) if count[head.day] == 1 else _file(head): head.title for head in meetings}
    titles = {_word(head.title): head.path for head in heads if typed.incomplete or not head.meeting}
    return [*days.items(), *(offer for offer in titles.items() if offer[0] not in days)]


def people(typed: Typed) -> Offers:
    """The people of the roster."""
    return [_word(person.name) for person in typed.context.notebook().settings.roster.people]


def courses(typed: Typed) -> Offers:
    """The courses of the settings."""
    return [_word(course.name) for course in typed.context.notebook().settings.courses]


def lectures(typed: Typed) -> Offers:
    """The lectures of the settings, of the course that is named where one is."""
    named = typed.values.get("course")
    titles: dict[str, str] = {}
    for course in typed.context.notebook().settings.courses:
        if named is None or _word(str(named)) in (_word(course.name), ""):
            titles |= {str(lecture.number): lecture.title or course.name for lecture in course.lectures}
    return [*titles.items()]


def questions(typed: Typed) -> Offers:
    """The questions that somebody still has to settle, then the others, by the shortest ids."""
    from studylog.cli.reading import listed
    from studylog.core.questions import UNSETTLED

    with listed(typed.context, typed.context.notebook()) as lists:
        found = sorted(lists.questions.lines(), key=lambda line: line.state not in UNSETTLED)
        in_line = lists.in_line()
    wanted = typed.incomplete.lower()
    return [
        (line.short, in_line.get(line.text, line.text))
        for line in found
        if line.short.startswith(wanted) or line.id.startswith(wanted)
    ]


def addressees(typed: Typed) -> Offers:
    """Whom a question may be for."""
    return ["mentor"]


def types(typed: Typed) -> Offers:
    """The types of notes: ours and those of the notebook."""
    return list(_types(typed.context))


def _types(context: Context) -> Iterator[str | tuple[str, str]]:
    from studylog.core.header.keys import TYPES, type_title

    yield from ((name, type_title(name, context.language)) for name in TYPES)
    settings = context.notebook().settings
    yield from (
        (name, setting.title or name) for name, setting in settings.types.items() if name not in TYPES
    )


def _file(head: "Head") -> str:
    name = PurePosixPath(head.path).stem
    return name if name == _word(name) else _word(head.title)


def _word(name: str) -> str:
    """A name without blanks and signs, which a shell would part or take for its own; it means the same."""
    bare = "".join(name.split())
    without = bare.translate(_SHELL)
    return without if fold(without) == fold(bare) else bare
