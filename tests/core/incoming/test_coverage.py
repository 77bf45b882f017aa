"""How much of a text is in another: nothing is lost by moving it, and what is lost is named."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.incoming.coverage import Coverage, coverage
from tests.effort import effort

WORD = st.text(st.sampled_from("가나다라마바사아자차abcxyz019().,=·"), min_size=1, max_size=9)
LINE = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
LINES = st.lists(LINE, min_size=1, max_size=12)


def whole(text: str, note: str) -> bool:
    return coverage(text, note).missing == () and coverage(text, note).whole


@given(LINES)
def test_a_text_is_in_itself(lines: list[str]) -> None:
    text = "\n".join(lines)
    size = len("".join(text.split()))
    assert Coverage(size, size) == coverage(text, text)


@given(LINES, st.randoms(use_true_random=False))
def test_lines_may_stand_in_any_order(lines: list[str], chance: random.Random) -> None:
    moved = lines[:]
    chance.shuffle(moved)
    assert whole("\n".join(lines), "\n".join(moved))


@given(LINES, st.integers(1, 30), st.randoms(use_true_random=False))
def test_lines_may_break_anywhere_even_within_words(
    lines: list[str], width: int, chance: random.Random
) -> None:
    moved = lines[:]
    chance.shuffle(moved)
    run = " ".join(moved)
    assert whole("\n".join(lines), "\n".join(run[at : at + width] for at in range(0, len(run), width)))


@given(LINES, st.text(st.sampled_from("가나다 ab1#*\n"), max_size=60))
def test_what_the_note_has_besides_takes_nothing_away(lines: list[str], more: str) -> None:
    assert whole("\n".join(lines), "\n".join([more, *lines, more]))


@given(LINES, st.text(st.sampled_from("丁丙乙甲"), min_size=1, max_size=6), st.integers(0, 100))
def test_a_word_that_is_gone_is_exactly_what_is_missing(lines: list[str], word: str, at: int) -> None:
    rest = "\n".join(lines)
    place = at % (len(rest) + 1)
    text = f"{rest[:place]} {word} {rest[place:]}"
    lost = coverage(text, rest)
    assert lost.total - lost.found == len(word)
    assert f"【{word}】" in lost.missing[0] and len(lost.missing) == 1


@given(LINES, st.integers(0, 100))
def test_a_line_that_stood_there_twice_must_stand_there_twice(lines: list[str], at: int) -> None:
    again = lines[at % len(lines)]
    lost = coverage("\n".join([*lines, again]), "\n".join(lines))
    assert len("".join(again.split())) == lost.total - lost.found


@given(LINES, LINES)
def test_found_and_missing_make_up_the_whole(lines: list[str], others: list[str]) -> None:
    found = coverage("\n".join(lines), "\n".join(others))
    assert found.total == sum(len("".join(line.split())) for line in lines)
    assert 0 <= found.found <= found.total
    assert (found.missing == ()) == found.whole


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("ﬁt １２ Ⅲ", "fit 12 III"),
        ("가나 ☝️ 다", "가나 ☝ 다"),
        ("네\u200b 글\ufeff자\u00ad 말", "네글자말"),
        ("가나다".encode().decode(), "\u1100\u1161\u1102\u1161\u1103\u1161"),
        ("마스킹을 합니\n다", "마스\n킹을 합니다"),
        ("", "무엇이든"),
        ("가\n나 가 끝.\n바다", "바다\n1. 가나 가 끝."),
        ("가 나\n가 끝.\n바다", "바다\n1. 가 나가 끝."),
    ],
)
def test_the_same_to_the_eye_is_the_same(text: str, note: str) -> None:
    assert whole(text, note)


@pytest.mark.parametrize(
    ("text", "note", "missing"),
    [
        (
            "왜 루트 d로 나누나요? 커지기 때문입니다.",
            "왜 루트 d로 나누나요?",
            ("왜 루트 d로 나누나요? 【커지기 때문입니다.】",),
        ),
        ("하나\n둘\n셋", "", ("【하나 둘 셋】",)),
        ("x <b 이고 y > z", "x 이고 y > z", ("x 【<b】 이고 y > z",)),
        ("가 나 가 나", "가 나", ("가 나 【가 나】",)),
    ],
)
def test_what_is_missing_is_shown_where_it_stood(text: str, note: str, missing: tuple[str, ...]) -> None:
    assert missing == coverage(text, note).missing


def test_a_formula_is_found_in_its_source() -> None:
    found = coverage("여기서 softmax(QKT)V 이므로", "여기서 $\\text{softmax}(QK^T)V$ 이므로")
    assert found.whole


def test_a_share_is_never_rounded_up_to_the_whole() -> None:
    assert (99.99, 100.0, 0.0) == (
        Coverage(99_999, 100_000).percent,
        Coverage(0, 0).percent,
        Coverage(0, 3).percent,
    )


def test_a_long_page_takes_no_time() -> None:
    chance = random.Random(812)
    words = [
        "".join(chance.choices("가나다라마바사아자차카타파하거너더러", k=chance.randint(1, 5)))
        for _ in range(3_300)
    ]
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    moved = lines[:]
    chance.shuffle(moved)
    run = " ".join(moved).replace(words[70], "", 1)
    text, note = "\n".join(lines), "\n".join(run[at : at + 41] for at in range(0, len(run), 41))
    assert len(text) > 10_000
    # Ten times what it takes.
    assert effort(lambda: coverage(text, note), times=3) < 0.2
