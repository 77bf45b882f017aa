"""The usual lines of headers and settings are read without the YAML parser, and exactly as by it."""

from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.strictyaml import Loaded, load, loader
from studylog.core.strictyaml.lines import read_lines
from studylog.core.strictyaml.tree import Tree

USUAL = {
    "header": """title: 8/12(목) 회의록
date: 2021-08-12
type: daily
author:
attendees: [홍길동, 성춘향, Ada Lovelace]
created: 2021-08-06T18:00+09:00
""",
    "quotes and comments": """# 우리 팀
title: "Week 2: batch norm"   # a comment
place: '#3'
tags: ["a, b", '']

publish: false
""",
    "items": """attendees:
- 홍길동
- 성춘향
absent:
  - 이몽룡
date: 2021-08-12
""",
    "settings": """start: 2021-08-02
roster:
  - {name: 홍길동, aliases: [길동, hong], since: 2021-08-02}
  - name: 성춘향
    until: 2021-08-11
courses:
  - name: AI Math
    lectures:
      1: {title: 벡터, video: "https://lectures.example/1"}
      2: 행렬
site: {}
""",
    "nothing": "\n# nothing\n",
}
UNUSUAL = """
key: |
- - nested
key: a: b
? key
"key": x
key: &a b
key: *a
key: !t x
key: [a, b,]
key: [a: b]
key: {a}
key: [a
key: "\\t"
key: 'it''s'
word
--- {}
key: C#
"""
KEYS = st.sampled_from(["a", "b", "이름", "회의 유형", "x.y", "2", "k (z)", "'q'", "-"])
PLAIN = ("", "x", "홍길동", "18:00", "8/12(목)", "a b", "true", "1.5", "~", "a:b", "https://x.example", "..")
IN_BRACKETS = ("[]", "[a, b]", "[ a ,b ]", "{}", "{a: b}", "{a: [b, {c: d}]}", '["a, b"]', '{a: "b: c"}')
QUOTED = ('"q"', "'q'", "'#: ['", "'it''s'", '"\\t"', "'a' b")
DOUBTFUL = ("- x", "a: b", "x:", "a #b", "C#", "[a,]", "[a: b]", "{a: }", "{a:b}", "[a", "[a] b")
WORDS = st.sampled_from([*PLAIN, *IN_BRACKETS, *QUOTED, *DOUBTFUL])
BEGINNINGS = st.sampled_from(["", "  ", "    ", " ", "- ", "  - ", "-   ", "- - "])
ENDS = st.sampled_from(["", "  ", " # c", " #c", "#c", "\t", "\r"])
PAIRS = st.builds("{}{}: {}{}".format, BEGINNINGS, KEYS, WORDS, ENDS)
OPEN_KEYS = st.builds("{}{}:{}".format, BEGINNINGS, KEYS, ENDS)
ITEMS = st.builds("{}{}{}".format, BEGINNINGS, WORDS, ENDS)
LINES = st.lists(PAIRS | OPEN_KEYS | ITEMS | st.sampled_from(["", "# c", "   # c", "---"]), max_size=7)
ANY_TEXT = st.text(
    st.sampled_from("ab:- #'\"[]{},&*!|>?%@\\\n\n  ,가😀\ufeff\x85\u2028\xa0~1./("), max_size=30
)


def by_the_parser(text: str) -> Loaded:
    with patch.object(loader, "read_lines", lambda tree: False):
        return load(text, "note.md", 2)


@pytest.mark.parametrize("text", USUAL.values(), ids=USUAL)
def test_usual_lines_need_no_parser(text: str) -> None:
    assert read_lines(Tree(text, "note.md", 2))
    assert by_the_parser(text) == load(text, "note.md", 2)


@pytest.mark.parametrize("text", UNUSUAL.split("\n")[1:-1])
def test_the_rest_of_yaml_is_left_to_the_parser(text: str) -> None:
    assert not read_lines(Tree(text, "note.md", 2))


@given(LINES.map("\n".join) | ANY_TEXT)
@settings(max_examples=400)
def test_whatever_is_read_reads_the_same_by_the_parser(text: str) -> None:
    assert by_the_parser(text) == load(text, "note.md", 2)


def test_and_the_same_by_the_parser_without_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    for text in USUAL.values():
        assert by_the_parser(text) == load(text, "note.md", 2)
