"""What commands that change papers say."""

from studylog.cli.talk import tell
from studylog.core.i18n import Language, say

HEADING = say("The list of papers: what is planned, and what notes do not say. Notes are read with it.")
"""How a new list of papers begins."""


def tell_changed(path: str, language: Language, *, same: bool) -> None:
    """Says whether a file was changed."""
    if same:
        tell(say("{path} says so already; nothing was changed.", path=path), language)
    else:
        tell(say("{path} was changed.", path=path), language)
