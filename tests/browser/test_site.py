"""The site in a browser, opened from its folder: quiet, readable by all, at every width, in both themes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("no Chromium is on the PATH", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
PAGES = (
    "index.html",
    "meetings/index.html",
    "meetings/2021-08-11-daily.html",
    "notes/index.html",
    "notes/용어집.html",
    "questions/index.html",
    "questions/q-k3f9a2bc.html",
    "lectures/index.html",
    "lectures/dl-basic-8.html",
    "papers/index.html",
    "papers/xception.html",
    "resources.html",
    "health.html",
    "search.html",
)
WIDTHS = (320, 360, 800, 1024, 1600)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module", params=["ko", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    build_site(make(folder / "notebook", request.param), folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def address(site: Path, name: str) -> str:
    return (site / name).as_uri()


def test_axe_finds_nothing_on_any_page_in_either_theme(site: Path, page: "Page") -> None:
    found = {}
    for name in PAGES:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(address(site, name))
        light = axe.Axe().run(page).response["violations"]
        page.emulate_media(color_scheme="dark")
        # Only colours differ.
        dark = axe.Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
        found[name] = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in light + dark]
    assert {name: [] for name in PAGES} == found


def test_no_page_says_anything_to_the_console_or_asks_anybody_for_anything(site: Path, page: "Page") -> None:
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto(address(site, name), wait_until="load")
    assert [] == heard
    assert [] == [url for url in asked if not url.startswith((site.as_uri(), "data:"))]


def test_no_page_is_wider_than_its_window(site: Path, page: "Page") -> None:
    wide = []
    for name in PAGES:
        page.goto(address(site, name))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((name, width))
    assert [] == wide


def test_without_scripts_everything_can_be_read_and_nothing_dead_is_shown(
    site: Path, browser: "Browser"
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, "questions/index.html"))
    assert 3 == page.locator(".q:visible").count()
    page.locator("label:has(#_all)").click()
    assert 5 == page.locator(".q:visible").count()
    page.locator("label:has(#_confirmed)").click()
    assert 1 == page.locator(".q:visible").count()
    assert 0 == page.locator("button:visible, select:visible").count()
    page.locator("a.seek").click()
    assert "search.html" == page.url.rpartition("/")[2]
    assert (1, 0) == (
        page.locator(".unscripted:visible").count(),
        page.locator("input:visible, kbd:visible").count(),
    )
    context.close()


def test_the_theme_is_remembered_and_follows_the_system_until_then(site: Path, browser: "Browser") -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address(site, "index.html"))
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.locator(".theme").click()
    light = page.evaluate(paper)
    page.goto(address(site, "health.html"))
    assert (light, True) == (page.evaluate(paper), light != dark)
    context.close()


def test_a_refused_storage_is_no_error(site: Path, page: "Page") -> None:
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page.goto(address(site, "index.html"))
    page.locator(".theme").click()
    assert (["dark"], []) == ([page.evaluate("document.documentElement.dataset.theme")], heard)


def test_questions_can_be_filtered_by_course_and_meetings_by_type(site: Path, page: "Page") -> None:
    page.goto(address(site, "questions/index.html"))
    page.locator("select[data-by=course]").select_option("AI Math")
    assert (1, 1) == (page.locator(".q:visible").count(), page.locator(".group-of:visible").count())
    page.goto(address(site, "meetings/index.html"))
    assert 3 == page.locator(".m:visible").count()
    page.locator("select[data-by=type]").select_option(index=1)
    assert page.locator(".m:visible").count() in (1, 2)


def test_the_first_stop_of_the_keyboard_leads_to_the_content(site: Path, page: "Page") -> None:
    page.goto(address(site, "index.html"))
    page.keyboard.press("Tab")
    assert "skip" == page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    assert "_main" == page.evaluate("document.activeElement.id")


def test_a_site_prints_without_its_rail(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/2021-08-11-daily.html"))
    page.emulate_media(media="print")
    assert (0, 1) == (page.locator(".rail:visible").count(), page.locator("h1:visible").count())
