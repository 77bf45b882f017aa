"""How papers stand on a day: told for one, and by the index for all."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.papers.states import WORDS, Scheduled, days_late, next_day, state_of
from studylog.core.settings import Settings
from studylog.features.papers import board, planned, without_slides
from studylog.store.index.lists import IndexLists
from studylog.store.index.reading import IndexLibrary
from tests.indexes import indexed

TODAY = date(2021, 8, 20)


def note(day: date, body: str) -> str:
    return f"---\ndate: {day}\n---\n### 논문 리뷰\n\n{body}\n"


def plan(title: str, names: str, days: int) -> str:
    day = TODAY + timedelta(days)
    return f"- {title} → 리뷰 → {names}({day})\n"


PLAN = note(
    date(2021, 7, 1),
    plan("Alpha", "하나님", 3)
    + plan("Beta", "둘님", 3)
    + plan("Gamma", "셋님", 9)
    + plan("Delta", "하나님", -1)
    + plan("Epsilon", "둘님", -40)
    + plan("Zeta", "셋님", -10)
    + plan("Eta", "하나님", -9)
    + plan("Theta", "둘님", -8),
)
HAPPENED = note(
    date(2021, 8, 15),
    "#### Zeta\n\n발표자: 셋님\nslides: https://a.b/z.pdf\n\n#### Eta\n\n발표자: 둘님\nslides: https://a.b/e.pdf\n\n"
    "#### Theta\n\n발표자: 셋님\n",
)
LISTED = "---\ntitle: Iota\ntype: paper\narxiv: 1512.03385\n---\n글\n"
NOTES = (("notes/1.md", PLAN), ("notes/2.md", HAPPENED), ("notes/3.md", LISTED))


def test_every_state_is_told_by_the_plan_and_by_what_happened() -> None:
    standings = board(IndexLists(indexed(NOTES, Settings())).papers.lines(), TODAY)
    assert [
        ("Alpha", "next"),
        ("Beta", "next"),
        ("Delta", "late"),
        ("Theta", "slides-missing"),
        ("Gamma", "planned"),
        ("Zeta", "presented"),
        ("Eta", "presented-by-another"),
        ("Epsilon", "never-happened"),
        ("Iota", "listed"),
    ] == [(one.paper.title, one.state) for one in standings]
    assert ["Theta"] == [one.paper.title for one in without_slides(standings)]
    assert {"Delta": 1, "Epsilon": 40, "Zeta": 5, "Eta": 4, "Theta": 3} == {
        one.paper.title: one.days_late for one in standings if one.days_late
    }
    days = [one.paper.planned_on for one in planned(standings)]
    assert sorted(day for day in days if day) == days


def test_a_line_says_of_its_paper_what_the_whole_paper_says() -> None:
    more = note(TODAY, "#### Delta V2\n\n발표자: 넷님\nslides: https://a.b/d.pdf\nslides: lost.pdf\n")
    lists = IndexLists(indexed([*NOTES, ("notes/4.md", more)], Settings())).papers
    whole, lines = lists.whole(), lists.lines()
    assert [one.id for one in whole] == [line.id for line in lines]
    for one, line in zip(whole, lines, strict=True):
        assert one.title == line.title
        assert (one.year, one.presenter, one.presenter_evidence) == line[2:5]
        place = one.planned and f"{one.planned.place.path}:{one.planned.place.line}"
        names = ", ".join(one.planned.presenters) if one.planned else ""
        assert (names, place or "") == (line.planned_by, line.planned_at)
        for name in SCHEDULED:
            assert getattr(one, name) == getattr(line, name), (one.title, name)
        assert tuple(dict.fromkeys(slides.status for slides in one.slides)) == line.slides
        assert tuple(guess.name for guess in one.guesses) == line.guesses


SCHEDULED = [name for name, value in vars(Scheduled).items() if isinstance(value, property)]


@given(st.integers(-60, 30))
def test_the_index_counts_and_finds_what_each_paper_says_of_itself(days: int) -> None:
    today = TODAY + timedelta(days)
    db = indexed(NOTES, Settings())
    papers, library = IndexLists(db).papers.lines(), IndexLibrary(db).papers
    soonest = next_day(papers, today)
    expected = {state: [one for one in papers if state_of(one, today, soonest) == state] for state in WORDS}
    assert {state: len(found) for state, found in expected.items() if found} == library.states(today)
    for state, found in expected.items():
        assert {one.id for one in found} == {one.id for one in library.in_state(state, today, 99)}


def test_a_paper_without_a_day_is_not_late() -> None:
    text = "| 논문 | 발표자 | 날짜 |\n|--|--|--|\n| Alpha | 하나 | |\n"
    (paper,) = IndexLists(indexed([("notes/a.md", text)], Settings())).papers.lines()
    assert ("planned", None) == (state_of(paper, TODAY, None), days_late(paper, TODAY))
