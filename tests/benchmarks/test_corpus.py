"""The notebooks that benchmarks are run on: what a team writes, at any size, and nothing doubtful in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.corpus import LECTURES, MEETINGS, generate
from studylog.core.markdown import parse
from studylog.core.model import Note, Question
from studylog.store.index.reading import IndexLibrary
from studylog.store.notebook import find
from tests.indexes import fresh

NOTES = 2 * MEETINGS + 1


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    generate(folder, NOTES)
    return folder


@pytest.fixture(scope="module")
def texts(root: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(root.glob("notes/*/*.md"))]


@pytest.fixture(scope="module")
def library(root: Path) -> Iterator[IndexLibrary]:
    with fresh(find(root)) as db:
        yield IndexLibrary(db)


@pytest.fixture(scope="module")
def notes(library: IndexLibrary) -> list[Note]:
    return [entry.note for page in library.notes.pages() if (entry := library.notes.one(page))]


@pytest.fixture(scope="module")
def questions(library: IndexLibrary) -> list[Question]:
    return [entry.question for id_ in library.questions.ids() if (entry := library.questions.one(id_))]


def test_a_note_has_four_to_six_kilobytes(texts: list[str]) -> None:
    sizes = [len(text.encode()) for text in texts]
    assert len(sizes) == NOTES
    assert 4000 <= min(sizes) <= 5000 <= mean(sizes) <= 5700 <= max(sizes) <= 6500


def test_each_note_has_three_formulas_a_table_code_links_and_a_wikilink(
    texts: list[str], notes: list[Note]
) -> None:
    for text, note in zip(texts, notes, strict=True):
        blocks = parse(text)
        tokens = Counter(token.type for block in blocks for token in (block, *(block.children or ())))
        assert tokens["math_inline"] + tokens["math_block"] == 3
        assert (tokens["table_open"], tokens["fence"], len(note.wikilinks)) == (1, 1, 1)
        assert tokens["link_open"] >= 2


def test_each_meeting_asks_four_questions_about_two_lectures(
    notes: list[Note], questions: list[Question]
) -> None:
    for note in notes:
        assert list(Counter(question.lecture for question in note.questions).values()) == [2, 2]
    states = Counter(question.state for question in questions)
    assert states.keys() == {"open", "tentative", "answered"}
    assert min(states.values()) > NOTES / 4


def test_courses_end_so_that_no_lecture_grows_with_the_notebook(
    root: Path, questions: list[Question]
) -> None:
    courses = [course.name for course in find(root).settings.courses]
    asked = Counter((question.course, question.lecture) for question in questions)
    first, second, third = courses
    for course in (first, second):
        assert [asked[course, lecture + 1] for lecture in range(LECTURES)] == [20] * LECTURES
    assert asked[third, 1] == asked[third, 2] == 2


def test_meetings_seldom_ask_the_very_same(questions: list[Question]) -> None:
    assert len({question.text for question in questions}) > 0.98 * 4 * NOTES


def test_a_paper_is_read_for_five_meetings_at_most(notes: list[Note], library: IndexLibrary) -> None:
    numbers = {note.path: number for number, note in enumerate(notes)}
    papers = [paper for id_ in library.papers.ids() if (paper := library.papers.one(id_))]
    assert len(papers) > NOTES / 5
    for paper in papers:
        meetings = {numbers[presented.path] // 5 for presented in paper.presented}
        assert len(meetings) == 1


def test_nothing_in_it_is_doubtful(library: IndexLibrary) -> None:
    assert library.findings.groups(date(2021, 8, 2), 1) == ()


def test_it_is_the_same_for_the_same_seed(root: Path, tmp_path: Path) -> None:
    generate(tmp_path / "same", 10)
    generate(tmp_path / "other", 10, seed=1)
    for file in sorted((tmp_path / "same" / "notes").glob("*/*.md")):
        name = file.relative_to(tmp_path / "same")
        assert file.read_bytes() == (root / name).read_bytes()
        assert file.read_bytes() != (tmp_path / "other" / name).read_bytes()
