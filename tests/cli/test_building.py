"""What is said of a site that follows its notebook."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from studylog.cli.app import main
from studylog.cli.building import Site
from studylog.store.site import inplace, old


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


def test_a_large_site_becomes_public_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "study"
    (root / "notes").mkdir(parents=True)
    (root / "studylog.yaml").write_text("", "utf-8")
    (root / "notes/a.md").write_text("# Open\n", "utf-8")
    (root / "notes/b.md").write_text("---\nprivate: true\n---\n# Ours\n", "utf-8")
    monkeypatch.setattr(old, "LARGEST", 0)
    assert 0 == main(["-C", str(root), "build"])
    assert (root / "_site/notes/b.html").exists()
    monkeypatch.setattr(inplace, "change", lambda *_: pytest.fail("changed file by file"))
    assert 0 == main(["-C", str(root), "build", "--public"])
    assert not (root / "_site/notes/b.html").exists()
