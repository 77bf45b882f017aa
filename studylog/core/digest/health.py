"""What is wrong or doubtful in the notes, grouped by kind, each with its place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from studylog.core.digest.site import Site
from studylog.core.findings import Finding, Severity
from studylog.core.i18n import Message, say

SEVERITIES: dict[Severity, Message] = {
    "error": say("Errors"),
    "warning": say("Doubtful"),
    "note": say("Advice"),
}
"""What the findings of each severity are called, the worst first."""

_MOST = 60


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding at its place; `page` is where its note is shown."""

    place: str
    page: str | None
    message: Message


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


def health_page(site: Site) -> HealthPage:
    """The findings of a site."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in sorted(site.findings, key=lambda finding: finding.place):
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    order = list(SEVERITIES)
    ordered = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]), item[0][1]))
    counts = Counter(finding.severity for finding in site.findings)
    return HealthPage(
        tuple(_group(site, code, severity, findings) for (severity, code), findings in ordered),
        errors=counts["error"],
        warnings=counts["warning"],
        advice=counts["note"],
    )


def _group(site: Site, code: str, severity: Severity, findings: Sequence[Finding]) -> FindingGroup:
    hints = {finding.hint for finding in findings}
    return FindingGroup(
        code=code,
        severity=severity,
        hint=hints.pop() if len(hints) == 1 else None,
        lines=tuple(_line(site, finding) for finding in findings[:_MOST]),
        count=len(findings),
        more=max(0, len(findings) - _MOST),
    )


def _line(site: Site, finding: Finding) -> FindingLine:
    place = finding.place
    return FindingLine(f"{place.path}:{place.line}", site.addresses.notes.get(place.path), finding.message)
