"""The paper that somebody means by a title, an id, an arXiv id or a DOI."""

from collections.abc import Iterator, Sequence

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Paper
from studylog.core.papers.names import is_like, name_key, reading_of, written_arxiv, written_doi
from studylog.core.text import fold, nearest


def paper_meant(written: str, papers: Sequence[Paper], *, surely: bool = False) -> Paper | None:
    """The paper that is meant: `surely`, else by its likeness if there is one only; None for a new one.

    Raises StudylogError (somebody must decide) where several may be meant.
    """
    arxiv, doi, key = written_arxiv(written), written_doi(written), name_key(written)
    sure = [
        paper
        for paper in papers
        if written == paper.id
        or (arxiv and arxiv == paper.arxiv)
        or (doi and doi == paper.doi)
        or key in {name_key(name) for name in (paper.title, *paper.aliases)}
    ]
    like = sure if sure or surely else list(_like(written, papers))
    if len(like) > 1:
        titles = ", ".join(paper.title for paper in like)
        message = say("“{title}” may be several papers.", title=written)
        raise StudylogError(message, Exit.DECIDE, hint=say("Name one of: {choices}", choices=titles))
    return like[0] if like else None


def perhaps_meant(written: str, papers: Sequence[Paper]) -> str | None:
    """The title that may be meant by words which name no paper: it holds them, or is spelt like them."""
    titles = [paper.title for paper in papers]
    holding = [title for title in titles if fold(written) in fold(title)]
    return holding[0] if len(holding) == 1 else nearest(written, holding or titles)


def _like(written: str, papers: Sequence[Paper]) -> Iterator[Paper]:
    meant = reading_of(written)
    return (paper for paper in papers if is_like(meant, (paper.title, *paper.aliases)))
