"""What became of an import: for each page, and for all of them together."""

from collections.abc import Iterable
from typing import Literal

from studylog.core.findings import Finding
from studylog.core.incoming.coverage import Coverage
from studylog.core.incoming.drafts import Refused
from studylog.core.values import dataclass

Status = Literal["written", "updated", "unchanged", "conflict", "failed", "whole", "incomplete", "missing"]
"""Of an import the first five, of a verification the last four."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one page: the note's path in the notebook, and what a person should look at.

    `attachments` are the files that came or were renewed with it. `coverage` is how much of what can be read
    in the source can be read in the note; None where there is nothing to compare.
    """

    source: str
    path: str
    status: Status
    attachments: int = 0
    findings: tuple[Finding, ...] = ()
    title: str = ""
    coverage: Coverage | None = None
    links_mended: int = 0
    links_lost: int = 0


def failed(refused: Refused, findings: Iterable[Finding] = ()) -> Imported:
    """A source, or a page, of which there is no note."""
    return Imported(refused.source, "", "failed", findings=(*findings, refused.finding))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all pages, in their order, and what is to be said once for all of them."""

    items: tuple[Imported, ...]
    findings: tuple[Finding, ...] = ()

    def count(self, status: Status) -> int:
        """How many pages ended so."""
        return sum(item.status == status for item in self.items)

    @property
    def coverage(self) -> Coverage | None:
        """How much of all sources can be read in the notes."""
        known = [item.coverage for item in self.items if item.coverage is not None]
        if not known:
            return None
        return Coverage(sum(each.found for each in known), sum(each.total for each in known))
