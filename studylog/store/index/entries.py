"""One note as the rows of the index that it fills: a pure function of its path, bytes and settings."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from studylog.core.body.links import inside
from studylog.core.body.whole import Body, body_of
from studylog.core.digest.filed import initial
from studylog.core.digest.pagenames import wanted_name
from studylog.core.digest.weblinks import host
from studylog.core.doubts import odd_bytes
from studylog.core.findings import Finding
from studylog.core.inline import read_in_lines
from studylog.core.listed import NAMES, listed, summary_of
from studylog.core.model import Note, NotePaper, Promise
from studylog.core.packing import packed
from studylog.core.papers.catalogue import read_catalogue
from studylog.core.papers.groups import all_keys, title_key
from studylog.core.parse import read
from studylog.core.questions import seen_in
from studylog.core.repositories import address_of
from studylog.core.search.documents.prose import prose_of
from studylog.core.settings import Settings
from studylog.core.text import decode, fold, nfc
from studylog.core.values import dataclass
from studylog.core.wikinames import names_of
from studylog.core.withheld import are_withheld
from studylog.store.index.columns import NO_DAY, Row, compressed, place_of
from studylog.store.index.people import people_rows

_SCHEME = re.compile(r"[A-Za-z][\w+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Entry:
    """A note in the index: the hash it was read from, and rows by table, all without the note's number.

    The list of papers is no note, and has rows in other tables only.
    """

    path: str
    sha256: str
    note: Row | None
    text: Row | None
    rows: dict[str, tuple[Row, ...]]


def entry_of(path: str, content: bytes, settings: Settings) -> Entry:
    """The rows of a note."""
    reading = read(path, content, settings)
    note, body, prose = reading.note, body_of(reading), prose_of(reading)
    return Entry(
        path=note.path,
        sha256=note.sha256,
        note=_note(note),
        text=(compressed(packed(body)), compressed(packed(prose))),
        rows={
            "asked": tuple(_asked(note, body)),
            "about": tuple(_about(note)),
            "mention": tuple((one.course or "", one.number, one.title, one.line) for one in note.lectures),
            "shown": tuple((packed(paper),) for paper in note.papers),
            "shown_key": tuple(_shown_keys(note.papers)),
            "promise": tuple(map(_promise, note.promises)),
            "carried": tuple((one.id, packed(one)) for one in note.carried),
            "kept": tuple((id_,) for id_ in note.kept),
            **people_rows(note, settings.roster),
            "weblink": tuple(_weblinks(note)),
            "refers": tuple(_refers(note, body)),
            "slides_link": tuple(_slides(note.path, note.papers)),
            "name": tuple((name,) for name in names_of(note.path, note.title)),
            "in_line": tuple(read_in_lines(note, prose.formulas)),
            "finding": tuple(map(_finding, note.findings)),
        },
    )


def catalogue_entry(path: str, content: bytes, settings: Settings) -> Entry:
    """The rows of the list of papers."""
    decoded = decode(content)
    found = read_catalogue(nfc(decoded.text), settings.roster)
    findings = (*odd_bytes(decoded, path), *found.findings)
    slides = [one for paper in found.papers for one in paper.slides if not host(one.url)]
    lines = {one.url: one.line for one in reversed(slides)}
    return Entry(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        note=None,
        text=None,
        rows={
            "shown": tuple((packed(paper),) for paper in found.papers),
            "shown_key": tuple(_shown_keys(found.papers)),
            "refers": tuple(("link", url, line, "", inside(path, url)) for url, line in lines.items()),
            "slides_link": tuple(_slides(path, found.papers)),
            "finding": tuple(map(_finding, findings)),
        },
    )


def _promise(one: Promise) -> Row:
    due = one.due.isoformat() if one.due else None
    words = (one.id, one.text, packed(one.people, NAMES), one.place.line)
    return one.done, due, *words, one.question, one.deferring, packed(one)


def _note(note: Note) -> Row:
    day = note.date.isoformat() if note.date else None
    folder, stem = wanted_name(note)
    line = listed(note)
    return (
        *(note.path, day or NO_DAY, folder, stem, note.kind, note.type, day, note.course or "", note.title),
        *(initial(note.title), len({one.id for one in note.questions}), line.questions, line.papers),
        *(packed(summary_of(note)), packed(note)),
    )


def _asked(note: Note, body: Body) -> Iterator[Row]:
    headings: dict[str, str | None] = {}
    for id_, quote in body.quotes:
        headings.setdefault(id_, quote.heading)
    for seen in seen_in(note):
        asked = seen.question
        yield asked.id, seen.parent, headings.get(asked.id), packed(asked)


def _about(note: Note) -> Iterator[Row]:
    for seq, seen in enumerate(seen_in(note)):
        for key in dict.fromkeys(map(title_key, seen.question.papers)):
            yield seq, key, seen.question.id


def _shown_keys(papers: Sequence[NotePaper]) -> Iterator[Row]:
    for seq, paper in enumerate(papers):
        yield from dict.fromkeys((key, seq) for key in all_keys(paper))


def _finding(one: Finding) -> Row:
    return one.severity, one.code, one.place.path, one.place.line, packed(one)


def _weblinks(note: Note) -> Iterator[Row]:
    for link in note.links:
        name = host(link.url)
        if name:
            yield link.url, name, packed(link)


def _refers(note: Note, body: Body) -> Iterator[Row]:
    """What the note refers to, each thing with every line on which it stands; 0 where no line is known."""
    written = [
        *(("link", link.url, link.line) for link in note.links if not host(link.url)),
        *(("picture", image.source, image.line) for image in note.images),
        *(("wikilink", link.url, link.line) for link in note.wikilinks),
    ]
    known = {(kind, what) for kind, what, _ in written}
    # Slides may be named without being a link.
    slides = [("link", one.url) for paper in note.papers for one in paper.slides if not host(one.url)]
    others = [*((one.kind, one.written) for one in body.references), *slides]
    rest = ((kind, what, 0) for kind, what in others if (kind, what) not in known)
    for kind, what, line in dict.fromkeys([*written, *rest]):
        yield kind, what, line, place_of(note.path), _target(note.path, kind, what)


def _slides(path: str, papers: Sequence[NotePaper]) -> Iterator[Row]:
    """The slides under each paper, and where they are to be looked for."""
    for paper in papers:
        for link in paper.slides:
            if are_withheld(link.url):
                continue
            address = address_of(link.url)
            outside = bool(_SCHEME.match(link.url))
            # What leads out of the notebook is nothing that could be found.
            own = None if outside or inside(path, link.url) is None else ""
            repository = address.repository.lower() if address else own
            place = "" if outside else place_of(path)
            yield link.line, repository, place, link.url, next(iter(paper.titles), "")


def _target(path: str, kind: str, written: str) -> str | None:
    if kind != "wikilink":
        return inside(path, written)
    page = written.partition("#")[0].strip()
    return fold(page.removesuffix(".md")) if page else None
