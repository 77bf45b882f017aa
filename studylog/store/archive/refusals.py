"""Why an archive is not unpacked: a reason that arises deep inside, told once with the archive's name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.i18n import Message, say
from studylog.store.failures import shown

AGAIN = say("Export or download the archive again.")
ELSEWHERE = say("If you trust the archive, unpack it with another program and import the folder.")
PASSWORD = say("Unpack the archive with its password and import the folder.")
JOIN = say("Put the parts together with the program that made them.")
CHECK = say("Check that this is the right file.")

CONTRADICTION = say("Its figures contradict each other.")
DAMAGED = say("Its data is damaged.")
HEADER = say("Its own header says something else than the list of entries.")
NO_ZIP = say("It is no zip archive.")
UNREADABLE = say("Its list of entries cannot be read.")
EMPTY = say("There is no file in it.")

_LONGEST = 120
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class RefusalError(Exception):
    """Why an archive is not unpacked, what mends it, and the entry that it is about."""

    def __init__(self, reason: Message, hint: Message, entry: str | None = None) -> None:
        super().__init__(reason.text)
        self.reason = reason
        self.hint = hint
        self.entry = entry


@contextmanager
def told_of(archive: Path) -> Iterator[None]:
    """Turns a refusal inside into a sentence about the archive."""
    try:
        yield
    except RefusalError as refusal:
        raise StudylogError(_sentence(shown(archive.name), refusal), hint=refusal.hint) from refusal


def printable(name: str) -> str:
    """A name out of an archive as it can be shown: short, on one line."""
    short = name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
    return _UNPRINTABLE.sub("�", short)


def bomb(ratio: int) -> Message:
    """The reason that something becomes more than so many times what it is."""
    return say("It unpacks to more than {limit} times its size.", limit=ratio)


def _sentence(archive: str, refusal: RefusalError) -> Message:
    if refusal.entry is None:
        return say("{archive} was not unpacked. {reason}", archive=archive, reason=refusal.reason)
    return say(
        "{archive} was not unpacked, because of {entry}. {reason}",
        archive=archive,
        entry=printable(refusal.entry),
        reason=refusal.reason,
    )
