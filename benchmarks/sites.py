"""Sites of one notebook: studylog's own, and the same notes as sites of its peers."""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import generate
from benchmarks.peers import FOLDER, Peer

CONFIGURATIONS = Path(__file__).with_name("configurations")

Step = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Site:
    """A site that can be built: in which folder, by which programs, and what they leave behind there.

    `steps` are the programs one after the other, each with the name of what is done once it has ended; only
    the first is run again after a change. A second build that is short is measured `repeats` times; a site
    that is not `rebuilt` is only built cold.
    """

    folder: Path
    steps: tuple[Step, ...]
    leaves: tuple[str, ...]
    notes: str
    repeats: int = 1
    rebuilt: bool = True

    @property
    def name(self) -> str:
        """The name of the first step."""
        return self.steps[0][0]

    def clear(self) -> None:
        """Removes what was built, and what was remembered about it."""
        for path in self.leaves:
            shutil.rmtree(self.folder / path, ignore_errors=True)

    def change(self, sentence: str) -> None:
        """Appends a sentence to the note in the middle."""
        notes = sorted((self.folder / self.notes).rglob("20*.md"))
        with notes[len(notes) // 2].open("a", encoding="utf-8") as note:
            note.write(f"\n{sentence}\n")

    def pages(self) -> int:
        """How many pages were built."""
        return sum(1 for path in self.leaves for _ in (self.folder / path).rglob("*.html"))


def studylog(*words: str) -> tuple[str, ...]:
    """The words that start studylog, as its installed command does."""
    return (sys.executable, "-m", "studylog", *words)


def our_sites(folder: Path, size: int) -> list[Site]:
    """The site of studylog, the same without search, and a notebook that is only indexed."""
    leaves = (".studylog", "_site")
    plain = ("studylog --no-search", studylog("build", "--no-search"))
    first = ("studylog, first index", studylog("questions"))
    sites = [
        Site(folder / "build", (("studylog", studylog("build")),), leaves, "notes", repeats=5),
        Site(folder / "plain", (plain,), leaves, "notes", rebuilt=False),
        Site(folder / "index", (first,), leaves, "notes", rebuilt=False),
    ]
    for site in sites:
        generate(site.folder, size)
    return sites


def peer_sites(folder: Path, size: int, peers: Mapping[str, Peer]) -> list[Site]:
    """A site for each peer that is here."""
    making = {"Hugo": _hugo, "Eleventy": _eleventy, "Zensical": _zensical}
    return [make(folder, size, peers) for name, make in making.items() if name in peers]


def _hugo(folder: Path, size: int, peers: Mapping[str, Peer]) -> Site:
    notes = _configured(folder / "hugo", size, "content/notes")
    steps: list[Step] = [("Hugo", (peers["Hugo"].program, "--quiet"))]
    if "Pagefind" in peers:
        steps.append(("Hugo + Pagefind", (peers["Pagefind"].program, "--site", "public", "--quiet")))
    return Site(folder / "hugo", tuple(steps), ("public", "resources"), notes)


def _eleventy(folder: Path, size: int, peers: Mapping[str, Peer]) -> Site:
    notes = _configured(folder / "eleventy", size, "src/notes")
    (folder / "eleventy" / "src" / "notes" / "notes.json").write_text('{"layout": "page.liquid"}\n')
    (folder / "eleventy" / "package.json").write_text('{"type": "module"}\n')
    (folder / "eleventy" / "node_modules").symlink_to(FOLDER / "node" / "node_modules")
    step = ("Eleventy", (peers["Eleventy"].program, "--quiet"))
    return Site(folder / "eleventy", (step,), ("public", ".cache"), notes)


def _zensical(folder: Path, size: int, peers: Mapping[str, Peer]) -> Site:
    notes = _configured(folder / "zensical", size, "docs/notes")
    step = ("Zensical", (peers["Zensical"].program, "build"))
    return Site(folder / "zensical", (step,), ("site", ".cache"), notes)


def _configured(folder: Path, size: int, notes: str) -> str:
    """A copy of the configuration that has the name of its folder, with the notes of a notebook."""
    shutil.copytree(CONFIGURATIONS / folder.name, folder)
    generate(folder / "notebook", size)
    shutil.move(folder / "notebook" / "notes", folder / notes)
    shutil.rmtree(folder / "notebook")
    return notes
