"""The pages of a site: each found by its name, long lists in parts, and a change on few of them."""

from collections import Counter
from collections.abc import Iterator

import pytest

from studylog.core.digest.lectures.page import LecturePage
from studylog.core.digest.meetings.lists import MeetingsPage
from studylog.core.digest.notes.lists import NotesPage
from studylog.core.digest.papers.boards import PapersPage
from studylog.core.digest.people import PersonPage
from studylog.core.digest.questions.lists import QuestionsPage
from studylog.core.digest.resources import ResourcesPage
from studylog.core.digest.site import Site, site_of
from studylog.features.build.plan import Plan
from studylog.store.index.reading import IndexLibrary
from tests.core.digest_cases import NoFiles, made
from tests.core.large import MEETINGS, NOTES, SETTINGS, TODAY, day, texts
from tests.indexes import indexed

# So many rows are one page at most; as many again where a board has three parts.
MOST = 360


def site(meetings: int = MEETINGS) -> Site:
    return site_of(IndexLibrary(indexed(texts(meetings), SETTINGS)), SETTINGS, NoFiles(), TODAY)


@pytest.fixture(scope="module")
def large() -> Site:
    return site()


def view(site: Site, name: str) -> object:
    page = Plan(site).page(name)
    assert page, name
    assert name == page.path
    return page.view()


def rows(page: object) -> list[str]:
    """The pages that a list leads to, one for each of its rows."""
    match page:
        case MeetingsPage():
            lines = [line for month in page.months for week in month.weeks for line in week.meetings]
            return [line.page for line in (*lines, *page.undated)]
        case QuestionsPage():
            return [line.page for group in page.groups for line in group.lines]
        case PapersPage():
            return [line.page for group in (*page.pressing, *page.groups) for line in group.papers]
        case NotesPage():
            return [line.page for group in page.groups for line in group.lines]
        case ResourcesPage():
            return [line.url for month in page.months for line in month.lines]
        case PersonPage():
            return [line.page for line in (*page.asked, *page.answered)]
        case LecturePage():
            return [line.page for line in (*page.timed, *page.untimed, *page.exercises)]
    return []


def below(site: Site, folder: str) -> Iterator[str]:
    """All rows of the stretches of a list."""
    for name in Plan(site).list_names():
        if name.startswith(folder):
            yield from rows(view(site, name))


def test_every_page_is_found_by_its_name_alone(large: Site) -> None:
    everything = list(Plan(large).names())
    assert len(everything) == len(set(everything)) > 2000
    for name in everything[::17]:
        assert view(large, name) is not None


def test_the_questions_of_a_note_come_after_it_before_the_next_note(large: Site) -> None:
    note = ""
    for name in Plan(large).names():
        if large.library.notes.one(name):
            note = name
        elif name.startswith("questions/") and (asked := large.library.questions.one(name[10:-5])):
            first = large.library.notes.card(asked.question.places[0].path)
            assert first
            assert note == first.page


@pytest.mark.parametrize(
    "name",
    [
        "nothing.html",
        "meetings/2024-01-01.html",
        "meetings/months/2023-01.html",
        "meetings/months/2024-01.p2.html",
        "questions/q-00000000.html",
        "questions/courses/none.html",
        "lectures/과목-0-99.html",
        "lectures/과목-0-1.p9.html",
        "papers/none.html",
        "notes/letters/z.html",
        "static/style.css",
    ],
)
def test_other_names_are_no_pages(large: Site, name: str) -> None:
    assert Plan(large).page(name) is None


def test_a_small_notebook_has_one_page_for_each_list() -> None:
    small = made({"notes/a.md": "---\ndate: 2021-08-12\n---\n# 가\n\nQ. 왜?\n", "notes/b.md": "# 나\n"})
    assert [
        "index.html",
        "meetings/index.html",
        "questions/index.html",
        "lectures/index.html",
        "papers/index.html",
        "people/index.html",
        "weeks/index.html",
        "weeks/w2.html",
        "notes/index.html",
        "resources.html",
        "health.html",
    ] == list(Plan(small).list_names())


def test_no_list_grows_without_end(large: Site) -> None:
    counts = {name: len(rows(view(large, name))) for name in Plan(large).list_names()}
    assert {} == {name: count for name, count in counts.items() if count > MOST}
    assert counts["meetings/index.html"] <= 60
    assert counts["questions/index.html"] <= 200


def test_everything_stands_on_one_page_of_its_list(large: Site) -> None:
    library = large.library
    meetings = [page for page in library.notes.pages() if page.startswith("meetings/")]
    assert Counter(meetings) == Counter(below(large, "meetings/months/"))
    asked = [f"questions/{id_}.html" for id_ in library.questions.ids()]
    assert Counter(asked) == Counter(below(large, "questions/courses/"))
    assert Counter(f"papers/{id_}.html" for id_ in library.papers.ids()) == Counter(
        below(large, "papers/years/")
    )
    assert NOTES == len(set(below(large, "notes/letters/")))
    assert {f"https://a.example/{number}" for number in range(MEETINGS)} == set(below(large, "resources/"))


