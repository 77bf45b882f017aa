"""Whatever is printed comes back: the same words in the same order, and nothing ever fails or takes long."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.incoming.coverage import coverage
from studylog.core.incoming.readable import readable
from studylog.core.printed.islands import islands
from studylog.core.printed.model import Box, Glyph, Link, Page, Picture, Printed
from studylog.core.printed.read import read_printed
from tests.core.printed.forms import callout, columns, quote, table
from tests.core.printed.typeset import FONTS, Run, Text, Typesetter
from tests.effort import effort

KOREAN = st.text(st.sampled_from("가나다라마바사아자차카타파하은는이을뷁쀍"), min_size=1, max_size=7)
ENGLISH = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABC0123"), min_size=1, max_size=11)
SIGNS = st.sampled_from(
    ["(괄호)", "3x3", "A→B", "왜?", "네!", "self-attention", "1.5%", '"말"', "[빈칸]", "a_b", "x=1", "*", "#"]
)
WORD = st.one_of(KOREAN, KOREAN, ENGLISH, SIGNS)
SENTENCE = st.lists(WORD, min_size=1, max_size=40).map(lambda words: " ".join(words) + " 끝.")
DRESS = st.sampled_from([{}, {}, {}, {"bold": True}, {"italic": True}, {"struck": True}, {"code": True}])


@dataclass(frozen=True)
class Piece:
    """Something to set, with what it should read as; an item is at most one level below the one before it."""

    draw: Callable[[Typesetter, int], None]
    text: str
    level: int = -1


def dressed(draw: st.DrawFn) -> tuple[Text, str]:
    """A sentence of which some words are bold, code or behind a link."""
    runs: list[Run | str] = []
    for word in draw(st.lists(WORD, min_size=1, max_size=25)):
        dress = draw(DRESS)
        url = "https://example.com/a" if draw(st.integers(0, 9)) == 0 else ""
        runs.extend((Run(f"말{word}", **dress, url=url), " "))
    runs.append("끝.")
    return runs, "".join(run if isinstance(run, str) else run.text for run in runs)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """A paragraph, a heading, or an item of a list."""
    kind = draw(st.sampled_from(["text", "text", "heading", "item", "dressed"]))
    if kind == "dressed":
        runs, text = dressed(draw)
        return Piece(lambda t, _: t.text(runs), text)
    text = draw(SENTENCE)
    if kind == "heading":
        level, text = draw(st.integers(1, 3)), " ".join(text.split()[:6])
        return Piece(lambda t, _: t.heading(level, text), text)
    if kind == "item":
        mark = draw(st.sampled_from(["-", ">", "[ ]", "[x]", "1.", "2.", "10.", "a.", "i."]))
        level = draw(st.integers(0, 3))
        return Piece(lambda t, level: t.item(mark, text, level), text, level)
    return Piece(lambda t, _: t.text(text), text)


def set_all(t: Typesetter, some: list[Piece]) -> None:
    last = -1
    for piece in some:
        last = min(piece.level, last + 1)
        piece.draw(t, last)


NOTES = st.lists(pieces(), min_size=1, max_size=14)


def words(markdown: str) -> list[str]:
    """The words of a body, without the numbers of its lists and the addresses behind its links."""
    read = readable(markdown).replace("https://example.com/a", "")
    return [word for word in read.split() if not re.fullmatch(r"[0-9]+[.)]", word)]


@settings(max_examples=40)
@given(NOTES)
def test_notes_come_back_with_the_same_words_in_the_same_order(notes: list[Piece]) -> None:
    t = Typesetter(footer="회의록")
    t.title("회의록")
    set_all(t, notes)
    note = read_printed(t.printed(), "수식")
    assert words(note.body) == " ".join(piece.text for piece in notes).split()
    assert coverage(note.visible, f"{note.title}\n{readable(note.body)}").whole


@settings(max_examples=15)
@given(NOTES, NOTES, NOTES)
def test_nothing_that_can_be_read_is_lost_in_frames_and_columns(
    one: list[Piece], two: list[Piece], three: list[Piece]
) -> None:
    t = Typesetter()
    t.title("회의록")
    quote(t, lambda t: set_all(t, one[:3]))
    callout(t, lambda t: set_all(t, two[:3]), "💡")
    t.new_page()
    columns(t, lambda t: set_all(t, two[:3]), lambda t: set_all(t, three[:3]))
    t.new_page()
    table(t, [[piece.text[:60] for piece in (one[0], two[0], three[0])]] * 2, [208, 208, 208])
    t.code("\n".join(piece.text for piece in three))
    note = read_printed(t.printed(), "수식")
    assert coverage(note.visible, f"{note.title}\n{readable(note.body)}").missing == ()


NUMBER = st.one_of(
    st.floats(-50, 900),
    st.floats(),
    st.sampled_from([0.0, 1.0, 96.0, 720.0, 1e-9, 1e300, -1e300, float("nan"), float("inf")]),
)
COLOUR = st.tuples(*[st.integers(0, 255)] * 4)
LETTER = st.one_of(st.sampled_from(["가", "a", " ", "1", ".", "💡", "∑", "ﬁ", "\u200b"]), st.characters())
GLYPH = st.builds(Glyph, LETTER, NUMBER, NUMBER, NUMBER, NUMBER, st.integers(0, 7), COLOUR, st.booleans())
BOX = st.builds(Box, NUMBER, NUMBER, NUMBER, NUMBER, COLOUR, st.integers(0, 99))
PICTURE = st.builds(Picture, NUMBER, NUMBER, NUMBER, NUMBER, st.sampled_from(["", "a.png"]))
LINK = st.builds(Link, NUMBER, NUMBER, NUMBER, NUMBER, st.text(max_size=9))


def page(width: float, height: float, glyphs: list[Glyph], *others: list[object]) -> Page:
    numbered = tuple(glyph._replace(number=number) for number, glyph in enumerate(glyphs))
    boxes, pictures, links = map(tuple, others)
    formulas = tuple(islands(numbered, FONTS, boxes))  # type: ignore[arg-type]
    return Page(width, height, numbered, boxes, pictures, links, formulas)  # type: ignore[arg-type]


PAGE = st.builds(
    page,
    NUMBER,
    NUMBER,
    st.lists(GLYPH, max_size=40),
    st.lists(BOX, max_size=20),
    st.lists(PICTURE),
    st.lists(LINK),
)


@settings(max_examples=60)
@given(st.lists(PAGE, max_size=3))
def test_whatever_stands_wherever_gives_a_note(pages: list[Page]) -> None:
    read_printed(Printed(tuple(pages), FONTS), "수식")


def soup(count: int, kind: str) -> Page:
    """Many glyphs and boxes that lie over each other, of the kind that takes longest to sort out."""
    chance = random.Random(7)

    def place() -> tuple[float, float]:
        return (chance.uniform(0, 816), chance.uniform(0, 1056)) if kind != "heap" else (200.0, 500.0)

    glyphs: list[Glyph] = []
    boxes: list[Box] = []
    for _ in range(count):
        x, y = place()
        letter = chance.choice("가나다 ab1.")
        size, font = (19.36, 6) if kind == "formulas" else (16.0, chance.randrange(8))
        glyphs.append(Glyph(letter, x, x + 8, y, size, font, (0, 0, 0, 255)))
        x, y = place()
        wide, high = {
            "frames": (300.0, 1.0),
            "bars": (3.0, 700.0),
            "grounds": (chance.uniform(60, 700), chance.uniform(30, 900)),
        }.get(kind, (chance.uniform(0, 40), chance.uniform(0, 40)))
        if kind == "frames" and chance.random() < 0.5:
            wide, high = high, wide
        boxes.append(Box(x, y, x + wide, y + high, (0, 0, 0, 255), 5))
    return page(816.0, 1056.0, glyphs, boxes, [], [])


# Only a page with much on it has columns of formulas: what has none tells nothing of what finds them.
@pytest.mark.parametrize(
    ("kind", "few", "many"),
    [
        ("formulas", 2_000, 5_000),
        *((kind, 250, 2_000) for kind in ("text", "heap", "frames", "bars", "grounds")),
    ],
)
def test_time_grows_less_than_the_cube_of_what_stands_on_a_page(kind: str, few: int, many: int) -> None:
    """Eight times as much takes 8 times as long, 64 where all pairs are compared, and never 512 times."""

    def seconds(count: int, times: int) -> float:
        page = Printed((soup(count, kind),), FONTS)
        return effort(lambda: read_printed(page, "수식"), times)

    assert seconds(many, 1) < 250 / 512 * (many / few) ** 3 * max(seconds(few, 2), 0.005)
