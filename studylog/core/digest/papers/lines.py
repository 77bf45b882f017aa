"""A paper on one line: what was planned, what was presented, and where the slides are."""

from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

from studylog.core.digest.pagenames import paper_name
from studylog.core.digest.papers.slides import Cover, cover
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target, note_target
from studylog.core.digest.weblinks import host, name_of, place_in_words
from studylog.core.i18n import Message, say
from studylog.core.model import Evidence, Paper, Presentation, Slides, SlidesStatus
from studylog.core.papers.states import days_late
from studylog.core.values import dataclass

_STATUSES: dict[SlidesStatus, Message] = {
    "ok": say("here"),
    "moved": say("moved"),
    "missing": say("missing"),
    "remote": say("elsewhere"),
    "private": say("not public"),
}
_AS_PLANNED = say("as planned")
_EVIDENCE: dict[Evidence, Message | None] = {
    "stated": None,
    "plan": say("by the plan"),
    "filename": say("by the file name"),
}


@dataclass(frozen=True, slots=True)
class SlidesLine:
    """Slides of a paper: `page` is their copy in the site, `url` where they are on the web.

    `perhaps` is in words where those lie that may be meant by missing ones, `perhaps_url` on the web.
    """

    name: str
    status: SlidesStatus
    word: Message
    page: str | None
    url: str | None
    perhaps: str | None
    perhaps_url: str | None


@dataclass(frozen=True, slots=True)
class PresentedLine:
    """A meeting at which a paper was presented; `html` is what its note says, on the page of the paper."""

    day: date | None
    meeting: Target
    html: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper on a board; `missing` when it was presented and its slides cannot be opened.

    `outcome` is what came of its plan, if it has one; `as_planned` when there is nothing more to say of it.
    `cover` is the first page of its slides, where there is a picture of it.
    """

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
    by_another: bool
    outcome: Message | None
    as_planned: bool
    cover: Cover | None

    @property
    def shown_slides(self) -> tuple[SlidesLine, ...]:
        """Its slides where there is little room: of those with one name, the copy in the site alone."""
        here = {one.name.casefold() for one in self.slides if one.page}
        return tuple(one for one in self.slides if one.page or one.name.casefold() not in here)


def paper_line(site: Site, paper: Paper) -> PaperLine:
    """A paper on one line."""
    page = paper_name(paper.id)
    if page not in site.lines:
        site.lines[page] = _line(site, paper, page)
    line: PaperLine = site.lines[page]
    return line


def _line(site: Site, paper: Paper, page: str) -> PaperLine:
    plan = paper.planned
    presented = tuple(line for one in paper.presented if (line := _presented(site, one)))
    days = [line.day for line in presented if line.day]
    outcome = _outcome(paper)
    return PaperLine(
        id=paper.id,
        page=page,
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
        slides=tuple(_slides(site, one) for one in paper.slides),
        missing=paper.slides_missing,
        questions=len(paper.questions),
        by_another=paper.by_another,
        outcome=outcome,
        as_planned=outcome == _AS_PLANNED,
        cover=cover(site, paper),
    )


def _outcome(paper: Paper) -> Message | None:
    """What came of a plan, on whichever day it is looked at."""
    if paper.planned is None:
        return None
    if not paper.presented:
        return say("not presented yet")
    days = days_late(paper, date.min) or 0
    if paper.by_another:
        return say("presented by another")
    if not days:
        return _AS_PLANNED
    return say("{n:day/days} late", n=days) if days > 0 else say("{n:day/days} early", n=-days)


def _presented(site: Site, presentation: Presentation) -> PresentedLine | None:
    card = site.library.notes.card(presentation.path)
    if card is None:
        return None
    page = f"{card.page}#{presentation.anchor}" if presentation.anchor else card.page
    return PresentedLine(presentation.date, Target(card.title, page), "")


def _plan_note(site: Site, paper: Paper) -> Target | None:
    return note_target(site, paper.planned.place.path) if paper.planned else None


def _slides(site: Site, slides: Slides) -> SlidesLine:
    copy = site.files.copy(slides.path) if slides.path else None
    # What moved is linked where it is now.
    address = slides.found_at if slides.status == "moved" else slides.url
    url = address if address and host(address) else None
    meant = slides.found_at if slides.status == "missing" else None
    return SlidesLine(
        name=PurePosixPath(slides.path).name if slides.path else name_of(slides.url or ""),
        status=slides.status,
        word=_STATUSES[slides.status],
        page=quote(copy) if copy else None,
        url=url if slides.status != "missing" else None,
        perhaps=place_in_words(meant) if meant else None,
        perhaps_url=meant if meant and host(meant) else None,
    )
