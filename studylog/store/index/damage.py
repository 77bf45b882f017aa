"""An index that turns out to be damaged while it is read: who only reads asks it once more, made anew."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from studylog.core.errors import StudylogError
from studylog.core.i18n import say

Words = ParamSpec("Words")
Told = TypeVar("Told")


class DamagedError(StudylogError):
    """The index was damaged, and is trusted no longer: whoever opens it next makes it anew."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            say("The index in {path} was damaged.", path=folder),
            hint=say("Run the command again: the index is made anew from the notes."),
        )


def once_more(ask: Callable[Words, Told]) -> Callable[Words, Told]:
    """`ask`, done once more when the index was damaged.

    Only for what says nothing before it has read all that it says, and writes nothing, or the same again.
    """

    @wraps(ask)
    def asked(*args: Words.args, **named: Words.kwargs) -> Told:
        try:
            return ask(*args, **named)
        except DamagedError:
            # The index of the first attempt is let go of before it is opened again.
            pass
        return ask(*args, **named)

    return asked
