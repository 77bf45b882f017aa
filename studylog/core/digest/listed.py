"""What the parts of a long list of questions have: by it, parts that stay what they were are told."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from studylog.core.digest.pagenames import part_name
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a list by its page: the questions on it; in one hash, which they are and what frames them.

    As long as the hash is the same and no question looks different, the part is the same.
    """

    page: str
    questions: frozenset[str]
    told: str


def listed(page: str, parts: Sequence[Sequence[str]], *frame: object) -> Iterator[Listed]:
    """The parts of a list but for its first one, by the ids on each; `frame` is what else all of them show.

    The first part tells how the whole stands: it has to be made whenever anything is different.
    """
    for number, ids in enumerate(parts[1:], start=2):
        told = repr((len(parts), frame, tuple(ids))).encode("utf-8", "surrogatepass")
        yield Listed(part_name(page, number), frozenset(ids), sha256(told).hexdigest()[:32])
