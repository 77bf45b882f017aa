"""What stops a command: one class, one sentence, one exit code."""

from enum import IntEnum

from studylog.core.findings import Place
from studylog.core.i18n import Message, translate


class Exit(IntEnum):
    """Exit codes of every command; scripts rely on them."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    NO_NOTEBOOK = 3
    DECIDE = 4
    NOT_FOUND = 5
    INTERRUPTED = 130


class StudylogError(Exception):
    """A command cannot go on: says what, where it is known where, and what mends it."""

    def __init__(
        self,
        message: Message,
        exit_code: Exit = Exit.PROBLEMS,
        *,
        place: Place | None = None,
        hint: Message | None = None,
    ) -> None:
        super().__init__(translate(message, "en"))
        self.message = message
        self.exit_code = exit_code
        self.place = place
        self.hint = hint
