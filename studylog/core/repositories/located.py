"""Where slides were found, or why nobody could look."""

from typing import Literal, NamedTuple

from studylog.core.values import dataclass

Found = Literal["ok", "moved", "missing", "remote"]
Trouble = Literal["", "no-folder", "no-repository", "no-git", "refused", "slow", "shallow"]
"""Why nobody could look, or not far enough."""


class Sought(NamedTuple):
    """Slides to be looked for: the link as it is written, in a note of a folder, under the title of a paper.

    Links to the web have no `place`: they mean the same in every note.
    """

    place: str
    written: str
    title: str


@dataclass(frozen=True, slots=True)
class Located:
    """What was found of slides; `found_at` is an address, or the path of a file of the notebook.

    Of `missing` ones it is a proposal. `path` is the file of the notebook that they were found to be, `file`
    opens it, and `sha256` is its content.
    """

    status: Found
    found_at: str | None = None
    path: str | None = None
    file: bytes | None = None
    sha256: str | None = None
