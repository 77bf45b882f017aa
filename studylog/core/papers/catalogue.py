"""What a team says of papers outside of meetings: the list `papers.yaml`, and headers of notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.header.parts import Split
from studylog.core.header.values import Doubts
from studylog.core.i18n import say
from studylog.core.model import NotePaper, SlidesLink
from studylog.core.papers.groups import number_keys, title_key
from studylog.core.papers.names import number_name, written_arxiv, written_doi
from studylog.core.people.roster import Roster
from studylog.core.settings.readers import Reader, Spot, day, listed, names, text
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap, load
from studylog.core.text import fold, nearest, nfc
from studylog.core.values import dataclass, replace

FILE = "papers.yaml"
"""The list of papers of a notebook."""

_BEGIN = say("Begin each paper with “- title: …”.")


def _year(spot: Spot) -> int:
    written = text(spot)
    if written.isascii() and written.isdigit() and 1000 <= int(written) <= 2999:
        return int(written)
    raise spot.wrong(say("a year, such as {example}", example="2015"))


def _arxiv(spot: Spot) -> str:
    if found := written_arxiv(text(spot)):
        return found
    raise spot.wrong(say("an arXiv id, such as {example}", example="1512.03385"))


def _doi(spot: Spot) -> str:
    if found := written_doi(text(spot)):
        return found
    raise spot.wrong(say("a DOI, such as {example}", example="10.1109/CVPR.2016.90"))


def _slides(spot: Spot) -> SlidesLink:
    url = text(spot)
    return SlidesLink(url.rpartition("/")[2], url, spot.node.start.line)


class Key(NamedTuple):
    """A key of a paper: its other names, how its value is read, and the field that it fills."""

    others: tuple[str, ...]
    read: Reader
    field: str


KEYS: Mapping[str, Key] = {
    "title": Key(("제목", "논문"), text, "title"),
    "aliases": Key(("alias", "별칭", "다른 이름"), listed(text), "aliases"),
    "authors": Key(("author", "저자"), names, "authors"),
    "year": Key(("연도",), _year, "year"),
    "arxiv": Key((), _arxiv, "arxiv"),
    "doi": Key((), _doi, "doi"),
    "url": Key(("link", "링크"), text, "url"),
    "code": Key(("코드",), listed(text), "code"),
    "presenters": Key(("presenter", "발표자"), names, "presenters"),
    "date": Key(("날짜", "발표일"), day, "date"),
    "slides": Key(("발표자료", "자료"), listed(_slides), "slides"),
    "not": Key(("아님",), listed(text), "unlike"),
}
"""What `papers.yaml` may say of a paper."""

_BY_NAME = {fold(name): key for key, row in KEYS.items() for name in (key, *row.others)}
# What the header of a note says of its paper; its title, author and day are those of the note.
_IN_HEADERS = frozenset(KEYS) - {"title", "date", "not"}
_DESCRIBING = _IN_HEADERS - {"presenters"}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The papers of `papers.yaml`, and what is doubtful in it."""

    papers: tuple[NotePaper, ...]
    findings: tuple[Finding, ...]


def read_catalogue(source: str, roster: Roster) -> Catalogue:
    """The papers of the list; what cannot be meant is left out, and said at its place."""
    loaded = load(source, FILE)
    reading = _Reading(roster, Doubts(FILE, list(loaded.findings)))
    papers = tuple(reading.papers(loaded.root)) if loaded.root is not None else ()
    reading.doubts.findings += _named_twice(papers)
    return Catalogue(papers, tuple(reading.doubts.findings))


@dataclass(frozen=True, slots=True)
class HeaderPaper:
    """What the header of a note says of the paper that it is about, and whether it `describes` it at all."""

    paper: NotePaper
    describes: bool
    findings: tuple[Finding, ...]


def header_paper(split: Split, path: str, roster: Roster) -> HeaderPaper:
    """What the header of a note says of its paper."""
    root = load(split.header or "", path, split.header_line).root
    reading = _Reading(roster, Doubts(path))
    pairs = root.pairs if isinstance(root, YamlMap) else ()
    known = [(key, node) for key, node in pairs if key_of(key) in _IN_HEADERS and fold(key.text) != "author"]
    paper = reading.paper(known, Place(path))
    describes = any(key_of(key) in _DESCRIBING for key, _ in known)
    return HeaderPaper(paper, describes, tuple(reading.doubts.findings))


