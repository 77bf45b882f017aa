"""The preview: from the moment a note is saved until its page is served, and shown, with what was saved."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from benchmarks.browser import browser
from benchmarks.record import Key, Record
from benchmarks.sites import studylog

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ROUNDS, _PATIENCE = 7, 120.0
# The rest of the site is made meanwhile: who saves again within a second waits for that, too.
_PAUSE = 5.0
# A page that is painted tells when, and what it says: who asks it from outside hears it much later.
_TELLING = """addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() =>
    console.log(`${Date.now()} ${document.body.textContent}`))))"""

SERVED, SHOWN = "save to the new page, served", "save to the new page, in Chromium"
"""Until the page is served, and until a browser shows it."""


def measure_serving(record: Record, size: int, notebook: Path) -> None:
    """Saves a note a few times while its page is open, as a browser has it: listening, then loading."""
    note, page = _open_page(size, notebook)
    with _served(notebook) as address:
        took = [_save(address, note, page, number) for number in range(_ROUNDS)]
    record.seconds[Key(size, SERVED, "moment")].append(median(took[1:]))


def measure_showing(record: Record, size: int, notebook: Path) -> None:
    """The same with a browser, where one is installed and can be led."""
    note, name = _open_page(size, notebook)
    with browser() as opened:
        if opened is None:
            return
        with _served(notebook) as address:
            page = opened.new_page()
            page.add_init_script(_TELLING)
            with page.expect_request("**/.studylog/events*"):
                page.goto(address + quote(name))
            took = [_show(page, note, number) for number in range(_ROUNDS)]
    record.seconds[Key(size, SHOWN, "moment")].append(median(took[1:]))


def _open_page(size: int, notebook: Path) -> tuple[Path, str]:
    """The note that is saved, and its page."""
    note = sorted((notebook / "notes").rglob("20*.md"))[size // 2]
    return note, f"meetings/{note.stem}-daily.html"


@contextmanager
def _served(notebook: Path) -> Iterator[str]:
    process = subprocess.Popen(
        studylog("serve"), cwd=notebook, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _save(address: str, note: Path, page: str, number: int) -> float:
    """One change: how long it takes until the page that is then loaded shows it."""
    heard, stamp = _listen(address, page, "")
    heard.close()
    heard, _ = _listen(address, page, stamp)
    began, sentence = time.perf_counter(), _add_to(note, number)
    while sentence not in _load(address, page):
        _next(heard)
    took = time.perf_counter() - began
    heard.close()
    time.sleep(_PAUSE)
    return took


def _show(page: "Page", note: Path, number: int) -> float:
    """One change: how long it takes until the open page shows it."""
    began, sentence = time.time(), _add_to(note, number)
    with page.expect_console_message(lambda one: sentence in one.text, timeout=1000 * _PATIENCE) as told:
        pass
    took = int(told.value.text.partition(" ")[0]) / 1000 - began
    time.sleep(_PAUSE)
    return took


def _add_to(note: Path, number: int) -> str:
    """Saves a note with one sentence more, and tells which."""
    sentence = f"측정하면서 {number}번째로 덧붙였습니다 {time.time_ns()}."
    with note.open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")
    return sentence


def _listen(address: str, page: str, stamp: str) -> tuple[HTTPResponse, str]:
    """Listens to what is told of a page, and the stamp of what was told first."""
    asked = urlencode({"page": page, "stamp": stamp})
    connection = _connection(address)
    connection.request("GET", f"/.studylog/events?{asked}")
    answer = connection.getresponse()
    return answer, _next(answer)


def _next(heard: HTTPResponse) -> str:
    while not (line := heard.readline()).startswith(b"data: "):
        if not line:
            raise ConnectionError("the preview has ended")
    return str(json.loads(line[6:])["stamp"])


def _load(address: str, page: str) -> str:
    connection = _connection(address)
    connection.request("GET", f"/{quote(page)}")
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def _connection(address: str) -> HTTPConnection:
    place = urlsplit(address)
    return HTTPConnection(place.hostname or "", place.port, timeout=_PATIENCE)
