"""A note as parts: prose and questions in reading order, each closed in itself."""

import pytest

from studylog.core.body.html import heading
from studylog.core.body.parts import parts_of
from studylog.core.markdown.context import RenderContext
from studylog.core.model import Part
from studylog.core.parse import read
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings

CONTEXT = RenderContext(link=lambda url: url, image=lambda source: None, wikilink=lambda name: None)


SETTINGS = Settings(roster=Roster((Person("성춘향"),)))


def parts(body: str) -> tuple[Part, ...]:
    return parts_of(read("notes/2021-08-12.md", body.encode(), SETTINGS), CONTEXT)


def test_prose_questions_and_answers_come_in_their_order() -> None:
    before, question, after = parts("앞말\n\nQ. 왜 그런가요?\nA. 그래서요.\n\n### 2. 다음\n\n뒷말\n")
    assert (before.html, before.question) == ("<p>앞말</p>\n", None)
    assert question.question == 0
    assert question.html == '<p><span class="marker">Q.</span> 왜 그런가요?</p>\n'
    assert question.answers == ('<p><span class="marker">A.</span> 그래서요.</p>\n',)
    assert after.html.endswith("<p>뒷말</p>\n")


def test_a_mark_is_set_apart_inside_bold_text_too() -> None:
    (part,) = parts("**Q3.** 왜 그런가요?")
    assert part.html == '<p><strong><span class="marker">Q3.</span></strong> 왜 그런가요?</p>\n'


def test_a_mark_that_is_bold_in_part_is_set_apart_in_pieces() -> None:
    (part,) = parts("**Q3.** (춘향) 왜 그런가요?")
    bold = '<strong><span class="marker">Q3.</span></strong>'
    assert part.html == f'<p>{bold}<span class="marker"> (춘향)</span> 왜 그런가요?</p>\n'
    assert heading(part.html) == "왜 그런가요?"


def test_the_kind_of_a_box_is_no_word_of_anybody() -> None:
    (part,) = parts("> [!question] 왜 셋인가요?\n\n> [!success]- 답변\n> 일이 셋입니다.\n")
    assert part.html == "<p>왜 셋인가요?</p>\n"
    assert part.answers == ('<p><span class="marker">답변</span></p>\n<p>일이 셋입니다.</p>\n',)


def test_code_behind_a_mark_is_none_of_it() -> None:
    (part,) = parts("**Q3.** `a`는 왜?")
    assert heading(part.html) == "<code>a</code>는 왜?"


def test_a_list_that_a_question_divides_is_a_list_on_both_sides() -> None:
    before, question, after = parts("1. 하나\n2. Q. 둘인가요?\n\n### 2. 다음\n\n3. 셋\n")
    assert before.html == "<ol><li>하나\n</li>\n</ol>\n"
    assert question.html == '<p><span class="marker">Q.</span> 둘인가요?</p>\n'
    assert '<ol start="3">' in after.html


def test_an_item_that_goes_on_behind_a_question_has_had_its_mark() -> None:
    before, _, after = parts("- 춘향\n  - 나누는 것이 좋나요?\n  - 자료 정리 중\n- 몽룡\n  - 쉬는 중\n")
    assert before.html == "<ul><li>춘향\n</li>\n</ul>\n"
    assert after.html.startswith(
        '<ul><li class="goes-on"><ul><li>자료 정리 중\n</li>\n</ul>\n</li>\n<li>몽룡'
    )
    assert 1 == after.html.count("goes-on")


def test_what_stands_between_question_and_answer_is_its_context() -> None:
    (part,) = parts("Q. 무엇을 나누나요?\n\n- 하나\n- 둘\n\n추측입니다만 임베딩입니다.\n")
    assert part.context == "<ul><li>하나\n</li>\n<li>둘\n</li>\n</ul>\n"
    assert part.answers == ("<p>추측입니다만 임베딩입니다.</p>\n",)


def test_an_answer_in_a_list_keeps_its_list() -> None:
    (part,) = parts("- Q. 왜 그런가요?\n  - A. 하나\n    - 더\n")
    assert part.answers[0].count("<ul>") == part.answers[0].count("</ul>")
    assert "더" in part.answers[0]


@pytest.mark.parametrize("body", ["Q. 왜 그런가요? ^q-k3f9a2bc", "Q. 왜 그런가요?\n\n^q-k3f9a2bc closed: 끝"])
def test_a_pin_is_not_shown_but_its_reason_is(body: str) -> None:
    page = " ".join(piece for part in parts(body) for piece in (part.html, part.context, *part.answers))
    assert "k3f9a2bc" not in page
    assert ("끝" in page) == ("closed" in body)


def test_a_title_in_the_text_is_not_shown_twice() -> None:
    assert [part.html for part in parts("# 8/12(목) 회의록\n\n본문\n")] == ["<p>본문</p>\n"]


def test_a_line_drawn_behind_an_answer_stands_outside_of_it() -> None:
    answered, rest = parts("Q. 왜?\n\nA. 하나\n\n---\n\n둘\n")
    assert answered.answers == ('<p><span class="marker">A.</span> 하나</p>\n',)
    assert (rest.question, rest.html) == (None, "<hr>\n<p>둘</p>\n")


def test_a_line_drawn_inside_a_quoted_answer_stays_in_it() -> None:
    (part,) = parts("> Q. 왜?\n>\n> A. 하나\n>\n> ---\n>\n> 둘\n")
    assert "<hr>" in part.answers[0]


def test_footnotes_stand_at_the_end() -> None:
    *_, last = parts("Q. 왜?[^1]\n\nA. 그래서.\n\n[^1]: 각주\n")
    assert last.question is None
    assert "각주" in last.html


def test_a_pinned_question_has_its_mark_set_apart_too() -> None:
    (part,) = parts("Q1. 왜 그런가요? ^q-k3f9a2bc duplicate: q-zzzzzzzz")
    assert part.html == '<p><span class="marker">Q1.</span> 왜 그런가요?</p>\n'


def test_a_page_shows_what_was_carried_over_without_the_comments_around_it() -> None:
    block = (
        "<!-- studylog:carry -->\n## 이어서\n\n- 왜? · `q-k3f9a2bc`\n  - A. 답\n<!-- /studylog:carry -->\n"
    )
    html = "".join(part.html for part in parts(f"{block}\n<!-- 다른 말 -->\n"))
    assert "studylog:carry" not in html
    assert all(words in html for words in ("이어서", "q-k3f9a2bc", "답", "다른 말"))


@pytest.mark.parametrize("status", ["closed: 다음 과정의 내용", "닫음: 다음 과정의 내용"])
def test_why_a_question_is_closed_stands_apart_from_its_words(status: str) -> None:
    (part,) = [one for one in parts(f"Q3. 왜 그런가요? ^q-k3f9a2bc {status}") if one.question is not None]
    assert heading(part.html) == "왜 그런가요?"
    assert f'<span class="marker">{status}</span>' in part.html


@pytest.mark.parametrize("status", ["duplicate of q-k3f9a2bd", "중복: q-k3f9a2bd"])
def test_a_page_does_not_show_the_id_of_what_was_asked_before(status: str) -> None:
    (part,) = [one for one in parts(f"Q3. 왜 그런가요? ^q-k3f9a2bc {status}") if one.question is not None]
    assert part.html.strip() == '<p><span class="marker">Q3.</span> 왜 그런가요?</p>'
