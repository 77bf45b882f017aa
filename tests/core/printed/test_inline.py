"""Spans as Markdown, read back: the same words with the same dress, whatever signs are among them."""

from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.markdown import Token, parse, plain
from studylog.core.printed.inline import inline
from studylog.core.printed.styles import Span, Style

WORDS = (
    st.text(st.sampled_from("가나다 abAB019.,:;!?*_~`$[](){}<>#+-=|\\/\"'&^@%"), min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
PLAIN = st.builds(Span, WORDS, st.just(Style()))


def paragraph(text: str) -> list[Token]:
    tokens = [token for token in parse(f"{text}\n") if token.content]
    assert [token.type for token in tokens] == ["inline"], text
    return tokens[0].children or []


@given(WORDS)
@example("<0@0>")
@example("가<.a@b.c>나 <@a> <0@-a>")
def test_plain_words_are_read_as_they_are(words: str) -> None:
    children = paragraph(inline([Span(words)]))
    assert {child.type for child in children} <= {"text", "text_special"}
    assert plain(children) == words


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_lines_of_a_paragraph_stay_lines_of_it(lines: list[str]) -> None:
    children = paragraph(inline([Span("가\n" + "\n가 ".join(lines))]))
    assert sum(child.type == "hardbreak" for child in children) == len(lines)


@given(WORDS, st.sampled_from(["https://example.com/a", "https://example.com/%EA%B0%80_(1)"]), WORDS)
def test_words_with_an_address_lead_there(words: str, url: str, before: str) -> None:
    children = paragraph(inline([Span(f"{before} "), Span(f"가{words}", Style(url=url))]))
    opened = [child for child in children if child.type == "link_open"]
    assert len(opened) == 1 and not any(child.type == "image" for child in children)
    assert plain(children) == f"{before} 가{words}"


@given(st.lists(PLAIN, min_size=1, max_size=3), WORDS, st.sampled_from(["bold", "italic", "struck", "code"]))
def test_one_dressed_word_keeps_its_letters_and_all_around_it(
    around: list[Span], word: str, dress: str
) -> None:
    style = Style(**{dress: True})
    spans = [*around, Span(" "), Span(f"가{word}나", style), Span(" 끝")]
    written = "".join(span.text for span in spans)
    assert plain(paragraph(inline(spans))).replace(" ", "") == written.replace(" ", "")
