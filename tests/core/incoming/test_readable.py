"""What can be read in a note: all words, and none that Markdown swallows."""

import pytest

from studylog.core.incoming.readable import readable


def words(text: str) -> list[str]:
    return readable(text).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\ntitle: '8/12(목)'\ntags: [가, 나]\n---\n글",
            ["title:", "8/12(목)", "tags:", "가,", "나", "글"],
        ),
        ("# 제목\n\n**굵게** `코드` [말](a.md)", ["제목", "굵게", "코드", "말"]),
        ("![그림](a.png) ![[b.png]] [[쪽|이름]]", ["그림", "b.png", "이름"]),
        ("```python\nx = 1\n```\n\n    y\n\n$$\nz\n$$", ["x", "=", "1", "y", "z"]),
        ("3. 셋\n4. 넷\n\n- 점", ["3.", "셋", "4.", "넷", "점"]),
        ("| 가 | 나 |\n|---|---|\n| 다 | 라 |", ["가", "나", "다", "라"]),
        ("<details>\n<summary>접힌</summary>\n글\n</details>", ["접힌", "글"]),
        ("글[^1]\n\n[^1]: 주", ["글", "1", "1", "주"]),
        ("[말](https://a.kr/%EA%B0%80)", ["말", "https://a.kr/%EA%B0%80", "https://a.kr/가"]),
        ("<https://a.kr> https://b.kr", ["https://a.kr", "https://b.kr"]),
        ("a <b 이고 c> d", ["a", "<b", "이고", "c>", "d"]),
    ],
)
def test_every_word_can_be_read(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    ("text", "swallowed"),
    [("글 <!-- 숨은 --> 끝", "숨은"), ("```언어\n글\n```", "언어"), ("2 * 3 * 4와 _밑줄_", "_밑줄_")],
)
def test_what_markdown_swallows_cannot(text: str, swallowed: str) -> None:
    assert swallowed not in readable(text)
