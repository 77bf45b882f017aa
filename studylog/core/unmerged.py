"""Versions that git could not merge: both stay in the file, between lines of git's own."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.late import late

if TYPE_CHECKING:
    from studylog.core.markdown import Token

_BEGINNING, _BASE, _MIDDLE, _END = "<<<<<<< ", "||||||| ", "=======", ">>>>>>> "
CONFLICT = "conflict"
"""The code of what is found where git could not merge."""

_UNDER_HEAD = late(r"\s*\|[\s|:]*-[\s|:-]*")

_TWO_VERSIONS = say("Two versions stand here that git could not merge.")
_KEEP_ONE = say("Keep what is right, and delete the lines with <<<<<<<, ======= and >>>>>>>.")


def unmerged(text: str, *, whole: bool = True) -> Iterator[tuple[int, ...]]:
    """The lines that git wrote, from 0: of each place where it begins, divides and ends two versions.

    Of a text that is not the `whole` file, the last of these places may end behind it.
    """
    marks: list[int] = []
    divided = False
    if _BEGINNING not in text:
        return
    for number, line in enumerate(text.split("\n")):
        if line.startswith(_BEGINNING):
            marks, divided = [number], False
        elif marks and not divided and (line.rstrip() == _MIDDLE or line.startswith(_BASE)):
            marks.append(number)
            divided = line.rstrip() == _MIDDLE
        elif divided and line.startswith(_END):
            yield *marks, number
            marks, divided = [], False
    if marks and not whole:
        yield tuple(marks)


def undecided(text: str, tokens: "Iterable[Token]") -> list[tuple[int, ...]]:
    """`unmerged`, without what a note only shows as code; its tokens tell the lines of that."""
    marks = tuple(unmerged(text))
    fences = [token for token in tokens if token.type == "fence"] if marks else ()
    shown = {line for fence in fences for line in range(*(fence.map or (0, 0)))}
    return [one for one in marks if one[0] not in shown]


def without_lines(text: str, numbers: Collection[int]) -> str:
    """The text with these lines empty, so that all others keep their places; empty rows in a table."""
    lines = text.split("\n")
    for run in _runs(numbers):
        below = run.stop if run.stop < len(lines) else None
        lines[run.start : run.stop] = ["|" if _goes_on(lines, run.start - 1, below) else ""] * len(run)
    return "\n".join(lines)


def _runs(numbers: Collection[int]) -> Iterator[range]:
    """Numbers that follow each other, run by run."""
    begins = sorted(number for number in numbers if number - 1 not in numbers)
    ends = sorted(number + 1 for number in numbers if number + 1 not in numbers)
    return map(range, begins, ends)


def blanked(text: str, numbers: Collection[int]) -> str:
    """The text with nothing but spaces in these lines, so that every character keeps its place."""
    lines = text.split("\n")
    for number in numbers:
        bare = lines[number].rstrip("\r")
        lines[number] = " " * len(bare) + lines[number][len(bare) :]
    return "\n".join(lines)


def _goes_on(lines: Sequence[str], above: int, below: int | None) -> bool:
    """Whether rows of one table stand above and below: an empty line would end it there."""
    if above < 0 or below is None or not (_is_row(lines[above]) and _is_row(lines[below])):
        return False
    return below + 1 == len(lines) or not _UNDER_HEAD.fullmatch(lines[below + 1])


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def two_versions(path: str, line: int) -> Finding:
    """That somebody has to decide what a note says."""
    return Finding(Place(path, line), "error", CONFLICT, _TWO_VERSIONS, _KEEP_ONE)
