"""What the disk refuses, as sentences: one row for each error of the system, with its remedy."""

import errno
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.values import replace

_FREE = say("Make room and run the command again.")
_RIGHTS = say("Ask for the right to read and write there, or choose another folder.")
_SHAPE = say("Move one of the two away, or choose another name.")
_DISK = say("Check the disk and its cable, and keep a copy of what can still be read.")
_NAME = say("Choose a shorter name.")
_AGAIN = say("Run the command again.")

_ROWS: dict[int, tuple[Message, Message]] = {
    errno.ENOSPC: (say("The disk is full: {path}"), _FREE),
    errno.EDQUOT: (say("Your share of the disk is used up: {path}"), _FREE),
    errno.EROFS: (say("This disk can only be read: {path}"), _RIGHTS),
    errno.EACCES: (say("Access is not permitted: {path}"), _RIGHTS),
    errno.EPERM: (say("The system does not allow this change: {path}"), _RIGHTS),
    errno.EIO: (say("The disk reports a fault: {path}"), _DISK),
    errno.ENAMETOOLONG: (say("This name is too long for the file system: {path}"), _NAME),
    errno.EISDIR: (say("A file is needed here, but this is a folder: {path}"), _SHAPE),
    errno.ENOTDIR: (say("A folder is needed here, but a file is in the way: {path}"), _SHAPE),
    errno.EEXIST: (say("This exists already and is not overwritten: {path}"), _SHAPE),
    errno.ENOENT: (say("There is no such file or folder: {path}"), say("Check the name.")),
    errno.EMFILE: (say("Too many files are open: {path}"), say("Close some programs, or raise `ulimit -n`.")),
    errno.ENFILE: (say("Too many files are open: {path}"), say("Close some programs, or raise `ulimit -n`.")),
    errno.EBUSY: (
        say("This is in use by another program: {path}"),
        say("Close it and run the command again."),
    ),
    errno.EXDEV: (say("This lies on another disk: {path}"), say("Choose a folder on the same disk.")),
    errno.ELOOP: (say("Links lead round in a circle: {path}"), say("Remove one of the links.")),
}
_CODES = {errno.ENOENT: Exit.NOT_FOUND, errno.EEXIST: Exit.DECIDE}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what the system refuses inside into a sentence about the path."""
    try:
        yield
    except OSError as error:
        raise trouble(error, path) from error


@contextmanager
def known_as(folder: Path, place: Path) -> Iterator[None]:
    """Tells of another place where a sentence from inside speaks of a folder that nobody knows."""
    try:
        yield
    except StudylogError as error:
        path = dict(error.message.args).get("path")
        if not isinstance(path, str) or not Path(path).is_relative_to(shown(folder)):
            raise
        args = (*(pair for pair in error.message.args if pair[0] != "path"), ("path", shown(place)))
        raise StudylogError(replace(error.message, args=args), error.exit_code, hint=error.hint) from error


def trouble(error: OSError, path: Path) -> StudylogError:
    """The sentence, the remedy and the exit code for an error of the system."""
    number = error.errno or 0
    other = say("The system refuses: {reason}: {path}", reason=os.strerror(number), path="")
    message, hint = _ROWS.get(number, (other, _AGAIN))
    if number == errno.ENOTDIR:
        path = next((above for above in path.parents if above.is_file()), path)
    args = (*(pair for pair in message.args if pair[0] != "path"), ("path", shown(path)))
    return StudylogError(replace(message, args=args), _CODES.get(number, Exit.PROBLEMS), hint=hint)


def shown(path: Path | str) -> str:
    """A path as it can be printed anywhere: NFC, with a mark for each byte that is no UTF-8."""
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "replace"))
