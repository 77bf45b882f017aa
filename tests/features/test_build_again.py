"""Building again: the same site as one made anew, with as little done as possible."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.core.digest import people
from studylog.core.digest.lectures import page as lecturepages
from studylog.core.digest.questions import lists as questionlists
from studylog.core.machine import records
from studylog.features.build import BuildReport, Helping, build, making
from studylog.store import files
from studylog.store.index import entries
from studylog.store.index.opening import opened
from studylog.store.index.reading import IndexLibrary
from studylog.store.site import old
from tests.features.site_notebook import build_site, tree
from tests.indexes import notebook
from tests.store.index.test_refresh import PATHS, SETTINGS, STEPS, take


@settings(
    max_examples=int(os.environ.get("STUDYLOG_REBUILDS", "6")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(STEPS, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_built_again_is_built_anew(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, str]]], in_place: bool
) -> None:
    root = tmp_path_factory.mktemp("notebook")
    notebook(root, {}, SETTINGS)
    build_site(root, root / "_site")
    with pytest.MonkeyPatch.context() as patch:
        if in_place:
            patch.setattr(old, "LARGEST", 0)
        for number, steps in enumerate(rounds):
            for step in steps:
                take(root, step)
            build_site(root, root / "_site")
            build_site(root, root / f"_new{number}")
            expected, found = tree(root / f"_new{number}"), tree(root / "_site")
            assert sorted(expected) == sorted(found)
            assert [] == [name for name in expected if expected[name] != found[name]]


ASKED = st.builds(
    "#### {}강\n\nQ. {}?{}\n{}\n".format,
    st.sampled_from((6, 7)),
    st.sampled_from(("왜 나누나요", "언제 더하나요", "무엇을 곱하나요", "어떻게 읽나요")),
    st.sampled_from(("", "", " ^q-k3f9a2bc", " ^q-00000001")),
    st.sampled_from(("", "A. 그래서요.", "A. (길동) 그래서요.", "A. (춘향) 추측입니다만 그래서요.")),
)
MEETINGS = st.builds(
    "---\ndate: 2021-08-{:02}\ntype: daily\n---\n{}".format,
    st.integers(1, 28),
    st.lists(ASKED, min_size=2, max_size=8).map("\n".join),
)
ANSWERED = (
    "?\n→?\nA. (길동) 또 하나.\n",
    "(길동)→(춘향)",
    "그래서요→아니에요",
    "A. →",
    "Q. →",
    "강\n→강\n\nQ. 새 질문?\n",
)
HISTORIES = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(PATHS), MEETINGS),
        st.tuples(st.just("more"), st.sampled_from(PATHS), ASKED),
        st.tuples(st.just("reword"), st.sampled_from(PATHS), st.sampled_from(ANSWERED)),
        st.tuples(st.just("reword"), st.sampled_from(PATHS), st.sampled_from(ANSWERED)),
        STEPS,
    ),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=int(os.environ.get("STUDYLOG_REBUILDS", "6")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(MEETINGS, min_size=2, max_size=4), st.lists(HISTORIES, min_size=1, max_size=4))
def test_lists_in_parts_are_built_anew_with_their_answers(
    tmp_path_factory: pytest.TempPathFactory, meetings: list[str], rounds: list[list[tuple[str, str, str]]]
) -> None:
    root = tmp_path_factory.mktemp("notebook")
    notebook(root, dict(zip(PATHS, meetings, strict=False)), SETTINGS)
    with pytest.MonkeyPatch.context() as patch:
        in_short_parts(patch)
        build_site(root, root / "_site")
        for number, steps in enumerate(rounds):
            for step in steps:
                take(root, step)
            build_site(root, root / "_site")
            build_site(root, root / f"_new{number}")
            assert tree(root / f"_new{number}") == tree(root / "_site")


def in_short_parts(patch: pytest.MonkeyPatch, size: int = 2) -> None:
    """Cuts every list of questions into parts of a few."""
    for cut in (lecturepages, people, questionlists):
        patch.setattr(cut, "PART", size)
    patch.setattr(questionlists, "_FEW", 0)
    patch.setattr(records, "_LONG", 0)


NOTE = """\
---
date: 2021-{month:02}-{day:02}
title: {month}/{day} 회의록
type: daily
attendees: [홍길동, 성춘향]
---
#### {lecture}강

