"""Three hundred texts that would run a script, in a browser that nothing protects: none runs."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.features.payloads import notebook
from tests.features.site_notebook import build_site
from tests.features.test_payloads import put

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LISTS = ("index.html", "meetings/index.html", "questions/index.html", "papers/index.html", "resources.html")
QUERIES = ("hit", "<img src=x", "javascript", "onerror", "script")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("payloads")
    build_site(put(folder / "notebook", notebook()), folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def heard() -> list[str]:
    """Whatever ran, or asked for something elsewhere."""
    return []


@pytest.fixture(scope="module")
def page(browser: "Browser", heard: list[str]) -> "Page":
    # What the pages permit must not be what keeps them quiet.
    opened = browser.new_context(bypass_csp=True).new_page()
    opened.expose_function("hit", lambda number=None: heard.append(f"hit {number}"))
    opened.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    opened.on("request", lambda asked: heard.append(asked.url) if asked.url.startswith("http") else None)
    return opened


def test_the_browser_would_tell(page: "Page", heard: list[str]) -> None:
    page.set_content("<img src=x onerror=hit(7)>")
    page.wait_for_timeout(100)
    assert ["hit 7"] == heard
    heard.clear()


def test_no_payload_runs_on_any_page(page: "Page", heard: list[str], site: Path) -> None:
    pages = sorted(site.glob("meetings/*.html"))[::5] + sorted(site.glob("notes/*.html"))[::7]
    questions = sorted(site.glob("questions/*.html"))[::12]
    papers = sorted(site.glob("papers/*.html"))[::8]
    for file in (*(site / name for name in LISTS), *pages, *questions, *papers):
        page.goto(file.as_uri(), wait_until="load")
        # What waits for somebody's hand gets it.
        page.evaluate(
            "for (const one of document.querySelectorAll('main *')) one.dispatchEvent(new Event('click'))"
        )
    assert [] == heard


def test_no_payload_runs_in_what_the_search_finds(page: "Page", heard: list[str], site: Path) -> None:
    for query in QUERIES:
        page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}", wait_until="load")
        page.wait_for_timeout(300)
        assert page.locator("main a").count() > 0
    assert [] == heard
