"""Markdown for a terminal: formulas are text by then, and code stays code."""

import pytest

from studylog.core.markdown import plain
from studylog.core.markdown.readable import readable


def words(text: str) -> list[str]:
    return [plain(token.children or []) for token in readable(text) if token.type == "inline"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"분산이 $\sigma^2 = d_k$ 라서요.", ["분산이 σ² = d_k 라서요."]),
        (r"**$a*b*c$** 와 $$x_1$$", ["a*b*c 와 x_1"]),
        ("앞\n\n$$\n\\frac{QK^\\top}{\\sqrt{d_k}}\n$$\n\n뒤", ["앞", "QK^⊤/√d_k", "뒤"]),
        ("```math\n\\hat{x} = f(z)\n```", ["x̂ = f(z)"]),
        ("- 목록의\n\n  $$x^2$$", ["목록의", "x²"]),
        (r"| 항 | $\beta$ |" + "\n|--|--|\n" + r"| KL | $\alpha$ |", ["항", "β", "KL", "α"]),
        (r"`$\alpha$` 는 코드, $5 와 $6 은 돈", [r"$\alpha$ 는 코드, $5 와 $6 은 돈"]),
        (r"$\nosuchcommand{x}$", [r"\nosuchcommand{x}"]),
    ],
)
def test_formulas_are_read_in_their_line(written: str, read: list[str]) -> None:
    assert read == words(written)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("../slides/셀프%20어텐션_이몽룡.pdf", "../slides/셀프 어텐션_이몽룡.pdf"),
        ("2021-08-12-daily.md", "2021-08-12-daily.md"),
        ("https://example.com/a%20b", "https://example.com/a%20b"),
        ("a%1B%5B31mb.md", "a%1B%5B31mb.md"),
    ],
)
def test_a_link_to_a_file_shows_its_name(written: str, shown: str) -> None:
    (line,) = [token for token in readable(f"[x]({written})") if token.type == "inline"]
    assert shown == (line.children or [])[0].attrs["href"]


def test_other_code_is_kept() -> None:
    (fence,) = [token for token in readable("```python\nx = '$a$'\n```") if token.type == "fence"]
    assert "x = '$a$'\n" == fence.content


def test_a_note_in_a_box_is_a_quote_with_its_title() -> None:
    tokens = readable("> [!IMPORTANT]\n> 내일까지 냅니다.")
    assert ["Important", "내일까지 냅니다."] == [token.content for token in tokens if token.type == "inline"]
    assert ["blockquote_open", "paragraph_open"] == [token.type for token in tokens[:2]]
