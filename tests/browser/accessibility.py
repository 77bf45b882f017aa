"""What axe finds on an open page, in the words of a failed test; without axe, tests that ask are skipped."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

Violations = list[tuple[str, list[str]]]
# What is not asked for is not described either: of a long list that is most of the time.
EVERYTHING: Mapping[str, object] = {"resultTypes": ["violations"]}
CONTRAST: Mapping[str, object] = {"runOnly": ["color-contrast"], **EVERYTHING}


def violations_in(page: "Page", options: Mapping[str, object] = EVERYTHING) -> Violations:
    """The rules that a page breaks, each with the first elements that do so."""
    violations = axe.Axe().run(page, options=dict(options)).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in violations]
