"""Links in print: bare addresses, words with an address behind them, and addresses that were broken."""

import pytest

from studylog.core.markdown import parse
from studylog.core.printed.model import Box, Glyph, Link
from studylog.core.printed.read import read_printed
from studylog.core.printed.styles import Fonts
from tests.core.printed.typeset import BLACK, Run, Text, Typesetter

LONG = (
    "https://example.com/team/papers/blob/main/Some-Very-Long-Name-of-a-Paper_by_Somebody_else_and-more.pdf"
)


def body(*texts: Text) -> str:
    t = Typesetter()
    for text in texts:
        t.text(text)
    return read_printed(t.printed(), "수식").body


def link(words: str, url: str = "") -> Run:
    return Run(words, url=url or words)


def addresses(text: str) -> list[str]:
    return [
        str(child.attrs["href"])
        for token in parse(text)
        for child in token.children or []
        if child.type == "link_open"
    ]


def test_a_bare_address_stays_bare() -> None:
    assert body(["출처) ", link("https://example.com/a?b=1#c"), " 참고"]) == (
        "출처) https://example.com/a?b=1#c 참고\n"
    )


@pytest.mark.parametrize("after", [")", "를", ".", "|"])
def test_an_address_with_something_behind_it_is_kept_apart_from_that(after: str) -> None:
    written = body([link("https://example.com/a"), after])
    assert (written, addresses(written)) == (f"<https://example.com/a>{after}\n", ["https://example.com/a"])


def test_an_address_over_two_lines_is_one_and_so_is_its_place() -> None:
    for blanks in range(12):
        start = "발표자료" + " :" * blanks + " "
        assert body([start, link(LONG), " 뒤"]) == f"{start}{LONG} 뒤\n"


def test_two_addresses_in_two_lines_are_two() -> None:
    one, other = LONG, LONG.replace("papers", "slides")
    assert body(["발표자료 :\n", link(one), "\n", link(other)]) == f"발표자료 :\\\n{one}\\\n{other}\n"


def test_words_lead_where_they_led() -> None:
    assert body(["참고: ", link("Focal Loss", "https://example.com/loss"), " 설명"]) == (
        "참고: [Focal Loss](https://example.com/loss) 설명\n"
    )


def test_words_over_two_lines_are_one_link() -> None:
    words = (
        "이 설명은 조금 길어서 두 줄에 걸쳐서 나오게 되는데 "
        "그래도 하나의 링크로 남아야 합니다 그렇지요 네 맞아요"
    )
    assert body(["여기 ", link(words, "https://example.com/x"), "라고"]) == (
        f"여기 [{words}](https://example.com/x)라고\n"
    )


def test_hangul_in_an_address_is_encoded_as_it_was() -> None:
    url = "https://example.com/%EB%B0%9C%ED%91%9C.pdf"
    assert body([link("https://example.com/발표.pdf", url)]) == f"[https://example.com/발표.pdf]({url})\n"


def test_what_would_end_an_address_is_encoded() -> None:
    written = body([link("책", "https://example.com/a_(b) c<d>")])
    assert (written, addresses(written)) == (
        "[책](https://example.com/a_%28b%29%20c%3Cd%3E)\n",
        ["https://example.com/a_%28b%29%20c%3Cd%3E"],
    )


def test_brackets_in_the_words_of_a_link_stay_there() -> None:
    written = body([link("[논문] 보기]", "https://example.com/a")])
    assert (written, addresses(written)) == (
        "[\\[논문\\] 보기\\]](https://example.com/a)\n",
        ["https://example.com/a"],
    )


def test_a_sign_before_a_link_makes_no_picture_of_it() -> None:
    assert (
        body(["보세요!", link("여기", "https://example.com/a")]) == "보세요\\![여기](https://example.com/a)\n"
    )


def test_links_keep_their_emphasis() -> None:
    bold = Run("굵게", bold=True, url="https://example.com/a")
    assert body([bold, " 끝"]) == "[**굵게**](https://example.com/a) 끝\n"


def test_only_what_is_underlined_belongs_to_a_link_over_two_lines() -> None:
    words = "두 줄에 걸친 링크라서 그 자리는 두 줄 모두를 덮지만 앞의 말은 링크가 아닙니다"
    start = "이 말은 링크가 아니고 그다음에 오는 말이 링크인데 "
    assert body([start, link(words, "https://example.com/x"), " 뒤의 말"]) == (
        f"{start}[{words}](https://example.com/x) 뒤의 말\n"
    )


def test_a_letter_that_the_comma_behind_it_stands_close_to_belongs_to_its_link() -> None:
    # In `v,` the stroke ends where the comma begins, before the letter does.
    letter = Glyph("v", 254.8, 262.8, 813.0, 16.0, 0, BLACK)
    comma = Glyph(",", 261.6, 266.1, 813.0, 16.0, 0, BLACK)
    place = Link(201.0, 799.0, 262.0, 816.0, "https://example.com/a")
    stroke = Box(201.5, 814.0, 261.6, 815.0, BLACK, 5)
    fonts = Fonts(("AAAAAA+LiberationSans",), frozenset())
    styled = [fonts.style(glyph, [place], [stroke]).url for glyph in (letter, comma)]
    assert styled == ["https://example.com/a", ""]


def test_a_letter_that_the_next_one_stands_close_to_is_struck_out_with_its_word() -> None:
    letter = Glyph("v", 254.8, 262.8, 813.0, 16.0, 0, BLACK)
    comma = Glyph(",", 261.6, 266.1, 813.0, 16.0, 0, BLACK)
    stroke = Box(201.5, 807.0, 261.6, 808.0, BLACK, 5)
    fonts = Fonts(("AAAAAA+LiberationSans",), frozenset())
    assert [fonts.style(glyph, [], [stroke]).struck for glyph in (letter, comma)] == [True, False]
