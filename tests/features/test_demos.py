"""The two notebooks that `docs/gallery` shows: what is found in them, and that their pages have all of it."""

import html
import re
import runpy
import shutil
from datetime import date
from pathlib import Path

import pytest

from studylog.core.header.parts import split
from studylog.core.incoming.readable import readable
from studylog.features.check import check_notebook
from studylog.store.index.lists import IndexLists
from studylog.store.notebook import find
from tests.features.site_notebook import build_site
from tests.indexes import fresh

ROOT = Path(__file__).parents[2]
GALLERY = runpy.run_path(str(ROOT / "docs/gallery/make.py"))
TODAY: date = GALLERY["TODAY"]
NOTEBOOKS: dict[str, Path] = GALLERY["NOTEBOOKS"]
# The Korean team shows what `check` is for; the English one has nothing to find.
UNSAID = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|\bq-\w{8}\b", re.DOTALL)
MEANT = {"ko": {"weekday", "empty-section", "slides-missing"}, "en": set[str]()}


@pytest.fixture(scope="module", params=sorted(NOTEBOOKS))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def notebook(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / language
    for name in ("notes", "slides"):
        shutil.copytree(NOTEBOOKS[language] / name, folder / name)
    for name in ("studylog.yaml", "papers.yaml"):
        shutil.copy(NOTEBOOKS[language] / name, folder)
    return folder


@pytest.fixture(scope="module")
def site(notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    build_site(notebook, folder, TODAY)
    return folder


def test_nothing_is_found_that_is_not_meant(language: str, notebook: Path) -> None:
    with fresh(found := find(notebook)) as db:
        health = check_notebook(found, IndexLists(db), TODAY)
    assert MEANT[language] == {finding.code for finding in health.findings}


def test_questions_are_in_every_state(notebook: Path) -> None:
    with fresh(find(notebook)) as db:
        states = {state for (state,) in db.execute("SELECT DISTINCT state FROM question")}
    assert {"open", "tentative", "deferred", "answered", "confirmed", "duplicate"} <= states


def test_every_word_of_a_note_is_on_its_page(notebook: Path, site: Path) -> None:
    """Formulas apart, which are drawn, and ids, which lead somewhere."""
    for note in (notebook / "notes").rglob("*.md"):
        prose = UNSAID.sub(" ", split(note.read_text("utf-8")).body)
        meeting = site / "meetings" / f"{note.stem}.html"
        pages = [meeting] if meeting.is_file() else sorted((site / "notes").glob("*.html"))
        marked = "\n".join(page.read_text("utf-8") for page in pages)
        # Links end within words of Korean, and lead to what stands in their addresses.
        shown = html.unescape(f"{marked} {re.sub('<[^>]*>', '', marked)}")
        assert set() == {word for word in re.findall(r"[^\W\d_]{2,}", readable(prose)) if word not in shown}


def test_the_pages_of_the_gallery_are_there(language: str, site: Path) -> None:
    files = [address.partition("?")[0] for address in GALLERY["PAGES"][language].values()]
    assert [] == [name for name in files if not (site / name).is_file()]


def test_the_notebook_around_it_does_not_know_the_english_one() -> None:
    with fresh(find(ROOT)) as db:
        paths = [path for (path,) in db.execute("SELECT path FROM note")]
    assert [] == [path for path in paths if not path.startswith("notes/")]
