"""Nothing outside of the notebook ever gets into a site, however a note asks for it."""

import os
from pathlib import Path
from urllib.parse import quote

import pytest

from studylog.store.references import file_of
from tests.features.site_notebook import PIXEL, build_site
from tests.indexes import notebook

CANARY = b"canary-6f1d0c"
NAMES = ("canary.pdf", "canary.png", "canary.txt", "canary.svg")
# Where the canaries sit, as seen from a note in `notes/2021/`: beside the notebook, at an absolute path, in
# hidden folders of the notebook, and behind links.
WAYS = (
    "../../../outside/{name}",
    "../../../../../../../../../../{absolute}",
    "{absolute}",
    "/{absolute}",
    "//{absolute}",
    "///{absolute}",
    "/../outside/{name}",
    "/../../outside/{name}",
    "/./../outside/{name}",
    "/notes/../../outside/{name}",
    "./../../../outside/{name}",
    "../2021/../../../outside/{name}",
    "../..//../outside/{name}",
    "../../..///outside//{name}",
    ".././.././../outside/{name}",
    "%2e%2e/%2e%2e/%2e%2e/outside/{name}",
    "..%2f..%2f..%2foutside%2f{name}",
    "%2E%2E%2F%2E%2E%2F%2E%2E%2Foutside%2F{name}",
    "%252e%252e/%252e%252e/%252e%252e/outside/{name}",
    "..%252f..%252f..%252foutside%252f{name}",
    "%2f{absolute}",
    "..%c0%af..%c0%af..%c0%afoutside/{name}",
    "%c0%ae%c0%ae/%c0%ae%c0%ae/%c0%ae%c0%ae/outside/{name}",
    "．．/．．/．．/outside/{name}",
    "..／..／..／outside／{name}",
    "..\\..\\..\\outside\\{name}",
    "..%5c..%5c..%5coutside%5c{name}",
    "\\..\\..\\..\\outside\\{name}",
    "..\\/..\\/..\\/outside/{name}",
    "\\\\localhost\\outside\\{name}",
    "%5c%5clocalhost%5coutside%5c{name}",
    "//localhost/outside/{name}",
    "\\\\?\\C:\\outside\\{name}",
    "C:\\outside\\{name}",
    "C:/outside/{name}",
    "c%3a/outside/{name}",
    "file://{absolute}",
    "file:///{absolute}",
    "file:{absolute}",
    "FILE://localhost{absolute}",
    "fi%6ce://{absolute}",
    "file:../../../outside/{name}",
    "data:text/plain,../../../outside/{name}",
    "blob:{absolute}",
    "view-source:file://{absolute}",
    "jar:file://{absolute}!/x",
    "~/{name}",
    "~root/{name}",
    "$HOME/{name}",
    "%24HOME/{name}",
    "../../../outside/{name}?x=1",
    "../../../outside/{name}#page=2",
    "../../../outside/{name}%00.png",
    "a.png%00../../../outside/{name}",
    "../../../outside/{name}%20",
    "../../../outside/./{name}",
    "../../../OUTSIDE/{name}",
    "../../.studylog/{name}",
    "../../.git/{name}",
    "/.git/{name}",
    "%2egit/{name}",
    "/%2egit/{name}",
    "../../.GIT/{name}",
    "../.hidden/{name}",
    "../linked/{name}",
    "../linked/../outside/{name}",
    "/notes/linked/{name}",
    "../chained/{name}",
    "../linked-{name}",
    "linked-{name}",
    "{name}",
    "outside/{name}",
    "/proc/self/root{absolute}",
    "/proc/self/cwd/../outside/{name}",
    "../../_site/../../outside/{name}",
    "../../templates/../../outside/{name}",
)
FORMS = (
    "[link]({url})",
    "![picture]({url})",
    "[link](<{url}>)",
    "[[{url}]]",
    "![[{url}]]",
    "<a href='{url}'>link</a> <img src='{url}'>",
    "[reference][{number}]\n\n[{number}]: {url}",
)
LAST = """\
---
type: paper
slides: ../../../outside/canary.pdf
---
## 논문 리뷰

### VGG

발표자료: ../../../outside/canary.pdf

발표자료: [s](../linked/canary.pdf)

![[../../../outside/canary|canary]]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A notebook with every way out that a folder can have."""
    outside, root = tmp_path / "outside", tmp_path / "notebook"
    places = (outside, root / ".git", root / ".studylog", root / "notes/.hidden")
    notes = {"2021/a.md": "".join(written(outside)), "2021/b.md": LAST}
    notebook(root, notes, "site: {logo: notes/linked/canary.png}\n")
    for place in places:
        place.mkdir(exist_ok=True)
        for name in NAMES:
            begin = {
                "pdf": b"%PDF-1.4 ",
                "png": PIXEL,
                "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><desc>",
            }
            (place / name).write_bytes(begin.get(name[-3:], b"") + CANARY)
    (root / "notes/linked").symlink_to(outside)
    (root / "notes/step").symlink_to(root / "notes/linked")
    (root / "notes/chained").symlink_to("step")
    for name in NAMES:
        for folder in (root / "notes", root / "notes/2021"):
            (folder / f"linked-{name}").symlink_to(os.path.relpath(outside / name, folder))
    return root


def written(outside: Path) -> list[str]:
    """Every form of every way to every canary."""
    urls = [way.format(name=name, absolute=outside / name) for way in WAYS for name in NAMES]
    return [
        form.format(url=url, number=number) + "\n\n"
        for number, url in enumerate((*urls, *map(quote, urls)))
        for form in FORMS
    ]


def test_there_are_many_ways() -> None:
    assert len(set(WAYS)) == len(WAYS) >= 60


def test_no_form_of_a_link_brings_a_canary_into_a_site(root: Path, tmp_path: Path) -> None:
    build_site(root, tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert 2 <= sum(path.parent.name == "notes" for path in files)
    assert [] == [path.name for path in files if CANARY in path.read_bytes()]
    assert [] == [path for path in files if path.parent.name in ("assets", "slides")]
    assert [] == [path for path in (root / ".studylog").rglob("*.deck")]


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_to_a_canary(root: Path, tmp_path: Path, way: str) -> None:
    for name in NAMES:
        url = way.format(name=name, absolute=tmp_path / "outside" / name)
        for reference in (url, quote(url), quote(quote(url))):
            assert file_of(root, "notes/2021/a.md", reference) is None


def test_the_same_forms_find_what_is_inside(root: Path) -> None:
    (root / "slides").mkdir()
    (root / "slides/good 1.pdf").write_bytes(b"%PDF-1.4")
    for reference in ("../../slides/good 1.pdf", "/slides/good%201.pdf", "..\\..\\slides\\good 1.pdf"):
        assert root / "slides/good 1.pdf" == file_of(root, "notes/2021/a.md", reference)
