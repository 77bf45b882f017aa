"""No text of a note becomes markup that runs: pages are read as a browser reads them, and looked through."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from tests.features.payloads import notebook, payloads
from tests.features.site_notebook import build_site

OURS = re.compile(r"(?:/|(?:\.\./)*)(?:static|search)/[\w.-]+\.js")
LEADS = re.compile(r"(?:https?:|mailto:|#|(?:\.\./)*[^:]*$)", re.IGNORECASE)
SHOWS = re.compile(r"(?:\.\./)*(?:assets|slides|static)/[^:]*$|data:image/(?:svg\+xml|png|webp)[;,]")
NEVER = {"base", "embed", "form", "frame", "iframe", "object", "portal", "style", "template", "foreignObject"}


def put(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a notebook that is full of payloads."""
    folder = tmp_path_factory.mktemp("payloads")
    build_site(put(folder / "notebook", notebook()), folder / "site")
    return folder / "site"


def dangers(page: str) -> Iterator[str]:
    """What could run on a page, or fetch something, once a browser has read it."""
    for element in html5lib.parse(page).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in NEVER and not (
            tag == "form" and element.get("class") == "filters" and "action" not in element.attrib
        ):
            yield f"<{tag}>"
        if tag == "script" and not OURS.fullmatch(element.get("src", "")):
            yield f"<script> {element.get('src')}"
        for name, value in element.attrib.items():
            yield from _dangerous(tag, str(name).rpartition("}")[2].lower(), value)


def _dangerous(tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on") or name in ("style", "srcdoc", "formaction", "background", "ping", "srcset"):
        yield f"{name}={value}"
    if name in ("href", "action", "cite") and not LEADS.match(value.strip()):
        yield f"{name}={value}"
    if name == "src" and tag != "script" and not SHOWS.match(value):
        yield f"{name}={value}"
    if name == "http-equiv" and value != "Content-Security-Policy":
        yield f"{name}={value}"


def test_there_are_three_hundred_payloads() -> None:
    found = list(payloads())
    assert len(found) >= 300
    assert len(set(found)) == len(found)


def test_no_page_has_anything_that_runs_or_fetches(hostile: Path) -> None:
    pages = sorted(hostile.rglob("*.html"))
    # Of question pages, which are alike, every fourth is read.
    chosen = [page for number, page in enumerate(pages) if page.parent.name != "questions" or number % 4 == 0]
    assert len(chosen) > 400
    found = {
        page.relative_to(hostile).as_posix(): left
        for page in chosen
        if (left := sorted(set(dangers(page.read_text("utf-8")))))
    }
    assert {} == found


def test_scripts_of_the_search_are_nothing_but_a_call_with_texts(hostile: Path) -> None:
    shards = list((hostile / "search").glob("*.js"))
    assert shards
    for shard in shards:
        for line in shard.read_text("utf-8").splitlines():
            call = re.fullmatch(r"\w+\((.*)\);", line)
            assert call, line[:80]
            json.loads(f"[{call[1]}]")


def test_what_machines_read_can_be_read(hostile: Path) -> None:
    for file in hostile.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
    for file in hostile.rglob("*.xml"):
        ElementTree.parse(file)
