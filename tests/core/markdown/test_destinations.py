"""Links lead elsewhere, and nothing but their destinations changes."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.markdown import parse
from studylog.core.markdown.destinationforms import Lead
from studylog.core.markdown.destinations import lead_elsewhere

NEW = Lead("2021-08-12-daily/새 그림 (1).png", "2021/2021-08-12-daily")
PLAIN, ANGLE = "2021-08-12-daily/새%20그림%20%281%29.png", "2021-08-12-daily/새 그림 (1).png"


def led(text: str, *references: str, lead: Lead = NEW) -> str:
    return lead_elsewhere(text, dict.fromkeys(references, lead)).text


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("[가](a.png)", "a.png", f"[가]({PLAIN})"),
        ("![가](a.png)", "a.png", f"![가]({PLAIN})"),
        ('![가](a.png "제목")', "a.png", f'![가]({PLAIN} "제목")'),
        ("[가]( a.png\n'제목' )", "a.png", f"[가]( {PLAIN}\n'제목' )"),
        ("[가](<a b.png>)", "a b.png", f"[가](<{ANGLE}>)"),
        ("[가](a%20b.md#절)", "a%20b.md", f"[가]({PLAIN}#절)"),
        ("[가](a%20b.md#절)", "a%20b.md#절", f"[가]({PLAIN})"),
        ("[가](a(1)(2).png)", "a(1)(2).png", f"[가]({PLAIN})"),
        (r"[가](a\(1.png)", r"a\(1.png", f"[가]({PLAIN})"),
        ("[![가](a.png)](b.md)", "a.png", f"[![가]({PLAIN})](b.md)"),
        ("[![가](b.png)](a.md)", "a.md", f"[![가](b.png)]({PLAIN})"),
        ("> 인용 [가\n> 나](a.md)\n> 끝", "a.md", f"> 인용 [가\n> 나]({PLAIN})\n> 끝"),
        ("- [ ] [가](a.md)\n  1. ![](a.md)", "a.md", f"- [ ] [가]({PLAIN})\n  1. ![]({PLAIN})"),
        ("| ` | [가](a.md) | ` |\n|-|-|-|\n| 나 |", "a.md", f"| ` | [가]({PLAIN}) | ` |\n|-|-|-|\n| 나 |"),
        ("## [가](a.md)\r\n\r\n글\r\n", "a.md", f"## [가]({PLAIN})\r\n\r\n글\r\n"),
        ("[가]\n\n[가]: a.md 'x'\n", "a.md", f"[가]\n\n[가]: {PLAIN} 'x'\n"),
        ("![가][나]\n\n> [나]: <a.md>\n", "a.md", f"![가][나]\n\n> [나]: <{ANGLE}>\n"),
        ("[가]\n\n[가]:\n  a.md\n", "a.md", f"[가]\n\n[가]:\n  {PLAIN}\n"),
        ("[안 쓴]: a.md\n", "a.md", f"[안 쓴]: {PLAIN}\n"),
        ("글[^1]\n\n[^1]: [가](a.md)\n", "a.md", f"글[^1]\n\n[^1]: [가]({PLAIN})\n"),
        ("글^[바로 [가](a.md)]\n", "a.md", f"글^[바로 [가]({PLAIN})]\n"),
        (
            '<img src="a.png" alt="가"> 글',
            "a.png",
            f'<img src="{PLAIN.replace("%28", "(").replace("%29", ")")}" alt="가"> 글',
        ),
        (
            "<div>\n<a href=a.png>가</a>\n</div>",
            "a.png",
            "<div>\n<a href=2021-08-12-daily/새%20그림%20(1).png>가</a>\n</div>",
        ),
        ("[[A 페이지]]", "A 페이지", "[[2021/2021-08-12-daily|A 페이지]]"),
        ("[[A#절|이름]]", "A", "[[2021/2021-08-12-daily#절|이름]]"),
        ("|가|\n|-|\n|[[A]]|\n", "A", "|가|\n|-|\n|[[2021/2021-08-12-daily\\|A]]|\n"),
        ("![[a.png|300]]", "a.png", "![[2021/2021-08-12-daily|300]]"),
    ],
)
def test_every_form_of_a_destination(text: str, reference: str, expected: str) -> None:
    assert expected == led(text, reference)


@pytest.mark.parametrize(
    "text",
    [
        "`[가](a.md)`",
        "```\n[가](a.md)\n```\n",
        "    [가](a.md)\n",
        "$[가](a.md)$",
        "$$\n[가](a.md)\n$$\n",
        r"\[가](a.md)",
        "[가](b.md) a.md",
        "<!-- [가](a.md) -->",
        "글 (a.md) 와 ](a.md",
        "[가](a.mdx)",
    ],
)
def test_what_is_no_link_stays(text: str) -> None:
    assert text == led(text, "a.md")


def test_a_link_in_code_is_told_from_the_same_link_beside_it() -> None:
    assert "`[가](a.md)` [가](x.md) `[가](a.md)`" == led(
        "`[가](a.md)` [가](a.md) `[가](a.md)`", "a.md", lead=Lead("x.md")
    )


def test_what_was_found_is_told() -> None:
    found = lead_elsewhere("[가](a.md#x) ![](a.md)", {"a.md": Lead("b.md"), "nowhere.md": Lead("c.md")})
    assert ("[가](b.md#x) ![](b.md)", 2, {"a.md"}) == (found.text, found.count, found.references)


def test_a_name_that_a_wikilink_cannot_hold_is_left() -> None:
    assert "[[A]]" == led("[[A]]", "A", lead=Lead("C# 정리.md", "C# 정리"))


def test_a_colon_in_a_name_begins_no_scheme() -> None:
    assert "[가](./1:1.md)" == led("[가](a.md)", "a.md", lead=Lead("1:1.md"))


PIECES = st.sampled_from(
    [
        *("글 ", "\n", "\n\n", "\r\n", "- ", "> ", "# ", "`", "``", "```\n", "    ", "[가](", "![나](", "]("),
        *("OLD", "<OLD>", '"제목"', "[[OLD]]", "[[OLD|라벨]]", "[r]", "[r]: OLD", '<img src="OLD">', "#절"),
        *(
            "<",
            ">",
            "(",
            ")",
            "[",
            "]",
            "$",
            "$$",
            "|",
            "|-|",
            "\\",
            "<!--",
            "-->",
            "[^1]",
            "[^1]: ",
            "*",
            "**",
        ),
    ]
)


def destinations(text: str) -> list[str]:
    found = []
    for token in parse(text):
        for child in token.children or ():
            if child.type in ("link_open", "image") and child.info != "auto":
                found.append(str(child.attrs.get("href", child.attrs.get("src"))))
            elif child.type in ("wikilink", "embed"):
                found.append(child.meta["target"])
    return found


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_text_all_links_and_only_links_are_led_elsewhere(text: str) -> None:
    leads: Mapping[str, Lead] = {"OLD": Lead("NEW", "NEW")}
    found = lead_elsewhere(text, leads)
    expected = ["NEW" + old[3:] if old.split("#")[0] == "OLD" else old for old in destinations(text)]
    assert expected == destinations(found.text)
    # Undone, it is the old text: nothing else has changed.
    undone = found.text.replace("NEW|OLD]]", "NEW]]").replace("NEW\\|OLD]]", "NEW]]").replace("NEW", "OLD")
    assert text == undone


@given(st.text(st.sampled_from("가a[](){}<>!`'\"\\/#:|$^&;=%.\n\r \t*-_~"), max_size=80))
def test_without_a_reference_nothing_changes(text: str) -> None:
    assert text == lead_elsewhere(text, {"OLD": NEW}).text


OLD_URL, NEW_URL = "https://git.example/a/VGG.pdf", "https://git.example/a/Day_1/%EA%B0%80%20VGG.pdf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("발표자료: OLD\n", "발표자료: NEW\n"),
        ("- OLD\\\n  OLD를 보세요.\r\n", "- NEW\\\n  NEW를 보세요.\r\n"),
        ("<OLD> [글](OLD) [글](<OLD> '제목')", "<NEW> [글](NEW) [글](<NEW> '제목')"),
        ('<a href="OLD">글</a>\n\n[1]: OLD\n\n[글][1]', '<a href="NEW">글</a>\n\n[1]: NEW\n\n[글][1]'),
        ("`OLD` 그리고 OLD", "`OLD` 그리고 NEW"),
        ("```\nOLD\n```\n\n$OLD$\n", "```\nOLD\n```\n\n$OLD$\n"),
        ("OLD#L3 OLDx OLD", "OLD#L3 OLDx NEW"),
        ("| a |\n| - |\n| OLD |\n", "| a |\n| - |\n| NEW |\n"),
        # What holds a blank is no address that words could show.
        ("[OLD](OLD)", "[NEW](NEW)"),
    ],
)
def test_an_address_is_followed_as_words_too_and_in_the_words_of_its_own_link(
    text: str, expected: str
) -> None:
    written = text.replace("OLD", OLD_URL)
    found = lead_elsewhere(written, {OLD_URL: Lead(address=NEW_URL)})
    assert expected.replace("OLD", OLD_URL).replace("NEW", NEW_URL) == found.text


def test_the_words_of_a_link_stay_readable() -> None:
    lead = Lead(address="https://git.example/%EA%B0%80_%EB%82%98.pdf")
    text = lead_elsewhere(
        "[https://git.example/가.pdf](https://git.example/%EA%B0%80.pdf)",
        {"https://git.example/%EA%B0%80.pdf": lead},
    ).text
    assert "[https://git.example/가_나.pdf](https://git.example/%EA%B0%80_%EB%82%98.pdf)" == text


def test_an_address_that_words_would_run_into_gets_angle_brackets() -> None:
    old, new = "https://git.example/a.pdf", "https://git.example/folder"
    assert f"<{new}>가방 보기" == lead_elsewhere(f"{old}가방 보기", {old: Lead(address=new)}).text
