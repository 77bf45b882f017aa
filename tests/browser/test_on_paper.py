"""Pages as they are printed: nothing is cut off, and what a list leaves out is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import address
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COLUMNS = 14
WIDE = (
    "---\ndate: 2021-08-12\ntype: daily\n---\n[설치하는 법](https://docs.example/install)\n\n"
    + f"|{' 열 |' * COLUMNS}\n|{'---|' * COLUMNS}\n|{' averyverylongvalue |' * COLUMNS}\n\n"
    + f"$$ x = y $$\n\n$$ x = {' + '.join(['abc'] * 60)} $$\n"
)
FOLDED = (
    "---\ndate: 2021-08-10\ntype: daily\n---\nQ. 왜 나누나요?\nA. 그림처럼 커집니다.\n\n"
    + "그래서 나눕니다.\n\n" * 40
    + "![점](images/point.png)\n"
)
# A4 without its margins, in pixels.
WIDTH = 657


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    root = make(folder / "notebook", "ko")
    (root / "notes/2021-08-12-daily.md").write_text(WIDE, "utf-8")
    (root / "notes/2021-08-10-daily.md").write_text(FOLDED, "utf-8")
    build_site(root, folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": WIDTH, "height": 900})
    yield context.new_page()
    context.close()


def printed(page: "Page", site: Path, name: str) -> None:
    page.goto(address(site, name))
    page.emulate_media(media="print")


def test_a_table_that_is_scrolled_on_a_screen_is_squeezed_into_the_sheet(site: Path, page: "Page") -> None:
    printed(page, site, "meetings/2021-08-12-daily.html")
    assert page.evaluate("document.querySelector('.table table').offsetWidth") <= WIDTH
    assert WIDTH == page.evaluate("document.documentElement.scrollWidth")


def test_a_formula_is_as_large_as_its_text_unless_it_is_scrolled_on_a_screen(
    site: Path, page: "Page"
) -> None:
    printed(page, site, "meetings/2021-08-12-daily.html")
    text, short, long = page.evaluate(
        """[document.querySelector('.flow p'), ...document.querySelectorAll('.formula')]
            .map(one => parseFloat(getComputedStyle(one).fontSize))"""
    )
    assert text == short > long


def test_a_picture_in_a_folded_answer_is_there_when_the_page_is_printed(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/2021-08-10-daily.html"))
    loaded = """Promise.race([
        new Promise(late => setTimeout(late, 3000)),
        Promise.all([...document.images].map(one =>
            one.complete || new Promise(done => one.addEventListener('load', done))))])"""
    page.evaluate(loaded)
    assert [2] == page.evaluate("[...document.images].map(one => one.naturalWidth)")


def test_a_filtered_list_says_what_was_chosen_and_nothing_else_of_its_filters(
    site: Path, page: "Page"
) -> None:
    printed(page, site, "questions/index.html")
    labels = "[...document.querySelectorAll('.filters label')].filter(one => one.checkVisibility())"
    chosen = f"{labels}.map(one => one.control.value)"
    assert ["unsettled"] == page.evaluate(chosen)
    page.evaluate("document.querySelector('[data-by=age]').value = '7'")
    assert ["unsettled", "7"] == page.evaluate(chosen)


def test_a_link_that_has_a_name_has_its_address_behind_it(site: Path, page: "Page") -> None:
    printed(page, site, "resources.html")
    behind = page.evaluate(
        """[...document.querySelectorAll('.resources a.text')]
            .map(one => [one.textContent, getComputedStyle(one, '::after').content !== 'none'])"""
    )
    assert ["설치하는 법", True] in behind
    assert {False} == {told for name, told in behind if "/" in name}
