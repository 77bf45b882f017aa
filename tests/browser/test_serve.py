"""`studylog serve` in a browser: a page follows its notes, where one was reading, and tells what is wrong."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.features.site_notebook import make, tree

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


ROOT = Path(__file__).parents[2]
MEETING = "meetings/2021-08-11-daily.html"
PATIENCE = 20_000
THEME = "{% extends 'builtin/note.html.j2' %}{% block kind %}own{% endblock %}"


class Served:
    """A notebook that is served: its folder, its address, and the process that serves it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        variables = {"PYTHONPATH": str(ROOT), "STUDYLOG_NOW": "2021-08-12T18:00+09:00", "BROWSER": "true"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "studylog", "serve"],
            cwd=root,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.root / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def end(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(how)
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(make(tmp_path / "notebook", "ko"))
    yield served
    if served.process.poll() is None:
        served.process.kill()
        served.process.communicate()


@pytest.fixture
def page(browser: "Browser", served: Served) -> Iterator["Page"]:
    page = browser.new_page(viewport={"width": 900, "height": 500})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    page.close()
    # Where the server has ended before its page, the page asks in vain, or what it is sent breaks off.
    ended = served.process.poll() is not None
    assert [] == [one for one in said if not (ended and "net::ERR_" in one)]


def listening(page: "Page", address: str) -> None:
    """Opens a page, and waits until it listens."""
    with page.expect_request("**/.studylog/events*"):
        page.goto(address)


def test_what_is_saved_is_on_the_page_where_one_was_reading(served: Served, page: "Page") -> None:
    listening(page, served.address + MEETING)
    page.evaluate("scrollTo(0, 400)")
    served.edit("notes/2021-08-11.md", "입력에 곱해서 얻습니다.", "입력 벡터에 곱해서 얻습니다.")
    page.get_by_text("입력 벡터에 곱해서").first.wait_for(timeout=PATIENCE)
    # Not in the page: its policy lets no text be run as a script there.
    while page.evaluate("scrollY") != 400:
        page.wait_for_timeout(20)


def test_a_page_that_shows_nothing_of_it_stays_as_it_is(served: Served, page: "Page") -> None:
    listening(page, served.address + "notes/용어집.html")
    page.evaluate("document.body.dataset.same = 'yes'")
    served.edit("notes/2021-08-11.md", "입력에 곱해서 얻습니다.", "입력 벡터에 곱해서 얻습니다.")
    file = served.root / "_site" / MEETING
    while "입력 벡터에" not in file.read_text("utf-8"):
        time.sleep(0.05)
    served.edit("notes/용어집.md", "주목하는 것.", "가려서 주목하는 것.")
    page.get_by_text("가려서 주목하는 것.").wait_for(timeout=PATIENCE)
    assert None is page.evaluate("document.body.dataset.same ?? null")


def test_styles_scripts_and_fonts_are_sent_once_and_a_style_that_changes_is_seen(
    served: Served, page: "Page"
) -> None:
    listening(page, served.address + MEETING)
    served.edit("notes/2021-08-11.md", "입력에 곱해서 얻습니다.", "입력 벡터에 곱해서 얻습니다.")
    page.get_by_text("입력 벡터에 곱해서").first.wait_for(timeout=PATIENCE)
    page.wait_for_load_state()
    sent = page.evaluate(
        "performance.getEntriesByType('resource').filter((one) => /\\.(css|js|woff2)\\?/.test(one.name))"
        ".map((one) => [new URL(one.name).pathname, one.transferSize])"
    )
    assert {"/static/style.css", "/static/site.js", "/.studylog/reload.js"} <= {name for name, _ in sent}
    assert [] == [name for name, size in sent if size]
    styles = served.root / "templates/site/style"
    styles.mkdir(parents=True)
    (styles / "99-own.css").write_text(":root { --own: seen }", "utf-8")
    own = "getComputedStyle(document.documentElement).getPropertyValue('--own').trim()"
    while page.evaluate(own) != "seen":
        page.wait_for_timeout(20)


def test_what_cannot_be_built_is_told_over_the_last_good_page(served: Served, page: "Page") -> None:
    listening(page, served.address + MEETING)
    before = tree(served.root / "_site")
    theme = served.root / "templates/site/note.html.j2"
    theme.parent.mkdir(parents=True)
    theme.write_text(THEME + "{% if %}", "utf-8")
    strip = page.locator("#studylog-failure")
    strip.wait_for(timeout=PATIENCE)
    assert "templates/site/note.html.j2:1" in strip.inner_text()
    assert before == tree(served.root / "_site")
    page.reload()
    strip.wait_for(timeout=PATIENCE)
    assert page.get_by_text("입력에 곱해서").first.is_visible()
    theme.write_text(THEME, "utf-8")
    page.locator("body.own").wait_for(timeout=PATIENCE)
    assert 0 == strip.count()


def test_settings_that_cannot_be_read_are_told_and_waited_for(served: Served, page: "Page") -> None:
    listening(page, served.address)
    served.edit("studylog.yaml", "start: 2021-08-02", "start: someday")
    strip = page.locator("#studylog-failure")
    strip.wait_for(timeout=PATIENCE)
    assert "studylog.yaml:3" in strip.inner_text()
    served.edit("studylog.yaml", "start: someday", "start: 2021-08-03")
    strip.wait_for(state="detached", timeout=PATIENCE)


def test_files_of_the_site_are_never_changed_by_serving(served: Served, page: "Page") -> None:
    listening(page, served.address + MEETING)
    assert b".studylog" not in (served.root / "_site" / MEETING).read_bytes()
    scripts = page.locator("script").evaluate_all("all => all.map(one => one.getAttribute('src'))")
    assert "/.studylog/reload.js" in [script.partition("?")[0] for script in scripts]


def test_a_new_folder_at_the_top_is_watched_as_well(served: Served, page: "Page") -> None:
    listening(page, served.address + "notes/용어집.html")
    (served.root / "pictures").mkdir()
    served.edit("notes/용어집.md", "주목하는 것.", "주목하는 것. ![그림](../pictures/a.png)")
    page.get_by_text("그림").first.wait_for(timeout=PATIENCE)
    shutil.copy(served.root / "notes/images/point.png", served.root / "pictures/a.png")
    page.locator("main img").wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_asked_to(served: Served, page: "Page", how: signal.Signals) -> None:
    listening(page, served.address)
    code, errors = served.end(how)
    assert 0 == code
    assert "Traceback" not in errors
    assert not list(served.root.glob(".*-studylog*"))
