"""What the page knows and the Markdown does not: where links lead, which pictures there are."""

from collections.abc import Callable

from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class PictureLink:
    """A picture as the page shows it: relative address, and its size in pixels where it is known."""

    src: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class RenderContext:
    """How tokens become HTML on one page.

    `link`, `image` and `wikilink` turn what is written into what the page shows, or None where there is
    nothing; `slide` does so with the number of a page of slides and the paper whose slides they are. Headings
    go down by `heading_offset`; `table_label` names tables to those who cannot see them.
    """

    link: Callable[[str], str | None]
    image: Callable[[str], PictureLink | None]
    wikilink: Callable[[str], str | None]
    heading_offset: int = 1
    table_label: str = ""
    slide: Callable[[int, str], str | None] = lambda page, paper: None
