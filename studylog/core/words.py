"""The words that pages share: states, presences, lectures, places in a lecture."""

from typing import TYPE_CHECKING

from studylog.core.i18n import Message, say

if TYPE_CHECKING:
    from studylog.core.model import Locator, State
    from studylog.core.people.attendance import Presence

STATES: "dict[State, Message]" = {
    "open": say("open"),
    "tentative": say("guess"),
    "deferred": say("deferred"),
    "answered": say("answered"),
    "confirmed": say("confirmed"),
    "duplicate": say("duplicate"),
    "closed": say("closed"),
}
"""What each state is called, in the order in which states are listed."""

PRESENCES: "dict[Presence, Message]" = {
    "present": say("there"),
    "seen": say("seen in the note"),
    "absent": say("absent"),
    "unknown": say("not named"),
}
"""What each presence at a meeting is called, in the order in which presences are listed."""


def lecture_name(course: str | None, number: int | None) -> Message | None:
    """What people call a lecture: course and number, or whatever of them is known."""
    if number is None:
        return say("{course}", course=course) if course else None
    if course is None:
        return say("Lecture {n}", n=number)
    return say("{course} lecture {number}", course=course, number=number)


def spot(locator: "Locator | None") -> Message | None:
    """Where in its lecture a question arose, in the shortest form that is understood."""
    if locator is None:
        return None
    if locator.at is not None:
        time = clock(locator.at)
        return say("about {time}", time=time) if locator.about else say("{time}", time=time)
    if locator.quiz is not None:
        return say("quiz {quiz}", quiz=locator.quiz)
    if locator.page is None:
        return None
    # `p. 228` may be a page of a book.
    of_slides = any(word in locator.written.casefold() for word in ("slide", "슬라이드"))
    return say("slide {page}", page=locator.page) if of_slides else say("p. {page}", page=locator.page)


def clock(at: str) -> str:
    """A moment of a video without idle zeros: `00:04:37` is 4:37."""
    hours, minutes, seconds = (int(part) for part in at.split(":"))
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def moment(second: int) -> str:
    """A second of a video as `HH:MM:SS`."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def second(at: str) -> int:
    """The seconds that `HH:MM:SS` stands for."""
    hours, minutes, seconds = (int(part) for part in at.split(":"))
    return hours * 3600 + minutes * 60 + seconds
