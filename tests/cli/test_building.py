"""What is said of a site that follows its notebook."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from studylog.cli.building import Site


@pytest.mark.parametrize(
    ("changed", "said"),
    [((), ""), (("static/style.css",), ""), (("index.html", "feed.xml"), "1 page changed.\n")],
)
def test_pages_that_changed_are_told_of_and_nothing_is_said_of_none(
    changed: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    context: Any = SimpleNamespace(language="en")
    report: Any = SimpleNamespace(changed=frozenset(changed))
    Site(context, Path("_site")).tell(report)
    assert said == capsys.readouterr().err
