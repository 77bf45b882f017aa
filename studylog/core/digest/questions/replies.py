"""Answers as they are shown: who gave them, when, and how sure they are."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target, card_target
from studylog.core.i18n import Message, say
from studylog.core.model import Answer
from studylog.core.values import dataclass

Sureness = Literal["confirmed", "answer", "guess", "unmarked"]

_LONG, _MANY = 900, 12
_BLOCKS = re.compile(r"<(?:p|li|tr|figure|pre)\b")

WORDS: dict[Sureness, Message] = {
    "confirmed": say("Confirmed"),
    "answer": say("Answer"),
    "guess": say("Guess"),
    "unmarked": say("Probably an answer"),
}
"""What each sureness of an answer is called."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: `html` as its note has it, empty where only its `text` is known; `long` ones are folded."""

    sureness: Sureness
    word: Message
    by: str | None
    html: str
    text: str
    day: date | None
    note: Target | None
    long: bool = False


def replies(site: Site, answers: Sequence[Answer], html: Sequence[str] = ()) -> tuple[Reply, ...]:
    """The answers of a question, each with its piece of HTML where there is one."""
    pieces = [*html, *[""] * len(answers)]
    return tuple(_reply(site, answer, piece) for answer, piece in zip(answers, pieces, strict=False))


def sureness(answer: Answer) -> Sureness:
    """How sure an answer is: unmarked text only probably is one."""
    if answer.confirmed:
        return "confirmed"
    if answer.tentative:
        return "guess"
    return "unmarked" if answer.marker is None else "answer"


def _reply(site: Site, answer: Answer, html: str) -> Reply:
    card = site.library.notes.card(answer.place.path)
    kind = sureness(answer)
    day, target = (card.day, card_target(card)) if card else (None, None)
    return Reply(kind, WORDS[kind], answer.by, html, answer.text, day, target, _long(answer.text, html))


def _long(text: str, html: str) -> bool:
    """Whether an answer would push the questions after it out of sight."""
    return len(text) > _LONG or len(_BLOCKS.findall(html)) > _MANY or html.count("<img") > 1
