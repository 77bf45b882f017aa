"""A note, or the sections of it that are wanted."""

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.features.show import excerpt

TEXT = """---
title: 8/12(목) 회의록
created: 2021-08-12
---
앞글

## 학습 내용\u2028 하나
### 1. 질문
가
### 2. 논문 리뷰
나
## 건의 사항
다
"""
NOTE = read_note("notes/a.md", TEXT.encode(), Settings())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("논문", "### 2. 논문 리뷰\n나\n"),
        ("건의사항", "## 건의 사항\n다\n"),
        ("1. 질문", "### 1. 질문\n가\n"),
        ("학습", "## 학습 내용\u2028 하나\n### 1. 질문\n가\n### 2. 논문 리뷰\n나\n"),
        (None, TEXT.split("---\n", 2)[2]),
    ],
)
def test_a_section_goes_up_to_the_next_of_its_level(words: str | None, expected: str, newline: str) -> None:
    text = TEXT.replace("\n", newline)
    note = read_note("notes/a.md", text.encode(), Settings())
    assert expected.replace("\n", newline) == excerpt(note, text, words).text


def test_a_section_in_a_wanted_one_is_shown_once() -> None:
    text = "본문\n## 질문\n### 질문 하나\n가\n## 끝\n"
    note = read_note("notes/a.md", text.encode(), Settings())
    assert "## 질문\n### 질문 하나\n가\n" == excerpt(note, text, "질문").text


@pytest.mark.parametrize("words", ["없는 절", "", "  ", "!!"])
def test_a_section_that_is_not_there_names_those_that_are(words: str) -> None:
    with pytest.raises(StudylogError) as raised:
        excerpt(NOTE, TEXT, words)
    assert (Exit.NOT_FOUND, True) == (raised.value.exit_code, raised.value.hint is not None)
