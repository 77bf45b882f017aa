"""Words that name a page of slides lead there: under the heading of a paper, and nowhere else."""

import re

import pytest

from studylog.core.body.whole import body_of
from studylog.core.parse import read
from studylog.core.settings import Settings

NOTE = """\
# 8/12

## 논문 리뷰

### (1) VGG-16

발표자료: [s](../slides/VGG.pdf)

{text}

## 다음
"""


def slides(text: str, note: str = NOTE) -> list[str]:
    """The pages that a text leads to, each with its paper."""
    body = body_of(read("notes/a.md", note.format(text=text).encode(), Settings()))
    return [reference.written for reference in body.references if reference.kind == "slide"]


def words(text: str) -> list[str]:
    """The words that lead somewhere."""
    body = body_of(read("notes/a.md", NOTE.format(text=text).encode(), Settings()))
    html = "".join(html for part in body.parts for html in (part.html, part.context, *part.answers))
    led = {f"@{n}": one for n, one in enumerate(body.references) if one.kind == "slide"}
    return [inside for at, inside in re.findall(r'<a href="(@\d+)">([^<]*)</a>', html) if at in led]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("슬라이드 7을 보면 됩니다.", 7),
        ("슬라이드 7번 그림이 좋았습니다.", 7),
        ("see slide 12 for that", 12),
        ("표는 7p에 있습니다.", 7),
        ("표는 p. 7 에 있습니다.", 7),
        ("발표자료 3쪽", 3),
        ("Q. 슬라이드 4의 수식은 왜 그런가요?", 4),
        ("- 슬라이드 5: 구조", 5),
        ("| 어디 | 무엇 |\n|---|---|\n| slide 6 | 표 |", 6),
        ("> **슬라이드 8** 인용", 8),
    ],
)
def test_they_lead_to_the_page(text: str, page: int) -> None:
    assert [f"{page} VGG-16"] == slides(text)


@pytest.mark.parametrize(
    "text",
    [
        "논문 7p를 보면 됩니다.",
        "the paper 7p says so",
        "`슬라이드 7`",
        "```\nslide 7\n```",
        "$p_7$ 와 $7p$",
        "[슬라이드 7](https://a.example/x)",
        "1080p 화면",
        "슬라이드가 좋았습니다.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert [] == slides(text)


def test_each_one_of_several_leads_somewhere() -> None:
    assert ["슬라이드 7", "9p"] == words("슬라이드 7, 9p 그리고 **굵게**")


def test_a_paper_goes_on_to_the_next_one() -> None:
    note = NOTE.replace("## 다음", "#### 세부\n\nslide 2\n\n### (2) ResNet\n\nslide 3\n\n## 다음\n\nslide 4")
    assert ["1 VGG-16", "2 VGG-16", "3 ResNet"] == slides("slide 1", note)


def test_outside_of_papers_they_are_mere_words() -> None:
    assert [] == slides("", "# 8/12\n\n#### 7강\n\nQ. 슬라이드 7은 왜 그런가요?{text}\n")


def test_every_word_stays_where_it_is() -> None:
    text = "앞 슬라이드 7 뒤, 9p."
    body = body_of(read("notes/a.md", NOTE.format(text=text).encode(), Settings()))
    assert text in re.sub(r"<[^>]*>", "", "".join(part.html for part in body.parts))
