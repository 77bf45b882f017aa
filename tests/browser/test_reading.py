"""Reading with the script of the pages: keys, order, what is copied, what is folded, contents that follow."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import address
from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LONG = "---\ndate: 2021-08-10\ntype: daily\n---\n" + "".join(
    f"## {part}부\n\nQ. {part}번째 질문은 무엇인가요?\nA. 답입니다.\n\n"
    + "긴 설명이 이어집니다. " * 90
    + "\n\n```\nx = 1\n```\n\n"
    for part in range(1, 6)
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    root = make(folder / "notebook", "ko")
    (root / "notes/2021-08-10.md").write_text(LONG, "utf-8")
    build_site(root, folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert [] == said


def focused(page: "Page") -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_j_and_k_go_from_question_to_question(site: Path, page: "Page") -> None:
    page.goto(address(site, "questions/index.html"))
    texts = page.locator(".q:visible a.text").all_text_contents()
    assert len(texts) > 2
    page.keyboard.press("j")
    assert texts[0] == focused(page)
    page.keyboard.press("j")
    assert texts[1] == focused(page)
    page.keyboard.press("k")
    assert texts[0] == focused(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/q-*.html")


@pytest.mark.parametrize(
    ("letter", "noun"),
    [
        ("h", "index.html"),
        ("m", "meetings/index.html"),
        ("w", "weeks/index.html"),
        ("p", "papers/index.html"),
    ],
)
def test_g_and_a_letter_go_to_a_noun(site: Path, page: "Page", letter: str, noun: str) -> None:
    page.goto(address(site, "questions/q-k3f9a2bc.html"))
    page.keyboard.press("g")
    page.keyboard.press(letter)
    page.wait_for_url(address(site, noun))


def test_brackets_turn_the_page(site: Path, page: "Page") -> None:
    page.goto(address(site, "weeks/w2.html"))
    page.keyboard.press("[")
    page.wait_for_url("**/weeks/w1.html")
    page.keyboard.press("]")
    page.wait_for_url("**/weeks/w2.html")


def test_a_question_mark_tells_the_keys_and_escape_closes_them(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/2021-08-11-daily.html"))
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="단축키")
    dialog.wait_for()
    assert "이전 쪽, 다음 쪽" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.keyboard.press("?")
    dialog.wait_for()


def test_keys_are_letters_where_one_writes(site: Path, page: "Page") -> None:
    page.goto(address(site, "search.html"))
    page.locator("input[type=search]").fill("")
    page.keyboard.type("gmjt?")
    assert "gmjt?" == page.locator("input[type=search]").input_value()
    assert page.url.startswith(address(site, "search.html"))


def test_questions_stand_in_one_list_when_they_are_ordered_by_day(site: Path, page: "Page") -> None:
    page.goto(address(site, "questions/index.html"))
    page.locator("label:has(#_all)").click()
    before = page.locator(".q a.text").all_text_contents()
    page.select_option("[data-sort]", "new")
    days = page.locator(".q:visible").evaluate_all("all => all.map(one => one.dataset.day || '')")
    assert days == sorted(days, reverse=True)
    assert len(before) == len(days)
    # Each says the lecture that stood over it.
    assert page.locator(".q .from", has_text="DL Basic 8강").count() >= 3
    page.select_option("[data-sort]", "old")
    assert sorted(days) == page.locator(".q:visible").evaluate_all(
        "all => all.map(one => one.dataset.day || '')"
    )
    page.select_option("[data-sort]", "")
    assert before == page.locator(".q a.text").all_text_contents()
    assert 0 == page.locator(".from").count()


def test_questions_are_filtered_by_lecture_and_by_age(site: Path, page: "Page") -> None:
    page.clock.install(time="2021-08-14T12:00:00")
    page.goto(address(site, "questions/index.html"))
    page.locator("label:has(#_all)").click()
    page.select_option("[data-by=age]", "7")
    shown = page.locator(".q:visible").evaluate_all("all => all.map(one => one.dataset.day)")
    assert ["2021-08-05"] == shown
    page.select_option("[data-by=age]", "")
    page.select_option("[data-by=group]", label="DL Basic 8강")
    assert 1 == page.locator(".group-of:visible").count()


def test_meetings_are_filtered_by_who_was_there_and_by_what_is_left(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/index.html"))
    page.select_option("[data-by=people]", "이몽룡")
    assert ["meetings/2021-08-12-daily.html"] == [
        link.partition("../")[2]
        for link in page.locator(".m:visible > .when").evaluate_all(
            "all => all.map(one => one.getAttribute('href'))"
        )
    ]
    page.select_option("[data-by=people]", "")
    page.select_option("[data-by=left]", "yes")
    assert page.locator(".m:visible").count() < page.locator(".m").count()


def test_links_and_code_are_copied(site: Path, browser: "Browser") -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address(site, "meetings/2021-08-10-daily.html"))
    card = page.locator(".card").first
    card.hover()
    card.get_by_role("button", name="링크 복사").click()
    card.get_by_role("button", name="복사했습니다").wait_for()
    code = page.locator(".code").first
    code.hover()
    code.get_by_role("button", name="코드 복사").click()
    code.get_by_role("button", name="복사했습니다").wait_for()
    context.close()


def test_a_long_answer_is_folded_unfolded_and_printed_whole(site: Path, page: "Page") -> None:
    page.goto(address(site, "meetings/2021-08-10-daily.html"))
    words = page.locator(".card .words").first
    low = words.evaluate("one => one.clientHeight")
    page.get_by_text("모두 펼치기").first.click()
    high = words.evaluate("one => one.clientHeight")
    assert high > low + 50
    page.get_by_text("접기").first.click()
    assert low == words.evaluate("one => one.clientHeight")
    page.emulate_media(media="print")
    assert words.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_the_contents_follow_what_one_reads(site: Path, page: "Page") -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(address(site, "meetings/2021-08-10-daily.html"))
    current = page.locator(".contents [aria-current]")
    page.evaluate("document.getElementById('4부').scrollIntoView()")
    page.locator(".contents [aria-current]", has_text="4부").wait_for()
    assert 1 == current.count()
    assert page.locator(".contents").is_visible()


def test_without_a_script_a_long_answer_unfolds_all_the_same(site: Path, browser: "Browser") -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, "meetings/2021-08-10-daily.html"))
    assert 0 == page.locator(".copy").count()
    summary = page.get_by_text("모두 펼치기").first
    summary.click()
    page.get_by_text("접기").first.wait_for()
    context.close()