Q1. {number}번째 날의 질문은 무엇인가요?
A1. (길동) 답은 $x^{number}$ 입니다.

Q2. {number}번째 날의 다른 질문?

지난 회의는 [[{before}]]입니다.
"""


def a_year(root: Path, count: int = 300) -> Path:
    """A notebook with a meeting on each day of ten months."""
    notes = {}
    for number in range(count):
        month, day = divmod(number, 28)
        name = f"2021-{month + 1:02}-{day + 1:02}"
        notes[f"{name}.md"] = NOTE.format(
            month=month + 1, day=day + 1, lecture=number // 5, number=number, before=list(notes)[-1:] or ""
        )
    notebook(root, notes, SETTINGS)
    return root


class Counted:
    """What was read, parsed and made since the last look."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.parsed: list[str] = []
        self.made: list[str] = []
        read, entry_of, page = files.read, entries.entry_of, making.Plan.page
        patch.setattr(files, "read", lambda path: self.read.append(path.name) or read(path))
        patch.setattr(
            entries, "entry_of", lambda path, *rest: self.parsed.append(path) or entry_of(path, *rest)
        )
        patch.setattr(making.Plan, "page", lambda plan, name: self.made.append(name) or page(plan, name))

    def notes(self) -> list[str]:
        """The notes that were opened."""
        return [name for name in self.read if name.endswith(".md")]

    def forget(self) -> None:
        """Begins to count anew."""
        for counted in (self.read, self.parsed, self.made):
            counted.clear()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_year(tmp_path_factory.mktemp("year"))
    build_site(root, root / "_site")
    return root


def inodes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.*")}


