"""The list of contents that comes with an export, `index.html`: its pages in order, inside each other."""

import re
from collections.abc import Mapping

from studylog.core.values import dataclass, field

_LIST = re.compile(
    r"</ul\s*>|<ul\b(?:[^<>]*?\bid=\"id::(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.csv)?\")?[^<>]*>"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """The ids of the pages in their order, and for each the id of what it lies in."""

    order: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)


def read_contents(html: str) -> Contents:
    """The contents that a page lists; none for a page that is something else."""
    parents: dict[str, str] = {}
    order: dict[str, None] = {}
    around: list[str] = []
    for tag in _LIST.finditer(html):
        if tag[0].startswith("</"):
            if around:
                around.pop()
            continue
        page = (tag["id"] or "").replace("-", "")
        if page:
            order.setdefault(page)
            parent = next((above for above in reversed(around) if above), "")
            if parent and parent != page:
                parents.setdefault(page, parent)
        around.append(page)
    return Contents(tuple(order), parents)
