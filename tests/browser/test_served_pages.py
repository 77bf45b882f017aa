"""Every page as `studylog serve` gives it: quiet, whole, within its window, and asking nobody else."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urldefrag

import pytest

from studylog.store.preview import HOST, Preview, serving
from tests.browser.test_site import violations_in
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page


MISSING = "meetings/2020/no such page.html"
# A policy that is broken is told by an event; what the browser writes about it differs.
REPORTS = "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective}`))"

LINKS = "[href]:not([href^='#']), [src]"
ADDRESSES = """all => all.map(one =>
    new URL(one.getAttribute('href') ?? one.getAttribute('src'), one.baseURI).href)"""


class Heard:
    """What a page said, and asked for, that it should not have."""

    def __init__(self, page: "Page", address: str) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        page.add_init_script(REPORTS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda asked: self.asked.append(asked.url))
        self._address = address

    def elsewhere(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self._address, "data:"))]

    def _hear(self, message: "ConsoleMessage") -> None:
        # That a page is missing is what its reader asked for, and the browser says it as well.
        if not (message.location["url"].endswith(quote(MISSING)) and "404" in message.text):
            self.said.append(message.text)


@pytest.fixture(scope="module", params=["ko", "en"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Site"]:
    folder = tmp_path_factory.mktemp("served")
    build_site(make(folder / "notebook", request.param), folder / "site")
    with serving(None, folder / "site", Preview(), request.param) as server:
        yield Site(folder / "site", f"http://{HOST}:{server.port}/")


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


class Site:
    """A built site, and where it is served."""

    def __init__(self, folder: Path, address: str) -> None:
        self.address = address
        self.names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))

    def url(self, name: str) -> str:
        return self.address + quote(name)


def test_every_page_is_quiet_and_keeps_to_its_server_and_window(served: Site, page: "Page") -> None:
    heard = Heard(page, served.address)
    wide = []
    for name in (*served.names, MISSING):
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(served.url(name), wait_until="load")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((name, width))
    assert ([], [], []) == (heard.said, heard.elsewhere(), wide)
    assert served.url("static/style.css") in heard.asked


def test_what_a_page_should_not_do_would_be_heard(served: Site, page: "Page") -> None:
    heard = Heard(page, served.address)
    page.goto(served.url("index.html"))
    with page.expect_console_message(lambda message: message.text == "policy: img-src"):
        page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/'}))")
    assert "policy: img-src" in heard.said


def test_every_link_of_every_page_leads_somewhere(served: Site, browser: "Browser") -> None:
    page, links = browser.new_page(), {}
    for name in (*served.names, MISSING):
        page.goto(served.url(name))
        for link in page.locator(LINKS).evaluate_all(ADDRESSES):
            links[urldefrag(link).url] = name
    ours = [link for link in links if link.startswith(served.address)]
    dead = [link for link in ours if page.request.get(link, max_redirects=0).status != 200]
    page.close()
    assert served.url("index.html") in ours
    assert {} == {link: links[link] for link in dead}


def test_axe_finds_nothing_on_any_served_page(served: Site, browser: "Browser") -> None:
    page, found = browser.new_page(), {}
    for name in (*served.names, MISSING):
        page.goto(served.url(name))
        found[name] = violations_in(page)
    page.close()
    assert {} == {name: violations for name, violations in found.items() if violations}


def test_every_anchor_that_a_link_names_is_on_its_page(served: Site, browser: "Browser") -> None:
    page, wanted, there = browser.new_page(), {}, {}
    for name in served.names:
        page.goto(served.url(name))
        there[page.url] = set(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
        for link in page.locator("[href*='#']").evaluate_all(ADDRESSES):
            wanted[link] = name
    page.close()
    ours = {link: urldefrag(link) for link in wanted if link.startswith(served.address)}
    assert any(split.url.endswith("8-11-daily.html") for split in ours.values())
    assert {} == {
        link: wanted[link]
        for link, split in ours.items()
        # What is alone in front of a `#` is the top of the page.
        if split.fragment and unquote(split.fragment) not in there.get(split.url, set())
    }
