"""A quick look before a pattern misses nothing that the pattern finds: without any, notes say the same."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core import text
from studylog.core.dates import forms as dateforms
from studylog.core.grammar.papers import plans
from studylog.core.grammar.state import locators
from studylog.core.grammar.titles import lectures
from studylog.core.grammar.vocabulary import promising
from studylog.core.model import Note
from studylog.core.parse import read_note
from studylog.core.people import names, roster, speakers
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, Settings, readers
from studylog.core.sought import Sought
from studylog.core.strictyaml import lines, loader, writer

FIXTURES = Path(__file__).parent / "grammar" / "fixtures"
BODIES = [
    body
    for file in sorted(FIXTURES.glob("*.md"))
    for body in re.split(r"^\.$\n?", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1::3]
]
LINES = [line for body in BODIES for line in body.split("\n") if line]
# What quick looks look for, torn apart, and what patterns allow between.
SIGNS = "QqAㄴ?？.:：()（）[]-–→|@^+*`$ \t\n\u3000１İıſK🙂\ufe0f\u20e3!"
WORDS = (
    "1 12 2014 8/10 10:30 강 Lec lec 분 min 질문 답 퀴즈 과제 슬라이드 p 쪽 논문 홍길동 몽룡 님 씨 양 멘토 "
    "ada lovelace 내일 다음 시간 까지 할 일 올 것 알아 TODO Later TOMORROW by Monday 공유 하기 share "
    "^q-k3f9a2bc 궁금: 가나다라마바사아자차"
)
TORN = st.lists(st.sampled_from([*SIGNS, *WORDS.split()]), max_size=25).map("".join)
BODY = st.lists(st.sampled_from(LINES) | TORN, max_size=10).map("\n".join)


def notebook() -> Settings:
    return Settings(
        roster=Roster((Person("홍길동"), Person("이몽룡", aliases=("달님",)), Person("Ada Lovelace"))),
        courses=(Course("AI Math"), Course("DL Basic")),
        patterns={"answer": ("풀이)",), "question": ("궁금:", "궁금 하다")},
    )


@contextmanager
def without_quick_looks() -> Iterator[None]:
    """Every pattern is tried on every text."""
    anything, nothing = re.compile(""), re.compile("(?!)")
    text.without_emoji.cache_clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Sought, "may_be_in", lambda self, text: True)
        patched.setattr(Roster, "may_name", lambda self, text: bool(self.people))
        patched.setattr(promising, "_HINT", anything)
        patched.setattr(locators, "_NUMBER_OR_EXERCISE", anything)
        patched.setattr(plans, "_ENDS_WITH_A_DAY", ("",))
        patched.setattr(lectures, "_NUMBERED_LECTURE", anything)
        patched.setattr(lectures, "_IN_LECTURE", ("",))
        patched.setattr(names, "_ENDS", ("",))
        patched.setattr(text, "_IN_EMOJI", anything)
        patched.setattr(dateforms, "_FIGURE", anything)
        forms = tuple(form._replace(may_be=lambda line: True) for form in speakers._forms())
        patched.setattr(speakers, "_forms", lambda: forms)
        patched.setattr(speakers, "_may_speak", lambda line: True)
        patched.setattr(roster, "_with_more_letters_than", lambda count: nothing)
        yield
    text.without_emoji.cache_clear()


def note(body: str) -> Note:
    return read_note("notes/2021-08-12.md", f"---\ndate: 2021-08-12\n---\n{body}".encode(), notebook())


@pytest.mark.parametrize("body", BODIES)
def test_nothing_is_missed_in_what_people_write(body: str) -> None:
    seen = note(body)
    with without_quick_looks():
        assert seen == note(body)


@given(BODY)
@settings(max_examples=300)
def test_nothing_is_missed_in_any_text(body: str) -> None:
    seen = note(body)
    with without_quick_looks():
        assert seen == note(body)


@given(st.lists(TORN | st.sampled_from(LINES), min_size=20, max_size=20))
@settings(max_examples=150)
def test_no_name_is_missed_and_no_promise(texts: list[str]) -> None:
    def told() -> list[object]:
        roster = notebook().roster
        return [
            (
                speakers.speaker(text, roster),
                roster.resolve(text),
                promising.is_promise(text),
                locators.locate(text),
            )
            for text in texts
        ]

    seen = told()
    with without_quick_looks():
        assert seen == told()


@pytest.mark.parametrize(
    "pattern",
    [readers._BROKEN, loader._FORBIDDEN, lines._STRANGE, writer._ESCAPED, writer._SURROGATE],
    ids=["settings", "forbidden", "strange", "escaped", "surrogate"],
)
def test_nothing_that_can_be_printed_is_strange(pattern: re.Pattern[str]) -> None:
    printable = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable())
    assert pattern.search(printable) is None
    assert pattern.search("\n") is None or pattern not in (loader._FORBIDDEN, lines._STRANGE)


PROMISES = """내일 모레 다음_주 다음시간 다음_회의 다음번 다음_강의 다음달 다음모임 다음멘토링 다음_스터디
추후 나중에 이따 주말 금요일 오늘_안에 오늘중에 이번주_내로 금주_중으로 오늘_밤 8/10까지
Tomorrow LATER tonight tonıght next_week next_session by_Friday on_Monday by_8/10"""
SIGNED = """알아_올_것 찾아볼게요 정리해_오기 읽어_보기 TODO to-do 할_일_: 할일: @춘향_공유"""


@pytest.mark.parametrize(
    "sentence", [*(f"{time} 공유하기, share" for time in PROMISES.split()), *SIGNED.split()]
)
def test_every_word_of_a_promise_is_looked_for(sentence: str) -> None:
    assert promising.is_promise(sentence.replace("_", "\u3000"))


PLACES = """3강 Lecture_3 lec.3 3분쯤 3_min 3m 03:30 퀴즈_8-4번 Quiz_8-4 퀴즈_8강 quiz_8강 선택_과제 기본_퀴즈
Assignment_2 homework_3 과제_2번 슬라이드_7 Slide_7 7쪽 7페이지 7_pages p.7"""


@pytest.mark.parametrize("place", PLACES.split())
def test_every_form_of_a_place_is_looked_for(place: str) -> None:
    assert locators.locate(place.replace("_", " ")) is not None


SPEAKERS = """(몽룡)_네 （몽룡）_네 [몽룡]_네 ［몽룡］_네 몽룡)_네 몽룡）_네 몽룡:_네 몽룡：_네
몽룡_-_네 몽룡_–_네 몽룡_—_네 몽룡님 몽룡씨 몽룡쌤 몽룡샘:_네 홍길동군:_네 홍길동양:_네 몽룡멘토님:_네
Ada_Lovelace:_네 Bartholomewsimpson님"""


@pytest.mark.parametrize("line", SPEAKERS.split())
def test_every_way_to_name_a_speaker_is_looked_for(line: str) -> None:
    assert speakers.speaker(line.replace("_", " "), notebook().roster) is not None


QUESTIONS = """Q. q1) [Q] <q> 질문: 추가질문_2) [질문] Question_1. question: ❓ ❔ 궁금: 궁금_하다"""


@pytest.mark.parametrize("mark", QUESTIONS.split())
def test_every_mark_of_a_question_is_looked_for(mark: str) -> None:
    assert len(note(f"{mark.replace('_', ' ')} 왜 그런가요").questions) == 1


def test_a_mark_of_one_sign_is_looked_for_everywhere() -> None:
    read = read_note("a.md", "! 왜 그런가요".encode(), Settings(patterns={"question": ("!",)}))
    assert [asked.text for asked in read.questions] == ["왜 그런가요"]
