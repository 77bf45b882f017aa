"""The papers of all notes: one paper however it is spelt, what was planned for it and what happened."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from studylog.core.model import Evidence, NotePaper, Paper, Plan, Presentation, Slides
from studylog.core.people import Roster
from studylog.core.repositories import same_address
from studylog.core.text import fold, nfc, slug


class LocalFile(NamedTuple):
    """A file of the notebook: its path there and its content's hash."""

    path: str
    sha256: str


# From the path of a note and a reference in it to the file of the notebook, if it is one.
FindFile = Callable[[str, str], LocalFile | None]
# From the path of a note, the title of a paper and a link under it to slides that are not where it says.
FindLost = Callable[[str, str, str], Slides | None]

_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf|html)/(?P<id>\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.IGNORECASE)
# `VGG-16` and `VGG` are one paper, and so are `ResNet-50` and `ResNet`; `v2` is another one.
_DEPTH = re.compile(r"(?<=[a-z])(?<!v)\d{2,3}$")
_SHORTEST_STEM = 5
_NUMBERS = re.compile(r"(?:-\d+)+$")
_NAME_IN_FILE = re.compile(r"[_\-\s(](?P<name>[가-힣]{2,4})(?:님)?(?=[\s_.\-()~]|$)")


class Shown(NamedTuple):
    """A paper where a note has it."""

    path: str
    day: date | None
    paper: NotePaper


class NotePapers(NamedTuple):
    """What one note says of papers: those it has, and questions about papers as pairs of key and id."""

    shown: Sequence[Shown]
    asked: Sequence[tuple[str, str]]


@dataclass(slots=True)
class _Gathered:
    """What was found of one paper, in the order of the notes."""

    titles: list[str] = field(default_factory=list)
    seen: list[Shown] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


def gather_papers(
    notes: Iterable[NotePapers],
    roster: Roster,
    find_file: FindFile,
    find_lost: FindLost = lambda path, title, url: None,
) -> tuple[Paper, ...]:
    """The papers of the notes, by the day they were planned for or presented."""
    groups: list[_Gathered] = []
    by_key: dict[str, _Gathered] = {}
    for note in notes:
        for shown in note.shown:
            for title in shown.paper.titles:
                _group(shown.paper, title, groups, by_key).seen.append(shown)
        for key, id_ in note.asked:
            group = by_key.get(key)
            if group and id_ not in group.questions:
                group.questions.append(id_)
    ids: set[str] = set()
    papers = [_paper(group, roster, find_file, find_lost, ids) for group in groups]
    return tuple(sorted(papers, key=rank))


def paper_key(title: str) -> str:
    """What two spellings of one paper share: `XceptionNet` and `Xception`, `VGG-16` and `VGG`."""
    key = _DEPTH.sub("", fold(title))
    stem = key.removesuffix("net")
    return stem if len(stem) >= _SHORTEST_STEM else key


def _group(paper: NotePaper, title: str, groups: list[_Gathered], by_key: dict[str, _Gathered]) -> _Gathered:
    names, keys = _names(paper, title), keys_of(paper, title)
    group = next((by_key[key] for key in keys if key in by_key), None)
    if group is None:
        group = _Gathered()
        groups.append(group)
    for key in keys:
        by_key.setdefault(key, group)
    group.titles += (name for name in names if fold(name) not in map(fold, group.titles))
    return group


def _names(paper: NotePaper, title: str) -> list[str]:
    return [title, *(paper.aliases if len(paper.titles) == 1 else ())]


def keys_of(paper: NotePaper, title: str) -> list[str]:
    """What tells that two notes speak of one paper: they share a key of one of its titles."""
    keys = [paper_key(name) for name in _names(paper, title)]
    arxiv = _ARXIV.search(paper.url or "")
    if arxiv and len(paper.titles) == 1:
        keys.append(f"arxiv:{arxiv['id']}")
    return keys


def family_key(title: str) -> str:
    """What titles share whose papers may want one id: the words of the id without numbers at its end."""
    return "named:" + _NUMBERS.sub("", slug(title))


def _paper(
    group: _Gathered, roster: Roster, find_file: FindFile, find_lost: FindLost, ids: set[str]
) -> Paper:
    plans = [one for one in group.seen if one.paper.planned]
    shown = [one for one in group.seen if not one.paper.planned]
    presenter, evidence = _presenter(plans, shown, roster)
    return Paper(
        id=_id(group.titles[0], ids),
        title=group.titles[0],
        aliases=tuple(group.titles[1:]),
        year=next((one.paper.year for one in group.seen if one.paper.year), None),
        url=next((one.paper.url for one in group.seen if one.paper.url), None),
        presenter=presenter,
        presenter_evidence=evidence,
        planned=_plan(plans),
        presented=tuple(
            Presentation(one.path, one.day, one.paper.place.line, one.paper.anchor) for one in shown
        ),
        slides=tuple(_slides(shown, find_file, find_lost)),
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


def _plan(plans: Sequence[Shown]) -> Plan | None:
    """The latest plan: later notes move things."""
    if not plans:
        return None
    paper = plans[-1].paper
    return Plan(paper.presenters, paper.date, paper.place)


def _presenter(
    plans: Sequence[Shown], shown: Sequence[Shown], roster: Roster
) -> tuple[str | None, Evidence | None]:
    """Who presented, and how that is known: what a meeting states, else the plan, else a file's name."""
    stated = [name for one in shown for name in one.paper.presenters]
    if stated:
        return ", ".join(dict.fromkeys(stated)), "stated"
    if plans and plans[-1].paper.presenters:
        return ", ".join(plans[-1].paper.presenters), "plan"
    for one in shown:
        for link in one.paper.slides:
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


def _slides(shown: Sequence[Shown], find_file: FindFile, find_lost: FindLost) -> Iterator[Slides]:
    """The slides of a paper, each once: links that differ only in their encoding are one."""
    seen: set[str] = set()
    for one in shown:
        for link in one.paper.slides:
            lost = find_lost(one.path, one.paper.titles[0], link.url)
            slides = lost or _slides_at(one.path, link.url, find_file)
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


def rank(paper: Paper) -> tuple[date, str]:
    """The order of papers: by the first day they were planned for or presented."""
    days: Iterable[date | None] = (
        paper.planned.date if paper.planned else None,
        *(presentation.date for presentation in paper.presented),
    )
    return min((day for day in days if day), default=date.max), paper.title
