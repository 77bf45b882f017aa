"""The list of papers: what it says, what is doubtful in it, and changes that touch nothing else."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import StudylogError
from studylog.core.i18n import translate
from studylog.core.papers.catalogue import KEYS, read_catalogue
from studylog.core.papers.edits import entry_of, with_fields, with_paper
from studylog.core.people.roster import Person, Roster
from studylog.core.text import nfc

ROSTER = Roster((Person("홍길동", ("길동",)), Person("성춘향")))
WHOLE = """\
# 우리 목록
- title: VGG-16   # 이름
  별칭: [VGG, "Very Deep, Convolutional"]
  authors: Karen Simonyan, Andrew Zisserman
  year: 2014
  arxiv: https://arxiv.org/pdf/1409.1556v6
  presenters: [길동]
  date: 2026-09-10
  slides: slides/VGG.pdf
  code: https://github.com/a/vgg
  not: [VGG-2]
- Xception
- doi: 10.1109/CVPR.2016.90
"""


def test_a_paper_says_what_the_notes_do_not() -> None:
    vgg, xception, resnet = read_catalogue(WHOLE, ROSTER).papers
    assert (("VGG-16",), ("VGG", "Very Deep, Convolutional")) == (vgg.titles, vgg.aliases)
    assert (("Karen Simonyan", "Andrew Zisserman"), 2014, "1409.1556") == (vgg.authors, vgg.year, vgg.arxiv)
    assert (("홍길동",), date(2026, 9, 10)) == (vgg.presenters, vgg.date)
    assert [("slides/VGG.pdf", 9)] == [(one.url, one.line) for one in vgg.slides]
    assert (("https://github.com/a/vgg",), ("VGG-2",)) == (vgg.code, vgg.unlike)
    assert ("Xception",) == xception.titles
    assert ("doi:10.1109/cvpr.2016.90",) == resnet.titles
    assert "https://doi.org/10.1109/cvpr.2016.90" == resnet.url
    assert () == read_catalogue(WHOLE, ROSTER).findings


@pytest.mark.parametrize(
    ("text", "line", "code", "said"),
    [
        ("VGG: 2014\n", 1, "papers-shape", "papers.yaml is not a list of papers."),
        ("- - VGG\n", 1, "papers-shape", "A paper with its keys was expected here."),
        ("- year: 2014\n", 1, "paper-untitled", "This paper has no title."),
        ("- title: A\n  yeer: 2014\n", 2, "paper-key", "A paper has no key “yeer”."),
        ("- title: A\n  year: soon\n", 2, "paper-value", "“year” must be a year, such as 2015."),
        ("- title: A\n  arxiv: 12\n", 2, "paper-value", "“arxiv” must be an arXiv id, such as 1512.03385."),
        (
            "- title: A\n  date: 8/10\n",
            2,
            "paper-value",
            "“date” must be a day with its year, such as 2021-08-02.",
        ),
        ("- title: A\n- title: B\n  aliases: [a]\n", 2, "paper-twice", "“B” stands here a second time."),
        ("- title: A\n  title: B\n", 2, "yaml-repeated-key", None),
        ("- title: 'A\n", 1, "yaml-unreadable", None),
    ],
)
def test_what_is_doubtful_is_said_at_its_place(text: str, line: int, code: str, said: str | None) -> None:
    (finding,) = read_catalogue(text, ROSTER).findings
    assert (line, code) == (finding.place.line, finding.code)
    assert said is None or said == translate(finding.message, "en")


def test_what_is_wrong_in_one_paper_leaves_the_others() -> None:
    found = read_catalogue("- title: A\n  year: soon\n  arxiv: 1512.03385\n- year: 1\n- title: B\n", ROSTER)
    assert [(("A",), None, "1512.03385"), (("B",), None, None)] == [
        (one.titles, one.year, one.arxiv) for one in found.papers
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- title: B\n  date: 2026-09-01\n"),
        ("# 목록\n", "# 목록\n- title: B\n  date: 2026-09-01\n"),
        ("- A", "- A\n- title: B\n  date: 2026-09-01\n"),
        (
            "  - A\r\n  - C # c\r\n",
            "  - A\r\n  - C # c\r\n  - title: B\r\n    date: 2026-09-01\r\n",
        ),
    ],
)
def test_a_paper_is_added_at_the_end_and_nothing_else_changes(before: str, after: str) -> None:
    assert after == with_paper(before, {"title": "B", "date": "2026-09-01"})


@pytest.mark.parametrize("text", ["[A, B]\n", "A: 1\n", "A\n", "- 'A\n"])
def test_what_is_no_list_of_lines_is_not_changed(text: str) -> None:
    with pytest.raises(StudylogError):
        with_paper(text, {"title": "B"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- title: A  # eins\n  date: 2026-09-01 # alt\n\n# Ende\n- B\n",
            "- title: A  # eins\n  date: 2026-09-10 # alt\n  presenters: [홍길동]\n\n# Ende\n- B\n",
        ),
        ("- A\n- B\n", "- title: A\n  presenters: [홍길동]\n  date: 2026-09-10\n- B\n"),
        ("- {title: A, 날짜: 2026-09-01}\n", "- {title: A, 날짜: 2026-09-10, presenters: [홍길동]}\n"),
        ("- date:\n  title: A", "- date: 2026-09-10\n  title: A\n  presenters: [홍길동]\n"),
        (
            "\ufeff- title: A\r\n  발표자:\r\n  - 성춘향 # x\r\n",
            "\ufeff- title: A\r\n  발표자:\r\n  - 홍길동\r\n  date: 2026-09-10\r\n",
        ),
    ],
)
def test_only_the_keys_that_are_meant_change(before: str, after: str) -> None:
    entry = entry_of(before, None, "a")
    assert entry is not None
    assert after == with_fields(before, entry, {"presenters": ("홍길동",), "date": "2026-09-10"})


VALUES = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: any(char.isalnum() for char in text))


@given(st.lists(VALUES, max_size=4), VALUES, st.booleans())
def test_whatever_a_paper_is_called_it_reads_back(others: list[str], title: str, comment: bool) -> None:
    text = "# 목록\n" * comment
    for other in others:
        text = with_paper(text, {"title": other})
    before = [one.titles for one in read_catalogue(text, ROSTER).papers]
    after = with_paper(text, {"title": title, "presenters": (title,)})
    assert after.startswith(text)
    papers = read_catalogue(after, Roster()).papers
    assert before == [one.titles for one in papers[:-1]]
    assert (nfc(title).strip(),) == papers[-1].titles


def test_every_key_is_told_of() -> None:
    told = Path(__file__).parents[3].joinpath("docs/writing.md").read_text("utf-8")
    assert [] == [key for key in KEYS if f"| `{key}` |" not in told]
