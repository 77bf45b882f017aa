"""The page of a paper: what its meetings say of it, its questions, links and slides."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from studylog.core.dates.labels import in_several_years
from studylog.core.digest.leading import place
from studylog.core.digest.papers.lines import PaperLine, paper_line
from studylog.core.digest.papers.slides import SlidesStrip, strips
from studylog.core.digest.questions.lines import QuestionLine, question_line
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target, note_target
from studylog.core.digest.weblinks import host, shown
from studylog.core.i18n import Message, say
from studylog.core.model import Paper
from studylog.core.values import dataclass, replace

# How many of the notes that mention a paper are listed; large notebooks have papers in every second note.
_MENTIONS = 60


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
    strips: tuple[SlidesStrip, ...]

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


def _section(site: Site, address: str) -> str:
    """What the note of a page says under the heading of an anchor."""
    page, _, anchor = address.partition("#")
    body, entry = site.library.notes.body(page), site.library.notes.one(page)
    html = next((html for own, html in body.sections if own == anchor), "") if body else ""
    return place(site, entry.note.path, page, body, html) if entry else html
