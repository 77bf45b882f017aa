"""What is wrong or doubtful in the notes, grouped by kind, each with its place."""

from collections.abc import Iterable

from studylog.core.digest.site import Site
from studylog.core.findings import Finding, Place, Severity
from studylog.core.i18n import Message, say
from studylog.core.library import FindingGroup as Found
from studylog.core.values import dataclass

_SEVERITIES: dict[Severity, Message] = {
    "error": say("Errors"),
    "warning": say("Doubtful"),
    "note": say("Advice"),
}
"""What the findings of each severity are called, the worst first."""

_MOST = 60


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """A place in a note; `page` is where the note is shown."""

    place: str
    page: str | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What was found, once, with all places where it was."""

    message: Message
    places: tuple[FindingPlace, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind; `more` are not listed here."""

    code: str
    severity: Severity
    hint: Message | None
    lines: tuple[FindingLine, ...]
    count: int
    more: int


@dataclass(frozen=True, slots=True)
class HealthPage:
    """All findings, the worst first."""

    groups: tuple[FindingGroup, ...]
    errors: int
    warnings: int
    advice: int

    @property
    def sound(self) -> bool:
        """Whether nothing needs mending: advice does not count."""
        return self.errors == 0 and self.warnings == 0


def health_page(site: Site) -> HealthPage:
    """The findings of a site."""
    groups = _groups(site)
    counts = dict.fromkeys(_SEVERITIES, 0)
    for one in groups:
        counts[one.severity] += one.count
    return HealthPage(
        tuple(_group(site, one) for one in groups),
        errors=counts["error"],
        warnings=counts["warning"],
        advice=counts["note"],
    )


def _groups(site: Site) -> list[Found]:
    """The findings of the notes, together with those that only building the site has shown."""
    groups = {(one.severity, one.code): one for one in site.library.findings.groups(site.today, _MOST)}
    for finding in site.findings:
        key = (finding.severity, finding.code)
        known = groups.get(key, Found(*key, 0, ()))
        first = sorted((*known.first, finding), key=lambda one: one.place)[:_MOST]
        groups[key] = Found(*key, known.count + 1, tuple(first))
    order = list(_SEVERITIES)
    return sorted(groups.values(), key=lambda one: (order.index(one.severity), -one.count, one.code))


def _group(site: Site, found: Found) -> FindingGroup:
    hints = {finding.hint for finding in found.first}
    return FindingGroup(
        code=found.code,
        severity=found.severity,
        hint=hints.pop() if len(hints) == 1 else None,
        lines=_lines(site, found.first),
        count=found.count,
        more=found.count - len(found.first),
    )


def _lines(site: Site, findings: Iterable[Finding]) -> tuple[FindingLine, ...]:
    places: dict[Message, list[FindingPlace]] = {}
    for finding in findings:
        places.setdefault(finding.message, []).append(_place(site, finding.place))
    return tuple(FindingLine(message, tuple(found)) for message, found in places.items())


def _place(site: Site, place: Place) -> FindingPlace:
    card = site.library.notes.card(place.path)
    return FindingPlace(f"{place.path}:{place.line}", card.page if card else None)
