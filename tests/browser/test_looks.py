"""What the eye meets: where things stand in a window, measured in a browser."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.features.site_notebook import build_site, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (320, 360, 480, 800, 1280)
PAGES = (
    "index.html",
    "meetings/index.html",
    "meetings/2021-08-11-daily.html",
    "questions/index.html",
    "lectures/index.html",
    "lectures/dl-basic-8.html",
    "papers/index.html",
    "papers/xception.html",
    "weeks/index.html",
    "weeks/w2.html",
    "resources.html",
)
PASTED = """\
---
date: 2021-08-12
type: daily
---
## 8강

Q. 왜 나누나요?
A. 두 가지입니다.

### 첫째

값이 커집니다.
"""
ASKED_FURTHER = """\
---
date: 2021-08-12
type: daily
---
- Q1. 왜 나누나요? ^q-k3f9a2bc
  - A1. 아래 표처럼 값이 커집니다.

| d | 값 |
|---|---|
| 64 | 8 |

1-1. 그럼 얼마나 커지나요?
"""
YEAR_BEFORE = """\
---
date: 2020-12-30
type: daily
---
### Paper review

#### (1) Alder

Presenter: Lee Mongryong
"""
LONG = "About what we asked each other for a whole evening, and what nobody could tell us afterwards"
CROWD = ", ".join(f"Guest {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
CROWDED = f"""\
---
title: {LONG}
date: 2021-08-10
type: daily
attendees: [{CROWD}]
---
Q. Why are there two?
"""
VARIED = """\
---
date: 2021-08-09
type: daily
---
Q1. 게이트는 <mark>왜</mark> 셋인가요?
A. (춘향) 일이 셋이라서 `세 개`입니다.

Q1-1. 그럼 둘이면 안 되나요?
제 생각) 됩니다.
"""
HEADED = """\
---
date: 2021-08-12
type: daily
---
## `train()` 모드와 **굵은 글씨**, 그리고 $x$ 값

글입니다.
"""
DRESSED = """[...document.querySelectorAll('main, main *')].map(one => {
    const [box, style] = [one.getBoundingClientRect(), getComputedStyle(one)]
    return [one.tagName, box.x, box.width, box.height, style.color, style.fontSize, style.display].join()
})"""
# How far the days of a list are from what stands beside them, and what they say.
DAYS = """[...document.querySelectorAll('.m > .when, .lines .when, .board td.when')].map(day => {
    const range = document.createRange()
    range.selectNodeContents(day)
    const [own, next] = [range, day.nextElementSibling].map(one => one.getBoundingClientRect())
    return [Math.round(next.left - own.right), day.innerText, own.height]
})"""
# Of each thing that begins a line of a list with dots: how far its words stand from the edge of the list, if
# nothing stands beside it, and whether the place of its dot is cut off.
BEGINNINGS = """[...document.querySelectorAll('.kicker, .sub, .meta')].flatMap(list => {
    const left = list.parentElement.getBoundingClientRect().left
        + parseFloat(getComputedStyle(list.parentElement).paddingLeft)
        + parseFloat(getComputedStyle(list.parentElement).borderLeftWidth)
    const things = [...list.children].filter(one => one.getClientRects().length)
    const alone = !list.closest('.l .said, dd'), cut = getComputedStyle(list).clipPath !== 'none'
    const [start, end] = ['left', 'right'].map(side => one => one.getBoundingClientRect()[side])
    return things
        .filter((one, n) => !n || start(one) < end(things[n - 1]) - 1)
        .map(one => start(one) + parseFloat(getComputedStyle(one).paddingLeft) - left)
        .map(away => [alone ? Math.round(away) : 0, cut])
})"""


# In how many widths, from wide to such as hold a word with its particle (으로), a line ends between the two.
PARTED = """line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    while (!texts.nextNode().data.includes('으로')) {}
    const [text, at] = [texts.currentNode, texts.currentNode.data.indexOf('으로')]
    const [before, particle] = [document.createRange(), document.createRange()]
    before.selectNodeContents(line)
    before.setEnd(text, at)
    particle.setStart(text, at)
    particle.setEnd(text, at + 1)
    const bottom = range => [...range.getClientRects()].filter(one => one.width).at(-1).bottom
    return Array.from({length: 200}, (_, n) => 300 - n).filter(width => {
        line.style.width = `${width}px`
        return bottom(particle) > bottom(before) + 9
    }).length
}"""
PARTICLES = """\
---
date: 2021-08-12
type: daily
---
얼린 층의 배치 정규화는 `train()`으로 두어야 하나 봅니다.

