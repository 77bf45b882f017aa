"""The preview: from the moment a note is saved until its page is served with what was saved."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode, urlsplit

from benchmarks.record import Key, Record
from benchmarks.sites import studylog

_ROUNDS, _PATIENCE = 7, 120.0
# The rest of the site is made meanwhile: who saves again within a second waits for that, too.
_PAUSE = 5.0


def measure_serving(record: Record, size: int, notebook: Path) -> None:
    """Saves a note a few times while its page is open, as a browser has it: listening, then loading."""
    note = sorted((notebook / "notes").rglob("20*.md"))[size // 2]
    page = f"meetings/{note.stem}-daily.html"
    with _served(notebook) as address:
        took = [_save(address, note, page, number) for number in range(_ROUNDS)]
    record.seconds[Key(size, "serve", "command")].append(median(took[1:]))


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
    sentence = f"측정하면서 {number}번째로 덧붙였습니다 {time.time_ns()}."
    heard, stamp = _listen(address, page, "")
    heard.close()
    heard, _ = _listen(address, page, stamp)
    began = time.perf_counter()
    with note.open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")
    while sentence not in _load(address, page):
        _next(heard)
    took = time.perf_counter() - began
    heard.close()
    time.sleep(_PAUSE)
    return took


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
