"""Sites of a few notes, written as a team writes them."""

from datetime import date
from textwrap import dedent

from studylog.core.digest.site import Site, site_of
from studylog.core.library import NoteEntry, QuestionEntry
from studylog.core.markdown.context import PictureLink
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, LectureSetting, Settings
from studylog.store.index.reading import IndexLibrary
from tests.indexes import indexed

TODAY = date(2021, 8, 12)
SETTINGS = Settings(
    name="우리 스터디",
    start=date(2021, 8, 2),
    roster=Roster((Person("홍길동"), Person("성춘향"), Person("이몽룡"))),
    courses=(
        Course("AI Math", date(2021, 8, 2), date(2021, 8, 8)),
        Course(
            "DL Basic",
            date(2021, 8, 9),
            lectures=(LectureSetting(8, "Transformer", "https://www.youtube.com/watch?v=abc&t=3s"),),
        ),
    ),
)


class NoFiles:
    """A notebook without any file besides its notes."""

    def document(self, note_path: str, reference: str) -> str | None:
        return None

    def picture(self, note_path: str, reference: str) -> PictureLink | None:
        return None

    def copy(self, path: str) -> str | None:
        return None

    def deck(self, path: str) -> None:
        return None

    def logo(self) -> str | None:
        return None


def made(notes: dict[str, str], settings: Settings = SETTINGS, today: date = TODAY) -> Site:
    """The site of notes, by path."""
    texts = [(path, dedent(text).lstrip("\n")) for path, text in notes.items()]
    return site_of(IndexLibrary(indexed(texts, settings)), settings, NoFiles(), today)


def questions(site: Site) -> list[QuestionEntry]:
    """All questions of a site, in order."""
    found = (site.library.questions.one(id_) for id_ in site.library.questions.ids())
    return [entry for entry in found if entry]


def notes(site: Site) -> list[NoteEntry]:
    """All notes of a site, in order."""
    found = (site.library.notes.one(page) for page in site.library.notes.pages())
    return [entry for entry in found if entry]
