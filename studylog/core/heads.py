"""Which note a word on the command line means: a path, a day, `-1`, or a part of a title."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from studylog.core.dates.reading import parse_date, weekday_matches
from studylog.core.dates.typed import is_day, when
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.text import fold, nearest, nfc

_BACK = late(r"@?-(?P<count>[1-9][0-9]{0,5})")
_NEW = say("Write one with `studylog new`.")
_LISTED = 8


class Head(NamedTuple):
    """What a note can be called by: path, title, day and type; `meeting` tells minutes from pages."""

    path: str
    title: str
    day: date | None
    type: str | None
    meeting: bool


def the_note(
    reference: str | None,
    heads: Iterable[Head],
    *,
    today: date,
    start: date | None,
    paths: Sequence[str] = (),
) -> Head:
    """The one note that is meant; without a reference today's meeting, else the last one.

    `start` is the first day of the first week, `paths` are places in the notebook that the reference may be a
    path to. No note raises with the nearest titles (exit 5), several with their list (exit 4).
    """
    known = tuple(heads)
    if reference is None:
        return _only(_present(known, today), say("Several meetings are on this day."), _no_meeting())
    found = _by_path((*paths, reference), known)
    if found:
        return found[0]
    back = _BACK.fullmatch(reference)
    if back:
        return _back(int(back["count"]), known, today)
    if is_day(reference):
        day = _known_day(reference, known, today) or when(reference, today=today, start=start)
        return _on_day(day, known)
    several = say("“{reference}” is a part of several titles.", reference=reference)
    return _only(_by_title(reference, known), several, _no_such_note(reference, known))


def _by_path(paths: Iterable[str], heads: Sequence[Head]) -> list[Head]:
    """Whole paths come before names of files; a name that several folders have is no path."""
    wanted = [nfc(path).replace("\\", "/").removeprefix("./") for path in paths]
    whole = [head for path in wanted for head in heads if head.path == path]
    if whole:
        return whole
    names = {path for path in wanted if "/" not in path}
    files = [head for head in heads if {PurePosixPath(head.path).name, PurePosixPath(head.path).stem} & names]
    return files if len(files) == 1 else []


def _meetings(heads: Iterable[Head]) -> list[tuple[date, Head]]:
    dated = ((head.day, head) for head in heads if head.meeting and head.day is not None)
    return sorted(dated, key=lambda pair: (pair[0], pair[1].path))


def _present(heads: Sequence[Head], today: date) -> list[Head]:
    """Today's meetings; else the last ones; before the first meeting, the first ones."""
    days = _meetings(heads)
    past = [day for day, _ in days if day <= today]
    wanted = past[-1] if past else days[0][0] if days else None
    return [head for day, head in days if day == wanted]


def _back(count: int, heads: Sequence[Head], today: date) -> Head:
    """The meeting so many meetings before today."""
    past = [head for day, head in _meetings(heads) if day < today]
    if count <= len(past):
        return past[-count]
    if not past:
        raise StudylogError(say("There is no meeting before today."), Exit.NOT_FOUND, hint=_NEW)
    message = say("There are only {n:meeting/meetings} before today.", n=len(past))
    raise StudylogError(message, Exit.NOT_FOUND, hint=_list_hint())


def _known_day(reference: str, heads: Iterable[Head], today: date) -> date | None:
    """Of a day without a year, the one nearest to today that has a note."""
    parts = parse_date(reference)
    if parts is None or parts.year is not None:
        return None
    days = (head.day for head in heads if head.day is not None and weekday_matches(parts, head.day))
    fitting = {day for day in days if (day.month, day.day) == (parts.month, parts.day)}
    return min(fitting, key=lambda day: abs(day - today), default=None)


def _on_day(day: date, heads: Sequence[Head]) -> Head:
    found = [head for head in heads if head.day == day]
    minutes = [head for head in found if head.meeting]
    missing = StudylogError(
        say("There is no note of {day}.", day=day.isoformat()),
        Exit.NOT_FOUND,
        hint=say("Write it with `studylog new {day}`.", day=day.isoformat()),
    )
    return _only(minutes or found, say("Several meetings are on this day."), missing)


def _by_title(reference: str, heads: Sequence[Head]) -> list[Head]:
    wanted = fold(reference)
    if not wanted:
        return []
    exact = [head for head in heads if fold(head.title) == wanted]
    return exact or [head for head in heads if wanted in fold(head.title)]


def _only(found: Sequence[Head], several: Message, missing: StudylogError) -> Head:
    if not found:
        raise missing
    if len(found) > 1:
        paths = ", ".join(head.path for head in found[:_LISTED]) + (", …" if len(found) > _LISTED else "")
        raise StudylogError(several, Exit.DECIDE, hint=say("Name one by its path: {paths}", paths=paths))
    return found[0]


def _no_meeting() -> StudylogError:
    return StudylogError(say("There is no meeting yet."), Exit.NOT_FOUND, hint=_NEW)


def _no_such_note(reference: str, heads: Sequence[Head]) -> StudylogError:
    near = nearest(reference, [head.title for head in heads])
    hint = say("Did you mean “{title}”?", title=near) if near else _list_hint()
    return StudylogError(say("No note is called “{name}”.", name=reference), Exit.NOT_FOUND, hint=hint)


def _list_hint() -> Message:
    return say("`studylog list` shows all notes.")