def test_nothing_changed_means_nothing_opened_and_nothing_written(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(year, year / "_site")
    before, counted = inodes(year / "_site"), Counted(monkeypatch)
    report = build_site(year, year / "_site")
    assert ([], [], []) == (counted.notes(), counted.parsed, counted.made)
    assert 0 == report.written
    assert before == inodes(year / "_site")


def test_one_edit_parses_one_note_and_writes_only_what_shows_it(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(year, year / "_site")
    before, counted = tree(year / "_site"), Counted(monkeypatch)
    note = year / "notes/2021-05-14.md"
    note.write_text(note.read_text("utf-8") + "\n한 문장이 더 있습니다.\n", "utf-8")
    build_site(year, year / "_site")
    assert ["2021-05-14.md"] == counted.notes()
    assert ["notes/2021-05-14.md"] == counted.parsed
    after = tree(year / "_site")
    pages = {name for name in after if after[name] != before.get(name) and name.endswith(".html")}
    assert {"meetings/2021-05-14-daily.html"} == {name for name in pages if "questions/" not in name}
    assert len(pages) <= 3
    assert len(counted.made) < 40


@pytest.fixture
def with_last_words(year: Path) -> Path:
    """A meeting of the year that says something after its questions; the site is built of it."""
    note = year / "notes/2021-07-09.md"
    text = NOTE.format(month=7, day=9, lecture=35, number=176, before="2021-07-08")
    note.write_text(f"{text}\n### 3. 건의사항\n\n다음에는 짧게 합시다.\n", "utf-8")
    build_site(year, year / "_site")
    return note


def pages_after(year: Path, note: Path, before: str, after: str) -> set[str]:
    """Puts other words into a note, and builds again; the pages that differ then."""
    old = tree(year / "_site")
    note.write_text(note.read_text("utf-8").replace(before, after), "utf-8")
    build_site(year, year / "_site")
    new = tree(year / "_site")
    return {name for name in new if new[name] != old.get(name) and name.endswith((".html", ".xml"))}


def test_words_that_only_their_own_page_shows_make_no_other_page(
    year: Path, with_last_words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(monkeypatch)
    pages = pages_after(year, with_last_words, "짧게", "길게")
    assert {"meetings/2021-07-09-daily.html"} == pages
    assert ["health.html", "meetings/2021-07-09-daily.html"] == counted.made


def test_words_of_an_answer_are_written_where_their_question_is_told(
    year: Path, with_last_words: Path
) -> None:
    pages = pages_after(year, with_last_words, "답은 $x", "그 답은 $x")
    assert {"meetings/2021-07-09-daily.html", "weeks/2021-w27.html"} < pages
    assert {"meetings", "questions", "weeks"} >= {name.partition("/")[0] for name in pages}


def test_an_answer_changes_the_pages_that_show_how_its_question_stands(year: Path) -> None:
    build_site(year, year / "_site")
    before = tree(year / "_site")
    note = year / "notes/2021-06-20.md"
    note.write_text(note.read_text("utf-8").replace("다른 질문?", "다른 질문?\nA. 답했습니다."), "utf-8")
    build_site(year, year / "_site")
    after = tree(year / "_site")
    pages = {name for name in after if after[name] != before.get(name) and name.endswith(".html")}
    kinds = {name if name.count("/") == 0 or "index" in name else name.rpartition("/")[0] for name in pages}
    assert {
        "index.html",
        "lectures",
        "lectures/index.html",
        "meetings",
        "meetings/months",
        "questions",
        "questions/courses",
        "questions/index.html",
        "weeks",
        "weeks/index.html",
    } >= kinds
    # It was asked and answered on one day: that is one week.
    assert {"weeks/2021-w24.html"} == {name for name in pages if name.startswith("weeks/2")}
    assert {"meetings/2021-06-20-daily.html"} == {name for name in pages if name.startswith("meetings/2021")}
    assert len(pages) < 20


PLANNED = "- title: VGG\n  date: 2021-08-10\n- title: Xception\n  date: 2021-08-20\n"


def test_the_week_of_a_duplicate_names_its_original_as_it_is_worded_now(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    first = "---\ndate: 2021-08-03\n---\n\nQ. 왜 나누나요? ^q-k3f9a2bc\n"
    again = "---\ndate: 2021-08-12\n---\n\nQ. 나눗셈? ^q-00000001 duplicate q-k3f9a2bc\n"
    notebook(root, {"a.md": first, "b.md": again})
    build_site(root, root / "_site")
    (root / "notes/a.md").write_text(first.replace("나누나요", "√d로 나누나요"), "utf-8")
    build_site(root, root / "_site")
    week = (root / "_site/weeks/2021-w32.html").read_text("utf-8")
    assert '<a href="../questions/q-k3f9a2bc.html">왜 √d로 나누나요?</a>' in week


def test_on_another_day_other_papers_are_next_and_late(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    notebook(root, {"a.md": "# 가\n"})
    (root / "papers.yaml").write_text(PLANNED, "utf-8")
    for day in (date(2021, 8, 9), date(2021, 8, 12), date(2021, 9, 20)):
        build_site(root, root / "_site", today=day)
        build_site(root, root / f"_new-{day}", today=day)
        assert tree(root / f"_new-{day}") == tree(root / "_site")


def test_what_somebody_did_to_the_site_is_mended(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    notebook(root, {"a.md": "# 가\n", "b.md": "# 나\n"})
    build_site(root, root / "_site")
    before = tree(root / "_site")
    (root / "_site/notes/a.html").unlink()
    (root / "_site/notes/b.html").write_text("x", "utf-8")
    report: BuildReport = build_site(root, root / "_site")
    assert before == tree(root / "_site")
    assert report.written >= 2


def test_a_theme_of_the_notebook_makes_every_page_anew(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    notebook(root, {"a.md": "# 가\n"})
    build_site(root, root / "_site")
    theme = root / "templates/site/note.html.j2"
    theme.parent.mkdir(parents=True)
    theme.write_text("{% extends 'builtin/note.html.j2' %}{% block kind %}own{% endblock %}", "utf-8")
    build_site(root, root / "_site")
    assert '<body class="own">' in (root / "_site/notes/a.html").read_text("utf-8")
    theme.unlink()
    build_site(root, root / "_site")
    assert '<body class="own">' not in (root / "_site/notes/a.html").read_text("utf-8")


def test_without_the_search_nothing_of_it_is_left(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    notebook(root, {"a.md": "# 가\n"})
    build_site(root, root / "_site")
    assert (root / "_site/search/index.js").exists()
    build_site(root, root / "_site", search=False)
    assert not [name for name in tree(root / "_site") if "search" in name]
    build_site(root, root / "_site")
    assert (root / "_site/search/index.js").exists()


def test_a_meeting_counts_on_the_pages_of_people_from_its_day_on(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    coming = {"a.md": "---\ndate: 2021-08-14\nattendees: [길동]\n---\n"}
    notebook(root, coming, SETTINGS)
    build_site(root, root / "_site")
    before = tree(root / "_site")["people/홍길동.html"]
    build_site(root, root / "_site", today=date(2021, 8, 14))
    build_site(root, root / "_new", today=date(2021, 8, 14))
    assert before != tree(root / "_new")["people/홍길동.html"]
    assert tree(root / "_new") == tree(root / "_site")


PROMISING = """\
---
date: 2021-08-11
type: daily
---
Q. 왜 나누나요? ^q-k3f9a2bc

A. (길동) 내일 알아올게요.

### 4. 다음 시간까지

- [ ] 8/20까지 공유하기 @길동
"""
KEEPING = """\
---
date: 2021-08-12
type: daily
---
{kept}
"""


@pytest.mark.parametrize(
    ("kept", "waiting"),
    [
        ("아직입니다.", [False, False]),
        ("Q. 왜 나누나요? ^q-k3f9a2bc\n\nA. (춘향) 값이 커서요.", [False, True]),
        ("{id} 했습니다.", [False, True]),
    ],
)
def test_the_page_of_a_person_says_what_is_kept_wherever_it_was(
    tmp_path: Path, kept: str, waiting: list[bool]
) -> None:
    team = notebook(tmp_path, {"11.md": PROMISING}, SETTINGS)
    build_site(tmp_path, tmp_path / "_site")
    with opened(team) as index:
        (id_,) = index.db.execute("SELECT id FROM promise WHERE due = '2021-08-20'").fetchone()
    (tmp_path / "notes/12.md").write_text(KEEPING.format(kept=kept.format(id=id_)), encoding="utf-8")
    build_site(tmp_path, tmp_path / "_site")
    build_site(tmp_path, tmp_path / "_new")
    with opened(team) as index:
        found = IndexLibrary(index.db).people.promises("홍길동", 9)
    assert waiting == [one.promise.done for one in found]
    assert tree(tmp_path / "_new") == tree(tmp_path / "_site")


def test_helpers_are_dismissed_when_no_pages_are_left_and_not_asked_where_nothing_changed(
    tmp_path: Path,
) -> None:
    book = notebook(tmp_path, {"a.md": "Q. a?\n"})
    told: list[str] = []
    helping = Helping(lambda count: told.append("asked"), lambda: told.append("dismissed"))
    for expected in (["asked", "dismissed"], []):
        told.clear()
        with opened(book, files=True, hold=True) as index:
            build(book, index, tmp_path / "_site", date(2021, 8, 20), helping, search=False)
        assert expected == told
