"""The papers of all notes: one paper however it is spelt, what was planned for it and what happened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from studylog.core.model import Evidence, Guess, Mention, Paper, Plan, Presentation
from studylog.core.papers.groups import Group, Named, groups_of, names_of, number_keys, title_key
from studylog.core.papers.names import is_number, name_key
from studylog.core.papers.slides import FindFile, FindLost, Shown, name_in_file, slides_of
from studylog.core.people.roster import Roster
from studylog.core.text import slug, untaken

_Value = TypeVar("_Value")


class NotePapers(NamedTuple):
    """What one note says of papers: those it has, and questions about papers as pairs of key and id."""

    shown: Sequence[Shown]
    asked: Sequence[tuple[str, str]]


class _Gathered(NamedTuple):
    """All that was found of one paper, in order: what tells of it, what only links to it, its questions."""

    group: Group
    own: Sequence[Shown]
    arxiv: str | None
    doi: str | None
    mentioned: Sequence[Shown]
    questions: Sequence[str]


def gather_papers(
    notes: Iterable[NotePapers],
    roster: Roster,
    find_file: FindFile,
    find_lost: FindLost = lambda path, title, url: None,
) -> tuple[Paper, ...]:
    """The papers of the notes, by the day they were planned for or presented; notes come in their order."""
    ordered = list(notes)
    seen = sorted((one for note in ordered for one in note.shown), key=_in_front)
    named = [
        Named(number, names, one.paper) for number, one in enumerate(seen) for names in names_of(one.paper)
    ]
    asked, mentions = _asked(ordered), _mentioned(seen)
    found = [_gathered(group, seen, asked, mentions) for group in groups_of(named)]
    ids: set[str] = set()
    return tuple(sorted((_paper(one, roster, find_file, find_lost, ids) for one in found), key=rank))


def _in_front(one: Shown) -> bool:
    """What describes a paper names it before what plans or presents it."""
    return one.paper.role != "described"


def _asked(notes: Iterable[NotePapers]) -> dict[str, dict[str, None]]:
    """The ids of the questions about papers, by the key of a title."""
    asked: dict[str, dict[str, None]] = {}
    for note in notes:
        for key, id_ in note.asked:
            asked.setdefault(key, {})[id_] = None
    return asked


def _mentioned(seen: Iterable[Shown]) -> dict[str, list[Shown]]:
    """The places that only mention a paper, by the keys of its numbers."""
    mentions: dict[str, list[Shown]] = {}
    for one in seen:
        if one.paper.role == "mentioned":
            for key in number_keys(one.paper.arxiv, one.paper.doi):
                mentions.setdefault(key, []).append(one)
    return mentions


def _gathered(
    group: Group,
    seen: Sequence[Shown],
    asked: dict[str, dict[str, None]],
    mentions: dict[str, list[Shown]],
) -> _Gathered:
    members = sorted(
        (member for sure in (group.sure, *group.guessed) for member in sure.members), key=lambda one: one.at
    )
    own = [seen[at] for at in dict.fromkeys(member.at for member in members)]
    titles = dict.fromkeys(title_key(member.names[0]) for member in members)
    questions = dict.fromkeys(id_ for title in titles for id_ in asked.get(title, ()))
    # Of several papers at one place nobody knows whose number it is.
    alone = [one.paper for one in own if len(one.paper.titles) == 1]
    arxiv, doi = _first(paper.arxiv for paper in alone), _first(paper.doi for paper in alone)
    mentioned = [one for key in number_keys(arxiv, doi) for one in mentions.get(key, ())]
    return _Gathered(group, own, arxiv, doi, mentioned, tuple(questions))


def _paper(
    gathered: _Gathered, roster: Roster, find_file: FindFile, find_lost: FindLost, ids: set[str]
) -> Paper:
    own = gathered.own
    plans = [one for one in own if one.paper.role != "presented" and (one.paper.date or one.paper.presenters)]
    shown = [one for one in own if one.paper.role == "presented"]
    presenter, evidence = _presenter(plans, shown, roster)
    plan = _plan(plans)
    title, aliases = _names(gathered.group)
    return Paper(
        id=_id(title, ids),
        title=title,
        aliases=aliases,
        year=_first(one.paper.year for one in own),
        url=_first(one.paper.url for one in own),
        presenter=presenter,
        presenter_evidence=evidence,
        planned=plan,
        presented=tuple(_presentations(shown)),
        slides=tuple(slides_of(own, find_file, find_lost)),
        questions=tuple(gathered.questions),
        authors=_first(one.paper.authors for one in own) or (),
        arxiv=gathered.arxiv,
        doi=gathered.doi,
        code=tuple(dict.fromkeys(url for one in own for url in one.paper.code)),
        mentions=tuple(_mentions((*own, *gathered.mentioned), shown)),
        guesses=tuple(_guesses(gathered.group)),
        by_another=bool(plan and _is_another(plan.presenters, shown)),
    )


def _presentations(shown: Sequence[Shown]) -> Iterator[Presentation]:
    """The meetings at which a paper was presented: the topic of one, and a heading below, are of the same."""
    first = {one.path: one for one in sorted(shown, key=lambda one: -one.paper.place.line)}
    for one in shown:
        if first[one.path] is one:
            yield Presentation(one.path, one.day, one.paper.place.line, one.paper.anchor)


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value), None)


def _names(group: Group) -> tuple[str, tuple[str, ...]]:
    """The title of a paper, and its other names: a number is one only where nothing else is."""
    known: dict[str, str] = {}
    for sure in (group.sure, *group.guessed):
        for name in sure.names:
            known.setdefault(name_key(name), name)
    names = sorted(known.values(), key=is_number)
    rest = [name for name in names[1:] if not is_number(name)]
    return names[0], tuple(rest)


def _guesses(group: Group) -> Iterator[Guess]:
    """The names that were matched by guess, where each stands first."""
    surely = {name_key(name) for name in group.sure.names}
    for sure in group.guessed:
        for one in sure.members:
            for name in one.names:
                if name_key(name) not in surely:
                    surely.add(name_key(name))
                    yield Guess(name, one.paper.place)


def _id(title: str, taken: set[str]) -> str:
    name = untaken(slug(title), taken)
    taken.add(name)
    return name


def _plan(plans: Sequence[Shown]) -> Plan | None:
    """The latest plan, because later notes move things; what describes the paper has the last word."""
    if not plans:
        return None
    plan = next((one for one in plans if one.paper.role == "described"), plans[-1])
    return Plan(plan.paper.presenters, plan.paper.date, plan.paper.place)


def _presenter(
    plans: Sequence[Shown], shown: Sequence[Shown], roster: Roster
) -> tuple[str | None, Evidence | None]:
    """Who presented, and how that is known: what a meeting states, else the plan, else a file's name."""
    stated = [name for one in shown for name in one.paper.presenters]
    if stated:
        return ", ".join(dict.fromkeys(stated)), "stated"
    plan = _plan(plans)
    if plan and plan.presenters:
        return ", ".join(plan.presenters), "plan"
    for one in shown:
        for link in one.paper.slides:
            name = name_in_file(link.url, roster)
            if name:
                return name, "filename"
    return None, None


def _is_another(planned: Sequence[str], shown: Sequence[Shown]) -> bool:
    """Whether those who are stated to have presented share nobody with those who were to."""
    stated = {name for one in shown for name in one.paper.presenters}
    return bool(stated and planned) and stated.isdisjoint(planned)


def _mentions(seen: Sequence[Shown], shown: Sequence[Shown]) -> Iterator[Mention]:
    """The notes that speak of a paper, each once, without those that present it."""
    known = {one.path for one in shown}
    for one in seen:
        if one.paper.role in ("mentioned", "described") and one.path not in known and one.has_page:
            known.add(one.path)
            yield Mention(one.path, one.day, one.paper.place.line)


def rank(paper: Paper) -> tuple[date, str]:
    """The order of papers: by the first day they were planned for or presented."""
    days: Iterable[date | None] = (
        paper.planned.date if paper.planned else None,
        *(presentation.date for presentation in paper.presented),
    )
    return min((day for day in days if day), default=date.max), paper.title
