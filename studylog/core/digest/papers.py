"""Papers: what was planned, what was presented, and where the slides are."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

from studylog.core.digest.lines import QuestionLine, Target, question_line
from studylog.core.digest.site import Site
from studylog.core.digest.weblinks import host, name_of
from studylog.core.i18n import Message, say
from studylog.core.model import Evidence, Paper, Presentation, Slides, SlidesStatus

STATUSES: dict[SlidesStatus, Message] = {
    "ok": say("here"),
    "moved": say("moved"),
    "missing": say("missing"),
    "remote": say("elsewhere"),
}
"""What each status of slides is called."""

_EVIDENCE: dict[Evidence, Message | None] = {
    "stated": None,
    "plan": say("by the plan"),
    "filename": say("by the file name"),
}


@dataclass(frozen=True, slots=True)
class SlidesLine:
    """Slides of a paper: `page` is their copy in the site, `url` where they are on the web."""

    name: str
    status: SlidesStatus
    word: Message
    page: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class PresentedLine:
    """A meeting at which a paper was presented; `html` is what its note says about the paper."""

    day: date | None
    meeting: Target
    html: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper on a board; `missing` when it was presented and its slides cannot be opened."""

    id: str
    page: str
    title: str
    aliases: tuple[str, ...]
    year: int | None
    url: str | None
    presenter: str | None
    evidence: Message | None
    planned_for: tuple[str, ...]
    planned_day: date | None
    plan_note: Target | None
    presented: tuple[PresentedLine, ...]
    day: date | None
    slides: tuple[SlidesLine, ...]
    missing: bool
    questions: int


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The board: planned and not presented yet, presented with the newest first."""

    planned: tuple[PaperLine, ...]
    presented: tuple[PaperLine, ...]
    total: int
    missing: int


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper with its questions."""

    line: PaperLine
    questions: tuple[QuestionLine, ...]


def papers_page(site: Site) -> PapersPage:
    """The board of all papers."""
    lines = [paper_line(site, paper) for paper in site.collection.papers]
    planned = sorted((line for line in lines if not line.presented), key=_soonest)
    presented = sorted((line for line in lines if line.presented), key=lambda line: line.title)
    presented.sort(key=lambda line: line.day or date.min, reverse=True)
    return PapersPage(tuple(planned), tuple(presented), len(lines), sum(line.missing for line in lines))


def paper_page(site: Site, paper: Paper) -> PaperPage:
    """The page of one paper."""
    questions = (site.questions[id_] for id_ in paper.questions if id_ in site.questions)
    return PaperPage(paper_line(site, paper), tuple(question_line(site, question) for question in questions))


def paper_line(site: Site, paper: Paper) -> PaperLine:
    """A paper on one line."""
    plan = paper.planned
    presented = tuple(_presented(site, one) for one in paper.presented if one.path in site.notes)
    days = [line.day for line in presented if line.day]
    slides = tuple(_slides(site, one) for one in paper.slides)
    return PaperLine(
        id=paper.id,
        page=site.addresses.papers[paper.id],
        title=paper.title,
        aliases=paper.aliases,
        year=paper.year,
        url=paper.url if paper.url and host(paper.url) else None,
        presenter=paper.presenter,
        evidence=_EVIDENCE[paper.presenter_evidence] if paper.presenter_evidence else None,
        planned_for=plan.presenters if plan else (),
        planned_day=plan.date if plan else None,
        plan_note=_plan_note(site, paper),
        presented=presented,
        day=max(days, default=plan.date if plan else None),
        slides=slides,
        missing=bool(presented) and not any(one.status != "missing" for one in slides),
        questions=len(paper.questions),
    )


def _soonest(line: PaperLine) -> tuple[date, str]:
    return line.day or date.max, line.title


def _presented(site: Site, presentation: Presentation) -> PresentedLine:
    note = site.notes[presentation.path]
    page = site.addresses.notes[note.path]
    place = f"{page}#{presentation.anchor}" if presentation.anchor else page
    html = site.sections.get((note.path, presentation.anchor), "")
    return PresentedLine(presentation.date, Target(note.title, place), html)


def _plan_note(site: Site, paper: Paper) -> Target | None:
    note = site.notes.get(paper.planned.place.path) if paper.planned else None
    return Target(note.title, site.addresses.notes[note.path]) if note else None


def _slides(site: Site, slides: Slides) -> SlidesLine:
    copy = site.files.get(slides.path) if slides.path else None
    url = slides.url if slides.url and host(slides.url) else None
    return SlidesLine(
        name=PurePosixPath(slides.path).name if slides.path else name_of(slides.url or ""),
        status=slides.status,
        word=STATUSES[slides.status],
        page=quote(copy) if copy else None,
        url=url if slides.status != "missing" else None,
    )
