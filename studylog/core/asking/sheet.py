"""The text of a note as lines: what is put between them, what changes on one of them, and nothing else."""

from collections.abc import Sequence

from studylog.core.late import late
from studylog.core.textlines import lines_of, newline_of
from studylog.core.values import dataclass, replace

_ENDING = late(r"(?:\r\n|\r|\n)$")
_ONLY_DRESS = late(r"[\s>]*")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that were put in: the number of the first, and how many."""

    first: int
    count: int

    def has(self, line: int) -> bool:
        """Whether a line is one of them."""
        return self.first <= line < self.first + self.count


NOWHERE = Region(1, 0)
"""Where nothing was put in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a text, each with its ending; they are counted from 1."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    @property
    def ending(self) -> str:
        """How its lines end, as the first one does."""
        return newline_of("".join(self.lines[:1]))

    def line(self, number: int) -> str:
        """A line without its ending; empty where there is none."""
        return self.lines[number - 1].rstrip("\r\n") if 1 <= number <= len(self.lines) else ""

    def is_blank(self, number: int) -> bool:
        """Whether nothing but blanks, and the signs of quotes, stand on a line, or no line at all."""
        return _ONLY_DRESS.fullmatch(self.line(number)) is not None

    def with_line(self, number: int, text: str) -> "Sheet":
        """The sheet with another text on a line."""
        old = self.lines[number - 1]
        ending = old[len(old.rstrip("\r\n")) :]
        return replace(self, lines=(*self.lines[: number - 1], text + ending, *self.lines[number:]))

    def with_lines(self, after: int, added: Sequence[str]) -> "tuple[Sheet, Region]":
        """The sheet with lines behind a line, 0 being the start, and where they are."""
        head, tail = list(self.lines[:after]), self.lines[after:]
        if head and not _ENDING.search(head[-1]):
            head[-1] += self.ending
        new = [line + self.ending for line in added]
        return replace(self, lines=(*head, *new, *tail)), Region(after + 1, len(new))

    def with_paragraphs(self, after: int, paragraphs: Sequence[str]) -> "tuple[Sheet, Region]":
        """The sheet with paragraphs of one line each behind a line, and where they are.

        Blank lines that end there stay behind them; each is apart from its neighbours by an empty line.
        """
        # The line of a heading is no place behind which something else may stand at once.
        after = self.last_written(min(after, len(self.lines)))
        added = ["", *(text for paragraph in paragraphs for text in (paragraph, ""))]
        if after == 0:
            del added[0]
        follows = after + 1
        if follows > len(self.lines) or self.is_blank(follows):
            added.pop()
        return self.with_lines(after, added)

    def last_written(self, number: int, least: int = 0) -> int:
        """The last line up to a number, and not before `least`, that is not blank."""
        while number > least and self.is_blank(number):
            number -= 1
        return number


def sheet_of(text: str) -> Sheet:
    """A text as a sheet."""
    return Sheet(tuple(lines_of(text)))
