"""What single pages answer: the first page, a note, a question, a lecture, a paper, what is to mend."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.dates.labels import dated_label
from studylog.core.digest.health import health_page
from studylog.core.digest.heat import heat
from studylog.core.digest.home import home_page
from studylog.core.digest.lectures.axis import TimedLine, axis
from studylog.core.digest.lectures.page import LecturePage, lecture_page
from studylog.core.digest.notes.page import note_page
from studylog.core.digest.papers.page import paper_page
from studylog.core.digest.questions.lines import question_line
from studylog.core.digest.questions.page import question_page
from studylog.core.digest.site import Site
from studylog.core.i18n import say, translate
from studylog.core.words import second
from tests.core.digest_cases import made, notes, questions

FIRST = """\
---
date: 2021-08-11
type: daily
author: 홍길동
moderator: 성춘향
attendees: [홍길동, 성춘향, 이몽룡]
---
## 1. 강의 내용 중 질문하기

### 8강 Transformer

Q1. 24:37 디코더의 셀프 어텐션에는 무엇이 들어가나요?
A. (춘향) 이전 시점까지의 출력입니다.

Q2. 8강 6분 쯤 헤드를 나누는 차원은 어느 것인가요?
A. 추측입니다만 임베딩 차원입니다.

Q3. 위치 인코딩은 왜 더하나요?

## 2. 논문 리뷰 계획

- Xception (2016) → 리뷰 → 이몽룡(8/13 금)

- [ ] 옵티마이저 비교를 내일까지 정리하기 @춘향
"""
SECOND = """\
---
date: 2021-08-12
type: daily
---
### 8강 Transformer

Q. 위치 인코딩은 왜 더하나요?

