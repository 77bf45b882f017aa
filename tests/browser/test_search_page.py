"""The box on every page and the page of results, as people use them: with keys, pressed, from a folder."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from studylog.core.dates.labels import day_label
from studylog.features.build import build
from studylog.store.index.opening import opened as index_of
from studylog.store.notebook import find
from tests.browser.accessibility import violations_in
from tests.core.search.notebook import ROOT, lookings, recall, reciprocal_rank
from tests.features.site_notebook import TODAY, build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


WIDTHS = (320, 360, 800, 1024, 1600)
FIRST = "meetings/2021-08-11-daily.html"


@pytest.fixture(scope="module", params=["ko", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    build_site(make(folder / "우리 노트북", request.param), folder / "우리 사이트")
    return folder / "우리 사이트"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context()
    heard: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    context.close()
    assert [] == heard


def until(page: "Page", expression: str) -> None:
    """Waits for something, asked from here: the policy of a page lets nothing be evaluated in it."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"in vain: {expression}")


def opened(page: "Page", site: Path, name: str = FIRST, key: str = "/") -> None:
    page.goto((site / name).as_uri())
    page.keyboard.press(key)
    page.wait_for_selector(".palette[open]")


def found(page: "Page", query: str, where: str = ".palette .hit") -> list[str]:
    """The addresses of what is found, best first."""
    until(page, "document.querySelector('.sum').textContent || document.querySelector('dialog')")
    page.keyboard.type(query)
    page.wait_for_selector(where)
    until(page, "!document.querySelector('[aria-busy=true]')")
    return [unquote(link.get_attribute("href") or "") for link in page.locator(where).all()]


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_box_and_typing_finds(site: Path, page: "Page", key: str) -> None:
    opened(page, site, key=key)
    assert found(page, "위치 인코딩")[0].startswith(f"{unquote(site.as_uri())}/questions/")
    assert "위치" in page.locator(".palette .hit").first.locator("mark").all_text_contents()


def test_a_day_is_written_as_lists_have_it(site: Path, page: "Page") -> None:
    opened(page, site)
    found(page, "어텐션")
    shown = {time.text_content() for time in page.locator(".palette .hit time").all()}
    days = page.locator(".palette .hit time").evaluate_all("all => all.map(one => one.dateTime)")
    language = "ko" if page.get_attribute("html", "lang") == "ko" else "en"
    assert {day_label(date.fromisoformat(day), language) for day in days} == shown


def test_a_day_of_another_year_than_the_newest_notes_tells_it(tmp_path: Path, page: "Page") -> None:
    root = tmp_path / "notebook"
    (root / "notes").mkdir(parents=True)
    (root / "studylog.yaml").write_text("language: ko\n", "utf-8")
    for day, asked in (("2021-08-12", "어텐션은 왜 그런가요?"), ("2022-01-03", "풀링은 왜 그런가요?")):
        (root / f"notes/{day}.md").write_text(f"---\ndate: {day}\n---\nQ. {asked}\n", "utf-8")
    build_site(root, tmp_path / "site")
    for query, expected in (("어텐션", "2021. 8. 12."), ("풀링", "1/3(월)")):
        opened(page, tmp_path / "site", "index.html")
        found(page, query)
        assert {expected} == {time.text_content() for time in page.locator(".palette .hit time").all()}


def test_a_press_opens_the_box_and_escape_closes_it(site: Path, page: "Page") -> None:
    page.goto((site / FIRST).as_uri())
    page.locator(".seek").click()
    page.wait_for_selector(".palette[open]")
    page.keyboard.press("Escape")
    assert 0 == page.locator(".palette[open]").count()
    assert "seek" == page.evaluate("document.activeElement.className")


