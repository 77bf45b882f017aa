"""People side by side: the newest meeting of each stands under the newest of all."""

from dataclasses import replace
from datetime import date

from studylog.core.digest.people import people_page, person_page
from studylog.core.people.roster import Person, Roster
from tests.core.digest_cases import SETTINGS, made

DAYS = ("2021-08-09", "2021-08-10", "2021-08-11")
LATE = Person("이몽룡", since=date(2021, 8, 11))
SITE = made(
    {f"notes/{day}.md": f"---\ndate: {day}\nattendees: [홍길동]\n---\n모였습니다.\n" for day in DAYS},
    replace(SETTINGS, roster=Roster((Person("홍길동"), LATE))),
)


def test_who_joined_late_has_their_meetings_under_those_of_the_others() -> None:
    first, late = (line.strip for line in people_page(SITE).team)
    assert first
    assert late
    assert (3, 1) == (len(first.cells), len(late.cells))
    assert (first.width, first.cells[-1].x) == (late.width, late.cells[-1].x)


def test_on_a_page_of_their_own_nothing_stands_before_their_first_meeting() -> None:
    own = person_page(SITE, LATE, "people/이몽룡.html", 1).strip
    assert own
    assert [0] == [cell.x for cell in own.cells]


def test_a_promise_of_two_stands_on_the_page_of_each_with_both() -> None:
    note = "---\ndate: 2021-08-11\ntype: daily\n---\n\n홍길동, 이몽룡이 내일까지 표를 정리하기로 함.\n"
    site = made({"notes/2021-08-11.md": note}, replace(SETTINGS, roster=Roster((Person("홍길동"), LATE))))
    pages = [person_page(site, one, f"people/{one.name}.html", 1) for one in site.settings.roster.people]
    assert [["홍길동, 이몽룡"], ["홍길동, 이몽룡"]] == [[one.who for one in page.promises] for page in pages]
