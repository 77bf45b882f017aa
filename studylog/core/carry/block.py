"""The block in the text of a note: put in, found again, and refreshed around what people wrote there."""

from collections.abc import Iterator, Sequence
from itertools import chain

from studylog.core.carry.outlook import Outlook
from studylog.core.carry.writing import END_LINE, NOTHING, TITLES, Group, begin_line, groups, heading_line
from studylog.core.grammar.references import WRITTEN_REFERENCE
from studylog.core.i18n import Language, Message, translate
from studylog.core.late import late
from studylog.core.values import dataclass, field

_FENCE = late(r"^\s*(?P<fence>`{3,}|~{3,})")
_HEADING = late(r"^#{1,6}[ \t]")
_LANGUAGES: tuple[Language, ...] = ("ko", "en")
_TICKED = late(r"^- \[[xX]\] ")


@dataclass(slots=True)
class Entry:
    """A line of ours and the lines that people wrote behind it, which stay as they are."""

    line: str
    written: list[str] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether people did something here: wrote under it, or ticked it off."""
        return any(line.strip() for line in self.written) or bool(_TICKED.match(self.line))


@dataclass(slots=True)
class Stretch:
    """A title, and the references under it by their ids."""

    title: Entry
    references: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """What stands in a block: what comes before the first title, and the stretches by their titles."""

    head: Entry
    stretches: dict[Message, Stretch] = field(default_factory=dict)


def new_block(outlook: Outlook, path: str, language: Language) -> list[str]:
    """The lines of a block for the note of a path."""
    wanted = groups(outlook, path, language)
    return _lines(begin_line(language), heading_line(language), wanted, Found(Entry("")))


def refreshed_block(block: Sequence[str], outlook: Outlook, path: str, language: Language) -> list[str]:
    """The lines of a block, from its first comment to its last, made to say what holds now.

    Lines that people wrote stay where they are, and so does a reference that they wrote under or ticked off.
    """
    found = _found_in(block[1:-1])
    heading = found.head.line or heading_line(language)
    return _lines(begin_line(language), heading, groups(outlook, path, language), found)


def _found_in(lines: Sequence[str]) -> Found:
    """What stands between the comments: our lines, each with what people wrote behind it."""
    found = Found(Entry(""))
    entry, stretch, fence = found.head, None, ""
    for line in lines:
        inside, fence = bool(fence), _fence_after(line, fence)
        own = _own(line) if not (inside and fence) else None
        if isinstance(own, Message):
            stretch = found.stretches.setdefault(own, Stretch(Entry(line)))
            entry = stretch.title
        elif isinstance(own, str) and stretch and own not in stretch.references:
            entry = stretch.references[own] = Entry(line)
        elif _HEADING.match(line) and not (fence or found.head.line or found.stretches):
            found.head.line = line
        else:
            entry.written.append(line)
    for entry in _entries(found):
        _trim(entry.written)
    return found


def _own(line: str) -> Message | str | None:
    """The title that a line is, or the id that it refers to; None for what people wrote."""
    for title in TITLES:
        if line.partition(" · ")[0] in {f"**{translate(title, language)}**" for language in _LANGUAGES}:
            return title
    reference = WRITTEN_REFERENCE.search(line) if line.startswith("- ") else None
    return reference["id"] if reference else None


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open behind a line."""
    if fence and line.strip() and _indent(line) < _indent(fence):
        # What stood in a list ends with its item.
        fence = ""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[0]
    sign = fence.strip()
    return "" if match["fence"].startswith(sign) and not line.strip().strip(sign[0]) else fence


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _entries(found: Found) -> Iterator[Entry]:
    yield found.head
    for stretch in found.stretches.values():
        yield stretch.title
        yield from stretch.references.values()


def _trim(written: list[str]) -> None:
    while written and not written[-1].strip():
        written.pop()


def _lines(begin: str, heading: str, wanted: Sequence[Group], found: Found) -> list[str]:
    new = {group.title: group for group in wanted}
    stretches = [_merged(new.get(title), found.stretches.get(title)) for title in TITLES]
    told = [lines for lines in stretches if lines]
    # That nothing is left is only said where nothing else is.
    body = [[heading, *found.head.written], *(told[:-1] if NOTHING in new and len(told) > 1 else told)]
    return [begin, *chain.from_iterable([*lines, ""] for lines in body), END_LINE]


def _merged(group: Group | None, stretch: Stretch | None) -> list[str]:
    """The lines of a group: what was there keeps its order, what is new comes behind it."""
    old = stretch.references if stretch else {}
    new = dict(group.references) if group else {}
    kept = {id_: entry for id_, entry in old.items() if entry.touched or id_ in new}
    written = stretch.title.written if stretch else []
    if not (group or kept or written):
        return []
    references = []
    for id_, entry in kept.items():
        references += [entry.line if entry.touched else new[id_], *entry.written]
    references += [line for id_, line in new.items() if id_ not in kept]
    line = group.line if group else stretch.title.line.partition(" · ")[0] if stretch else ""
    return [line, *written, *([""] if references and not written else []), *references]
