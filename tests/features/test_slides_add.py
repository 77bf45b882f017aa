"""Slides that are added: never over something, each content once, linked and nothing else touched."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.features.slides.adding import Added, Addition, add
from studylog.features.slides.belonging import belonging
from studylog.features.slides.listing import slides_of
from studylog.features.slides.mending import mend
from studylog.features.slides.placing import with_lines
from studylog.features.slides.presenting import Planned, planned
from studylog.store.index.lists import IndexLists
from studylog.store.index.opening import opened
from studylog.store.notebook import NoteFile, find
from tests.indexes import notebook
from tests.repositories import slides

NOTE = """\
---
date: 2021-08-10
type: daily
---
### 2. 논문 리뷰

#### (1) Birch-16

Q. 왜 그런가요?

#### (2) Maple

- 발표자료: https://slides.example/maple.pdf
- Q. 어떻게요?
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    notebook(tmp_path / "study", {"a.md": NOTE}, "language: ko\nroster: [이몽룡]\n")
    return tmp_path / "study"


def pdf(folder: Path, name: str = "Birch.pdf", words: str = "birch") -> Path:
    file = folder / name
    file.write_text(slides(words), encoding="utf-8")
    return file


def added(root: Path, source: Path, paper: str | None = None, presenter: str | None = None) -> Added:
    note = NoteFile("notes/a.md", root / "notes/a.md")
    return add(find(root), Addition(source, note, paper, presenter), dry_run=False)


def written(root: Path) -> str:
    return (root / "notes/a.md").read_text(encoding="utf-8")


def test_slides_get_the_names_of_paper_and_presenter(root: Path, tmp_path: Path) -> None:
    result = added(root, pdf(tmp_path), presenter="이몽룡")
    assert ("slides/Birch-16_이몽룡.pdf", True) == (result.path, result.copied)
    assert slides("birch") == (root / result.path).read_text(encoding="utf-8")
    new = "\n발표자: 이몽룡\n\n발표자료: [Birch-16_이몽룡.pdf](../slides/Birch-16_이몽룡.pdf)\n"
    assert NOTE.replace("(1) Birch-16\n", f"(1) Birch-16\n{new}") == written(root)


def test_under_slides_that_are_there_the_list_goes_on(root: Path, tmp_path: Path) -> None:
    added(root, pdf(tmp_path, "x.pdf"), paper="maple")
    new = "- 발표자료: [Maple.pdf](../slides/Maple.pdf)\n"
    assert NOTE.replace("maple.pdf\n", f"maple.pdf\n{new}") == written(root)


def test_a_file_called_like_slides_that_are_linked_belongs_to_their_paper(root: Path, tmp_path: Path) -> None:
    note = NOTE.replace("maple.pdf", "Acer%20review_%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf?raw=true")
    (root / "notes/a.md").write_text(note, encoding="utf-8")
    result = added(root, pdf(tmp_path, "Acer review_이몽룡.pdf"))
    assert ("Maple", "slides/Maple_이몽룡.pdf", None) == (result.paper, result.path, result.presenter)


def test_a_name_that_slides_of_two_papers_have_says_nothing_beside_its_words(
    root: Path, tmp_path: Path
) -> None:
    def belongs() -> str | None:
        with opened(find(root)) as index:
            return belonging(IndexLists(index.db), "Acer.pdf", None)[0]

    note = NOTE.replace("maple.pdf", "acer.pdf")
    (root / "notes/a.md").write_text(note, encoding="utf-8")
    assert "notes/a.md" == belongs()
    other = "#### (1) Birch-16\n\n발표자료: https://slides.example/birch/acer.pdf\n"
    (root / "notes/a.md").write_text(note.replace("#### (1) Birch-16\n", other), encoding="utf-8")
    assert None is belongs()
    assert "Maple" == added(root, pdf(tmp_path, "maple.pdf")).paper


def test_adding_again_changes_nothing(root: Path, tmp_path: Path) -> None:
    source = pdf(tmp_path)
    first = added(root, source)
    text = written(root)
    again = added(root, source)
    assert (first.path, False, text) == (again.path, again.copied, written(root))
    assert ["Birch-16.pdf"] == [file.name for file in (root / "slides").glob("[!.]*")]


