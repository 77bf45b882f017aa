"""The story of a question over meetings: when it was asked, who said what, and where it came up again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from studylog.core.digest.questions.lines import QuestionLine
from studylog.core.digest.questions.replies import Reply
from studylog.core.digest.targets import Target
from studylog.core.i18n import Message, say
from studylog.core.model import Question
from studylog.core.values import dataclass

Kind = Literal["asked", "again", "carried", "reply", "duplicate"]
_ORDER: tuple[Kind, ...] = ("asked", "again", "carried", "reply", "duplicate")


@dataclass(frozen=True, slots=True)
class Standing:
    """A note in which a question stands, or was `carried` into; `source` is its line where it is kept."""

    day: date | None
    note: Target
    section: str | None
    source: str | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a question; `reply` is an answer, `line` the question that asks the same."""

    kind: Kind
    reply: Reply | None = None
    line: QuestionLine | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """What happened to a question in one note, or on a day."""

    day: date | None
    note: Target | None
    section: str | None
    source: str | None
    events: tuple[Event, ...]


def story(
    standings: Sequence[Standing], replies: Iterable[Reply], duplicates: Iterable[QuestionLine]
) -> tuple[Chapter, ...]:
    """The chapters of a question in the order of their days; what has no day comes last."""
    told = sorted(_events(standings, replies, duplicates), key=lambda one: one[0])
    by_page = {_page(one.note): one for one in standings}
    chapters = []
    for (_, page), group in groupby(told, key=lambda one: one[0][:2]):
        events = list(group)
        standing = by_page.get(page)
        chapters.append(
            Chapter(
                day=events[0][1],
                note=standing.note if standing else None,
                section=standing.section if standing else None,
                source=standing.source if standing else None,
                events=tuple(event for _, _, event in events),
            )
        )
    return tuple(chapters)


def _events(
    standings: Sequence[Standing], replies: Iterable[Reply], duplicates: Iterable[QuestionLine]
) -> Iterator[tuple[tuple[date, str, int, int], date | None, Event]]:
    """The events with what orders them: day, page, kind, and place among those of the kind."""
    for number, one in enumerate(standings):
        kind: Kind = "carried" if one.carried else "again" if number else "asked"
        yield _rank(one.day, _page(one.note), kind, number), one.day, Event(kind)
    for number, reply in enumerate(replies):
        page = _page(reply.note) if reply.note else ""
        yield _rank(reply.day, page, "reply", number), reply.day, Event("reply", reply=reply)
    for number, line in enumerate(duplicates):
        yield _rank(line.day, "", "duplicate", number), line.day, Event("duplicate", line=line)


def _rank(day: date | None, page: str, kind: Kind, number: int) -> tuple[date, str, int, int]:
    return day or date.max, page, _ORDER.index(kind), number


def _page(note: Target) -> str:
    return note.page.partition("#")[0]


def sure(question: Question) -> Message | None:
    """How sure one can be of a question's answer, in a sentence; None where its state says all."""
    confirmed = next((one for one in question.answers if one.confirmed), None)
    if question.state == "confirmed" and confirmed:
        return say("{name} confirmed it.", name=confirmed.by) if confirmed.by else say("It is confirmed.")
    if question.state == "answered":
        if question.confidence == "low":
            return say("The form of the text alone suggests the answer.")
        return say("Nobody has confirmed it yet.")
    return say("So far these are guesses.") if question.state == "tentative" else None
