"""What a note says, as its search keeps it until documents are made of it."""

from studylog.core.search.documents.formulas import Formulas
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a note says from a heading, with its address, to the next; before the first, both are empty.

    `line` is that of the heading in the file; 0 before the first.
    """

    anchor: str
    heading: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """What a note says outside its questions, and what it says to each of them, as pairs of id and text.

    `links` are the addresses that the note leads to, which nobody reads in its text. `formulas` are those of
    all the note; the texts here have them as they are read.
    """

    stretches: tuple[Stretch, ...]
    replies: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    formulas: Formulas = ()
