"""What is done sooner than the engine does it comes to the same."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.token import Token

from studylog.core.markdown.lean import joined, new_token, normalized

ENGINE = MarkdownIt()
KINDS = ("text", "text_special", "softbreak", "image")
# What an inline token has inside: kinds, words, and for pictures the words of their own inside.
CHILDREN = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["", "하나", "*"]), st.integers(0, 2)), max_size=4
)


def children(described: list[tuple[str, str, int]]) -> list[Token]:
    tokens = [Token(kind, "", 0, content=words) for kind, words, _ in described]
    for token, (_, _, inside) in zip(tokens, described, strict=True):
        if token.type == "image":
            token.children = [Token("text", "", 0, content="둘") for _ in range(inside)]
    return tokens


def test_a_new_token_is_one_of_the_engine() -> None:
    assert new_token("text", "", 0, 2, "하나") == Token("text", "", 0, level=2, content="하나")
    assert new_token("tr_open", "tr", 1, 0) == Token("tr_open", "tr", 1)


def test_no_two_tokens_share_what_can_be_changed() -> None:
    one, other = new_token("text", "", 0, 0), new_token("text", "", 0, 0)
    one.attrs["class"], one.meta["label"] = "x", "y"
    assert (other.attrs, other.meta) == ({}, {})


@given(st.lists(st.sampled_from(["a", "\r", "\n", "\r\n", "\0", "가"])).map("".join))
def test_ends_of_lines_become_newlines(text: str) -> None:
    ours, theirs = (StateCore(text, ENGINE, {}) for _ in range(2))
    normalized(ours)
    normalize(theirs)
    assert ours.src == theirs.src


@given(st.lists(CHILDREN, max_size=4))
def test_texts_are_joined(groups: list[list[tuple[str, str, int]]]) -> None:
    ours, theirs = (StateCore("", ENGINE, {}) for _ in range(2))
    for state in (ours, theirs):
        state.tokens = [Token("paragraph_open", "p", 1)]
        state.tokens += [Token("inline", "", 0, children=children(group)) for group in groups]
    joined(ours)
    text_join(theirs)
    assert ours.tokens == theirs.tokens
