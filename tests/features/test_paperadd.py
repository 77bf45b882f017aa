"""Papers out of what somebody has: words, BibTeX, a PDF; nothing is fetched, and nothing hurts."""

from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.papers.titlepage import Run, paper_title
from studylog.features.paperadd import paper_fields
from studylog.store import bib
from studylog.store.pdf import titles
from tests.store.pdfs import document, parts


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("1512.03385", {"arxiv": "1512.03385"}),
        ("arXiv:1512.03385v2", {"arxiv": "1512.03385"}),
        ("https://arxiv.org/pdf/1512.03385v1.pdf", {"arxiv": "1512.03385"}),
        ("https://www.arxiv.org/abs/hep-th/9901001", {"arxiv": "hep-th/9901001"}),
        ("10.48550/arXiv.1512.03385", {"arxiv": "1512.03385"}),
        ("https://doi.org/10.1109/CVPR.2016.90", {"doi": "10.1109/cvpr.2016.90"}),
        ("doi: 10.1109/CVPR.2016.90.", {"doi": "10.1109/cvpr.2016.90"}),
        (
            "https://a.example/papers/Deep_Nets.pdf",
            {"title": "Deep Nets", "url": "https://a.example/papers/Deep_Nets.pdf"},
        ),
        (
            "https://a.example/forum?id=x",
            {"title": "a.example/forum?id=x", "url": "https://a.example/forum?id=x"},
        ),
        ("  Attention  Is All You Need ", {"title": "Attention Is All You Need"}),
        ("배치 정규화", {"title": "배치 정규화"}),
    ],
)
def test_words_are_a_number_an_address_or_a_title(written: str, fields: dict[str, str]) -> None:
    assert [fields] == paper_fields(written, None)


@pytest.mark.parametrize("written", ["", "…", "a" * 400, "gone.bib", "gone.PDF"])
def test_what_is_no_paper_is_refused(written: str) -> None:
    with pytest.raises(StudylogError) as caught:
        paper_fields(written, None)
    assert caught.value.exit_code in (Exit.USAGE, Exit.NOT_FOUND)


def bibliography(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "refs.bib"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_bibtex_gives_titles_authors_years_and_numbers(tmp_path: Path) -> None:
    text = r"""@article{x, title={{Deep} Nets: {\"U}ber alles}, year={2016},
        author={M{\"u}ller, Anna and Kim, Min-su and {The Team} and Jo {van Dam}},
        eprint={1512.03385v2}, archivePrefix={arXiv}, doi={10.1234/AB}}
    @string{v = "Venue"} @comment{nothing} @misc{z, note={no title}}
    @misc{y, url={https://arxiv.org/abs/1610.02357}}"""
    first, second = paper_fields("refs.bib", bibliography(tmp_path, text))
    assert {
        "title": "Deep Nets: Über alles",
        "authors": ("Anna Müller", "Min-su Kim", "The Team", "Jo van Dam"),
        "year": 2016,
        "arxiv": "1512.03385",
        "doi": "10.1234/ab",
    } == first
    assert {"arxiv": "1610.02357"} == second


@pytest.mark.parametrize(
    "text", ["", "nothing", "@article{x, title={open", b"\xff\xfe\x00", "@" * 5000, "{" * 5000]
)
def test_a_bibliography_without_papers_is_told(
    tmp_path: Path, text: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StudylogError):
        paper_fields("refs.bib", bibliography(tmp_path, text))
    assert ("", "") == tuple(capsys.readouterr())


def test_without_its_package_bibtex_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bib, "find_spec", lambda name: None)
    with pytest.raises(StudylogError, match="one more package") as caught:
        paper_fields("refs.bib", bibliography(tmp_path, "@misc{a, title={A}}"))
    assert caught.value.hint and "studylog[bib]" in repr(caught.value.hint)


def test_without_its_packages_a_pdf_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "find_spec", lambda name: None)
    with pytest.raises(StudylogError, match="two more packages"):
        paper_fields("a.pdf", tmp_path / "a.pdf")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\x00" * 4096, b"PK\x03\x04 slides.pptx"])
def test_a_pdf_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(content)
    with pytest.raises(StudylogError, match="No title could be read"):
        paper_fields("broken.pdf", file)


def test_a_pdf_says_what_stands_on_its_first_page(tmp_path: Path) -> None:
    file = tmp_path / "1512.03385v1.pdf"
    file.write_bytes(document(parts()))
    assert [{"title": "8/12 Minutes", "arxiv": "1512.03385"}] == paper_fields(file.name, file)


STAMPED = [
    Run("arXiv:1512.03385v1  [cs.CV]  10 Dec 2015\r\n", 20),
    Run("Deep Residual Lear-\r\nning\r\n", 14.3),
]
PLAIN = [Run("Body text of the page", 10), Run("Big Title", 18)]
PARTED = [Run("1", 40), Run("Title ", 20), Run("of two runs", 20)]


@pytest.mark.parametrize(
    ("told", "runs", "name", "expected"),
    [
        ("A Title", [], "a.pdf", ("A Title", None)),
        ("Microsoft Word - draft.docx", STAMPED, "a.pdf", ("Deep Residual Learning", "1512.03385")),
        ("", PLAIN, "1610.02357v2.pdf", ("Big Title", "1610.02357")),
        ("untitled", PARTED, "x", ("Title of two runs", None)),
        ("", [], "x.pdf", (None, None)),
    ],
)
def test_the_title_is_told_or_stands_largest(
    told: str, runs: list[Run], name: str, expected: tuple[str | None, str | None]
) -> None:
    assert expected == tuple(paper_title(told, runs, name))