def test_one_content_is_one_file_and_another_one_gets_a_number(root: Path, tmp_path: Path) -> None:
    assert "slides/Birch-16.pdf" == added(root, pdf(tmp_path)).path
    assert "slides/Birch-16-2.pdf" == added(root, pdf(tmp_path, words="another")).path
    assert "slides/Birch-16.pdf" == added(root, pdf(tmp_path, "other name.pdf"), paper="Maple").path
    assert slides("birch") == (root / "slides/Birch-16.pdf").read_text(encoding="utf-8")
    assert 2 == len(list((root / "slides").glob("[!.]*")))


def test_a_file_that_lies_with_the_notes_stays_there(root: Path) -> None:
    (root / "slides/week 1").mkdir(parents=True)
    result = added(root, pdf(root / "slides/week 1", "나무.pdf"), paper="Maple")
    assert ("slides/week 1/나무.pdf", False) == (result.path, result.copied)
    assert "- 발표자료: [나무.pdf](../slides/week%201/나무.pdf)\n" in written(root)


def test_names_are_composed_and_fit_every_system(root: Path, tmp_path: Path) -> None:
    title = unicodedata.normalize("NFD", "자작: 나무?")
    (root / "notes/a.md").write_text(NOTE.replace("Birch-16", f"{title} {'긴' * 90}"), encoding="utf-8")
    path = added(root, pdf(tmp_path, "x.pdf"), paper=f"{title} {'긴' * 90}", presenter="이몽룡").path
    assert unicodedata.normalize("NFC", path) == path
    assert path.startswith("slides/자작 나무 긴긴")
    assert len(Path(path).name.encode()) <= 240


