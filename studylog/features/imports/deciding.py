"""What is to be done with one file: a table over what lies there, what came, and what came last time."""

from typing import Literal

from studylog.core.values import dataclass
from studylog.store.imported import Ledger, same

Step = Literal["write", "keep", "replace", "beside", "wait", "refuse"]
"""Of a file that came: write it where nothing is, keep what is there, put it in its place, put it beside it,
let what lies beside it wait, or leave both alone because that was edited, too."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a file: here, waiting beside it from an earlier time, and as it comes now."""

    path: str
    here: bytes | None
    waiting: bytes | None
    coming: bytes
    origin: str = ""


def decide(versions: Versions, ledger: Ledger) -> Step:
    """The step that loses nothing that anybody has written here, and nothing that came."""
    here, coming = versions.here, versions.coming
    if versions.waiting is not None:
        return _waiting(versions, versions.waiting, ledger)
    if here is None:
        return "write"
    if same(here, coming):
        return "keep"
    if ledger.has(versions.path, here, versions.origin):
        return "replace"
    return "keep" if ledger.has(versions.path, coming, versions.origin) else "beside"


def _waiting(versions: Versions, waiting: bytes, ledger: Ledger) -> Step:
    """Nobody has decided yet: the file stays, and only an untouched version beside it is renewed."""
    if same(waiting, versions.coming) or ledger.has(versions.path, versions.coming, versions.origin):
        return "wait"
    return "beside" if ledger.has(versions.path, waiting, versions.origin) else "refuse"
