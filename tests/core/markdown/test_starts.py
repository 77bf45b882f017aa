"""Trying only the rules that can begin gives what trying all of them gives, for any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linkify_it import LinkifyIt
from markdown_it import MarkdownIt

from studylog.core.markdown import autolinks, engine, parse, tables
from studylog.core.markdown.starts import BLOCKS, TEXTS
from tests.core.markdown.samples import MARKUP_PIECES

LINES = [
    "제목\n===",
    "제목\n---",
    "|a|b|\n|-|:-|\n|c|d|e|",
    "a|b\n:-|-\nc|d",
    "a|b\n-|-",
    "    code",
    "\ttab",
    "- [ ] 할 일",
    "12) 열둘",
    "[a]: b",
    "[^1]: 각주\n\n    둘째",
    "[^1] ^[안]",
    "<div>\n</div>",
    "> 인용\n게으른",
    "> [!NOTE]\n> 알림",
    "***",
    "$$\nx\n$$",
    "```py\nx\n```",
    "~~~",
    "mailto:a@b.example",
    "가@b.example",
    "https://a.example/b를",
    "a:b",
    "![그림](a.png) ![[b.png]] [[쪽]]",
    "**굵게** _기운_ ~~지운~~ `코드`",
    "$x$ &amp; \\* <b>b</b>",
    "",
]
SIGNS = st.text("#>-+*=_`~|$[]()!^:&<>\\/@.1) \t\n\ra가", max_size=12)
TEXT = st.lists(st.sampled_from([*MARKUP_PIECES, *LINES]) | SIGNS).flatmap(
    lambda pieces: st.sampled_from(["\n", " ", "\n\n", "\n> ", "\n  ", ""]).map(
        lambda between: between.join(pieces)
    )
)


@pytest.fixture(scope="module")
def unhurried() -> MarkdownIt:
    """The engine that tries every rule everywhere, and has no quicker look before any."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "by_start", lambda md: None)
        patched.setattr(engine, "_underlined", engine.headed)
        patched.setattr(autolinks, "Addresses", LinkifyIt)
        md = engine._engine.__wrapped__()
    md.block.ruler.at("table", tables.complete_table, {"alt": ["paragraph", "reference"]})
    return md


@given(TEXT)
@settings(max_examples=400)
def test_the_tokens_are_the_same(unhurried: MarkdownIt, text: str) -> None:
    assert parse(text) == unhurried.parse(text)


@pytest.mark.parametrize("form", LINES)
def test_each_form_is_found(unhurried: MarkdownIt, form: str) -> None:
    assert parse(form) == unhurried.parse(form)
    assert parse(f"앞\n{form}\n뒤") == unhurried.parse(f"앞\n{form}\n뒤")


def test_every_rule_that_is_named_is_one_of_the_engine(unhurried: MarkdownIt) -> None:
    assert set(BLOCKS) <= set(unhurried.block.ruler.get_active_rules())
    assert set(TEXTS) <= set(unhurried.inline.ruler.get_active_rules())


@given(st.sampled_from(["x", "|x"]), st.text("|\\ a", max_size=14))
def test_a_row_keeps_its_cells(beginning: str, rest: str) -> None:
    row = (beginning + rest).strip()
    cells = re.split(r"(?<!\\)\|", row.removeprefix("|"))
    written = len(cells) - (not cells[-1])
    assert kinds(f"|h|\n|-|\n{row}").count("td_open") == written


def kinds(text: str) -> list[str]:
    return [token.type for token in parse(text)]
