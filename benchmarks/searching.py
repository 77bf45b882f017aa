"""Search in the page: from a key until the results for what is typed so far are painted."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.browser import browser
from benchmarks.record import Key, Record

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOUND, SLOWEST = "a key in the search box", "the slowest of these keys"
"""Until the results are painted: the median of all keys, and the one that took longest."""

_WORDS = ("어텐션", "배치 정규화", "드롭아웃", "ㅂㅊㅈㄱ", "gradient descent", "batch_first", "왜 attention")
_BOX, _PATIENCE = ".palette input:focus", 20_000
# The page itself takes the time: what asks it from outside hears of it much later.
_TELLING = """addEventListener('input', () => {
    const began = performance.now(), box = document.querySelector('.palette');
    const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => console.log(
            `found ${box.querySelectorAll('[role=option]').length} ${performance.now() - began}`)));
    });
    seen.observe(box, {childList: true, subtree: true});
}, true);"""


def measure_searching(record: Record, size: int, site: Path) -> None:
    """Types words into the box, each on a page that was just opened and has no file of the index yet."""
    with browser() as opened:
        if opened is None:
            return
        took = [seconds for word in _WORDS for seconds in _typed(opened, site, word)]
    record.seconds[Key(size, FOUND, "moment")].extend(took)
    record.seconds[Key(size, SLOWEST, "moment")].append(max(took))


def _typed(opened: "Browser", site: Path, word: str) -> Iterator[float]:
    """How long each key of a word took that found something."""
    page = opened.new_page()
    page.add_init_script(_TELLING)
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_selector(_BOX)
    for key in word:
        found, milliseconds = _told(page, key)
        if found:
            yield milliseconds / 1000
    page.close()


def _told(page: "Page", key: str) -> tuple[int, float]:
    """How many results a key shows, and after how long."""
    with page.expect_console_message(lambda one: one.text.startswith("found "), timeout=_PATIENCE) as told:
        page.keyboard.insert_text(key)
    _, found, milliseconds = told.value.text.split()
    return int(found), float(milliseconds)
