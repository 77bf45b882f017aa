"""Links to slides that moved, led to where they are: only the links change."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.core.editing import editable
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.header.parts import split
from studylog.core.markdown.destinationforms import Lead, Written, rewritten
from studylog.core.markdown.destinations import lead_elsewhere
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.edits import changed
from studylog.store.notebook import MARKDOWN, Notebook
from studylog.store.references import file_of
from studylog.store.slides.ledger import remember

if TYPE_CHECKING:
    from studylog.store.index.lists.slides import MovedLink

_BREAK = re.compile(r"\r\n|\r|\n")
_FRAGMENT = re.compile(r"#.*$")


@dataclass(frozen=True, slots=True)
class Mended:
    """A note with its links to slides mended: its text before and after, and how many links were changed."""

    path: str
    before: str
    after: str
    links: int


@dataclass(frozen=True, slots=True)
class Mending:
    """The notes that were mended, and what is to be said of those that could not be."""

    notes: tuple[Mended, ...]
    findings: tuple[Finding, ...]


def mend(notebook: Notebook, moved: "Sequence[MovedLink]", *, dry_run: bool) -> Mending:
    """Leads links to slides that moved to where they are, note by note, on the disk unless it is only tried.

    A note that cannot be changed keeps no other from being mended.
    """
    mended: list[Mended] = []
    refused: list[Finding] = []
    by_note = groupby(moved, key=lambda link: (link.path, link.file))
    for (path, file), found in by_note:
        links = list(found)
        try:
            one = changed(notebook.root / file, partial(_mended, path, links), dry_run=dry_run)
        except StudylogError as error:
            refused.append(Finding(Place(path), "error", "slides-moved", error.message, error.hint))
        else:
            mended += [one] if one.links else []
            if not dry_run:
                _remember(notebook.root, links)
    return Mending(tuple(mended), tuple(refused))


def _remember(root: Path, links: "Sequence[MovedLink]") -> None:
    """What slides hold at their new places, so that they are found again the next time."""
    for path in {link.found_at for link in links if link.own}:
        file = file_of(root, "", f"/{path}")
        if file:
            remember(root, path, files.sha256_of(file))


def _mended(path: str, links: "Sequence[MovedLink]", content: bytes) -> Mended:
    """A note, or the list of papers, in which links to slides lead to where these are now."""
    text = editable(content, path)
    leads = {link.written: _lead(path, link) for link in links}
    body = split(text).body if path.lower().endswith(MARKDOWN) else ""
    led = lead_elsewhere(body, leads)
    after = text[: len(text) - len(body)] + led.text
    # What is named without being a link: behind a label, in a header, in a list of papers.
    bare = [link for link in links if link.written not in led.references]
    after, count = _named_elsewhere(after, bare, leads)
    return Mended(path, text, after, led.count + count)


def _named_elsewhere(text: str, links: "Iterable[MovedLink]", leads: dict[str, Lead]) -> tuple[str, int]:
    count = 0
    for link in links:
        starts = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
        if link.line >= len(starts):
            continue
        start, end = starts[link.line - 1], starts[link.line]
        line, lead = text[start:end], leads[link.written]
        new = lead.address or rewritten(Written("plain", 0, 0, link.written), lead, lead.fragment)
        # Twice on one line, it may be a part of something else.
        if new and line.count(link.written) == 1:
            text = text[:start] + line.replace(link.written, new) + text[end:]
            count += 1
    return text, count


def _lead(path: str, link: "MovedLink") -> Lead:
    if not link.own:
        return Lead(address=link.found_at)
    from_root = link.written.startswith("/")
    place = f"/{link.found_at}" if from_root else posixpath.relpath(link.found_at, posixpath.dirname(path))
    fragment = _FRAGMENT.search(link.written)
    return Lead(path=place, fragment=fragment[0] if fragment else "")
