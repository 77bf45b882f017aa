"""Pages are HTML as the standard has it: a strict parser has nothing to say."""

from pathlib import Path

import html5lib
import pytest

from tests.features.site_notebook import build_site, make


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_is_valid(tmp_path: Path, language: str) -> None:
    build_site(make(tmp_path / "notebook", language), tmp_path / "site")
    wrong = {}
    for page in sorted((tmp_path / "site").rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(page.read_text("utf-8"))
        if parser.errors:
            wrong[page.name] = [(place, code) for place, code, _ in parser.errors][:5]
    assert {} == wrong