@pytest.mark.parametrize(
    ("name", "content", "paper", "code"),
    [
        ("x.pdf", "nothing", "Maple", Exit.USAGE),
        ("x.pdf", "%PDF-", "Oak", Exit.NOT_FOUND),
        ("x.pdf", "%PDF-", None, Exit.DECIDE),
        ("x.pdf", None, "Maple", Exit.NOT_FOUND),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    root: Path, tmp_path: Path, name: str, content: str | None, paper: str | None, code: Exit
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(StudylogError) as error:
        added(root, tmp_path / name, paper)
    assert (code, NOTE, False) == (error.value.exit_code, written(root), (root / "slides").exists())


def test_a_note_without_papers_says_what_to_do(root: Path, tmp_path: Path) -> None:
    (root / "notes/a.md").write_text("# 글\n", encoding="utf-8")
    with pytest.raises(StudylogError) as error:
        added(root, pdf(tmp_path))
    assert Exit.NOT_FOUND == error.value.exit_code
    with pytest.raises(StudylogError) as named:
        added(root, pdf(tmp_path), "Oak")
    assert (Exit.NOT_FOUND, error.value.hint) == (named.value.exit_code, named.value.hint)
    assert "“Oak”" in str(named.value)


BEFORE = st.sampled_from(
    ["", "글\n\n", "---\ndate: 2021-08-10\n---\n", "\ufeff---\ndate: 2021-08-10\n---\n\n"]
)
UNDER = st.lists(
    st.sampled_from(
        [
            "",
            "글입니다.",
            "- Q. 왜?",
            "- 발표자료: https://a.example/b.pdf",
            "발표자료: https://a.example/b.pdf",
            "발표자: 이몽룡",
            "1. 하나",
            "```\n발표자료: 코드\n```",
            "| a |\n| - |\n| b |",
            "### 3. 건의사항",
        ]
    ),
    max_size=6,
)


@given(
    BEFORE,
    st.sampled_from(["#### Birch", "Birch\n---", "#### Birch (2016)"]),
    UNDER,
    st.sampled_from(["\n", "\r\n"]),
)
def test_no_other_line_is_touched_and_the_link_is_read_back(
    before: str, heading: str, under: list[str], newline: str
) -> None:
    text = (f"{before}# 제목\n\n# 논문 리뷰\n\n{heading}\n" + "\n".join(under)).replace("\n", newline)
    note = read_note("notes/a.md", text.encode(), Settings())
    paper = next(one for one in note.papers if one.titles == ("Birch",))
    after = with_lines(text, paper, ["발표자료: [b.pdf](../slides/new.pdf)"])
    kept = [line for line in after.splitlines() if line.strip() and "slides/new.pdf" not in line]
    assert [line for line in text.splitlines() if line.strip()] == kept
    assert newline == "\n" or "\n" not in after.replace("\r\n", "")
    again = read_note("notes/a.md", after.encode(), Settings())
    found = [link.url for one in again.papers if one.titles == ("Birch",) for link in one.slides]
    assert "../slides/new.pdf" in found


def test_what_was_added_is_found_again_without_git(root: Path, tmp_path: Path) -> None:
    path = added(root, pdf(tmp_path), presenter="이몽룡").path
    ledger = (root / "slides/.slides.sha256").read_text(encoding="utf-8")
    added(root, pdf(tmp_path, "x.pdf", "another"), paper="Maple")
    lines = (root / "slides/.slides.sha256").read_text(encoding="utf-8").splitlines()
    assert (ledger.strip(), "Maple.pdf") == (lines[0], lines[1].partition("  ")[2])
    (root / "slides/week 1").mkdir()
    (root / path).rename(root / "slides/week 1/자작나무.pdf")
    with opened(find(root), files=True) as index:
        lists = IndexLists(index.db)
        assert ["moved", "remote", "ok"] == [one.slides.status for one in slides_of(lists)]
        mend(find(root), tuple(lists.slides.moved()), dry_run=False)
    assert "(../slides/week%201/자작나무.pdf)" in written(root)
    # It is remembered at its new place, and may move on from there.
    (root / "slides/week 1/자작나무.pdf").rename(root / "slides/나무.pdf")
    with opened(find(root), files=True) as index:
        assert "slides/나무.pdf" == slides_of(IndexLists(index.db))[0].slides.found_at


def test_a_list_of_hashes_that_git_has_merged_badly_still_tells_the_rest(root: Path, tmp_path: Path) -> None:
    path = added(root, pdf(tmp_path)).path
    file = root / "slides/.slides.sha256"
    file.write_bytes(b"<<<<<<< ours\n" + file.read_bytes() + b"=======\nnonsense\n>>>>>>> theirs\n\xff\n")
    (root / path).rename(root / "slides/moved.pdf")
    with opened(find(root), files=True) as index:
        assert "slides/moved.pdf" == slides_of(IndexLists(index.db))[0].slides.found_at


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("### 2. 논문 리뷰\n\n### 3. 건의사항\n", "### 2. 논문 리뷰\n\n#### Oak\n{lines}\n### 3. 건의사항\n"),
        ("## 논문 리뷰", "## 논문 리뷰\n\n### Oak\n{lines}"),
        (
            "### 논문 리뷰\n\n#### (1) Maple\n\n발표자: 춘향\n\n## 끝\n",
            "### 논문 리뷰\n\n#### (1) Maple\n\n발표자: 춘향\n\n#### (2) Oak\n{lines}\n## 끝\n",
        ),
    ],
)
def test_a_planned_paper_gets_its_heading_with_its_slides(
    root: Path, tmp_path: Path, before: str, after: str
) -> None:
    header = "---\ndate: 2021-08-10\ntype: daily\n---\n"
    (root / "notes/a.md").write_text(header + before, encoding="utf-8")
    note = NoteFile("notes/a.md", root / "notes/a.md")
    plan = Planned("Oak", ("이몽룡",))
    for source in ("Oak.pdf", "Oak.pdf"):
        add(find(root), Addition(pdf(tmp_path, source), note, planned=plan), dry_run=False)
    lines = "\n발표자: 이몽룡\n\n발표자료: [Oak_이몽룡.pdf](../slides/Oak_이몽룡.pdf)\n"
    assert header + after.format(lines=lines) == written(root)


def test_only_what_is_planned_and_not_presented_yet_gets_a_heading(root: Path) -> None:
    (root / "papers.yaml").write_text(
        "- {title: Oak, presenters: [이몽룡], date: 2021-08-12}\n- {title: Maple, presenters: [이몽룡]}\n",
        encoding="utf-8",
    )
    with opened(find(root)) as index:
        lists = IndexLists(index.db)
        assert (Planned("Oak", ("이몽룡",)), None, None) == tuple(
            planned(lists, title) for title in ("oak", "Maple", "Elm")
        )
