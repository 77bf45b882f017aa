"""Korean particles follow the sound with which a word ends when it is read aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.particles import ending_of, particle

READ = {
    # Hangul
    "회의": "vowel",
    "질문": "consonant",
    "서울": "ㄹ",
    "8/12(목)": "consonant",
    "“강의”": "vowel",
    # numbers
    "Q2": "vowel",
    "2026-11-10": "consonant",
    "2026-11-20": "consonant",
    "VGG-16": "consonant",
    "UTF-8": "ㄹ",
    "W1D1": "ㄹ",
    "97%": "vowel",
    # names of letters
    "PDF": "vowel",
    "notes/2021-08-12.md": "vowel",
    "VGG": "vowel",
    "CNN": "consonant",
    "HTML": "ㄹ",
    "OCR": "ㄹ",
    "PNG": "vowel",
    "RAG": "vowel",
    "q-k3f9abab": "vowel",
    "p-3n5ctrl": "ㄹ",
    # words
    "--public": "consonant",
    "::: private": "consonant",
    "Markdown": "consonant",
    "ResNet": "consonant",
    "DeepLab": "consonant",
    "layout": "consonant",
    "type": "consonant",
    "title": "ㄹ",
    "studylog.yaml": "ㄹ",
    "time": "consonant",
    "Zeiling": "consonant",
    "app": "consonant",
    "LaTeX": "consonant",
    "MacBook": "consonant",
    "block": "consonant",
    "--week": "vowel",
    "note": "vowel",
    "slides": "vowel",
    "text": "vowel",
    "repeat": "vowel",
    "GitHub": "vowel",
    "check": "vowel",
    "BERT": "vowel",
    "README": "vowel",
    # nobody knows
    "Привет": None,
    "注意": None,
    "…": None,
    "": None,
}


@pytest.mark.parametrize(("word", "ending"), READ.items())
def test_a_word_ends_as_it_is_read(word: str, ending: str | None) -> None:
    assert ending == ending_of(word)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("질문", "질문을 질문이 질문은 질문과 질문으로 질문이라 질문이나 질문이에요"),
        ("회의", "회의를 회의가 회의는 회의와 회의로 회의라 회의나 회의예요"),
        ("파일", "파일을 파일이 파일은 파일과 파일로 파일이라 파일이나 파일이에요"),
        ("?", "?을(를) ?이(가) ?은(는) ?과(와) ?(으)로 ?(이)라 ?(이)나 ?이에요(예요)"),
    ],
)
def test_each_pair_has_its_own_way(word: str, said: str) -> None:
    pairs = ("을/를", "이/가", "은/는", "과/와", "으로/로", "이라/라", "이나/나", "이에요/예요")
    assert said == " ".join(word + particle(word, pair) for pair in pairs)


def _in_words(number: int) -> str:
    """A number in Sino-Korean words."""
    if number == 0:
        return "영"
    said = ""
    for power, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = number // power % 10
        if digit:
            said += ("" if digit == 1 and name else "영일이삼사오육칠팔구"[digit]) + name
    return said


@given(st.integers(0, 9999))
def test_a_number_ends_as_its_words_do(number: int) -> None:
    assert ending_of(_in_words(number)) == ending_of(str(number))


@given(st.text(), st.sampled_from(["을/를", "이/가", "은/는", "과/와", "으로/로"]))
def test_any_text_takes_one_of_the_two_or_both(word: str, pair: str) -> None:
    one, other = pair.split("/")
    said = particle(word, pair)
    assert said in {one, other} or (said.count("(") == 1 and ending_of(word) is None)


@given(st.text(), st.text('”)]`’" .!'))
def test_what_closes_a_word_is_not_read(word: str, closing: str) -> None:
    assert ending_of(word) == ending_of(word + closing)
