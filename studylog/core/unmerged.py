"""Versions that git could not merge: both stay in the file, between lines of git's own."""

from collections.abc import Collection, Iterator

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say

BEGINNING = "<<<<<<< "
_BASE, _MIDDLE, _END = "||||||| ", "=======", ">>>>>>> "

TWO_VERSIONS = say("Two versions stand here that git could not merge.")
KEEP_ONE = say("Keep what is right, and delete the lines with <<<<<<<, ======= and >>>>>>>.")


def unmerged(text: str) -> Iterator[tuple[int, ...]]:
    """The lines that git wrote, from 0: of each place where it begins, divides and ends two versions."""
    marks: list[int] = []
    divided = False
    for number, line in enumerate(text.split("\n")):
        if line.startswith(BEGINNING):
            marks, divided = [number], False
        elif marks and not divided and (line.rstrip() == _MIDDLE or line.startswith(_BASE)):
            marks.append(number)
            divided = line.rstrip() == _MIDDLE
        elif divided and line.startswith(_END):
            yield *marks, number
            marks, divided = [], False


def without_lines(text: str, numbers: Collection[int]) -> str:
    """The text with these lines empty, so that all others keep their places."""
    lines = text.split("\n")
    return "\n".join("" if number in numbers else line for number, line in enumerate(lines))


def two_versions(path: str, line: int) -> Finding:
    """That somebody has to decide what a note says."""
    return Finding(Place(path, line), "error", "conflict", TWO_VERSIONS, KEEP_ONE)