def key_of(key: Scalar) -> str | None:
    """The key of a paper that a key of YAML names, in either language."""
    return _BY_NAME.get(fold(key.text))


@dataclass(slots=True)
class _Reading:
    """Reads the papers of one file, and gathers what is doubtful in it."""

    roster: Roster
    doubts: Doubts

    def papers(self, root: Node) -> Iterator[NotePaper]:
        """The papers of a list."""
        if not isinstance(root, YamlList):
            if not (isinstance(root, Scalar) and root.value is None):
                message = say("{file} is not a list of papers.", file=self.doubts.path)
                self.doubts.add(root, "error", "papers-shape", message, _BEGIN)
            return
        for item in root.items:
            paper = self._item(item)
            if paper is not None:
                yield paper

    def _item(self, item: Node) -> NotePaper | None:
        place = self.doubts.place(item)
        if isinstance(item, Scalar) and item.value is not None:
            return NotePaper((nfc(item.text).strip(),), place, "described") if item.text.strip() else None
        if not isinstance(item, YamlMap):
            message = say("A paper with its keys was expected here.")
            self.doubts.add(item, "error", "papers-shape", message, _BEGIN)
            return None
        paper = self.paper(item.pairs, place)
        name = number_name(paper.arxiv, paper.doi)
        if not paper.titles and name:
            return replace(paper, titles=(name,))
        if not paper.titles:
            message = say("This paper has no title.")
            hint = say("Add “title: …”, or an arXiv id or DOI.")
            self.doubts.add(item, "error", "paper-untitled", message, hint)
            return None
        return paper

    def paper(self, pairs: Sequence[tuple[Scalar, Node]], place: Place) -> NotePaper:
        """The paper that some keys describe."""
        found: dict[str, Any] = {}
        for key, node in pairs:
            name = key_of(key)
            if name is None:
                self._unknown(key)
            elif not Spot(node, key.text, self.doubts.path).empty and KEYS[name].field not in found:
                self._value(found, name, key, node)
        title = found.pop("title", None)
        found["presenters"] = tuple(map(self.roster.canonical, found.get("presenters", ())))
        slides, url = found.pop("slides", ()), found.get("url")
        if url:
            found.setdefault("arxiv", written_arxiv(url))
            found.setdefault("doi", written_doi(url))
        elif found.get("arxiv") or found.get("doi"):
            found["url"] = _number_url(found.get("arxiv"), found.get("doi"))
        return NotePaper((title,) if title else (), place, "described", slides=slides, **found)

    def _value(self, found: dict[str, Any], name: str, key: Scalar, node: Node) -> None:
        try:
            value = KEYS[name].read(Spot(node, key.text, self.doubts.path))
        except StudylogError as error:
            place = error.place or self.doubts.place(node)
            self.doubts.findings.append(Finding(place, "error", "paper-value", error.message, error.hint))
            return
        found[KEYS[name].field] = value

    def _unknown(self, key: Scalar) -> None:
        message = say("A paper has no key “{name}”.", name=key.text)
        near = nearest(key.text, KEYS)
        hint = say("Did you mean “{near}”?", near=near) if near else None
        hint = hint or say("The keys of a paper are: {names}.", names=", ".join(KEYS))
        self.doubts.add(key, "warning", "paper-key", message, hint)


def _number_url(arxiv: str | None, doi: str | None) -> str | None:
    """The address of a paper by its number."""
    return f"https://arxiv.org/abs/{arxiv}" if arxiv else f"https://doi.org/{doi}" if doi else None


def _named_twice(papers: Sequence[NotePaper]) -> Iterator[Finding]:
    """Papers of the list that are surely one, at the later of them."""
    first: dict[str, NotePaper] = {}
    for paper in papers:
        keys = [*map(title_key, (*paper.titles, *paper.aliases)), *number_keys(paper.arxiv, paper.doi)]
        same = next((first[key] for key in keys if key in first), None)
        for key in keys:
            first.setdefault(key, paper)
        if same is not None:
            message = say("“{title}” stands here a second time.", title=paper.titles[0])
            hint = say("It stands first in line {line}.", line=same.place.line)
            yield Finding(paper.place, "warning", "paper-twice", message, hint)
