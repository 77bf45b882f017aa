"""A block of code that nobody closed hides what follows: that is said where it begins."""

import pytest

from studylog.core.parse import read_note
from studylog.core.settings import Settings


def found(text: str) -> list[tuple[str, int]]:
    note = read_note("notes/a.md", text.encode(), Settings())
    return [(finding.code, finding.place.line) for finding in note.findings]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("글\n\n```python\nx = 1\n\nQ. 왜 그런가요?\n", 3),
        ("---\ntitle: 가\n---\n```\nx = 1\n```\n\n~~~\n```\n", 8),
        ("- 하나\n\n  ```\n  x = 1\n", 3),
        ("> ````\n> ```\n", 1),
        ("```\n", 1),
        # What only other programs take for ends of lines.
        ("앞\u2028뒤\x0c\n\n```\nx = 1\n", 3),
    ],
)
def test_code_without_an_end_is_told_where_it_begins(text: str, line: int) -> None:
    assert [("code-unclosed", line)] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "```python\nx = 1\n```\n",
        "```python\r\nx = 1\r\n```\r\n\r\n",
        "```\nx\n`````\n",
        "- 하나\n\n  ```\n  x = 1\n  ```",
        "> ```\n> x\n> ```\n",
        "```\n```",
        "```\nx\n```\n\nQ. 왜 그런가요?\n",
        "글 ``` 글\n",
    ],
)
def test_code_with_an_end_is_in_order(text: str) -> None:
    assert [] == found(text)
