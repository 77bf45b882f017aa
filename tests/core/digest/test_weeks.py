"""The digest of a week: what was asked, answered, presented and promised in it, the same on every day."""

from datetime import date

from studylog.core.dates.weeks import week_of
from studylog.core.digest.site import Site
from studylog.core.digest.week import WeekPage, week_page
from studylog.core.digest.weeks import all_weeks, weeks_page
from tests.core.digest_cases import SETTINGS, made

NOTES = {
    "notes/05.md": """
        ---
        date: 2021-08-05
        type: daily
        ---
        ## 3강 기저

        Q. 기저는 왜 직교해야 하나요? ^q-k3f9a2bc
        """,
    "notes/11.md": """
        ---
        date: 2021-08-11
        type: daily
        attendees: [홍길동, 성춘향]
        absent: [이몽룡]
        ---
        ## 8강

        Q. 왜 나누나요?
        A. 아마 커서요.
        A. (춘향) 분산이 $d$ 배가 되기 때문입니다.

        둘째 문단입니다.

        Q. 왜 더하나요?

        ## 3강 기저

        Q. 기저는 왜 직교해야 하나요? ^q-k3f9a2bc
        A. 꼭 그렇지는 않습니다.

        - [ ] 내일까지 정리하기 @춘향
        """,
    "notes/12.md": """
        ---
        date: 2021-08-12
        type: daily
        attendees: [홍길동, 성춘향, 이몽룡]
        ---
        ## 논문 리뷰

        ### (1) Xception

        발표자: 이몽룡
        """,
    "notes/26.md": "---\ndate: 2021-08-26\n---\n",
}
SITE = made(NOTES)


def page(site: Site, day: date) -> WeekPage:
    return week_page(site, all_weeks(site), week_of(day, site.settings.start))


def test_a_week_is_told_in_one_page() -> None:
    week = page(SITE, date(2021, 8, 12))
    assert (date(2021, 8, 9), date(2021, 8, 15)) == (week.first, week.last)
    assert ["meetings/2021-08-11-daily.html", "meetings/2021-08-12-daily.html"] == [
        line.page for line in week.meetings
    ]
    assert ["왜 나누나요?", "왜 더하나요?"] == [one.line.text for group in week.asked for one in group.lines]
    assert ["기저는 왜 직교해야 하나요?"] == [one.line.text for one in week.answered]
    assert ["Xception"] == [paper.title for paper in week.papers]
    assert [("성춘향", date(2021, 8, 12), False)] == [(one.who, one.due, one.done) for one in week.promises]
    assert [("홍길동", ("present", "present")), ("이몽룡", ("absent", "present"))] == [
        (one.name, tuple(there and there[0] for there in one.there))
        for one in week.people
        if one.name != "성춘향"
    ]


def test_a_question_is_told_with_the_answer_that_tells_most_and_how_it_begins() -> None:
    answered, open_ = page(SITE, date(2021, 8, 12)).asked[0].lines
    answer = answered.answer
    assert answer
    assert ("성춘향", "answer", None) == (answer.by, answer.sureness, open_.answer)
    assert answer.html
    assert answer.html.startswith("분산이 <math")
    assert "둘째" not in answer.html


def test_a_duplicate_names_its_original_and_what_is_closed_its_reason() -> None:
    notes = NOTES | {
        "notes/13.md": """
            ---
            date: 2021-08-13
            type: daily
            ---
            Q. 직교 기저는 왜 쓰나요? ^q-00000001 duplicate q-k3f9a2bc

            Q. 시험에 나오나요? ^q-00000002 closed: 다음 과정의 내용
            """
    }
    group = page(made(notes), date(2021, 8, 13)).asked[-1]
    duplicate, closed = group.lines
    assert duplicate.original
    assert ("기저는 왜 직교해야 하나요?", "questions/q-k3f9a2bc.html") == (
        duplicate.original.text,
        duplicate.original.page,
    )
    assert (None, "다음 과정의 내용") == (closed.original, closed.reason)


def test_weeks_lead_over_weeks_without_a_meeting() -> None:
    week = page(SITE, date(2021, 8, 11))
    assert week.previous
    assert week.following
    assert ("weeks/w1.html", "weeks/w4.html") == (week.previous.page, week.following.page)
    assert page(SITE, date(2021, 8, 26)).following is None


def test_the_list_of_weeks_tells_how_what_was_asked_stands_now() -> None:
    weeks = weeks_page(SITE).weeks
    assert ["weeks/w4.html", "weeks/w2.html", "weeks/w1.html"] == [week.page for week in weeks]
    assert [(1, 0), (2, 2), (1, 1)] == [(week.meetings, week.questions) for week in weeks]
    assert [("open", 1), ("answered", 1)] == [(one.state, one.count) for one in weeks[1].states]


def test_a_week_is_the_same_on_every_day() -> None:
    later = made(NOTES, SETTINGS, date(2022, 1, 1))
    assert page(SITE, date(2021, 8, 12)) == page(later, date(2021, 8, 12))
