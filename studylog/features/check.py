"""What is wrong or doubtful in a notebook, in order of place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from studylog.core.findings import Finding
from studylog.core.i18n import Message
from studylog.core.values import dataclass
from studylog.store.imported import waiting
from studylog.store.notebook import Notebook
from studylog.store.pictures.logo import logo_doubts

if TYPE_CHECKING:
    from studylog.store.index.lists import IndexLists

# Whoever is not on the roster is put there once, however many notes have the name.
_MENDED_ONCE = frozenset({"unknown-person"})


@dataclass(frozen=True, slots=True)
class Health:
    """The findings of a notebook, each once, and how many there are of each severity."""

    findings: tuple[Finding, ...]
    errors: int
    warnings: int
    notes: int

    @property
    def sound(self) -> bool:
        """Whether nothing needs mending: advice does not count."""
        return self.errors == 0 and self.warnings == 0


def check_notebook(notebook: Notebook, lists: "IndexLists", today: date) -> Health:
    """The health of a notebook on a day: settings, notes, files that are not there, undecided imports."""
    return check(lists.findings(today), logo_doubts(notebook), waiting(notebook))


def check(*sources: Iterable[Finding]) -> Health:
    """The health that the findings of settings and notes tell."""
    seen = dict.fromkeys(finding for source in sources for finding in source)
    findings = tuple(sorted(seen, key=lambda finding: (finding.place, finding.code)))
    count = Counter(finding.severity for finding in findings)
    return Health(findings, count["error"], count["warning"], count["note"])


def told_once(findings: Sequence[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings, those that are mended in one place once, each with how many more notes have the same."""
    places: defaultdict[tuple[str, Message], set[str]] = defaultdict(set)
    for finding in findings:
        if finding.code in _MENDED_ONCE:
            places[finding.code, finding.message].add(finding.place.path)
    for finding in findings:
        if finding.code not in _MENDED_ONCE:
            yield finding, 0
        elif paths := places.pop((finding.code, finding.message), None):
            yield finding, len(paths) - 1


def github_lines(findings: Iterable[tuple[Finding, str]]) -> Iterable[str]:
    """Findings, each with its sentence, as annotations that GitHub shows beside the lines."""
    for finding, sentence in findings:
        place, level = finding.place, "notice" if finding.severity == "note" else finding.severity
        where = f"file={_property(place.path)},line={place.line},col={place.column}"
        yield f"::{level} {where},title={_property(finding.code)}::{_escaped(sentence)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
