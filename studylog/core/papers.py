"""The papers of all notes: one paper however it is spelt, what was planned for it and what happened."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from studylog.core.model import Evidence, Note, NotePaper, Paper, Plan, Presentation, Slides
from studylog.core.people import Roster
from studylog.core.text import fold, nfc, slug


class LocalFile(NamedTuple):
    """A file of the notebook: its path there and its content's hash."""

    path: str
    sha256: str


# From the path of a note and a reference in it to the file of the notebook, if it is one.
FindFile = Callable[[str, str], LocalFile | None]

_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf|html)/(?P<id>\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.IGNORECASE)
# `VGG-16` and `VGG` are one paper, and so are `ResNet-50` and `ResNet`; `v2` is another one.
_DEPTH = re.compile(r"(?<=[a-z])(?<!v)\d{2,3}$")
_SHORTEST_STEM = 5
_NAME_IN_FILE = re.compile(r"[_\-\s(](?P<name>[가-힣]{2,4})(?:님)?(?=[\s_.\-()~]|$)")


@dataclass(slots=True)
class _Gathered:
    """What was found of one paper, in the order of the notes."""

    titles: list[str] = field(default_factory=list)
    seen: list[tuple[Note, NotePaper]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def gather_papers(notes: Sequence[Note], roster: Roster, find_file: FindFile) -> tuple[Paper, ...]:
    """The papers of the notes, by the day they were planned for or presented."""
    groups: list[_Gathered] = []
    by_key: dict[str, _Gathered] = {}
    for note in notes:
        for paper in note.papers:
            for title in paper.titles:
                _group(paper, title, groups, by_key).seen.append((note, paper))
        for question in note.questions:
            group = by_key.get(paper_key(question.paper)) if question.paper else None
            if group and question.id not in group.questions:
                group.questions.append(question.id)
    ids: set[str] = set()
    papers = [_paper(group, roster, find_file, ids) for group in groups]
    return tuple(sorted(papers, key=_order))


def paper_key(title: str) -> str:
    """What two spellings of one paper share: `XceptionNet` and `Xception`, `VGG-16` and `VGG`."""
    key = _DEPTH.sub("", fold(title))
    stem = key.removesuffix("net")
    return stem if len(stem) >= _SHORTEST_STEM else key


def _group(paper: NotePaper, title: str, groups: list[_Gathered], by_key: dict[str, _Gathered]) -> _Gathered:
    names = [title, *(paper.aliases if len(paper.titles) == 1 else ())]
    keys = [paper_key(name) for name in names]
    arxiv = _ARXIV.search(paper.url or "")
    if arxiv and len(paper.titles) == 1:
        keys.append(f"arxiv:{arxiv['id']}")
    group = next((by_key[key] for key in keys if key in by_key), None)
    if group is None:
        group = _Gathered()
        groups.append(group)
    for key in keys:
        by_key.setdefault(key, group)
    group.titles += (name for name in names if fold(name) not in map(fold, group.titles))
    return group


def _paper(group: _Gathered, roster: Roster, find_file: FindFile, ids: set[str]) -> Paper:
    plans = [(note, paper) for note, paper in group.seen if paper.planned]
    shown = [(note, paper) for note, paper in group.seen if not paper.planned]
    presenter, evidence = _presenter(plans, shown, roster)
    return Paper(
        id=_id(group.titles[0], ids),
        title=group.titles[0],
        aliases=tuple(group.titles[1:]),
        year=next((paper.year for _, paper in group.seen if paper.year), None),
        url=next((paper.url for _, paper in group.seen if paper.url), None),
        presenter=presenter,
        presenter_evidence=evidence,
        planned=_plan(plans),
        presented=tuple(
            Presentation(note.path, note.date, paper.place.line, paper.anchor) for note, paper in shown
        ),
        slides=tuple(_slides(shown, find_file)),
        questions=tuple(group.questions),
    )


def _id(title: str, taken: set[str]) -> str:
    base, count = slug(title), 1
    name = base
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name


def _plan(plans: Sequence[tuple[Note, NotePaper]]) -> Plan | None:
    """The latest plan: later notes move things."""
    if not plans:
        return None
    paper = plans[-1][1]
    return Plan(paper.presenters, paper.date, paper.place)


def _presenter(
    plans: Sequence[tuple[Note, NotePaper]], shown: Sequence[tuple[Note, NotePaper]], roster: Roster
) -> tuple[str | None, Evidence | None]:
    """Who presented, and how that is known: what a meeting states, else the plan, else a file's name."""
    stated = [name for _, paper in shown for name in paper.presenters]
    if stated:
        return ", ".join(dict.fromkeys(stated)), "stated"
    if plans and plans[-1][1].presenters:
        return ", ".join(plans[-1][1].presenters), "plan"
    for _, paper in shown:
        for link in paper.slides:
            name = name_in_file(link.url, roster)
            if name:
                return name, "filename"
    return None, None


def name_in_file(url: str, roster: Roster) -> str | None:
    """The person in a file's name, `Xception_이몽룡.pdf`: on the roster, or plainly a Korean name."""
    stem = nfc(unquote(url)).rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    names = [match["name"] for match in _NAME_IN_FILE.finditer(stem)]
    known = next((found for name in names if (found := roster.resolve(name).person)), None)
    if known:
        return known.name
    return names[-1] if names and not roster.people else None


def _slides(shown: Sequence[tuple[Note, NotePaper]], find_file: FindFile) -> Iterator[Slides]:
    """The slides of a paper, each once: links that differ only in their encoding are one."""
    seen: set[str] = set()
    for note, paper in shown:
        for link in paper.slides:
            slides = _slides_at(note.path, link.url, find_file)
            address = slides.path or same_address(link.url)
            if address not in seen:
                seen.add(address)
                yield slides


def _slides_at(note_path: str, url: str, find_file: FindFile) -> Slides:
    if re.match(r"[A-Za-z][\w+.-]*:", url):
        return Slides(url=url, path=None, sha256=None, status="remote")
    found = find_file(note_path, url)
    if found is None:
        return Slides(url=url, path=None, sha256=None, status="missing")
    return Slides(url=url, path=found.path, sha256=found.sha256, status="ok")


def same_address(url: str) -> str:
    """An address without the differences that lead nowhere else: percent signs, NFD, a last slash."""
    return nfc(unquote(url)).rstrip("/")


def _order(paper: Paper) -> tuple[date, str]:
    days: Iterable[date | None] = (
        paper.planned.date if paper.planned else None,
        *(presentation.date for presentation in paper.presented),
    )
    return min((day for day in days if day), default=date.max), paper.title
