"""The papers of one note: those of its body, the one that its header describes, those it links to."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.facts import Facts
from studylog.core.findings import Finding, Place
from studylog.core.late import late
from studylog.core.model import Link, NotePaper
from studylog.core.papers.catalogue import header_paper
from studylog.core.papers.groups import number_keys
from studylog.core.papers.names import arxiv_id, doi_of
from studylog.core.people.roster import Roster
from studylog.core.values import replace

# `ResNet 읽기` is a note about ResNet.
_ABOUT = late(
    r"^(?:논문|paper)\s*[:：]\s*|\s*(?:논문\s*)?(?:읽기|리뷰|정리|요약|노트|메모)$|\s+(?:paper\s+)?(?:notes?|review|summary|reading)$",
    re.IGNORECASE,
)


def papers_of(
    facts: Facts, found: tuple[NotePaper, ...], links: Sequence[Link], roster: Roster
) -> tuple[tuple[NotePaper, ...], tuple[Finding, ...]]:
    """The papers of a note, and what is doubtful in what its header says of one."""
    papers, doubts = _described(facts, found, roster) if facts.type == "paper" else (found, ())
    return (*papers, *_mentioned(facts.path, papers, links)), doubts


def _described(
    facts: Facts, found: tuple[NotePaper, ...], roster: Roster
) -> tuple[tuple[NotePaper, ...], tuple[Finding, ...]]:
    about = header_paper(facts.split, facts.path, roster)
    if facts.kind == "page":
        page = replace(about.paper, titles=(_title(facts.title),))
        return (found if found and not about.describes else (page, *found)), about.findings
    shown = [one for one in found if one.role == "presented"]
    if len(shown) != 1 or len(shown[0].titles) != 1:
        return found, about.findings
    presenters = shown[0].presenters or about.paper.presenters
    named = tuple(replace(one, presenters=presenters) if one is shown[0] else one for one in found)
    described = replace(about.paper, titles=shown[0].titles, presenters=())
    return (*named, *((described,) if about.describes else ())), about.findings


def _title(title: str) -> str:
    return _ABOUT.sub("", title).strip() or title


def _mentioned(path: str, papers: Sequence[NotePaper], links: Sequence[Link]) -> Iterator[NotePaper]:
    """Papers that the note only links to, each once."""
    known = {key for paper in papers for key in number_keys(paper.arxiv, paper.doi)}
    for link in links:
        arxiv, doi = arxiv_id(link.url), doi_of(link.url)
        if not known.issuperset(number_keys(arxiv, doi)):
            known.update(number_keys(arxiv, doi))
            yield NotePaper((), Place(path, link.line), "mentioned", arxiv=arxiv, doi=doi)
