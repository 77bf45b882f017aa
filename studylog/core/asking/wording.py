"""How people write a question down: `Q. (멘토님께) (몽룡) 8강 24:37 - …`, in ways that are read back."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say
from studylog.core.late import late
from studylog.core.people.names import given_names
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_speaker_name
from studylog.core.values import dataclass
from studylog.core.words import clock, moment

_CLOCK = late(r"(?:(?P<hours>[0-9]{1,2}):)?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])")
_MINUTES = late(
    r"(?P<minutes>[0-9]{1,3}) ?(?:분|m|min|)(?: ?(?P<seconds>[0-9]{1,2}) ?(?:초|s))?", re.IGNORECASE
)
_QUIZ = late(r"(?P<lecture>[0-9]{1,2})-(?P<item>[0-9]{1,2}) ?번?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to be written down, and all that was said of it.

    `at` is HH:MM:SS, `quiz` such as 8-4, `to` is mentor or nobody; `same_as` is the id of a question that it
    asks again.
    """

    text: str
    course: str | None = None
    lecture: int | None = None
    at: str | None = None
    quiz: str | None = None
    to: str | None = None
    by: str | None = None
    same_as: str | None = None

    @property
    def about(self) -> int | None:
        """The lecture that it is about, also where only its quiz says so."""
        return self.lecture if self.lecture is not None or self.quiz is None else int(self.quiz.split("-")[0])


class Phrase(NamedTuple):
    """A question as it is written, and the part of it that are its words."""

    line: str
    text: str


def phrases(asked: Asked, roster: Roster, language: Language) -> Iterator[Phrase]:
    """The ways to write a question, the shortest first; a lecture may have to be named in front."""
    front = "Q. "
    if asked.to:
        front += "(멘토님께) " if language == "ko" else "(to mentor) "
    if asked.by:
        front += f"({spoken_name(asked.by, roster)}) "
    for text in texts(asked, language):
        yield Phrase(front + text, text)


def texts(asked: Asked, language: Language) -> tuple[str, ...]:
    """The words of a question behind its place in the lecture, as shortly as it can be said, and wholly."""
    lecture = asked.about
    places = [_place(asked, lecture if asked.at else None, language)]
    if lecture is not None:
        places.append(_place(asked, lecture, language))
    return tuple(f"{place} - {asked.text}" if place else asked.text for place in dict.fromkeys(places))


def _place(asked: Asked, lecture: int | None, language: Language) -> str:
    korean = language == "ko"
    parts: list[str] = []
    if asked.quiz:
        parts.append(f"퀴즈 {asked.quiz}번" if korean else f"Quiz {asked.quiz}")
    elif lecture is not None:
        parts.append(f"{lecture}강" if korean else f"Lecture {lecture}")
    if asked.at:
        parts.append(clock(asked.at))
    return (" " if korean else ", ").join(parts)


def read_moment(written: str) -> str:
    """A moment of a recording as it is typed (24:37, 1:02:10, 24분, 24m), as HH:MM:SS."""
    found = _CLOCK.fullmatch(written.strip()) or _MINUTES.fullmatch(written.strip())
    if found is None:
        message = say("“{text}” is no moment of a recording.", text=written)
        raise StudylogError(
            message, Exit.USAGE, hint=say("Write it like {example}.", example="24:37, 1:02:10, 24m")
        )
    parts = found.groupdict()
    seconds = int(parts.get("hours") or 0) * 3600 + int(parts["minutes"]) * 60 + int(parts["seconds"] or 0)
    return moment(seconds)


def read_quiz(written: str) -> str:
    """A question of a quiz as it is typed: 8-4 is the fourth of lecture 8."""
    found = _QUIZ.fullmatch(written.strip())
    if found is None:
        message = say("“{text}” is no question of a quiz.", text=written)
        raise StudylogError(message, Exit.USAGE, hint=say("Write it like {example}.", example="8-4"))
    return f"{int(found['lecture'])}-{int(found['item'])}"


def spoken_name(name: str, roster: Roster) -> str:
    """What somebody is called in brackets: by the given name where only they have it.

    Nobody is called by one syllable alone, so 윤슬 is called 윤슬. Somebody whom the roster does not know is
    called 님, so that the name is read as one.
    """
    person = roster.resolve(name).person
    if person is not None:
        given = (one for one in given_names(person.name) if len(one) > 1)
        return next((one for one in given if roster.resolve(one).person == person), person.name)
    return name if is_speaker_name(name, roster) or name.endswith("님") else f"{name}님"
