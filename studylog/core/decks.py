"""Slides page by page: how many there are, what each says, and how large its picture is."""

from typing import Literal

from studylog.core.text import short_hash
from studylog.core.values import dataclass

Trouble = Literal["", "damaged", "locked", "large", "slow", "died", "unread"]
"""Why slides have no pictures: `unread` where nothing is installed that could read them."""

THUMBS = "thumbs/"
"""Where the pictures of pages of slides lie in a site."""

MOST_SHEETS = 300
"""Of longer slides, so many pages can be found by what they say."""
MOST_DRAWN = 100
"""And so many have a picture."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of slides: its text, and of its picture the size in pixels and the hash: 0 and "" for none."""

    text: str = ""
    width: int = 0
    height: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """The pages of a PDF, at least the first of them; `pages` is how many there are in all."""

    pages: int
    sheets: tuple[Sheet, ...] = ()
    trouble: Trouble = ""

    @property
    def drawn(self) -> int:
        """How many pages have a picture."""
        return sum(1 for sheet in self.sheets if sheet.sha256)


def thumb_name(sha256: str, number: int) -> str:
    """Where in a site the picture of a page of slides lies, by the hash of the slides."""
    return f"{THUMBS}{short_hash(sha256)}/{number}.webp"
