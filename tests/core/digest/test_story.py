"""The story of a question: what became of it over meetings, in order, and how sure its answer is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.digest.questions.page import QuestionPage, question_page
from studylog.core.digest.questions.replies import WORDS, Reply
from studylog.core.digest.questions.story import Standing, story
from studylog.core.digest.targets import Target
from studylog.core.i18n import translate
from tests.core.digest_cases import made, questions

NOTE = "---\ndate: 2021-08-{day:02}\ntype: daily\n---\n## 8강\n\nQ. 왜 나누나요? ^q-k3f9a2bc\n{answer}\n"


def page(*answers: tuple[int, str]) -> QuestionPage:
    """The page of a question that stands in a note a day."""
    notes = {f"notes/{day}.md": NOTE.format(day=day, answer=answer) for day, answer in answers}
    site = made(notes)
    return question_page(site, next(one for one in questions(site) if one.question.id == "q-k3f9a2bc"))


def test_a_story_goes_from_meeting_to_meeting() -> None:
    last = "A. (춘향) 분산 때문입니다.\n확인: 멘토님이 맞다고 하셨습니다."
    told = page((11, "A. 아마 커서요."), (12, ""), (13, last))
    assert [date(2021, 8, 11), date(2021, 8, 12), date(2021, 8, 13)] == [one.day for one in told.story]
    assert [["asked", "guess"], ["again"], ["again", "answer", "confirmed"]] == [
        [event.reply.sureness if event.reply else event.kind for event in one.events] for one in told.story
    ]
    assert [
        "meetings/2021-08-11-daily.html#q-k3f9a2bc",
        "meetings/2021-08-12-daily.html#q-k3f9a2bc",
        "meetings/2021-08-13-daily.html#q-k3f9a2bc",
    ] == [one.note.page for one in told.story if one.note]


def test_the_same_question_asked_elsewhere_is_a_part_of_the_story() -> None:
    site = made(
        {
            "notes/11.md": NOTE.format(day=11, answer=""),
            "notes/12.md": "---\ndate: 2021-08-12\n---\nQ. 나누는 까닭은? ^q-00000001 duplicate q-k3f9a2bc\n",
        }
    )
    entry = next(one for one in questions(site) if one.question.id == "q-k3f9a2bc")
    last = question_page(site, entry).story[-1]
    assert (date(2021, 8, 12), "duplicate") == (last.day, last.events[0].kind)
    assert last.events[0].line
    assert "q-00000001" == last.events[0].line.id


def sure(answer: str) -> str | None:
    told = page((11, answer)).sure
    return translate(told, "ko") if told else None


def test_how_sure_an_answer_is_stands_in_a_sentence() -> None:
    assert [
        None,
        "아직 추측뿐입니다.",
        "아직 확인한 사람은 없습니다.",
        "따로 표시가 없어 글의 모양으로 짐작한 답입니다.",
        "확인된 답입니다.",
    ] == [
        sure(answer)
        for answer in (
            "",
            "A. 아마 커서요.",
            "A. 커서요.",
            "\n커서 그렇다고 합니다.",
            "확인: 맞다고 하셨습니다.",
        )
    ]


DAYS = st.none() | st.dates(date(2021, 8, 1), date(2021, 8, 9))
NOTES = st.lists(DAYS, max_size=6)


@given(NOTES, st.lists(st.tuples(DAYS, st.integers(0, 7)), max_size=8))
def test_nothing_of_a_story_is_lost_and_days_go_on(
    notes: list[date | None], said: list[tuple[date | None, int]]
) -> None:
    standings = [Standing(day, Target("가", f"meetings/{n}.html#q"), None) for n, day in enumerate(notes)]
    answers = [
        Reply("answer", WORDS["answer"], None, "", str(n), day, Target("가", f"meetings/{note}.html"))
        for n, (day, note) in enumerate(said)
    ]
    told = story(standings, answers, ())
    events = [event for chapter in told for event in chapter.events]
    assert len(standings) + len(answers) == len(events)
    replied = [event.reply.text for event in events if event.reply]
    assert sorted(answer.text for answer in answers) == sorted(replied)
    days = [chapter.day or date.max for chapter in told]
    assert days == sorted(days)
