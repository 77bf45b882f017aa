"""Sites of a few notes, written as a team writes them."""

from datetime import date
from textwrap import dedent

from studylog.core.collection import collect
from studylog.core.digest.site import Site, site_of
from studylog.core.parse import read_note
from studylog.core.people import Person, Roster
from studylog.core.settings import Course, LectureSetting, Settings

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


def made(notes: dict[str, str], settings: Settings = SETTINGS, **more: object) -> Site:
    """The site of notes, by path."""
    read = [read_note(path, dedent(text).lstrip("\n").encode(), settings) for path, text in notes.items()]
    return site_of(collect(read, settings), settings, **more)
