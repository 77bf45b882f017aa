"""Slides page by page: right for good ones, a reason for bad ones, drawn once, never in our own process."""

import io
import os
import zipfile
from multiprocessing import active_children
from pathlib import Path

import pytest

from studylog.core.decks import MOST_DRAWN, MOST_SHEETS, Deck
from studylog.store import files
from studylog.store.pdf import children
from studylog.store.pdf.worker import read_answer
from studylog.store.pictures import decks
from studylog.store.pictures.decks import Source, deck_of, drawn_decks
from studylog.store.pictures.shelf import MOST_BYTES_UNUSED, Drawn, PictureShelf, shelf_of
from tests.realdata import REAL, needs
from tests.store.pdfs import damaged, document, parts, stream

pytest.importorskip("pypdfium2")
PIL = pytest.importorskip("PIL.Image")

# Of each real one, by how its name begins: pages, width and height of its pictures, what some page says.
SLIDES = {
    "Inception-v2v3": (10, (400, 225), {2: "More Factorization", 8: "Label Smoothing", 10: "성능 비교"}),
    "ResNeXt": (14, (400, 225), {1: "ResNeXt", 8: "Method", 14: "Thanks for listening"}),
    # Its letters are drawings: its words stand in its tags alone.
    "VGG": (12, (400, 300), {2: "224X224 RGB image", 4: "CLASSIFICATION FRAMEWORK", 12: "CONCLUSION"}),
    "Xception": (12, (400, 225), {2: "Introduction", 6: "Depthwise Separable Convolution"}),
}


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good file may take as long as a busy machine takes for it."""
    monkeypatch.setattr(children, "_SECONDS", 60.0)


def source(file: Path) -> Source:
    return Source(files.sha256_of(file), file)


def drawn(tmp_path: Path, content: bytes, name: str = "a.pdf") -> Drawn:
    file = tmp_path / name
    file.write_bytes(content)
    ((sha256, found),) = drawn_decks([source(file)], shelf_of(tmp_path))
    assert files.sha256(content) == sha256
    return found


def pages(count: int, size: bytes = b"595 842") -> bytes:
    """A document whose pages are all alike."""
    page = parts()[3].replace(b"595 842", size)
    numbers = range(10, 10 + count)
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % number for number in numbers), count)
    return document({**parts(), 2: tree, **dict.fromkeys(numbers, page)})


def opened(picture: bytes) -> "PIL.Image":
    return PIL.open(io.BytesIO(picture))


@needs("slides")
def test_real_slides_give_their_pages_pictures_and_words(tmp_path: Path) -> None:
    sources = [source(next((REAL / "slides").glob(f"{name}*.pdf"))) for name in SLIDES]
    found = dict(drawn_decks(sources, shelf_of(tmp_path)))
    for (name, (count, size, said)), one in zip(SLIDES.items(), sources, strict=True):
        deck, pictures = found[one.sha256].deck, found[one.sha256].pictures
        assert (name, count, count, "") == (name, deck.pages, deck.drawn, deck.trouble)
        assert {size} == {(sheet.width, sheet.height) for sheet in deck.sheets}
        for sheet, picture in zip(deck.sheets, pictures, strict=True):
            shown = opened(picture)
            assert ("WEBP", size, sheet.sha256) == (shown.format, shown.size, files.sha256(picture))
            # Something stands on each page.
            assert max(high - low for low, high in shown.convert("RGB").getextrema()) > 60
            assert len(picture) < 40_000
        for number, words in said.items():
            assert words in deck.sheets[number - 1].text


def test_a_page_is_its_picture_and_its_words(tmp_path: Path) -> None:
    found = drawn(tmp_path, document(parts()))
    (sheet,) = found.deck.sheets
    assert (1, 283, 400) == (found.deck.pages, sheet.width, sheet.height)
    assert "8/12 Minutes\nQ. Why is the sky blue?" in sheet.text


def test_the_same_slides_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    assert drawn(tmp_path / "one", pages(3)) == drawn(tmp_path / "other", pages(3))


def test_of_thousands_of_pages_the_first_are_drawn_and_some_more_can_be_found(tmp_path: Path) -> None:
    found = drawn(tmp_path, pages(2000))
    assert (2000, MOST_SHEETS, MOST_DRAWN) == (found.deck.pages, len(found.deck.sheets), found.deck.drawn)
    assert found.deck.sheets[MOST_DRAWN].text and not found.deck.sheets[MOST_DRAWN].width


@pytest.mark.parametrize("size", [b"14400 14400", b"100000 50", b"3 9000", b"1 1"])
def test_pages_of_any_size_are_drawn_small(tmp_path: Path, size: bytes) -> None:
    (sheet,) = drawn(tmp_path, pages(1, size)).deck.sheets
    assert max(sheet.width, sheet.height) <= 401


def test_what_is_no_pdf_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decks, "_read", None)
    renamed = io.BytesIO()
    with zipfile.ZipFile(renamed, "w") as archive:
        archive.writestr("ppt/presentation.xml", "<p/>")
    for content in (b"", b"%!PS", renamed.getvalue()):
        assert Deck(0, trouble="damaged") == drawn(tmp_path, content).deck


def test_locked_ones_say_so(tmp_path: Path) -> None:
    assert Deck(0, trouble="locked") == drawn(tmp_path, dict(damaged())["locked"]).deck


def test_two_hundred_damaged_ones_do_no_harm(tmp_path: Path) -> None:
    """Each ends in pages or in a reason, in a process of its own, and leaves nothing behind."""
    given = tmp_path / "given"
    given.mkdir()
    for name, content in damaged():
        (given / f"{name}.pdf").write_bytes(content)
    sources = {one.sha256: one for one in map(source, sorted(given.iterdir()))}
    found = dict(drawn_decks(list(sources.values()), shelf_of(tmp_path)))
    assert sources.keys() == found.keys()
    for one in found.values():
        assert one.deck.trouble or one.deck.pages >= 1
        assert one.deck.drawn == len(one.pictures) <= MOST_DRAWN
        assert all(max(opened(picture).size) <= 401 for picture in one.pictures)
    assert [] == active_children()


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = drawn(tmp_path, pages(2))
    monkeypatch.setattr(decks, "_read", None)
    assert before == drawn(tmp_path, pages(2), "renamed.pdf")


def kept(tmp_path: Path) -> Path:
    (file,) = (tmp_path / ".studylog/pictures").rglob("*.deck")
    return file


@pytest.mark.parametrize("damage", [b"", b"x", b"\n\n\n", None])
def test_what_is_damaged_on_the_shelf_is_drawn_again(tmp_path: Path, damage: bytes | None) -> None:
    before = drawn(tmp_path, pages(2))
    content = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(content[:-1] + b"?" if damage is None else damage)
    assert before == drawn(tmp_path, pages(2))
    assert content == kept(tmp_path).read_bytes()


def test_a_file_that_changed_while_it_was_read_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(document(parts()))
    assert [] == list(drawn_decks([Source("0" * 64, file)], shelf_of(tmp_path)))


def test_nothing_is_kept_where_a_link_leads_out_of_the_notebook(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "notebook", tmp_path / "elsewhere"
    root.mkdir()
    elsewhere.mkdir()
    (root / ".studylog").symlink_to(elsewhere)
    assert 2 == drawn(root, pages(2)).deck.drawn
    assert [] == list(elsewhere.iterdir())


def test_nothing_is_removed_where_a_link_leads_out_of_the_notebook(tmp_path: Path) -> None:
    root, foreign = tmp_path / "notebook", tmp_path / "elsewhere" / ("0" * 16) / "file"
    (root / ".studylog").mkdir(parents=True)
    foreign.parent.mkdir(parents=True)
    foreign.touch()
    (root / ".studylog" / "pictures").symlink_to(tmp_path / "elsewhere")
    shelf_of(root).sweep(set())
    assert foreign.exists()


def test_without_what_draws_them_slides_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decks, "draws_pictures", lambda: False)
    assert Deck(0, trouble="unread") == drawn(tmp_path, document(parts())).deck


def test_what_nothing_shows_is_kept_up_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = shelf_of(tmp_path)
    for number, name in enumerate("abcd"):
        shelf.keep_deck(name, Drawn(Deck(1), (b"x" * 1000,)))
        os.utime(shelf.folder / f"{name}.deck", (number, number))
    old = PictureShelf(tmp_path, shelf.folder.with_name("0" * 16))
    old.keep_picture("a", b"picture")
    monkeypatch.setattr("studylog.store.pictures.shelf.MOST_BYTES_UNUSED", 1500)
    shelf.sweep({"a"})
    assert ["a.deck", "d.deck"] == sorted(file.name for file in shelf.folder.iterdir())
    assert not old.folder.exists()
    assert MOST_BYTES_UNUSED > 1500


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"pages": "x", "texts": [], "sizes": []}',
        b'{"pages": 1, "texts": ["a"]}',
        b'{"pages": Infinity, "texts": [], "sizes": []}',
    ],
)
def test_an_answer_that_nobody_understands_is_none(answer: bytes) -> None:
    with pytest.raises(ValueError):
        read_answer(answer, deck_of)


def test_a_picture_that_is_not_what_the_answer_says_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "1.webp").write_bytes(b"<svg onload='x'/>")
    (tmp_path / "2.webp").symlink_to("/etc/hostname")
    deck = deck_of({"pages": 3, "texts": ["a", "b", "c"], "sizes": [[4, 4], [4, 4], [4, 4]]})
    found = decks._with_pictures(deck, tmp_path)
    assert ((), 0, ["a", "b", "c"]) == (
        found.pictures,
        found.deck.drawn,
        [sheet.text for sheet in found.deck.sheets],
    )


def test_words_of_tags_stand_for_letters_that_are_drawn(tmp_path: Path) -> None:
    words = "그림인 글자".encode("utf-16-be").hex().encode()
    objects = {
        **parts(b"/P <</MCID 0>> BDC 72 700 400 20 re f EMC"),
        1: b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 20 0 R>>",
        20: b"<</Type/StructTreeRoot/K 21 0 R/ParentTree 22 0 R>>",
        21: b"<</Type/StructElem/S/P/P 20 0 R/Pg 3 0 R/K 0/ActualText<FEFF%s>>>" % words,
        22: b"<</Nums[0[21 0 R]]>>",
    }
    objects[3] = objects[3].replace(b"/Type/Page/", b"/Type/Page/StructParents 0/")
    (sheet,) = drawn(tmp_path, document(objects)).deck.sheets
    assert "그림인 글자" == sheet.text


def test_a_damaged_page_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    tree = b"<</Type/Pages/Kids[3 0 R 9 0 R 3 0 R]/Count 3>>"
    bad = stream(b"", b"BT /F1 12 Tf 72 650 Td (broken")
    found = drawn(tmp_path, document({**parts(), 2: tree, 9: b"[", 11: bad}))
    assert found.deck.pages == 3
    assert "Minutes" in found.deck.sheets[0].text and "Minutes" in found.deck.sheets[2].text
