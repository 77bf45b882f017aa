"""What stands between `::: private` and `:::` is gone, and every other line stands where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.markdown import parse
from studylog.core.markdown.render import render
from studylog.core.publishing.stretches import without_private
from tests.core.markdown.samples import NOTHING

LINES = st.sampled_from(
    [
        "::: private",
        ":::",
        "> ::: private",
        "  :::",
        "::: note",
        "```",
        "~~~",
        "글",
        "- 항목",
        "<!-- 주석",
        "-->",
        "",
    ]
)


@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_stay_where_they_are_and_only_whole_lines_or_comments_go(
    lines: list[str], newline: str
) -> None:
    body = newline.join(lines)
    left = without_private(body)
    assert len(lines) <= 1 or left.count(newline) == body.count(newline)
    assert all(new in old for new, old in zip(left.split(newline), body.split(newline), strict=True))


@given(st.lists(LINES, max_size=30))
def test_what_follows_an_opening_line_is_gone_until_as_many_lines_closed_it(lines: list[str]) -> None:
    depth, hidden = 0, set()
    for number, line in enumerate(lines):
        bare = line.lstrip("> ")
        if bare == "::: private" or (depth and bare == "::: note"):
            depth += 1
        elif depth and bare == ":::":
            depth -= 1
        elif depth:
            hidden.add(number)
    left = without_private("\n".join(lines)).split("\n")
    assert all(left[number] == "" for number in hidden)


@given(st.lists(LINES, max_size=20))
def test_nothing_is_left_to_take_out(lines: list[str]) -> None:
    once = without_private("\n".join(lines))
    assert "::: private" not in once
    assert once == without_private(once)


def test_a_fence_in_a_comment_hides_no_comment_and_a_comment_in_a_fence_no_fence() -> None:
    assert without_private("<!-- 주석\n```\n-->\n글 <!-- 주석 -->\n```") == "\n\n\n글 \n```"
    assert without_private("```\n<!-- 코드\n```\n글 <!-- 주석 -->") == "```\n<!-- 코드\n```\n글 "
    assert without_private("```\n<!-- 주석 -->\n~~~") == "```\n\n~~~"


def test_the_team_sees_the_stretch_without_its_two_lines() -> None:
    body = "앞\n::: private\n안 **쪽**\n:::\n뒤\n\n::: note\n글\n:::\n"
    shown = render(parse(body), NOTHING)
    assert "안 <strong>쪽</strong>" in shown
    assert "private" not in shown
    assert "::: note" in shown
