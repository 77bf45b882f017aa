"""The slides of a paper: the files that its notes link, each once, and who is named in them."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from studylog.core.model import NotePaper, Slides
from studylog.core.people.names import is_likely_full_name
from studylog.core.people.roster import Roster
from studylog.core.repositories import same_address
from studylog.core.text import nfc
from studylog.core.withheld import are_withheld


class LocalFile(NamedTuple):
    """A file of the notebook: its path there and its content's hash."""

    path: str
    sha256: str


class Shown(NamedTuple):
    """A paper where a note, or the list of papers, has it; only a note `has_page`."""

    path: str
    day: date | None
    paper: NotePaper
    has_page: bool = True


# From the path of a note and a reference in it to the file of the notebook, if it is one.
FindFile = Callable[[str, str], LocalFile | None]
# From the path of a note, the title of a paper and a link under it to slides that are not where it says.
FindLost = Callable[[str, str, str], Slides | None]

_NAME_IN_FILE = re.compile(r"[_\-\s(](?P<name>[가-힣]{2,4}?)(?P<polite>님)?(?=[\s_.\-()~]|$)")


def name_in_file(url: str, roster: Roster) -> str | None:
    """The person in a file's name, `Xception_이몽룡.pdf`: on the roster, or without one plainly a name."""
    stem = nfc(unquote(url)).rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    names = [match["name"] for match in _NAME_IN_FILE.finditer(stem)]
    known = next((found for name in names if (found := roster.resolve(name).person)), None)
    if known:
        return known.name
    if roster.people:
        return None
    # Any other words end the names of files as well: 소개, 발표, 모델링.
    last_first = reversed([*_NAME_IN_FILE.finditer(stem)])
    likely = (one["name"] for one in last_first if one["polite"] or is_likely_full_name(one["name"]))
    return next(likely, None)


def slides_of(shown: Sequence[Shown], find_file: FindFile, find_lost: FindLost) -> Iterator[Slides]:
    """The slides of a paper, each once: links that differ only in their encoding are one."""
    seen: set[str] = set()
    for one in shown:
        for link in one.paper.slides:
            title = next(iter(one.paper.titles), "")
            slides = find_lost(one.path, title, link.url) or _slides_at(one.path, link.url, find_file)
            address = slides.path or same_address(link.url)
            if address not in seen:
                seen.add(address)
                yield slides


def _slides_at(note_path: str, url: str, find_file: FindFile) -> Slides:
    if are_withheld(url):
        return Slides(url=None, path=None, sha256=None, status="private")
    if re.match(r"[A-Za-z][\w+.-]*:", url):
        return Slides(url=url, path=None, sha256=None, status="remote")
    found = find_file(note_path, url)
    if found is None:
        return Slides(url=url, path=None, sha256=None, status="missing")
    return Slides(url=url, path=found.path, sha256=found.sha256, status="ok")
