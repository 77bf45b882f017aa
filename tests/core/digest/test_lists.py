"""Lists: what is on the line of a question and of a meeting, and in which order they stand."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from studylog.core.dates.labels import distance, week_name
from studylog.core.digest.filed import initial
from studylog.core.digest.meetings.lines import meeting_line
from studylog.core.digest.meetings.lists import meetings_page
from studylog.core.digest.notes.lists import notes_page
from studylog.core.digest.notes.page import note_page
from studylog.core.digest.papers.boards import papers_page
from studylog.core.digest.questions.counts import state_counts
from studylog.core.digest.questions.lines import question_line
from studylog.core.digest.questions.lists import questions_page
from studylog.core.digest.resources import resources_page
from studylog.core.digest.site import Lines
from studylog.core.i18n import Message, translate
from studylog.core.model import Locator
from studylog.core.text import brief
from studylog.core.words import clock, spot
from tests.core.digest_cases import SETTINGS, made, notes, questions

NOTE = """\
---
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
author: 홍길동
attendees: [홍길동, 성춘향]
absent: [이몽룡]
---
## 1. 강의 내용 중 질문하기

### 8강 Further Questions

Q1. 24:37 디코더의 셀프 어텐션에는 무엇이 들어가나요?
A. 이전 시점까지의 출력입니다. <https://a.example/x>

Q2. 헤드를 나누는 차원은 어느 것인가요?
A. 추측입니다만 임베딩 차원입니다.

Q3. 위치 인코딩은 왜 더하나요?

### 2. 논문 리뷰

#### (1) Xception

