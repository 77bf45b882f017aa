"""What stands between `::: private` and `:::` is gone, and every other line stands where it stood."""

import pytest
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


@pytest.mark.parametrize(
    "text",
    [
        "- ~~~\n  코드\n\n글 <!-- canary -->\n\n~~~\n코드\n~~~\n",
        "> ```\n> 코드\n\n<!-- canary -->\n\n```\n코드\n```\n",
        "1. ```\n   코드\n   ```\n\n<!-- canary -->\n\n```python\n코드\n```\n",
        "```x``` 는 코드 <!-- canary -->\n<!-- canary -->\n```python\n코드\n```\n",
        "글\n    ~~~\n<!-- canary -->\n    ~~~\n",
        "<pre>\n```\n</pre>\n<!-- canary -->\n```\n코드\n```\n",
        "```\n::: private\n```\n:::\n<!-- canary -->\n```\n코드\n```\n",
        "<!-<!-- 주석 -->- canary -->\n",
        "```\n코드\n```\r\n<!-- canary\rcanary -->\r\n```\n코드\n```\n",
        "::: private\n```\n:::\n```\ncanary\n:::\n",
        "1. ::: private\n   ~~~text\n   ```\n   :::\n   ~~~\n   canary\n   :::\n",
        "::: private\n::: {.callout-note}\n글\n:::\ncanary\n:::\n",
        "::: private\n:::{note}\n글\n:::\ncanary\n:::\n",
        ":::\u00a0private\ncanary\n:::\n",
        "- > - ::: private\n    canary\n  :::\n",
        "::: private\n<!-- 글\n:::\n가 --> 나\ncanary\n:::\n",
        "글%%canary%%글 %% canary %%.\n",
        "> %%\n> canary\n>\n> canary %%\n",
        "%%\ncanary\n",
        "| 가 %%canary%% | 나 |\n",
        "`a` %% canary `a` canary\ncanary %% 글\n",
        "[//]: # (canary\ncanary)\n",
        "[comment]: <> (canary)\n",
        "`코드`<!--`canary` -->\n",
        "- `` ` `<!--` canary -->\n",
        "- 가` 나\n- 다` `<!--` canary -->\n",
        "\\`가` `<!--` canary -->\n",
        "`가\n나` `다`<!--`canary` -->\n",
        "[^1]: ::: private\n    canary\n    :::\n",
    ],
)
def test_no_code_and_no_other_stretch_lets_out_what_is_private(text: str) -> None:
    assert "canary" not in without_private(f"앞\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "90%%에서 95%% 사이, `x %% 2`와 `%%time`, `y %% 3`\n",
        "%%time\nx = 1\n\n%%bash\nls\n",
        "```\n%%\n코드 %% 코드 %%\n%%\n```\n",
        "[comment]: https://example.org\n",
    ],
)
def test_percents_that_are_no_comments_stay(text: str) -> None:
    assert text == without_private(text)


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- 코드 -->\n```\n",
        "1. ~~~html\n   <!-- 코드 -->\n   ~~~\n",
        "> ```\n> <!-- 코드\n> ```\n\n뒤\n",
        "`<!--`로 시작하는 것은 `주석`입니다.\n뒤\n",
        "`주석`은 `<!--`로 시작하고 `-->`로 끝납니다.\n\n뒤\n",
        "::: private\n```\n::: note\n:::\n```\n:::\n<!-- studylog:carry -->\n",
    ],
)
def test_code_keeps_its_comments_and_what_follows_a_stretch_is_there(text: str) -> None:
    left = without_private(f"앞\n\n{text}")
    assert [line for line in text.split("\n") if "<!--" in line or line == "뒤"] == [
        line for line in left.split("\n") if "<!--" in line or line == "뒤"
    ]


def test_the_team_sees_the_stretch_without_its_two_lines() -> None:
    body = "앞\n::: private\n안 **쪽**\n:::\n뒤\n\n::: note\n글\n:::\n"
    shown = render(parse(body), NOTHING)
    assert "안 <strong>쪽</strong>" in shown
    assert "private" not in shown
    assert "::: note" in shown
