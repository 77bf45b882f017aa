"""Which paper of a note slides are of: the one that is named, else what the name of their file tells."""

from collections.abc import Sequence

from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.state.papers import name_of_file, title_of_file
from studylog.core.i18n import say
from studylog.core.model import NotePaper
from studylog.core.papers.names import is_like, reading_of
from studylog.core.text import fold

_WRITE = say(
    "Write a heading with its title under “Paper review”, or name a planned paper with --paper, or another "
    "note with --to."
)


def the_paper(papers: Sequence[NotePaper], note: str, file: str, named: str | None) -> NotePaper:
    """The paper that is named; else that of slides called like the file, that the file is called after, or
    the only one. Raises StudylogError where none or several may be meant."""
    wanted = named or title_of_file(file)
    linking = [] if named else _with_slides(papers, file)
    found = linking if len(linking) == 1 else titled(papers, wanted)
    if not named and not found:
        found = list(papers)
    if len(found) != 1:
        raise _undecided(papers, note, wanted if named or papers else None, several=bool(found))
    return found[0]


def titled(papers: Sequence[NotePaper], title: str) -> list[NotePaper]:
    """The papers that a title may mean."""
    meant = reading_of(title)
    return [paper for paper in papers if is_like(meant, (*paper.titles, *paper.aliases))]


def _with_slides(papers: Sequence[NotePaper], name: str) -> list[NotePaper]:
    """Those under which slides are linked that are called like a file: where they were put first, mostly."""
    called = fold(name)
    return [paper for paper in papers if any(fold(name_of_file(one.url)) == called for one in paper.slides)]


def _undecided(papers: Sequence[NotePaper], note: str, wanted: str | None, *, several: bool) -> StudylogError:
    names = ", ".join(paper.titles[0] for paper in papers)
    hint = say("Name one of them with --paper: {names}", names=names) if names else _WRITE
    if several:
        return StudylogError(say("{path} has several papers.", path=note), Exit.DECIDE, hint=hint)
    if wanted is None:
        return StudylogError(say("{path} has no paper.", path=note), Exit.NOT_FOUND, hint=hint)
    message = say("{path} has no paper “{title}”.", path=note, title=wanted)
    return StudylogError(message, Exit.NOT_FOUND, hint=hint)
