"""Questions that probably ask the same are found by the pairs of letters that they share."""

import pytest

from studylog.core.asking.likeness import alike, beginnings, bigrams, enough

ASKED = {
    "one": "8강 24:37 - 왜 차원의 제곱근으로 나누나요?",
    "two": "배치 정규화는 왜 하나요?",
    "three": "Why is the sum divided by the root?",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("차원의 제곱근으로 왜 나누나요?", ["one"]),
        ("차원의 제곱근으로왜나누나요", ["one"]),
        ("배치정규화를 왜 하나요??", ["two"]),
        ("why is this divided by the root", ["three"]),
        ("드롭아웃은 왜 하나요?", []),
        ("8강 24:37 - 다른 것은 없나요?", []),
    ],
)
def test_what_is_probably_the_same(text: str, found: list[str]) -> None:
    assert found == [one.key for one in alike(text, ASKED.items())]


@pytest.mark.parametrize("text", ["차원의 제곱근으로 왜 나누나요?", "why is this divided by the root"])
def test_what_is_alike_is_never_passed_over(text: str) -> None:
    words = beginnings(text)
    (found,) = alike(text, ASKED.items())
    assert enough(len(words)) <= sum(word in ASKED[found.key] for word in words)


def test_the_same_is_the_likest() -> None:
    assert [("one", 1.0)] == [*map(tuple, alike(ASKED["one"], ASKED.items()))]


def test_short_texts_have_something_to_compare() -> None:
    assert frozenset({"왜"}) == bigrams("왜?")