## 3. 건의사항
"""
SITE = made({"notes/11.md": FIRST, "notes/12.md": SECOND})
NOTES, QUESTIONS = notes(SITE), questions(SITE)


def test_the_first_page_leads_with_today() -> None:
    page = home_page(SITE, date(2021, 8, 12))
    assert ("today", date(2021, 8, 12)) == (page.lead, page.main and page.main.day)
    assert page.last
    assert (date(2021, 8, 11), None) == (page.last.day, page.next)
    assert page.carried == 2


def test_the_first_page_leads_with_the_next_meeting_when_it_is_near() -> None:
    page = home_page(SITE, date(2021, 8, 9))
    assert ("next", date(2021, 8, 11)) == (page.lead, page.main and page.main.day)


def test_the_first_page_of_an_old_notebook_leads_with_its_last_meeting() -> None:
    page = home_page(SITE, date(2026, 1, 1))
    assert page.main
    assert ("last", date(2021, 8, 12), None) == (page.lead, page.main.day, page.main.distance)


def test_an_empty_notebook_has_a_first_page() -> None:
    page = home_page(made({}), date(2021, 8, 12))
    assert ("none", None, None, 0) == (page.lead, page.main, page.heat, page.total)


def test_the_first_page_counts_what_is_unsettled_and_how_old_it_is() -> None:
    page = home_page(SITE, date(2021, 8, 15))
    assert len([one for group in page.open for one in group.lines]) == page.open_total
    assert say("the oldest is {n:day/days} old", n=4) == page.oldest
    later = home_page(SITE, date(2021, 10, 11))
    assert say("the oldest is of {day}", day=dated_label(date(2021, 8, 11), "ko")) == later.oldest


def test_promises_stand_by_what_is_due_next() -> None:
    page = home_page(SITE, date(2021, 8, 12))
    assert [("성춘향", date(2021, 8, 12), False)] == [(one.who, one.due, one.late) for one in page.promises]
    assert [True] == [one.late for one in home_page(SITE, date(2021, 8, 20)).promises]


def test_papers_to_come_stand_with_their_presenter() -> None:
    page = home_page(SITE, date(2021, 8, 12))
    assert [("Xception", ("이몽룡",), date(2021, 8, 13))] == [
        (one.title, one.planned_for, one.day) for one in page.coming
    ]


def test_the_newest_answers_come_first() -> None:
    answers = home_page(SITE, date(2021, 8, 12)).answers
    assert {"answer", "guess"} == {one.sureness for one in answers}


def test_only_the_first_page_depends_on_the_day() -> None:
    assert home_page(SITE, date(2021, 8, 12)) != home_page(SITE, date(2021, 8, 13))


def test_the_calendar_has_a_cell_for_each_weekday_and_counts_questions() -> None:
    strip = heat(SITE)
    assert strip
    assert (5, 2, date(2021, 8, 11), date(2021, 8, 12)) == (
        len(strip.cells),
        strip.meetings,
        strip.first,
        strip.last,
    )
    assert date(2021, 8, 11) == strip.busiest.day
    assert [0, 0, 4, 0] == [cell.level for cell in strip.cells if cell.day != date(2021, 8, 12)]


def test_the_calendar_counts_two_meetings_of_a_day_as_two() -> None:
    strip = heat(made({name: "---\ndate: 2021-08-12\n---\n" for name in ("notes/a.md", "notes/b.md")}))
    assert strip
    assert (2, 1) == (strip.meetings, sum(cell.meeting is not None for cell in strip.cells))


@given(st.lists(st.dates(date(2015, 1, 1), date(2030, 1, 1)), min_size=1, max_size=5, unique=True))
def test_the_calendar_stays_within_its_width(days: list[date]) -> None:
    strip = heat(made({f"notes/{day}.md": f"---\ndate: {day}\n---\n" for day in days}))
    assert strip
    assert strip.width <= 400
    assert all(cell.x + strip.cell_width <= strip.width + 4 for cell in strip.cells)
    assert max(days) == strip.last
    ends = [*(label.x for label in strip.months[1:]), strip.width]
    assert all(end - label.x >= 26 for label, end in zip(strip.months, ends, strict=True))


def test_a_note_is_its_parts_in_order_with_its_questions_as_cards() -> None:
    page = note_page(SITE, NOTES[0])
    assert ["h2", "card", "card", "card", "h2"] == [
        "card" if block.card else block.html[1:3] for block in page.blocks
    ]
    cards = [block.card for block in page.blocks if block.card]
    assert [["answer"], ["guess"], []] == [[reply.sureness for reply in card.replies] for card in cards]
    assert "이전 시점까지의 출력입니다." in cards[0].replies[0].html
    assert [card.anchor for card in cards] == [one.id for one in NOTES[0].note.questions]


def test_an_anchor_stands_once_however_often_a_note_has_a_question() -> None:
    site = made({"notes/a.md": "Q. 왜 그런가요?\n\n다른 말.\n\nQ. 왜 그런가요?\n"})
    page = note_page(site, notes(site)[0])
    (question,) = questions(site)
    assert [question.question.id, None] == [block.card.anchor for block in page.blocks if block.card]


def test_empty_sections_are_no_part_of_the_contents() -> None:
    page = note_page(SITE, NOTES[1])
    assert "3. 건의사항" not in [section.title for section in page.contents]


def test_a_question_is_quoted_from_its_note_with_its_answers() -> None:
    entry = next(one for one in QUESTIONS if one.question.state == "answered")
    page = question_page(SITE, entry)
    assert page.quote
    assert ["<p>이전 시점까지의 출력입니다.</p>"] == [
        reply.html.replace('<span class="marker">A. (춘향)</span> ', "").strip() for reply in page.replies
    ]
    assert "이전 시점" in page.replies[0].text
    assert "https://www.youtube.com/watch?v=abc&t=1477s" == page.video


def test_what_stands_between_a_question_and_its_answer_is_shown_with_it() -> None:
    site = made({"notes/a.md": "Q. [다른](b.md) 왜?\n\n- 하나\n\nA. 그래서 [[b]].\n", "notes/b.md": "# b"})
    page = question_page(site, questions(site)[0])
    assert page.quote
    assert ("왜?" in (page.heading or ""), True) == (True, any("하나" in one for one in page.contexts))
    assert 'href="../notes/b.html"' in page.quote.html
    assert 'href="../notes/b.html"' in page.replies[0].html


def test_a_card_says_once_who_asked_what_is_a_row_of_a_table() -> None:
    table = """
        ---
        date: 2021-08-11
        ---
        | 질문 | 질문자 | 쪽 | 답변 |
        |---|---|---|---|
        | 왜 나누나요? | 성춘향 | 3쪽 | 커지니까요. |
        """
    site = made({"notes/11.md": table})
    (card,) = (block.card for block in note_page(site, notes(site)[0]).blocks if block.card)
    assert "성춘향" == card.line.by
    assert "<p hidden>질문자: 성춘향</p>" in card.context
    assert 1 == card.context.count("hidden")


def test_a_question_names_each_note_once() -> None:
    question = next(one for one in QUESTIONS if len(one.question.places) > 1)
    days = [standing.day for standing in question_page(SITE, question).standings]
    assert [date(2021, 8, 11), date(2021, 8, 12)] == days


def test_a_question_leads_to_the_one_before_and_the_one_after_in_its_lecture() -> None:
    entry = SITE.library.lectures.one("DL Basic", 8)
    assert entry
    ids = entry.lecture.questions
    asked = [SITE.library.questions.one(id_) for id_ in ids]
    pages = [question_page(SITE, one) for one in asked if one]
    assert 3 == len(pages)
    assert [None, ids[0], ids[1]] == [page.previous and page.previous.id for page in pages]
    assert [ids[1], ids[2], None] == [page.following and page.following.id for page in pages]


def test_a_question_of_no_lecture_leads_to_no_other() -> None:
    site = made({"notes/a.md": "---\ndate: 2021-08-11\n---\nQ. 하나?\n\nQ. 둘?\n"})
    pages = [question_page(site, entry) for entry in questions(site)]
    assert [(None, None)] * 2 == [(page.previous, page.following) for page in pages]


def lecture(site: Site, course: str | None, number: int) -> LecturePage:
    entry = site.library.lectures.one(course, number)
    assert entry
    return lecture_page(site, entry)


def test_a_lecture_has_its_questions_in_order_of_time() -> None:
    page = lecture(SITE, "DL Basic", 8)
    assert page.axis
    assert [(1, True), (2, False)] == [(mark.number, mark.about) for mark in page.axis.marks]
    assert ["0:00", "5:00", "10:00", "15:00", "20:00", "25:00"] == [tick.text for tick in page.axis.ticks]
    assert 1 == len(page.untimed)
    assert 2 == len(page.meetings)
    assert page.moments[1] == "https://www.youtube.com/watch?v=abc&t=1477s"


def test_a_lecture_without_minutes_has_no_axis() -> None:
    site = made({"notes/a.md": "## 3강\n\nQ. 왜 그런가요?\n"})
    page = lecture(site, None, 3)
    assert (None, 1) == (page.axis, len(page.untimed))


LINE = question_line(SITE, QUESTIONS[0])


@given(st.lists(st.integers(0, 4 * 3600), min_size=1, max_size=30))
def test_marks_never_cover_each_other_and_stay_on_the_line(seconds: list[int]) -> None:
    drawn = axis([TimedLine(LINE, at, False) for at in sorted(seconds)])
    assert drawn
    assert len(drawn.ticks) <= 10
    marks = drawn.marks
    assert all(0 <= mark.x <= 100 for mark in marks)
    for index, mark in enumerate(marks):
        assert all(abs(mark.x - other.x) >= 5 or mark.level != other.level for other in marks[:index])


def test_moments_are_seconds() -> None:
    assert 3723 == second("01:02:03")


def test_a_planned_paper_names_who_and_when() -> None:
    paper = SITE.library.papers.one("xception")
    assert paper
    line = paper_page(SITE, paper).line
    assert (("이몽룡",), date(2021, 8, 13), False) == (line.planned_for, line.planned_day, line.missing)


def test_a_paper_tells_the_years_of_its_days_where_they_are_several() -> None:
    read = "---\ndate: 2021-08-11\n---\n## 논문 리뷰\n\n### (1) Alder (https://arxiv.org/abs/1234.56789)\n"
    for day, several in (("2021-08-12", False), ("2022-01-05", True)):
        later = f"---\ndate: {day}\n---\nhttps://arxiv.org/abs/1234.56789 에서 본 것과 같습니다.\n"
        site = made({"notes/11.md": read, "notes/12.md": later})
        paper = site.library.papers.one("alder")
        assert paper
        page = paper_page(site, paper)
        assert ([date.fromisoformat(day)], several) == ([one.day for one in page.mentions], page.years)


def test_findings_are_grouped_the_worst_first_and_bounded() -> None:
    notes = {f"notes/{number}.md": "# 가\n\n[[없는 노트]]" for number in range(70)}
    notes["notes/bad.md"] = "---\na: 1\na: 2\n---\n"
    page = health_page(made(notes))
    severities = [group.severity for group in page.groups]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    largest = max(page.groups, key=lambda group: group.count)
    assert ([60], 10) == ([len(line.places) for line in largest.lines], largest.more)
    assert all(translate(line.message, "ko") for group in page.groups for line in group.lines)


def test_what_was_found_at_several_places_is_said_once() -> None:
    notes = {f"notes/{number}.md": f"# 가\n\n[[없는 노트 {number % 2}]]" for number in range(3)}
    (group,) = (one for one in health_page(made(notes)).groups if one.count == 3)
    places = [[(one.place, one.page) for one in line.places] for line in group.lines]
    assert [
        [("notes/0.md:3", "notes/0.html"), ("notes/2.md:3", "notes/2.html")],
        [("notes/1.md:3", "notes/1.html")],
    ] == places
