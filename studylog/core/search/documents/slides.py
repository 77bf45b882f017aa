"""What slides say, page by page, as documents of the search."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from studylog.core.decks import Deck
from studylog.core.model import Paper
from studylog.core.people.roster import Roster
from studylog.core.search.documents.document import Document
from studylog.core.search.documents.passages import people_of
from studylog.core.text import nfc, short_hash
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class SlidesFile:
    """A PDF of the notebook: its path there, its content, and where its copy lies in a site."""

    path: str
    sha256: str
    copy: str


def slides_documents(
    file: SlidesFile, deck: Deck, papers: Sequence[Paper], roster: Roster
) -> Iterator[Document]:
    """The pages of slides that say something, each with its place in the PDF; its line is that page.

    They are told of as the slides of their papers, and where there is none by the name of the file. By who
    presented them, and by other names, only the first page is found: all pages at once are no answer.
    """
    name = PurePosixPath(file.path).stem
    title = " · ".join(dict.fromkeys(paper.title for paper in papers)) or name
    presenters = dict.fromkeys(paper.presenter for paper in papers if paper.presenter)
    days = [one.date for paper in papers for one in paper.presented if one.date]
    names = dict.fromkeys((*(alias for paper in papers for alias in paper.aliases), name, *presenters))
    about = nfc("\n".join(word for word in names if word != title))
    for number, sheet in enumerate(deck.sheets, 1):
        if sheet.text:
            yield Document(
                id=f"slides:{short_hash(file.sha256)}:{number}",
                kind="slides",
                url=f"{quote(file.copy)}#page={number}",
                title=nfc(f"{title} · {number}p"),
                text=sheet.text,
                about=about if number == 1 else "",
                day=max(days, default=None),
                facets=tuple(people_of(roster, presenters)),
                path=file.path,
                line=number,
            )
