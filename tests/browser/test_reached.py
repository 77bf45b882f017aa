"""Who goes by keyboard sees where they are, by pointer what can be pressed, in own colours what is chosen."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import address
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = (
    "index.html",
    "meetings/index.html",
    "meetings/2021-08-11-daily.html",
    "questions/index.html",
    "questions/q-k3f9a2bc.html",
    "lectures/dl-basic-8.html",
    "papers/index.html",
    "papers/xception.html",
    "people/index.html",
    "weeks/w2.html",
    "resources.html",
)
# The links and controls whose frame is not there when the keyboard is on them, or is cut off by what they
# stand in. Of a control that is drawn by its label it is the label; of one that may be cut, what cuts it.
HIDDEN = r"""[...document.querySelectorAll('main :is(a, summary, input, select), .rail :is(a, button)')]
    .filter(one => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}))
    .filter(one => {
        one.focus({focusVisible: true})
        const ring = [one, one.closest('label, .what')]
            .find(own => own && getComputedStyle(own).outlineStyle === 'solid')
        if (!ring) return true
        const {outlineWidth, outlineOffset} = getComputedStyle(ring)
        const out = parseFloat(outlineWidth) + parseFloat(outlineOffset), own = ring.getBoundingClientRect()
        for (let box = ring.parentElement; box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box), edge = box.getBoundingClientRect()
            const inset = style.clipPath.match(/^inset\((.*)px (.*)px (.*)px (.*)px\)$/)
            if (!inset && style.overflowX === 'visible') continue
            const [top, , , left] = inset ? inset.slice(1).map(parseFloat) : [0, 0, 0, 0]
            if (own.top - out < edge.top + top - .5 || own.left - out < edge.left + left - .5) return true
        }
        return false
    }).map(one => one.outerHTML.slice(0, 99))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reached")
    build_site(make(folder / "notebook", "ko"), folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_frame_of_what_the_keyboard_is_on_is_seen_whole(site: Path, page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(address(site, name))
        assert (name, []) == (name, page.evaluate(HIDDEN))


def test_only_what_scrolls_is_a_stop_of_the_keyboard(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/2021-08-11-daily.html"))
    code = page.locator("main pre").first
    for width, stop in (("", "-1"), ("2rem", "0"), ("", "-1")):
        code.evaluate("(one, width) => { one.style.width = width }", width)
        page.wait_for_selector(f'main pre[tabindex="{stop}"]')


def test_a_meeting_is_opened_from_anywhere_on_its_row(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/index.html"))
    row = page.locator(".m").first
    led = row.locator(".when").get_attribute("href") or ""
    box = row.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
    page.wait_for_url(f"**/{led.removeprefix('../')}")


@pytest.mark.parametrize(
    ("name", "control", "drawn"),
    [
        ("meetings/index.html", ".m .when", ".m .when"),
        ("meetings/index.html", ".filters select", ".filters select"),
        ("questions/index.html", "label:has(#_open)", "label:has(#_open)"),
        ("lectures/dl-basic-8.html", ".axis a", ".axis .mark"),
    ],
)
def test_what_can_be_pressed_answers_the_pointer(
    site: Path, page: "Page", name: str, control: str, drawn: str
) -> None:
    page.goto(address(site, name))
    looks = """name => {
        const {color, boxShadow, borderBottomColor, stroke} = getComputedStyle(document.querySelector(name))
        return [color, boxShadow, borderBottomColor, stroke]
    }"""
    before = page.evaluate(looks, drawn)
    page.hover(control)
    assert before != page.evaluate(looks, drawn)


def test_in_colours_of_the_reader_what_is_chosen_has_a_line_and_marks_stay_full(
    site: Path, page: "Page"
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(address(site, "questions/index.html"))
    lines = "names => names.map(name => getComputedStyle(document.querySelector(name)).outlineStyle)"
    chosen = [".rail nav [aria-current]", ".filters fieldset label:has(:checked)"]
    assert ["solid", "solid"] == page.evaluate(lines, chosen)
    assert ["none"] == page.evaluate(lines, [".filters fieldset label:not(:has(:checked))"])
    page.goto(address(site, "meetings/index.html"))
    fills = "kind => getComputedStyle(document.querySelector(`.dots i.${kind}`)).backgroundColor"
    assert page.evaluate(fills, "present") != page.evaluate(fills, "absent")
