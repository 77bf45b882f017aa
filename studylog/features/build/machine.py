"""The files of a site for programs: what each holds, and which touched things it tells of."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from studylog.core.digest.site import Site
from studylog.core.machine.calendar import CALENDAR, calendar
from studylog.core.machine.records import DATA, NOUNS, Noun, Part, data_name, part_of, parts, whole
from studylog.core.machine.texts import LLMS, ROBOTS, llms, robots
from studylog.core.values import dataclass
from studylog.features.build.stretches import behind
from studylog.store.index.touched import Kind, Thing, lecture_key, lecture_of_key

# By what the parts of a noun are cut, as touched things call it.
_CUT: dict[Noun, Kind] = {"notes": "dated", "questions": "asked", "papers": "papers", "lectures": "questions"}
_BY_MONTH: frozenset[Noun] = frozenset({"notes", "questions"})


@dataclass(frozen=True, slots=True)
class MachineFile:
    """A file for programs: which thing it tells of, or things of which kind; None for whatever changes.

    `until` is as in `ListPart`.
    """

    name: str
    tells_of: Thing | Kind | None
    content: Callable[[], bytes]
    until: str = ""


def machine_files(site: Site) -> Iterator[MachineFile]:
    """All files for programs that are no templates, in order."""
    yield MachineFile(CALENDAR, None, lambda: calendar(site).encode(errors="replace"))
    for noun in NOUNS:
        named = parts(site, noun)
        yield MachineFile(data_name(noun), _CUT[noun], partial(whole, site, noun, named))
        for part in named:
            until = behind(part.key) if part.key and noun in _BY_MONTH else ""
            yield MachineFile(part.name, _thing(noun, part), partial(part_of, site, noun, part), until)
    yield MachineFile(LLMS, None, lambda: llms(site).encode(errors="replace"))
    told = robots(site)
    if told:
        yield MachineFile(ROBOTS, None, told.encode)


def _thing(noun: Noun, part: Part) -> Thing:
    if part.number is None:
        return Thing(_CUT[noun], part.key)
    return Thing("lecture", lecture_key(part.key, part.number))


def stale_files(
    files: Iterable[MachineFile], things: Collection[Thing], old: Collection[str]
) -> Iterator[str]:
    """The names of files that tell of something touched, and of those that the site has not had yet."""
    touched = {
        *things,
        *(Thing("questions", lecture_of_key(key)[0]) for kind, key in things if kind == "lecture"),
    }
    told = {None, *touched, *(kind for kind, _ in touched)}
    return (one.name for one in files if one.tells_of in told or one.name not in old)


def is_machine_file(name: str) -> bool:
    """Whether a file of a site is one of these, or was."""
    return name.startswith(DATA) or name in (CALENDAR, LLMS, ROBOTS)
