"""Of a map of which one line is no YAML, what stands above and below it: key by key, each by itself."""

from collections.abc import Callable, Iterator, Sequence

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.strictyaml.nodes import Node, YamlMap
from studylog.core.unmerged import blanked

Read = Callable[[str, int], tuple[Node | None, tuple[Finding, ...]]]
"""Reads a piece of a text that begins so many lines below its first one."""

# What stands in the first column begins something new, but items of a list, comments and closing brackets; so
# does a tab, where no key can stand.
_BEGINS = late(r"\t|(?!-[ \t\r]|-\Z|[\s#\]})])\S")
# Each is read by itself: nobody writes more, and whoever does is told what is wrong all the same.
_MOST = 200


def readable_part(
    text: str, path: str, first_line: int, read: Read
) -> tuple[Node, tuple[Finding, ...]] | None:
    """What can be read of a map, and what is wrong with the rest; None where none of it can be."""
    lines = text.split("\n")
    pieces = list(_pieces(lines))
    if len(pieces) > _MOST:
        return None
    findings: list[Finding] = []
    broken: set[int] = set()
    for piece in pieces:
        root, odd = read("\n".join(lines[piece.start : piece.stop]), piece.start)
        if root is None and odd:
            findings += odd
        elif root is None or isinstance(root, YamlMap):
            continue
        elif piece.start - 1 not in broken:  # else it is the rest of what is broken
            findings.append(_no_key(Place(path, first_line + piece.start)))
        broken.update(piece)
    rest, odd = read(blanked(text, broken), 0) if broken else (None, ())
    return (rest, (*findings, *odd)) if isinstance(rest, YamlMap) else None


def _pieces(lines: Sequence[str]) -> Iterator[range]:
    """The lines of each key with all that stands below it; those before the first key are a piece, too."""
    starts = [number for number, line in enumerate(lines) if number == 0 or _BEGINS.match(line)]
    return map(range, starts, [*starts[1:], len(lines)])


def _no_key(place: Place) -> Finding:
    message = say("This line is no “key: value”, so it is left out.")
    return Finding(place, "error", "yaml-unreadable", message, say("Write one “key: value” on each line."))
