"""Slides on pages, as people see and press them: in both languages, wide and narrow, by day and by night."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations_in
from tests.features.site_notebook import build_site
from tests.features.test_build_slides import NOTE, SETTINGS, photo, slides
from tests.indexes import notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("pypdfium2")

PAGES = ("papers/vgg-16.html", "meetings/2021-08-12-daily.html")
TITLES = tuple(f"What page {number} of these slides says" for number in range(1, 31))


@pytest.fixture(scope="module", params=["ko", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("slides") / "notebook"
    notebook(root, {"a.md": NOTE}, SETTINGS.replace("language: en", f"language: {request.param}"))
    (root / "slides").mkdir()
    (root / "slides/VGG.pdf").write_bytes(slides(*TITLES))
    (root / "notes/photo.jpg").write_bytes(photo())
    build_site(root, root / "_site")
    return root / "_site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(reduced_motion="reduce")
    heard: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if request.url[:5] != "file:" else None)
    yield page
    context.close()
    assert [] == heard


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Path, browser: "Browser", name: str) -> None:
    # What axe itself asks for is none of the page's.
    page = browser.new_page(reduced_motion="reduce")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto((site / name).as_uri())
        assert [] == violations_in(page)
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_its_window_and_nothing_jumps(site: Path, page: "Page", name: str) -> None:
    for width in (320, 360, 800, 1024, 1600):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto((site / name).as_uri())
        assert width >= page.evaluate("document.documentElement.scrollWidth")
        before = page.evaluate("document.documentElement.scrollHeight")
        page.evaluate("for (const one of document.images) one.loading = 'eager'")
        for _ in range(200):
            if page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth)"):
                break
            page.wait_for_timeout(50)
        assert before == page.evaluate("document.documentElement.scrollHeight")


def test_every_page_is_one_press_from_its_place(site: Path, page: "Page") -> None:
    page.goto((site / PAGES[0]).as_uri())
    leads = page.locator(".sheets a")
    assert len(TITLES) == leads.count()
    for number in (1, 17, 30):
        address = leads.nth(number - 1).evaluate("one => one.href")
        assert address.endswith(f".pdf#page={number}")
        assert Path(address.removeprefix("file://").partition("#")[0]).is_file()
    leads.nth(4).focus()
    assert "solid" == leads.nth(4).locator("img").evaluate("one => getComputedStyle(one).outlineStyle")
