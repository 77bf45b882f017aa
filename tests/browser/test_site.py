"""The site in a browser, opened from its folder: quiet, readable by all, at every width, in both themes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studylog.core.digest.frame import counts_of
from studylog.core.digest.site import site_of
from studylog.core.i18n import Language
from studylog.core.settings import Settings
from studylog.features.build.plan import Plan
from studylog.features.build.render import renderer
from studylog.features.build.theme import theme_files
from studylog.store.index.reading import IndexLibrary
from tests.browser.accessibility import CONTRAST, violations_in
from tests.core import large
from tests.core.digest_cases import NoFiles
from tests.features.site_notebook import build_site, make
from tests.indexes import indexed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
    "people/index.html",
    "people/성춘향.html",
    "weeks/index.html",
    "weeks/w2.html",
    "resources.html",
    "health.html",
    "search.html",
)
WIDTHS = (320, 360, 800, 1024, 1600)
# One page of each list that a large notebook has in parts.
PARTS = (
    "meetings/index.html",
    "meetings/months/2024-02.html",
    "questions/index.html",
    "questions/courses/과목-0.html",
    "papers/index.html",
    "papers/years/2024.html",
    "weeks/index.html",
    "weeks/w20.html",
    "weeks/years/2024.html",
    "notes/index.html",
    "notes/letters/ㄱ.html",
    "resources.html",
    "resources/2024-02.html",
    "lectures/index.html",
    "lectures/과목-0-7.p2.html",
)
# Of a long list or table, a row is like those before it, and a group as well: some of each are looked at.
FEW = """document.querySelectorAll('main :is(li, tr):nth-child(n+12), main .group-of ~ .group-of ~ .group-of')
    .forEach(one => one.remove())"""
# Both languages are looked at on the pages of the small notebook.
IN_ONE_LANGUAGE = pytest.mark.parametrize(
    ("lists", "names"), [("ko", PARTS[::2]), ("en", PARTS[1::2])], indirect=["lists"]
)
CROWDED = "---\ndate: 2024-01-02\n---\n#### 7강\n\n" + "\n\n".join(f"Q. {n}번은 왜?" for n in range(450))


@pytest.fixture(scope="module", params=["ko", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    build_site(make(folder / "notebook", request.param), folder / "site")
    return folder / "site"


def written(folder: Path, notes: list[tuple[str, str]], settings: Settings, names: tuple[str, ...]) -> Path:
    """The lists of a notebook and some more of its pages, without those that they lead to."""
    site = site_of(IndexLibrary(indexed(notes, settings)), settings, NoFiles(), large.TODAY)
    rendered = renderer(site, folder)
    plan = Plan(site)
    pages = [plan.page(name) for name in {*plan.list_names(), *names}]
    files = [(page.path, rendered(page)) for page in pages if page]
    for name, content in (*files, *theme_files(folder, settings, counts_of(site))):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def lists_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Language], Path]:
    """The lists of a large notebook in a language, made once for all that look at them."""
    notes = [*large.texts(), ("notes/crowded.md", CROWDED)]

    @cache
    def made(language: Language) -> Path:
        settings = replace(large.SETTINGS, language=language)
        return written(tmp_path_factory.mktemp("lists"), notes, settings, PARTS)

    return made


@pytest.fixture(params=["ko", "en"])
def lists(request: pytest.FixtureRequest, lists_in: Callable[[Language], Path]) -> Path:
    """The lists of a large notebook."""
    return lists_in(request.param)


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def address(site: Path, name: str) -> str:
    return (site / name).as_uri()


def wide(page: "Page", site: Path, names: tuple[str, ...]) -> list[tuple[str, int]]:
    """The pages that are wider than the window, and at which width."""
    found = []
    for name in names:
        page.goto(address(site, name))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append((name, width))
    return found


@IN_ONE_LANGUAGE
def test_axe_finds_nothing_on_the_parts_of_long_lists(
    lists: Path, names: tuple[str, ...], page: "Page"
) -> None:
    found = {}
    for name in names:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(address(lists, name))
        page.evaluate(FEW)
        found[name] = violations_in(page)
        page.emulate_media(color_scheme="dark")
        found[name] += violations_in(page, CONTRAST)
    assert {name: [] for name in names} == found


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
    assert [] == wide(page, site, PAGES)


@IN_ONE_LANGUAGE
def test_no_part_of_a_list_is_wider_than_its_window(
    lists: Path, names: tuple[str, ...], page: "Page"
) -> None:
    assert [] == wide(page, lists, names)


def test_what_a_list_says_has_more_room_than_its_bar(site: Path, page: "Page") -> None:
    """Rows of lists are grids by their kind: a row of a kind without one falls into too few columns."""
    said = """[...document.querySelectorAll('.rows > li')].map(row =>
        ['.said', '.stand'].map(part => row.querySelector(part)?.getBoundingClientRect().width ?? 0))"""
    for name in ("weeks/index.html", "lectures/index.html"):
        page.goto(address(site, name))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            rows = page.evaluate(said)
            assert rows
            assert [] == [(name, width, row) for row in rows if row[0] < row[1]]


def test_the_rail_tells_how_much_there_is_of_each_noun(lists: Path, page: "Page") -> None:
    page.goto(address(lists, "papers/index.html"))
    meetings = page.get_by_role("link", name=re.compile(f"^(회의|Meetings) {large.MEETINGS + 1}$"))
    assert 1 == meetings.count()


def test_the_rail_leaves_out_what_there_is_not_but_never_where_one_is(tmp_path: Path, page: "Page") -> None:
    written(tmp_path, [("notes/a.md", "---\ndate: 2024-01-02\n---\n")], large.SETTINGS, ())
    nouns = {}
    for name in ("index.html", "papers/index.html"):
        page.goto(address(tmp_path, name))
        shown = page.locator(".rail nav li:visible [data-count]")
        nouns[name] = shown.evaluate_all("all => all.map(one => one.dataset.count)")
    assert {
        "index.html": ["meetings", "people", "weeks"],
        "papers/index.html": ["meetings", "papers", "people", "weeks"],
    } == nouns


def test_the_parts_of_a_list_can_be_filtered(lists: Path, page: "Page") -> None:
    page.goto(address(lists, "questions/courses/과목-0.html"))
    page.locator("label:has(#_answered)").click()
    assert {"answered"} == set(
        page.locator(".q:visible").evaluate_all("all => all.map(q => q.dataset.state)")
    )
    page.goto(address(lists, "questions/index.html"))
    shown = page.locator(".q:visible").count()
    page.locator("select[data-by=course]").select_option(index=1)
    assert 0 < page.locator(".q:visible").count() < shown
    assert page.locator("#_overview .l:visible").count() == 5


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


def test_the_noun_of_a_page_is_seen_in_a_narrow_window_with_and_without_scripts(
    site: Path, browser: "Browser"
) -> None:
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 800})
        page = context.new_page()
        for name in ("index.html", "weeks/index.html", "health.html"):
            page.goto(address(site, name))
            box = page.locator(".rail [aria-current]").bounding_box()
            assert box
            assert (0 <= box["x"], box["x"] + box["width"] <= 360) == (True, True), (name, scripts)
        context.close()


def test_no_key_is_named_in_a_narrow_window(site: Path, browser: "Browser") -> None:
    for width, expected in ((1280, 1), (360, 0)):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        for name in ("index.html", "meetings/2021-08-11-daily.html", "questions/q-k3f9a2bc.html"):
            page.goto(address(site, name))
            assert expected == page.locator(".seek kbd:visible").count(), (name, width)
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
