"""A paper: what was planned, what was presented, and where the slides are."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

from studylog.core.digest.leading import place
from studylog.core.digest.pagenames import paper_name
from studylog.core.digest.papers.slides import Cover, SlidesStrip, cover, strips
from studylog.core.digest.questions.lines import (
    QuestionLine,
    Target,
    in_several_years,
    note_target,
    question_line,
)
from studylog.core.digest.site import Site
from studylog.core.digest.weblinks import host, name_of, place_in_words, shown
from studylog.core.i18n import Message, say
from studylog.core.model import Evidence, Paper, Presentation, Slides, SlidesStatus
from studylog.core.papers.states import days_late
from studylog.core.values import dataclass, replace

STATUSES: dict[SlidesStatus, Message] = {
    "ok": say("here"),
    "moved": say("moved"),
    "missing": say("missing"),
    "remote": say("elsewhere"),
    "private": say("not public"),
}
"""What each status of slides is called."""

_AS_PLANNED = say("as planned")
# So many notes that mention a paper are told of; in a large notebook some papers are in every second note.
_MENTIONS = 60
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
class MentionLine:
    """A note that speaks of a paper without presenting it."""

    day: date | None
    note: Target


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A link of a paper on the web: what it leads to, how it is called, and its address."""

    kind: Message
    name: str
    url: str


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
    cover: Cover | None = None

    @property
    def shown_slides(self) -> tuple[SlidesLine, ...]:
        """Its slides where there is little room: of those with one name, the copy in the site alone."""
        here = {one.name.casefold() for one in self.slides if one.page}
        return tuple(one for one in self.slides if one.page or one.name.casefold() not in here)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper with its questions, its links, the pages of its slides, and the notes that mention it.

    `guesses` are the names that were taken for its own; `plan_file` is the file of the plan that is no note.
    """

    line: PaperLine
    authors: tuple[str, ...]
    links: tuple[PaperLink, ...]
    guesses: tuple[str, ...]
    plan_file: str | None
    mentions: tuple[MentionLine, ...]
    questions: tuple[QuestionLine, ...]
    strips: tuple[SlidesStrip, ...] = ()

    @property
    def years(self) -> bool:
        """Whether the days on which it was spoken of are of several years."""
        return in_several_years((self.line.day, *(mention.day for mention in self.mentions)))


def paper_page(site: Site, paper: Paper) -> PaperPage:
    """The page of one paper, with what its meetings say about it."""
    line = paper_line(site, paper)
    presented = tuple(replace(one, html=_section(site, one.meeting.page)) for one in line.presented)
    entries = (site.library.questions.one(id_) for id_ in paper.questions)
    plan = paper.planned
    return PaperPage(
        line=replace(line, presented=presented),
        authors=paper.authors,
        links=tuple(_links(paper)),
        guesses=tuple(guess.name for guess in paper.guesses),
        plan_file=plan.place.path if plan and line.plan_note is None else None,
        mentions=tuple(_mentions(site, paper)),
        questions=tuple(question_line(site, entry) for entry in entries if entry),
        strips=strips(site, paper),
    )


def _links(paper: Paper) -> Iterator[PaperLink]:
    """The paper by its numbers, else by its address; then its code."""
    if paper.arxiv:
        yield PaperLink(say("arXiv"), paper.arxiv, f"https://arxiv.org/abs/{paper.arxiv}")
    if paper.doi:
        yield PaperLink(say("DOI"), paper.doi, f"https://doi.org/{quote(paper.doi, safe='/()')}")
    if paper.url and host(paper.url) and not (paper.arxiv or paper.doi):
        yield PaperLink(say("paper"), shown(paper.url), paper.url)
    yield from (PaperLink(say("code"), shown(url), url) for url in paper.code if host(url))


def _mentions(site: Site, paper: Paper) -> Iterator[MentionLine]:
    for mention in paper.mentions[:_MENTIONS]:
        if target := note_target(site, mention.path):
            yield MentionLine(mention.date, target)


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
    slides = tuple(_slides(site, one) for one in paper.slides)
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
        slides=slides,
        missing=paper.slides_missing,
        questions=len(paper.questions),
        by_another=paper.by_another,
        outcome=_outcome(paper),
        as_planned=_outcome(paper) == _AS_PLANNED,
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


def _section(site: Site, address: str) -> str:
    """What the note of a page says under the heading of an anchor."""
    page, _, anchor = address.partition("#")
    body, entry = site.library.notes.body(page), site.library.notes.one(page)
    html = next((html for own, html in body.sections if own == anchor), "") if body else ""
    return place(site, entry.note.path, page, body, html) if entry else html


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
        word=STATUSES[slides.status],
        page=quote(copy) if copy else None,
        url=url if slides.status != "missing" else None,
        perhaps=place_in_words(meant) if meant else None,
        perhaps_url=meant if meant and host(meant) else None,
    )
