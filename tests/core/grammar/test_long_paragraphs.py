"""Paragraphs of thousands of lines are divided as short ones, and no line is compared with all of them."""

from studylog.core.grammar.parts.division import divide
from studylog.core.markdown import parse
from studylog.core.parse import read_note
from studylog.core.settings import Settings

MANY = 4_000


def test_a_line_is_never_compared_with_all_of_a_long_paragraph() -> None:
    seen: list[int] = []

    def begins(line: str, above: str, whole: str) -> bool:
        seen.append(len(line) + len(above) + len(whole))
        return False

    divide(parse("그림을 설명한 줄입니다.\n" * MANY), begins)

    assert len(seen) == MANY - 1
    assert max(seen) < 10_000


def test_what_stands_behind_a_long_answer_is_still_found() -> None:
    pasted = "붙여 넣은 줄입니다.\n" * MANY
    text = f"Q. 왜 그런가요?\nA. 아래와 같습니다.\n{pasted}Q. 그럼 이것은요?\nA. 네.\n"

    first, second = read_note("notes/a.md", text.encode(), Settings()).questions

    assert [first.text, len(first.answers)] == ["왜 그런가요?", 1]
    assert [second.text, second.answers[0].text] == ["그럼 이것은요?", "네."]


def test_a_question_at_the_end_of_a_long_paragraph_is_answered_by_the_line_below() -> None:
    text = "Q. " + "이것은 긴 물음의 한 줄이고\n" * MANY + "그래서 왜 그런가요?\n그것은 이래서입니다.\n"

    (question,) = read_note("notes/a.md", text.encode(), Settings()).questions

    assert [answer.text for answer in question.answers] == ["그것은 이래서입니다."]