def test_the_list_of_meetings_shows_the_newest_months_and_leads_to_all(large: Site) -> None:
    page = view(large, "meetings/index.html")
    assert isinstance(page, MeetingsPage)
    assert day(MEETINGS - 1) == page.months[0].weeks[0].meetings[0].day
    ways = [month.page for year in page.years for month in year.months]
    assert sorted(ways) == sorted(
        name for name in Plan(large).list_names() if name.startswith("meetings/months/")
    )
    assert MEETINGS == page.total == sum(month.count for year in page.years for month in year.months)


def test_a_month_leads_to_the_months_beside_it(large: Site) -> None:
    page = view(large, "meetings/months/2024-02.html")
    assert isinstance(page, MeetingsPage)
    assert page.place
    assert page.place.previous
    assert page.place.following
    assert ("meetings/months/2024-01.html", "meetings/months/2024-03.html") == (
        page.place.previous.page,
        page.place.following.page,
    )


def test_many_questions_are_listed_by_course_and_what_is_to_settle_comes_first(large: Site) -> None:
    page = view(large, "questions/index.html")
    assert isinstance(page, QuestionsPage)
    assert {"open"} == {line.state for group in page.groups for line in group.lines}
    days = [max(line.day for line in group.lines if line.day) for group in page.groups]
    assert days == sorted(days, reverse=True)
    assert page.more + page.here == sum(one.count for one in page.states if one.state == "open")
    assert 2 * MEETINGS == sum(way.count for way in page.ways)


def test_a_lecture_with_many_questions_has_parts() -> None:
    asked = "\n\n".join(f"Q. {number}번은 왜 그런가요?" for number in range(450))
    crowded = made({"notes/a.md": f"---\ndate: 2021-08-12\n---\n## 3강\n\n{asked}\n"})
    parts = [name for name in Plan(crowded).names() if name.startswith("lectures/dl-basic-3")]
    assert [f"lectures/dl-basic-3{part}.html" for part in ("", ".p2", ".p3")] == parts
    pages = [view(crowded, name) for name in parts]
    assert [200, 200, 50] == [len(rows(page)) for page in pages]
    assert [1, 0, 0] == [len(page.meetings) for page in pages if isinstance(page, LecturePage)]
    course = [name for name in Plan(crowded).list_names() if name.startswith("questions/courses/")]
    assert [300, 150] == [len(rows(view(crowded, name))) for name in course]


def test_a_person_with_many_questions_has_parts() -> None:
    asked = "\n\n".join(f"Q. (춘향) {number}번은 왜 그런가요?" for number in range(310))
    answered = "\n\n".join(f"Q. {number}번은 어떤가요?\nA. (춘향) 그렇습니다." for number in range(300))
    text = f"---\ndate: 2021-08-12\n---\n## 3강\n\n{asked}\n\n{answered}\n"
    crowded = made({"notes/a.md": text})
    parts = [name for name in Plan(crowded).names() if name.startswith("people/성춘향")]
    assert [f"people/성춘향{part}.html" for part in ("", ".p2", ".p3", ".p4")] == parts
    pages = [view(crowded, name) for name in parts]
    assert [160, 150, 150, 150] == [len(rows(page)) for page in pages]
    assert [(160, 0), (0, 150), (0, 150), (150, 0)] == [
        (len(page.asked), len(page.answered)) for page in pages if isinstance(page, PersonPage)
    ]
    # The oldest has the first number, and comes last.
    assert [1, 4, 3, 2] == [page.pager.number for page in pages if isinstance(page, PersonPage)]
    assert 610 == len({row for page in pages for row in rows(page)})


def test_another_meeting_changes_only_the_pages_that_show_it(large: Site) -> None:
    other = site(MEETINGS + 1)
    new = set(Plan(other).names()) - set(Plan(large).names())
    assert {"meetings/2025-03-06-daily.html", "papers/논문-430번째.html"} == {
        name for name in new if not name.startswith("questions/")
    }
    changed = {name for name in Plan(large).names() if view(large, name) != view(other, name)}
    assert {
        "index.html",
        "health.html",
        "meetings/index.html",
        # The meeting before it, its month, and the note that all meetings link to.
        "meetings/2025-03-05-daily.html",
        "meetings/months/2025-03.html",
        "notes/주제1.html",
        "questions/index.html",
        "questions/courses/과목-4.html",
        "lectures/index.html",
        "papers/index.html",
        "papers/years/2025.html",
        "resources.html",
        "resources/2025-03.html",
        # What programs read of it, without the months and years before.
        "feed.xml",
        "calendar.ics",
        "llms.txt",
        "data/notes/2025-03.json",
        "data/questions/2025-03.json",
        "data/papers/2025.json",
        "data/lectures.json",
        # Those who were there.
        "people/index.html",
        "people/성춘향.html",
        "people/홍길동.html",
        "weeks/index.html",
        "weeks/w62.html",
        "weeks/years/2025.html",
    } == {name for name in changed if not name.startswith(("lectures/과목", "questions/q-"))}
    assert {"lectures/과목-4-1.html", "lectures/과목-4-4.html"} == {
        name for name in changed if name.startswith("lectures/과목")
    }
    # The ones that were last in its two lectures lead on to its questions.
    assert 2 == sum(name.startswith("questions/q-") for name in changed)