그 층의 배치 정규화는 특잇값 분해(SVD)으로 두어야 하나 봅니다.

그 층의 배치 정규화는 **특잇값 분해(SVD)**으로 두어야 하나 봅니다.

그 층의 배치 정규화는 “특잇값”으로 두어야 하나 봅니다.

그 층의 배치 정규화는 아주 작은 $x$으로 두어야 하나 봅니다.
"""


@pytest.fixture(scope="module", params=["ko", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looks")
    build_site(make(folder / "notebook", request.param), folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_no_line_of_a_list_with_dots_begins_with_a_dot(site: Path, page: "Page") -> None:
    """Each first thing of a line stands at the edge, its dot outside of what is shown."""
    for name in PAGES:
        page.goto((site / name).as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(BEGINNINGS)
            assert found
            assert [] == [(name, width, one) for one in found if one != [0, True]]


def test_a_particle_stays_with_what_is_before_it(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook")
    (folder / "notes/2021-08-12.md").write_text(PARTICLES, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/meetings/2021-08-12-daily.html").as_uri())
    lines = page.locator(".flow p").all()
    assert [0] * 5 == [line.evaluate(PARTED) for line in lines]


def test_words_of_a_chart_stand_within_it_and_apart(site: Path, page: "Page") -> None:
    page.goto((site / "index.html").as_uri())
    for kind in (".overtime", ".heat"):
        boxes = page.evaluate(
            """kind => [...document.querySelectorAll(`${kind} .name, ${kind} .month`)].map(word => {
                const [own, all] = [word, word.ownerSVGElement].map(one => one.getBoundingClientRect())
                return [own.left - all.left, own.right - all.left, all.width]})""",
            kind,
        )
        assert boxes
        assert [] == [box for box in boxes if box[0] < -0.5 or box[1] > box[2] + 0.5]
        assert [] == [(one, two) for one, two in pairwise(boxes) if one[1] > two[0]]


def test_the_rail_above_a_page_begins_where_the_page_does(site: Path, page: "Page") -> None:
    page.goto((site / "index.html").as_uri())
    for width in (320, 360, 800):
        page.set_viewport_size({"width": width, "height": 800})
        left = "one => document.querySelector(one).getBoundingClientRect().left"
        lefts = page.evaluate(f"['.brand', 'h1', '.rail li'].map({left})")
        assert (width, 1) == (width, len(set(lefts)))


def test_three_things_of_the_agenda_stand_beside_each_other_where_there_is_room(
    site: Path, page: "Page"
) -> None:
    page.goto((site / "index.html").as_uri())
    page.evaluate(
        "document.querySelectorAll('.agenda > section:nth-child(n+4)').forEach(one => one.remove())"
    )
    for width, columns in ((360, 2), (800, 3), (1280, 3)):
        page.set_viewport_size({"width": width, "height": 800})
        lefts = page.evaluate(
            "[...document.querySelectorAll('.agenda > section')].map(one => one.getBoundingClientRect().left)"
        )
        assert (width, 3, columns) == (width, len(lefts), len(set(lefts)))


def test_a_task_and_a_promise_stand_under_their_own_first_word(site: Path, page: "Page") -> None:
    page.goto((site / "meetings/2021-08-11-daily.html").as_uri())
    for kind in (".task-list-item", ".promises li"):
        page.set_viewport_size({"width": 360, "height": 800})
        first, second = page.evaluate(
            """kind => {
                const line = document.querySelector(kind)
                line.style.width = '11rem'
                const range = document.createRange()
                const words = [...line.childNodes].filter(one => one.nodeType === 3 && one.data.trim())
                range.setStart(words[0], words[0].data.search(/[^ ]/))
                range.setEnd(words[0], words[0].data.length)
                return [...range.getClientRects()].filter(one => one.width > 1).map(one => one.left)
            }""",
            kind,
        )[:2]
        assert abs(first - second) <= 1.5


def test_the_head_of_a_long_note_leads_to_contents_that_stand_below_it(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook")
    text = "---\ndate: 2021-08-12\ntype: daily\n---\n" + "".join(
        f"## {n}부\n\n글입니다.\n\n" for n in range(5)
    )
    (folder / "notes/2021-08-12.md").write_text(text, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/meetings/2021-08-12-daily.html").as_uri())
    for width, leads in ((360, True), (800, True), (1280, False)):
        page.set_viewport_size({"width": width, "height": 800})
        assert (width, leads) == (width, page.locator(".sub a[href='#_contents']").is_visible())
    page.emulate_media(media="print")
    assert not page.locator(".to-contents").is_visible()


def test_a_meeting_without_questions_keeps_no_place_for_them(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook")
    (folder / "notes/2021-08-10.md").write_text(YEAR_BEFORE, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/meetings/index.html").as_uri())
    page.set_viewport_size({"width": 360, "height": 800})
    assert [False] == [one.is_visible() for one in page.locator(".m .stand:empty").all()]


def test_what_filters_a_list_stands_in_two_columns_in_a_narrow_window(site: Path, page: "Page") -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for name in ("questions/index.html", "meetings/index.html"):
        page.goto((site / name).as_uri())
        lefts = page.evaluate(
            """[...document.querySelectorAll('.filters label:has(select)')]
                .map(label => Math.round(label.getBoundingClientRect().left))"""
        )
        assert 2 == len(set(lefts))


def test_a_column_of_papers_is_named_once_and_stands_under_its_like(site: Path, page: "Page") -> None:
    """By the head of its table, or where none is seen by itself; on paper as on a screen."""
    page.goto((site / "papers/index.html").as_uri())
    for width, medium in ((360, "screen"), (800, "screen"), (1280, "screen"), (657, "print")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media=medium)  # type: ignore[arg-type]
        heads, named, lefts = page.evaluate(
            """[
                getComputedStyle(document.querySelector('.board thead:has(th.plan)')).position !== 'absolute',
                [...document.querySelectorAll('.board td.plan')]
                    .some(one => getComputedStyle(one, '::before').content.includes('"')),
                ['.who', '.where'].map(kind => new Set([...document.querySelectorAll(`.board thead ${kind}`)]
                    .map(one => Math.round(one.getBoundingClientRect().left))).size)
            ]"""
        )
        assert (width, medium, heads) == (width, medium, not named)
        assert width == 360 or lefts == [1, 1]
    page.emulate_media(media="screen")


def test_a_heading_in_an_answer_is_not_louder_than_its_question(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook", "en")
    (folder / "notes/2021-08-12.md").write_text(PASTED, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/meetings/2021-08-12-daily.html").as_uri())
    sizes = "name => parseFloat(getComputedStyle(document.querySelector(name)).fontSize)"
    assert page.evaluate(sizes, ".words :is(h2, h3, h4, h5)") <= page.evaluate(sizes, ".asked")


def test_the_words_of_a_heading_stand_together_whatever_is_in_it(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook")
    (folder / "notes/2021-08-12.md").write_text(HEADED, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/meetings/2021-08-12-daily.html").as_uri())
    boxes = page.evaluate(
        """[...document.querySelector('.flow h2').childNodes].map(one => {
            const range = document.createRange()
            range.selectNode(one)
            const box = range.getBoundingClientRect()
            return [box.left, box.right]})"""
    )
    assert len(boxes) == 6
    assert [] == [(one, two) for one, two in pairwise(boxes) if two[0] - one[1] > 12]


def test_an_answer_is_no_list_of_one_and_keeps_away_from_what_was_asked_further(
    tmp_path: Path, page: "Page"
) -> None:
    folder = make(tmp_path / "notebook")
    (folder / "notes/asked-further.md").write_text(ASKED_FURTHER, "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/questions/q-k3f9a2bc.html").as_uri())
    words, table = page.locator(".words li li, .words table").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().left)"
    )
    story, further = page.locator(".story, .story + section h2").evaluate_all(
        "([story, title]) => [story.getBoundingClientRect().bottom, title.getBoundingClientRect().top]"
    )
    assert (words, True) == (table, further - story >= 32)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_days_of_several_years_tell_them_and_keep_away_from_what_is_beside(
    tmp_path: Path, page: "Page", language: str
) -> None:
    folder = make(tmp_path / "notebook", language)
    (folder / "notes/2020-12-30-daily.md").write_text(YEAR_BEFORE, "utf-8")
    build_site(folder, tmp_path / "site")
    for name in ("papers/index.html", "meetings/index.html"):
        page.goto((tmp_path / "site" / name).as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            days = page.evaluate(DAYS)
            assert days
            assert [] == [(name, width, day) for day in days if day[0] < 4 or day[2] > 36]
        assert name != "papers/index.html" or any("2021" in day for _, day, _ in days)


def test_where_nothing_has_a_day_no_column_is_kept_free_for_one(tmp_path: Path, page: "Page") -> None:
    folder = make(tmp_path / "notebook", "en")
    lefts = "names => names.map(name => document.querySelector(name).getBoundingClientRect().left)"
    (folder / "notes/2020-12-30-daily.md").write_text(
        YEAR_BEFORE.replace("Alder", "Alder (https://arxiv.org/abs/1234.56789)"), "utf-8"
    )
    (folder / "notes/reading.md").write_text("# Alder, slowly\n\nhttps://arxiv.org/abs/1234.56789\n", "utf-8")
    build_site(folder, tmp_path / "site")
    page.goto((tmp_path / "site/papers/alder.html").as_uri())
    own, section = page.evaluate(lefts, [".lines .text", "section:has(> .lines) h2"])
    assert own == section


def test_a_promise_of_a_week_stands_beside_its_mark(site: Path, page: "Page") -> None:
    page.goto((site / "weeks/w2.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate(
            """[...document.querySelectorAll('.promised li')].map(line => {
                const [mark, words] = ['.tick', '.text']
                    .map(one => line.querySelector(one).getBoundingClientRect())
                return [mark.right < words.left, mark.bottom > words.top]})"""
        )
        assert found
        assert [] == [(width, one) for one in found if one != [True, True]]


def test_what_is_short_keeps_its_line_beside_a_long_title_and_a_large_team(
    tmp_path: Path, page: "Page"
) -> None:
    folder = make(tmp_path / "notebook", "en")
    (folder / "notes/2021-08-10.md").write_text(CROWDED, "utf-8")
    build_site(folder, tmp_path / "site")
    for name, kind in (
        ("meetings/index.html", ".m .stand .n, .m .dots"),
        ("meetings/2021-08-11-daily.html", ".turn small"),
    ):
        page.goto((tmp_path / "site" / name).as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            heights = page.evaluate(
                "kind => [...document.querySelectorAll(kind)].map(one => one.getBoundingClientRect().height)",
                kind,
            )
            assert len(heights) > 1
            assert [] == [(name, width, one) for one in heights if one > 28]


def test_a_note_and_a_question_look_the_same_with_the_styles_of_lists(tmp_path: Path, page: "Page") -> None:
    """As in one file, which has both; so that no word of a list means something else in a note."""
    folder = make(tmp_path / "notebook")
    (folder / "notes/2021-08-09.md").write_text(VARIED, "utf-8")
    build_site(folder, tmp_path / "site")
    style = tmp_path / "site/static/style.css"
    names = ["meetings/2021-08-09-daily.html", "meetings/2021-08-11-daily.html", "questions/q-k3f9a2bc.html"]

    def dressed(name: str) -> list[str]:
        page.goto((tmp_path / "site" / name).as_uri())
        return list(page.evaluate(DRESSED))

    own = [dressed(name) for name in reversed(names)]
    assert page.locator(".card.under, .people .seen, mark, code").count() >= 4
    style.write_bytes(style.with_name("lists.css").read_bytes())
    assert own == [dressed(name) for name in reversed(names)]