def test_the_first_result_is_chosen_and_arrows_go_round(site: Path, page: "Page") -> None:
    opened(page, site)
    count = len(found(page, "어텐션"))
    chosen = "document.querySelector('[role=combobox]').getAttribute('aria-activedescendant')"
    options = page.locator("[role=option]").count()
    assert ("true", options >= count > 1) == (page.get_attribute("[role=combobox]", "aria-expanded"), True)
    seen = [page.evaluate(chosen)]
    for key in ("ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.append(page.evaluate(chosen))
    assert ["_hit0", "_hit1", "_hit0", f"_hit{options - 1}", "_hit0"] == seen
    assert 1 == page.locator("[aria-selected=true]").count()


def test_enter_goes_to_the_chosen_result(site: Path, page: "Page") -> None:
    opened(page, site)
    target = found(page, "위치 인코딩은 왜")[0]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert target == unquote(page.url)


def test_enter_without_a_result_goes_to_the_page_of_results(site: Path, page: "Page") -> None:
    opened(page, site)
    page.keyboard.type("양자역학입문")
    until(page, "document.querySelector('[aria-busy=false]')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("search.html?q=%EC%96%91%EC%9E%90%EC%97%AD%ED%95%99%EC%9E%85%EB%AC%B8")
    until(page, "document.querySelector('.sum').textContent")
    assert page.locator(".ways:visible").count() == 1
    # They stand in columns, unlike the ways of the same name that lead to parts of long lists.
    lefts = page.evaluate(
        "[...document.querySelectorAll('.ways dt')].map(one => one.getBoundingClientRect().x)"
    )
    assert 2 == len(set(map(round, lefts)))


def test_enter_opens_nothing_that_was_found_for_what_was_typed_before(site: Path, page: "Page") -> None:
    opened(page, site)
    found(page, "어텐션")
    with page.expect_navigation():
        page.evaluate(
            """() => {
              const box = document.querySelector('[role=combobox]')
              box.value += ' 가중치'
              box.dispatchEvent(new InputEvent('input'))
              box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}))
            }"""
        )
    assert unquote(page.url).endswith("search.html?q=어텐션 가중치")


def test_enter_that_ends_a_syllable_goes_nowhere(site: Path, page: "Page") -> None:
    opened(page, site)
    found(page, "어텐션")
    page.evaluate(
        "document.querySelector('[role=combobox]').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    assert page.locator(".palette[open]").count() == 1


def test_a_slash_in_a_field_is_a_slash(site: Path, page: "Page") -> None:
    page.goto((site / "search.html").as_uri())
    page.locator("input[type=search]").press_sequentially("1/2")
    assert ("1/2", 0) == (page.input_value("input[type=search]"), page.locator(".palette").count())


def test_the_page_of_results_reads_its_address_and_keeps_it(site: Path, page: "Page") -> None:
    page.goto((site / "search.html").as_uri() + "?q=%EC%96%B4%ED%85%90%EC%85%98")
    page.wait_for_selector(".hits .hit")
    assert "어텐션" == page.input_value("input[type=search]")
    page.locator("input[type=search]").fill("기저는")
    until(page, "decodeURIComponent(location.search) === '?q=기저는'")
    until(page, "document.querySelector('.hits mark').textContent.startsWith('기저')")
    target = page.locator(".hits .hit").first.get_attribute("href") or ""
    page.locator(".hits .hit").first.click()
    page.wait_for_url(target)


def test_from_a_server_it_is_the_same(site: Path, page: "Page") -> None:
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/{FIRST}")
        page.keyboard.press("/")
        page.wait_for_selector(".palette[open]")
        assert found(page, "위치 인코딩")
    finally:
        server.shutdown()
        server.server_close()


def test_nothing_is_loaded_before_the_box_is_wanted_and_nothing_from_elsewhere(
    site: Path, page: "Page"
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / FIRST).as_uri())
    assert [] == [url for url in asked if "/search" in url]
    page.keyboard.press("/")
    page.wait_for_selector(".palette[open]")
    found(page, "어텐션")
    assert [] == [url for url in asked if not url.startswith((site.as_uri(), "data:"))]
    assert [url for url in asked if "/search/t-" in url]


def test_axe_finds_nothing_in_the_box_and_on_the_page_of_results(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        opened(page, site)
        violations = violations_in(page)
        found(page, "어텐션")
        violations += violations_in(page)
        page.goto((site / "search.html").as_uri() + "?q=%EC%96%B4%ED%85%90%EC%85%98")
        page.wait_for_selector(".hits .hit")
        violations += violations_in(page)
        assert [] == violations
    page.close()


def test_nothing_is_wider_than_its_window(site: Path, page: "Page") -> None:
    opened(page, site)
    found(page, "어텐션")
    wide = """() => document.documentElement.scrollWidth > innerWidth ||
      Array.from(document.querySelectorAll(".palette, .palette *, .hits, .hits *"))
        .some(one => one.getBoundingClientRect().right > innerWidth)"""
    found_wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        found_wide.append(page.evaluate(wide))
    page.goto((site / "search.html").as_uri() + "?q=%EC%96%B4%ED%85%90%EC%85%98")
    page.wait_for_selector(".hits .hit")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        found_wide.append(page.evaluate(wide))
    assert [False] * 2 * len(WIDTHS) == found_wide


def test_a_lost_index_is_said(browser: "Browser", site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site/search")
    page = browser.new_page()
    page.goto((tmp_path / "site" / FIRST).as_uri())
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")
    until(page, "document.querySelector('.sum').textContent")
    page.close()


def test_what_is_meant_is_found_in_the_built_site(browser: "Browser", tmp_path: Path) -> None:
    notebook = find(ROOT)
    with index_of(notebook, files=True, search=True, hold=True) as index:
        build(notebook, index, tmp_path / "site", TODAY)
    page = browser.new_page()
    page.goto((tmp_path / "site/search.html").as_uri())
    until(page, "window.StudylogSearch")
    answers: list[Any] = page.evaluate(
        """async queries => {
          const engine = new StudylogSearch.Engine("search/"), answers = [];
          for (const query of queries) {
            answers.push(await new Promise(done => engine.search(query, {}, found => {
              done(found.hits.map(hit => hit.found.id));
            })));
          }
          return answers;
        }""",
        [looking.query for looking in lookings()],
    )
    page.close()
    assert mean(recall(*pair) for pair in zip(lookings(), answers, strict=True)) >= 0.95
    assert mean(reciprocal_rank(*pair) for pair in zip(lookings(), answers, strict=True)) >= 0.95