발표자: 이몽룡
"""
SITE = made(
    {
        "notes/12.md": NOTE,
        "notes/05.md": NOTE.replace("8/12(목)", "8/5(목)")
        .replace("08-12", "08-05")
        .replace("인가요?", "일까요?"),
        "notes/용어집.md": "# 용어집\n\n[자료](https://www.b.example/y)",
    }
)
QUESTIONS = questions(SITE)


def ko(message: Message) -> str:
    return translate(message, "ko")


def test_the_line_of_a_question_says_where_it_arose_and_how_it_stands() -> None:
    entry = next(one for one in QUESTIONS if one.question.course == "DL Basic" and one.question.locator)
    line = question_line(SITE, entry, date(2021, 8, 15))
    assert ("answered", "DL Basic 8강", "24:37", 3, 1) == (
        line.state,
        ko(line.lecture),
        ko(line.spot),
        line.age,
        line.answers,
    )
    assert "lectures/dl-basic-8.html" == line.lecture_page
    assert line.id.startswith(line.short)


def test_a_question_has_no_age_without_today_and_none_before_it_was_asked() -> None:
    question = QUESTIONS[0]
    assert None is question_line(SITE, question).age
    assert None is question_line(SITE, question, date(2020, 1, 1)).age


def test_the_bar_of_states_has_no_gaps_and_no_empty_stretch() -> None:
    counts = state_counts(SITE.library.questions.states())
    assert ["open", "tentative", "answered"] == [one.state for one in counts]
    assert len(QUESTIONS) == sum(one.count for one in counts)
    assert all(abs(one.offset + one.share - after.offset) < 0.02 for one, after in pairwise(counts))
    assert () == state_counts({})


def test_long_texts_are_cut_between_words() -> None:
    assert "하나 둘" == brief("하나\n  둘")
    assert "하나 둘…" == brief("하나 둘, 셋 넷", 6)
    assert "가나다라…" == brief("가나다라마바", 4)


def test_questions_stand_by_lecture_in_the_order_of_courses() -> None:
    names = [group.name and ko(group.name) for group in questions_page(SITE).groups]
    assert ["AI Math 8강", "DL Basic 8강"] == names


def test_questions_that_name_no_lecture_come_last() -> None:
    site = made({"notes/a.md": "Q. 왜 그런가요?\n\n## 3강\n\nQ. 왜 안 되나요?\n"})
    assert ["3강", None] == [group.name and ko(group.name) for group in questions_page(site).groups]


def test_meetings_stand_by_month_and_week_newest_first() -> None:
    (month,) = meetings_page(SITE).months
    assert ["weeks/w2.html", "weeks/w1.html"] == [week.page for week in month.weeks]
    assert date(2021, 8, 1) == month.first


def test_a_meeting_says_in_one_line_what_it_dealt_with() -> None:
    line = meetings_page(SITE).months[0].weeks[0].meetings[0]
    assert ("", ["DL Basic 8강"], ("Xception",), 3) == (
        line.title,
        [ko(name) for name in line.lectures],
        line.papers,
        line.questions,
    )
    assert ["present", "present", "absent"] == [person.presence for person in line.people]
    assert 2 == line.present
    assert line.people[0].scribe


def test_each_meeting_leads_to_the_one_before_and_after() -> None:
    first, second = (note_page(SITE, entry) for entry in notes(SITE) if entry.note.kind == "meeting")
    assert first.following
    assert second.previous
    assert (None, second.title) == (first.previous, first.following.text)
    assert (first.title, None) == (second.previous.text, second.following)


def test_papers_presented_stand_newest_first() -> None:
    page = papers_page(SITE)
    (missing,) = page.pressing
    assert [("Xception", True)] == [(line.title, line.missing) for line in missing.papers]
    assert ("slides-missing", 1, ()) == (missing.state, missing.total, page.groups)
    assert page.total == sum(group.total for group in page.counted)


def test_resources_say_who_brought_what_when() -> None:
    page = resources_page(SITE)
    first, last = page.months
    assert ("a.example/x", None, "홍길동", date(2021, 8, 5), 1) == (
        first.lines[0].title,
        first.lines[0].place,
        first.lines[0].by,
        first.lines[0].day,
        first.lines[0].again,
    )
    assert (None, "자료", "b.example") == (last.first, last.lines[0].title, last.lines[0].place)


def test_a_resource_names_its_note_without_the_day_beside_it_and_only_hosts_of_several_are_counted() -> None:
    text = "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\n---\nhttps://a.example/1\nhttps://a.example/2\n"
    page = resources_page(made({"notes/12.md": text, "notes/글.md": "# 8/12 글\n\nhttps://b.example/1\n"}))
    assert ["회의록", "회의록", "글"] == [line.note.text for month in page.months for line in month.lines]
    assert [("a.example", 2)] == [(one.host, one.count) for one in page.hosts]


def test_resources_that_are_called_the_same_tell_their_addresses() -> None:
    links = "[자료](https://b.example/1) [자료](https://b.example/%EB%91%98) [자료](https://c.example/3)"
    (month,) = resources_page(made({"notes/a.md": f"# 글\n\n{links}\n"})).months
    assert ["b.example/1", "b.example/둘", "c.example"] == [line.place for line in month.lines]


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("용어집", "ㅇ"),
        ("까치", "ㄱ"),
        ("ResNet", "R"),
        ("éclair", "#"),
        ("2021", "#"),
        ("🌱 씨앗", "ㅅ"),
        ("", "#"),
    ],
)
def test_notes_are_filed_by_their_first_letter(title: str, letter: str) -> None:
    assert letter == initial(title)


def test_letters_stand_in_order_once_notes_are_many() -> None:
    titles = ["하늘", "beta", "7", "가지", "Alpha"]
    few = made({f"notes/{title}.md": f"# {title}" for title in titles})
    many = made({f"notes/{title}{copy}.md": f"# {title}{copy}" for title in titles for copy in range(5)})
    assert [""] == [group.letter for group in notes_page(few).groups]
    assert ["#", "A", "B", "ㄱ", "ㅎ"] == [group.letter for group in notes_page(many).groups]


@pytest.mark.parametrize(
    ("locator", "shown"),
    [
        (Locator("24:37", at="00:24:37"), "24:37"),
        (Locator("9강 6분 쯤", at="00:06:00", about=True), "6:00쯤"),
        (Locator("1:02:10", at="01:02:10"), "1:02:10"),
        (Locator("퀴즈 8-4번", quiz="8-4"), "퀴즈 8-4"),
        (Locator("7p", page=7), "7쪽"),
        (Locator("슬라이드 7번", page=7), "슬라이드 7"),
        (Locator("6강"), ""),
        (None, ""),
    ],
)
def test_a_place_in_a_lecture_is_said_shortly(locator: Locator | None, shown: str) -> None:
    place = spot(locator)
    assert shown == (ko(place) if place else "")


def test_clocks_have_no_idle_zeros() -> None:
    assert ["0:05", "4:37", "1:00:00"] == [clock("00:00:05"), clock("00:04:37"), clock("01:00:00")]


def test_days_near_today_have_names() -> None:
    assert ["어제", "오늘", "내일", "3일 뒤", "8일 전"] == [ko(distance(days)) for days in (-1, 0, 1, 3, -8)]


def test_weeks_count_from_the_start() -> None:
    week = week_name(date(2021, 8, 12), SETTINGS.start)
    assert week is not None
    assert "2주 4일째" == ko(week)
    assert None is week_name(date(2021, 8, 1), SETTINGS.start)


def test_a_meeting_says_what_was_asked_first_with_its_formulas() -> None:
    asked = "---\ndate: 2021-08-12\n---\n## 질문\n\nQ. 왜 $\\sqrt{d_k}$ 로 나누나요?\n"
    site = made({"notes/12.md": asked, "notes/11.md": asked.replace("12", "11").replace("왜", "왜 " * 90)})
    short, long = (meeting_line(site, entry) for entry in sorted(notes(site), key=lambda one: one.page)[::-1])
    assert short.html is not None and "<msqrt>" in short.html
    assert long.html is None and long.summary.startswith("왜 왜")


def test_a_meeting_without_a_question_says_what_its_sections_are_about() -> None:
    text = "---\ndate: 2021-08-12\n---\n## 1. 대회 토론 🔥\n\n말\n\n## 📢\n\n말\n\n### (2) 공유\n\n말\n"
    site = made({"notes/12.md": text})
    assert "대회 토론 · 공유" == meeting_line(site, notes(site)[0]).summary


def test_a_meeting_is_not_about_what_its_template_left_there() -> None:
    text = "---\ndate: 2021-08-12\n---\n## 대회 토론\n\n- 오늘 목표 :\n-\n\n---\n"
    text += "\n## 공유\n\n- 몽룡:\n  - 말\n\n## 질문\n\nQ.\n\nA.\n"
    site = made({"notes/12.md": text})
    (meeting,) = notes(site)
    assert "공유" == meeting_line(site, meeting).summary
    assert ["공유"] == [section.title for section in note_page(site, meeting).contents]


def test_a_meeting_names_all_papers_and_each_of_them_once() -> None:
    text = "---\ndate: 2021-08-12\n---\n## 논문 리뷰\n\n### (1) VGG, ResNet\n\n### (2) Xception\n\n말\n"
    text += "\n## 공지\n\n말\n"
    site = made({"notes/12.md": text})
    line = meeting_line(site, notes(site)[0])
    assert (("VGG", "ResNet", "Xception"), "논문 리뷰 · 공지") == (line.papers, line.summary)


def test_a_line_is_made_once_for_all_lists_and_only_its_age_is_of_a_day() -> None:
    line, aged = question_line(SITE, QUESTIONS[0]), question_line(SITE, QUESTIONS[0], date(2021, 8, 20))
    assert line is question_line(SITE, QUESTIONS[0])
    assert aged.day is not None
    assert (replace(line, age=(date(2021, 8, 20) - aged.day).days), None) == (aged, line.age)
    assert question_line(SITE, QUESTIONS[0], aged.day - timedelta(1)).age is None
    meeting = notes(SITE)[0]
    assert meeting_line(SITE, meeting) is meeting_line(SITE, meeting)


def test_very_many_lines_are_not_held() -> None:
    lines = Lines()
    for number in range(20_000):
        lines[str(number)] = number
        assert number == lines[str(number)]
    assert len(lines) <= 10_000


def test_a_list_tells_the_years_of_its_days_only_where_they_are_several() -> None:
    assert not questions_page(SITE).years
    older = NOTE.replace("8/12(목)", "8/12(수)").replace("2021-", "2020-").replace("인가요?", "였나요?")
    assert questions_page(made({"notes/12.md": NOTE, "notes/20.md": older})).years
