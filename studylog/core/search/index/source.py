"""What an index has to say to be searched: in memory, in a database, in the files of a site."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from studylog.core.search.documents.document import Document


class Source(Protocol):
    """An index that can be searched. Documents go by numbers below `len(lengths())`."""

    @property
    def count(self) -> int:
        """How many documents there are."""

    @property
    def newest(self) -> int:
        """The number of the last of their days; 0 where none has a day."""

    def lengths(self) -> bytes:
        """By number the class of a document's length plus 1; 0 where there is no document."""

    def days(self) -> Sequence[int]:
        """By number the number of a document's day; 0 for none."""

    def entries(self, low: str, high: str) -> Iterable[tuple[str, str]]:
        """The entries from one key up to but without another, in order, as `postings.entries` writes them."""

    def document(self, number: int) -> Document:
        """The document of a number."""
