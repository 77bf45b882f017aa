"""Pages to go on to, by the words that lead there."""

from studylog.core.digest.site import Site
from studylog.core.library import Card
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A page, by the words that lead to it."""

    text: str
    page: str


def card_target(card: Card) -> Target:
    """The page of a note under its title."""
    return Target(card.title, card.page)


def note_target(site: Site, path: str) -> Target | None:
    """The page of a note by its path; None when there is no such note."""
    card = site.library.notes.card(path)
    return card_target(card) if card else None
