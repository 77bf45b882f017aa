"""One file of a site in a browser: quiet, one sheet at a time, and every link leads to its sheet."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studylog.features.single import single_file
from tests.browser.accessibility import violations_in
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    build_site(make(folder / "notebook"), folder / "site")
    place = folder / "digest.html"
    place.write_bytes(single_file(folder / "site"))
    return place


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    opened = browser.new_page()
    yield opened
    opened.close()


def shown(page: "Page") -> list[str]:
    script = "[...document.querySelectorAll('.sheet')].filter(s => s.checkVisibility()).map(s => s.id)"
    found: list[str] = page.evaluate(script)
    return found


def test_one_sheet_is_seen_at_a_time_and_nothing_is_fetched_or_complained_about(
    page: "Page", file: Path
) -> None:
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert ["index.html"] == shown(page)
    page.goto(file.as_uri() + "#meetings/2021-08-11-daily.html--q-k3f9a2bc")
    assert ["meetings/2021-08-11-daily.html"] == shown(page)
    page.locator("a[href='#lectures/dl-basic-8.html']:visible").first.click()
    assert ["lectures/dl-basic-8.html"] == shown(page)
    assert [] == told
    assert {file.as_uri()} == {url.partition("#")[0] for url in asked if not url.startswith("data:")}


@pytest.mark.parametrize("width", [320, 1280])
def test_no_sheet_is_wider_than_the_window_and_axe_finds_nothing(
    page: "Page", file: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("", "#meetings/2021-08-11-daily.html", "#questions/index.html", "#weeks/w2.html"):
        page.goto(file.as_uri() + name)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), name
        assert [] == violations_in(page), name


def test_a_sheet_looks_as_its_page_does(browser: "Browser", file: Path) -> None:
    """All styles stand in one file: no word of one page means something else on another."""
    dressed = """([root, inside]) => [...root.querySelectorAll(inside)].map(one => {
        const style = getComputedStyle(one)
        return [one.className, style.color, style.fontSize, style.fontWeight, style.marginTop].join()
    })"""
    page = browser.new_context(java_script_enabled=False).new_page()
    for name in (
        "weeks/w2.html",
        "meetings/2021-08-11-daily.html",
        "papers/xception.html",
        "meetings/index.html",
    ):
        found = []
        for address, root in (
            ((file.parent / "site" / name).as_uri(), "main"),
            (f"{file.as_uri()}#{name}", f"[id='{name}']"),
        ):
            page.goto(address)
            inside = ":is(h2, h3, p, article, header, a, time, i)"
            found.append(page.evaluate(f"() => ({dressed})([document.querySelector(`{root}`), `{inside}`])"))
        assert found[0]
        assert found[0] == found[1], name
    page.context.close()
