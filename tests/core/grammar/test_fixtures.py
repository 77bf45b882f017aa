"""Each way of writing: the fixtures are notes, and what a careful person takes out of them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from studylog.core.model import Answer, LectureMention, Note, NotePaper, NoteQuestion, Promise
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, Settings

FIXTURES = Path(__file__).parent / "fixtures"
SETTINGS = Settings(
    roster=Roster((Person("홍길동"), Person("성춘향"), Person("이몽룡"))),
    courses=(Course("AI Math"), Course("DL Basic")),
    patterns={"answer": ("풀이)",), "question": ("궁금:",)},
)
HEADER = "---\ndate: 2021-08-12\ntype: daily\n---\n"


def cases() -> Iterator[object]:
    for file in sorted(FIXTURES.glob("*.md")):
        parts = re.split(r"^\.$\n?", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for name, body, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(body, expected, id=f"{file.stem}: {name.strip()}")


@pytest.mark.parametrize(("body", "expected"), list(cases()))
def test_reads(body: str, expected: str) -> None:
    note = read_note("notes/2021-08-12.md", (HEADER + body).encode(), SETTINGS)
    assert "\n".join(described(note)) == expected.strip()


def described(note: Note) -> list[str]:
    """What a note says, a line for each thing, in the order of the note."""
    things: list[tuple[int, list[str]]] = [
        *((mention.line, [lecture(mention)]) for mention in note.lectures),
        *((paper.place.line, described_paper(paper)) for paper in note.papers),
        *((asked.place.line, described_question(asked, note)) for asked in note.questions),
    ]
    lines = [line for _, group in sorted(things, key=lambda thing: thing[0]) for line in group]
    for there in note.carried:
        lines += [f"carried {there.id}", *(f"  {answer(given)}" for given in there.answers)]
        lines[-1] += " promised" if there.promise else ""
    lines += [promise(made) for made in note.promises]
    lines += [f"kept {id_}" for id_ in note.kept]
    return lines or ["nothing"]


def lecture(mention: LectureMention) -> str:
    course = f" of {mention.course}" if mention.course else ""
    return f"lecture {mention.number}{course}" + (f" | {mention.title}" if mention.title else "")


def described_paper(paper: NotePaper) -> list[str]:
    if paper.role == "mentioned":
        return [f"mentions {paper.arxiv or paper.doi}"]
    words = [f"paper {' + '.join(paper.titles)}"]
    words += [f"alias {', '.join(paper.aliases)}"] if paper.aliases else []
    words += [f"year {paper.year}"] if paper.year else []
    words += [f"planned {paper.date}"] if paper.role == "planned" else []
    words += [f"by {', '.join(paper.presenters)}"] if paper.presenters else []
    words += [f"url {paper.url}"] if paper.url else []
    words += [f"code {', '.join(paper.code)}"] if paper.code else []
    return [" ".join(words), *(f"  slides {link.url}" for link in paper.slides)]


def described_question(asked: NoteQuestion, note: Note) -> list[str]:
    kind = "exercise" if asked.kind == "exercise" else "question" if asked.marked else "unmarked"
    words = [kind, asked.number]
    above = note.questions[asked.parent] if asked.parent is not None else None
    words += [f"under {above.number or above.text}"] if above else []
    words += [f"lecture {asked.lecture}"] if asked.lecture is not None else []
    words += [f"of {asked.course}"] if asked.course else []
    words += [f"about {', '.join(asked.papers)}"] if asked.papers else []
    words += locator(asked)
    words += [f"by {asked.asked_by}"] if asked.asked_by else []
    words += [f"to {asked.to}"] if asked.to else []
    words += [f"pinned {asked.id}"] if asked.pinned else []
    words += [f"closed ({asked.closed})"] if asked.closed is not None else []
    words += [f"duplicate of {asked.duplicate_of}"] if asked.duplicate_of else []
    words += ["promised"] if asked.promise else []
    line = f"{' '.join(word for word in words if word)} | {one_line(asked.text)}"
    section = [f"  section {asked.section}"] if asked.section and "마스터클래스" in asked.section else []
    return [line, *section, *(f"  {answer(given)}" for given in asked.answers)]


def locator(asked: NoteQuestion) -> list[str]:
    place = asked.locator
    if place is None:
        return []
    words = [f"at {place.at}"] if place.at else []
    words += ["about"] if place.about else []
    words += [f"quiz {place.quiz}"] if place.quiz else []
    words += [f"page {place.page}"] if place.page else []
    return [*words, f"({place.written})"]


def answer(given: Answer) -> str:
    words = ["answer", given.marker]
    words += [f"by {given.by}"] if given.by else []
    words += ["guess"] if given.tentative else []
    words += ["confirmed"] if given.confirmed else []
    return f"{' '.join(word for word in words if word)} | {one_line(given.text)}"


def promise(made: Promise) -> str:
    words = ["promise"]
    words += ["done"] if made.done else []
    words += [f"due {made.due}"] if made.due else []
    words += [f"by {', '.join(made.people)}"] if made.people else []
    return f"{' '.join(words)} | {one_line(made.text)}"


def one_line(text: str) -> str:
    return text.strip().replace("\n", "⏎")


def test_where_no_team_is_known_names_stand_beside_names() -> None:
    names = "## 멘토링\n\n- 서우\n  - 무엇부터 읽나요?\n- 가람\n  - 언제 쉬나요?\n"
    topics = "## 멘토링\n\n- 모델\n  - 작은 것은 어때요?\n- 내는 방법\n  - 언제 내나요?\n"
    for body, expected in ((names, ["서우", "가람"]), (topics, [None, None])):
        note = read_note("notes/2021-08-12.md", (HEADER + body).encode(), Settings())
        assert expected == [asked.asked_by for asked in note.questions]


def test_every_fixture_is_complete() -> None:
    for file in FIXTURES.glob("*.md"):
        dots = len(re.findall(r"^\.$", file.read_text(encoding="utf-8"), flags=re.MULTILINE))
        assert dots % 3 == 0, f"{file.name}: a case is a name, a note and what it says, each closed by a dot"


def test_the_date_of_the_fixtures_is_read() -> None:
    assert read_note("a.md", HEADER.encode(), SETTINGS).date == date(2021, 8, 12)
