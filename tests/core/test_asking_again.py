"""A question behind its like is written without reading the note, to the letter as if it had been read."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from studylog.core.asking import Asked, NewAnswer, add_answer, as_said, ask_in
from studylog.core.asking.again import Standing, ask_behind, standing_of
from studylog.core.errors import StudylogError
from studylog.core.settings import Settings
from tests.core.asking_cases import AROUND, EARLIER, HEADER, NEXT, PATH, PLACES, SETTINGS
from tests.core.test_asking import DAILY, EDITS, ENGLISH, MENTORING

SAID: tuple[dict[str, object], ...] = (
    {},
    {"lecture": 7},
    {"lecture": 8},
    {"lecture": 3, "course": "AI Math"},
    {"course": "AI Math"},
    {"lecture": 7, "at": "00:24:37"},
    {"lecture": 7, "at": "01:02:10"},
    {"lecture": 8, "at": "00:00:05"},
    {"at": "00:24:37"},
    {"at": "00:24:38"},
    {"quiz": "7-4"},
    {"quiz": "7-12"},
    {"quiz": "8-4"},
    {"lecture": 7, "quiz": "7-4", "at": "00:24:37"},
    {"to": "mentor"},
    {"by": "성춘향"},
    {"by": "Ada Lovelace", "to": "mentor", "lecture": 7},
)
# What may mean something to a reader: people, places of a lecture, times, promises, marks, ids, papers.
MEANING = (
    "홍길동 춘향 mong 멘토님께 멘토 mentor 질문 질문1 Q QA A 답 답변 정답 추측 확인 내일 모레 다음 주 까지 "
    "알아올게요 올 볼 TODO todo by 금요일까지 8강 8 강 24분 37초 퀴즈 과제 1 2 7강 lecture Lecture lec "
    "slide 슬라이드 슬라이드 5 페이지 12 논문 Xception arXiv 발표자 발표 자료 닫음 closed 중복 duplicate "
    "q k3f9a2bc http www com 그럼 그리고 감사합니다 아마 제 생각에는 왜 그런가요 how why is it 키 K V Query"
)
TEXTS = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from(MEANING.split(" ")), st.from_regex(r"[가-힣A-Za-z0-9]{1,6}", fullmatch=True)
        ),
        min_size=1,
        max_size=6,
    ).map(lambda parts: " ".join(parts) + "?"),
    st.lists(
        st.tuples(st.sampled_from(MEANING.split(" ")), st.sampled_from([" ", ", ", ",", "-", "'", "’"])),
        min_size=2,
        max_size=6,
    ).map(lambda parts: "".join(word + sign for word, sign in parts)[:-1] + "?"),
    st.from_regex(r"[가-힣A-Za-z][가-힣A-Za-z0-9]{0,5}( [가-힣A-Za-z0-9]{1,5}){0,4}\?", fullmatch=True),
    st.lists(
        st.text(st.characters(categories=("L", "N", "M")), min_size=1, max_size=4), min_size=1, max_size=4
    ).map(lambda words: " ".join(words) + "?"),
    st.text(max_size=12),
)
# In a meeting a few lectures are asked about, again and again.
SAID_TOGETHER = st.lists(st.sampled_from(SAID), min_size=1, max_size=3).flatmap(
    lambda said: st.lists(st.tuples(st.sampled_from(said), TEXTS), min_size=2, max_size=8)
)
NOTES = st.one_of(
    st.sampled_from(
        (DAILY, MENTORING, HEADER, HEADER + "글\n", DAILY.replace("\n", "\r\n"), "\ufeff" + DAILY)
    ),
    st.builds(
        lambda place, earlier, after: HEADER + AROUND.format(place + earlier, after),
        st.sampled_from(list(PLACES.values())),
        st.sampled_from(list(EARLIER.values())),
        st.sampled_from(NEXT),
    ),
)


def said(text: str, **more: object) -> Asked:
    return as_said(replace(Asked(text), **more), SETTINGS)  # type: ignore[arg-type]


def first(note: str, asked: Asked, config: Settings = SETTINGS) -> tuple[bytes, Standing]:
    """The note with a plain question, and what is known of the next one by it."""
    edit = ask_in(PATH, note.encode(), config, asked)
    standing = standing_of(edit, asked, config)
    assert standing is not None
    return edit.after.encode(), standing


@settings(max_examples=EDITS)
@given(
    NOTES,
    SAID_TOGETHER,
    st.sampled_from((SETTINGS, ENGLISH)),
)
def test_a_question_behind_its_like_is_what_reading_would_have_made_of_it(
    note: str, questions: list[tuple[dict[str, object], str]], config: Settings
) -> None:
    content, standing, behind = note.encode(), None, 0
    for more, text in questions:
        try:
            asked = said(text, **more)
            read = ask_in(PATH, content, config, asked)
        except StudylogError:
            continue
        edit = ask_behind(standing, PATH, content, config, asked) if standing else None
        assert edit in (None, read)
        behind += edit is not None
        content, standing = read.after.encode(), standing_of(read, asked, config, standing)
    event(f"{behind} behind their like")


@given(
    st.sampled_from([more for more in SAID if more != {"course": "AI Math"}]),
    st.lists(st.sampled_from(["왜", "그런가요", "what", "is it", "층 3개"]), min_size=2, max_size=6),
)
def test_one_after_the_other_needs_no_reading(more: dict[str, object], words: list[str]) -> None:
    content, standing = first(DAILY, said("처음 묻는 것인가요?", **more))
    for number in range(len(words)):
        asked = said(f"{' '.join(words[: number + 1])}?", **more)
        edit = ask_behind(standing, PATH, content, SETTINGS, asked)
        assert edit is not None
        assert ask_in(PATH, content, SETTINGS, asked) == edit
        content, known = edit.after.encode(), standing_of(edit, asked, SETTINGS)
        assert known is not None
        standing = known


def test_lectures_take_turns_and_moments_go_on() -> None:
    asked = [
        said(f"왜 {word} 그런가요?", lecture=lecture, at=at)
        for word in ("multi-head", "isn't", "이것, 저것")
        for lecture, at in ((7, None), (8, None), (8, "00:05:10"), (7, f"00:{len(word) + 10}:37"))
    ]
    content, standing, read = DAILY.encode(), None, 0
    for one in asked:
        edit = ask_behind(standing, PATH, content, SETTINGS, one) if standing else None
        read += edit is None
        edit = edit or ask_in(PATH, content, SETTINGS, one)
        content, standing = edit.after.encode(), standing_of(edit, one, SETTINGS, standing)
    assert read == 4, "the first of each kind, whatever the moment"


@pytest.mark.parametrize(
    "text",
    [
        "왜 *그런가요*?",
        "왜 그런가요",
        "정말? 왜 그런가요?",
        "왜 $x$인가요?",
        "왜 docs.example인가요?",
        "8강 왜 그런가요?",
        "홍길동?",
        "1 왜 그런가요?",
        "왜 [[그것]]인가요?",
        "왜 그런가요? 내일 알아올게요",
    ],
)
def test_what_may_mean_more_than_its_words_is_read(text: str) -> None:
    content, standing = first(DAILY, said("왜 그런가요?", lecture=8))
    assert ask_behind(standing, PATH, content, SETTINGS, replace(Asked(text), lecture=8)) is None


def test_only_the_very_same_note_is_written_to() -> None:
    content, standing = first(DAILY, said("왜 그런가요?", lecture=8))
    asked = said("또 왜 그런가요?", lecture=8)
    assert ask_behind(standing, PATH, content, SETTINGS, asked) is not None
    assert ask_behind(standing, PATH, content + b"\n", SETTINGS, asked) is None
    assert ask_behind(standing, "notes/b.md", content, SETTINGS, asked) is None
    answered = add_answer(PATH, content, SETTINGS, standing.likes[-1].question.id, NewAnswer("그래서요."))
    assert ask_behind(standing, PATH, answered.after.encode(), SETTINGS, asked) is None


@pytest.mark.parametrize("other", SAID)
def test_what_is_said_of_it_otherwise_is_read(other: dict[str, object]) -> None:
    content, standing = first(DAILY, said("왜 그런가요?", lecture=8))
    behind = ask_behind(standing, PATH, content, SETTINGS, said("또 왜 그런가요?", **other))
    assert (other == {"lecture": 8}) == (behind is not None)


def test_a_team_with_markers_of_its_own_is_read() -> None:
    own = replace(SETTINGS, patterns={"answer": ("풀이)",)})
    asked = said("왜 그런가요?", lecture=8)
    assert standing_of(ask_in(PATH, DAILY.encode(), own, asked), asked, own) is None
