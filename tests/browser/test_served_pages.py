"""Every page as `studylog serve` gives it: quiet, whole, within its window, and asking nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urldefrag

import pytest

from studylog.store.preview import HOST, Preview, serving
from tests.browser.accessibility import CONTRAST, Violations, violations_in
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

MISSING = "meetings/2020/no such page.html"
# A policy that is broken is told by an event; what the browser writes about it differs.
REPORTS = "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective}`))"

LINKS = "[href], [src]"
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


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    address: str
    names: tuple[str, ...]

    def url(self, name: str) -> str:
        return self.address + quote(name)


@dataclass
class Seen:
    """What was seen of all pages: each is opened once, and everything is asked of it then, in both themes."""

    site: Site
    heard: Heard
    wide: list[tuple[str, int]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    violations: dict[str, Violations] = field(default_factory=dict)


@pytest.fixture(scope="module", params=["ko", "en"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("served")
    build_site(make(folder / "notebook", request.param), folder / "site")
    names = sorted(path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*.html"))
    with serving(None, folder / "site", Preview(), request.param) as server:
        yield Site(f"http://{HOST}:{server.port}/", tuple(names))


@pytest.fixture(scope="module")
def seen(served: Site, browser: "Browser") -> Iterator[Seen]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    seen = Seen(served, Heard(page, served.address))
    for name in (*served.names, MISSING):
        page.emulate_media(color_scheme="light")
        _look(page, name, seen)
        # By day everything, by night what colours may have to do with.
        seen.violations[name] = violations_in(page)
        page.emulate_media(color_scheme="dark")
        seen.violations[name] += violations_in(page, CONTRAST)
    yield seen
    context.close()


def _look(page: "Page", name: str, seen: Seen) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(seen.site.url(name), wait_until="load")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            seen.wide.append((name, width))
    seen.ids[page.url] = set(page.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
    seen.links |= dict.fromkeys(page.locator(LINKS).evaluate_all(ADDRESSES), name)


def test_every_page_is_quiet_and_keeps_to_its_server_and_window(seen: Seen) -> None:
    assert ([], [], []) == (seen.heard.said, seen.heard.elsewhere(), seen.wide)
    assert seen.site.url("static/style.css") in {address.partition("?")[0] for address in seen.heard.asked}


def test_axe_finds_nothing_on_any_page_in_either_theme(seen: Seen) -> None:
    assert {name: [] for name in (*seen.site.names, MISSING)} == seen.violations


def test_every_link_of_every_page_leads_somewhere(seen: Seen, browser: "Browser") -> None:
    pages = {urldefrag(link).url: name for link, name in seen.links.items()}
    # What is missing leads to places of its own.
    ours = [link for link in pages if link.startswith(seen.site.address) and link != seen.site.url(MISSING)]
    page = browser.new_page()
    dead = [link for link in ours if page.request.get(link, max_redirects=0).status != 200]
    page.close()
    assert seen.site.url("index.html") in ours
    assert {} == {link: pages[link] for link in dead}


def test_every_anchor_that_a_link_names_is_on_its_page(seen: Seen) -> None:
    named = {link: urldefrag(link) for link in seen.links if link.startswith(seen.site.address)}
    # What is alone in front of a `#` is the top of the page.
    named = {link: split for link, split in named.items() if split.fragment}
    assert any(split.url.endswith("8-11-daily.html") for split in named.values())
    assert {} == {
        link: seen.links[link]
        for link, split in named.items()
        if unquote(split.fragment) not in seen.ids.get(split.url, set())
    }


def test_what_a_page_should_not_do_would_be_heard(served: Site, browser: "Browser") -> None:
    page = browser.new_page()
    heard = Heard(page, served.address)
    page.goto(served.url("index.html"))
    with page.expect_console_message(lambda message: message.text == "policy: img-src"):
        page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/'}))")
    assert "policy: img-src" in heard.said
    page.close()
