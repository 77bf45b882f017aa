"""Slides stay found: those that moved are, and links lead there again, while nothing else changes."""

from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import pytest

from studylog.core.errors import StudylogError
from studylog.core.i18n import Message
from studylog.features.check import check_notebook
from studylog.features.imports import import_notes
from studylog.features.slides.listing import slides_of
from studylog.features.slides.mending import mend
from studylog.store.index.lists import IndexLists
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.features.site_notebook import build_site, tree
from tests.indexes import digest, made_anew, notebook
from tests.realdata import REAL, needs
from tests.repositories import commit, git, move, repository, slides

SETTINGS = "repositories: {Team/Papers: ../papers}\n"
PAGE = "https://github.com/team/papers/blob/main"
NOTE = """\
---
date: 2021-08-{day:02}
type: daily
---
### 2. 논문 리뷰

#### (1) {title}

{slides}

Q. 왜 그런가요?
"""


def note(slides: str, title: str = "Birch", day: int = 10) -> str:
    return NOTE.format(slides=slides, title=title, day=day)


def seen(root: Path) -> list[tuple[str, str | None]]:
    """The status of all slides, and where they are, in order of their papers."""
    with opened(find(root), files=True) as index:
        return [(one.slides.status, one.slides.found_at) for one in slides_of(IndexLists(index.db))]


def mended(root: Path, *, dry_run: bool = False) -> list[str]:
    """Mends the notebook; the notes that changed, or would."""
    with opened(find(root), files=True) as index:
        mending = mend(find(root), tuple(IndexLists(index.db).slides.moved()), dry_run=dry_run)
    assert () == mending.findings
    return [one.path for one in mending.notes]


def texts(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted((root / "notes").rglob("*.md"))}


def codes(root: Path) -> list[tuple[str, int, str]]:
    with opened(find(root), files=True) as index:
        health = check_notebook(find(root), IndexLists(index.db), date(2021, 8, 13))
    return [(one.place.path, one.place.line, one.code) for one in health.findings]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return repository(
        tmp_path / "papers", {name: slides(name) for name in ("Birch.pdf", "Maple.pptx", "Oak.pdf")}
    )


def test_links_into_a_repository_are_followed_mended_and_then_left_alone(
    tmp_path: Path, papers: Path
) -> None:
    root = tmp_path / "study"
    notes = {
        "birch.md": note(f"발표자료: {PAGE}/Birch.pdf를 보세요"),
        "maple.md": note(f"- 발표자료: [{PAGE}/Maple.pptx]({PAGE}/Maple.pptx)", "Maple", 11),
        "oak.md": note(
            f"발표자료: https://github.com/team/papers/blob/draft/Oak.pdf\\\n{PAGE}/Oak.pdf", "Oak", 12
        ),
    }
    notebook(root, notes, SETTINGS)
    assert [("ok", None), ("ok", None), ("missing", f"{PAGE}/Oak.pdf"), ("ok", None)] == seen(root)
    move(papers, {"Birch.pdf": "Week1/Birch.pdf", "Oak.pdf": "Week1/Oak.pdf"})
    commit(papers, {"Maple.pptx": None, "Week2/Maple.pdf": "%PDF"})
    assert [
        ("moved", f"{PAGE}/Week1/Birch.pdf"),
        ("missing", f"{PAGE}/Week2/Maple.pdf"),
        ("missing", f"{PAGE}/Week1/Oak.pdf"),
        ("moved", f"{PAGE}/Week1/Oak.pdf"),
    ] == seen(root)
    before = texts(root)
    assert ["notes/birch.md", "notes/oak.md"] == mended(root, dry_run=True)
    assert before == texts(root)
    assert ["notes/birch.md", "notes/oak.md"] == mended(root)
    expected = {
        **notes,
        "birch.md": notes["birch.md"].replace("/Birch.pdf", "/Week1/Birch.pdf"),
        "oak.md": notes["oak.md"].replace("main/Oak.pdf", "main/Week1/Oak.pdf"),
    }
    assert {f"notes/{name}": text.encode() for name, text in expected.items()} == texts(root)
    assert [] == mended(root)
    assert ["ok", "missing", "missing", "ok"] == [status for status, _ in seen(root)]
    assert [("notes/maple.md", 9, "slides-missing"), ("notes/oak.md", 9, "slides-missing")] == [
        one for one in codes(root) if one[2].startswith("slides")
    ]


def test_slides_that_only_the_list_of_papers_names_are_found_and_mended(tmp_path: Path, papers: Path) -> None:
    root = repository(tmp_path / "study", {"slides/Elm.pdf": slides("elm"), "slides/Fir.pdf": slides("fir")})
    notebook(root, {}, SETTINGS)
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    move(root, {"slides/Elm.pdf": "slides/첫 주/Elm.pdf"})
    (root / "slides/Fir.pdf").unlink()
    listed = (
        f"# 목록\r\n- title: Birch\r\n  slides: {PAGE}/Birch.pdf  # 첫 주\r\n"
        '- title: Elm\r\n  slides:\r\n    - slides/Fir.pdf\r\n    - "slides/Elm.pdf"\r\n'
    )
    file = root / "papers.yaml"
    file.write_bytes(listed.encode())
    assert [("papers.yaml", 3, "slides-moved"), ("papers.yaml", 6, "slides-missing")] == codes(root)[:2]
    assert ["papers.yaml"] == mended(root)
    expected = listed.replace("/Birch.pdf", "/Week1/Birch.pdf").replace(
        "slides/Elm.pdf", "slides/첫%20주/Elm.pdf"
    )
    assert expected.encode() == file.read_bytes()
    assert [] == mended(root)
    assert ["ok", "missing", "ok"] == [status for status, _ in seen(root)]


@pytest.mark.parametrize("form", ["\r\n", "\n"])
def test_only_the_link_changes_in_the_bytes_of_a_note(tmp_path: Path, papers: Path, form: str) -> None:
    root = tmp_path / "study"
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    text = "\ufeff" + note(f"발표자료 :  <{PAGE}/Birch.pdf#L3>  <!-- x -->").replace("\n", form) + "끝   "
    notebook(root, {}, SETTINGS)
    file = root / "notes" / "a.md"
    file.parent.mkdir()
    file.write_bytes(text.encode())
    mended(root)
    assert text.replace("/Birch.pdf", "/Week1/Birch.pdf").encode() == file.read_bytes()


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("../slides/Birch.pdf", "발표자료: [글]({})"),
        ("/slides/Birch.pdf", "발표자료: [글]({})"),
        ("../slides/Birch.pdf#page=3", "발표자료: [글]({})"),
        ("../slides/Birch.pdf", "발표자료: {}"),
    ],
)
@pytest.mark.parametrize("committed", [False, True])
def test_slides_of_the_notebook_are_known_by_what_they_hold(
    tmp_path: Path, written: str, form: str, committed: bool
) -> None:
    root = repository(tmp_path / "study")
    notebook(root, {"a.md": note(form.format(written))})
    commit(root, {"slides/Birch.pdf": slides("birch"), "slides/Oak.pdf": slides("oak")})
    assert ("ok", None) == seen(root)[0]
    move_to = "slides/week 1/자작나무.pdf"
    if committed:
        move(root, {"slides/Birch.pdf": move_to})
    else:
        (root / "slides/week 1").mkdir()
        (root / "slides/Birch.pdf").rename(root / move_to)
    assert [("moved", move_to)] == seen(root)
    assert ["notes/a.md"] == mended(root)
    assert ([("ok", None)], []) == (seen(root), mended(root))
    after = (root / "notes/a.md").read_text(encoding="utf-8")
    expected = written.replace("Birch.pdf", "week%201/자작나무.pdf")
    assert note(form.format(expected)) == after


def test_a_notebook_inside_a_repository_has_its_own_slides(tmp_path: Path) -> None:
    top = repository(tmp_path / "all")
    root = top / "our study"
    notebook(root, {"a.md": note("발표자료: [글](../slides/Birch.pdf)")})
    commit(top, {"our study/slides/Birch.pdf": slides("birch"), "slides/Birch.pdf": slides("birch")})
    move(top, {"our study/slides/Birch.pdf": "our study/slides/1/Birch.pdf"})
    assert [("moved", "slides/1/Birch.pdf")] == seen(root)


def test_without_git_a_name_is_a_proposal_and_no_more(tmp_path: Path) -> None:
    root = tmp_path / "study"
    notebook(root, {"a.md": note("발표자료: [글](../slides/Birch.pptx)")})
    assert [("missing", None)] == seen(root)
    (root / "slides").mkdir()
    (root / "slides/Birch.pdf").write_text(slides("birch"), encoding="utf-8")
    assert [("missing", "slides/Birch.pdf")] == seen(root)
    assert [] == mended(root)
    assert ["slides-missing"] == [code for *_, code in codes(root) if code.startswith(("slides", "dead"))]


def test_what_leads_out_of_the_notebook_is_never_looked_for(tmp_path: Path) -> None:
    root = tmp_path / "study"
    (tmp_path / "Birch.pdf").write_text(slides("birch"), encoding="utf-8")
    notebook(root, {"a.md": note("발표자료: [글](../../Birch.pdf)\n\n발표자료: [글](/../../Birch.pptx)")})
    assert [("missing", None), ("missing", None)] == seen(root)
    assert [] == mended(root)


def test_slides_that_may_not_be_read_are_only_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "study")
    notebook(root, {"a.md": note("발표자료: [글](../slides/Birch.pdf)")})
    commit(root, {"slides/Birch.pdf": slides("birch")})
    (root / "slides/Birch.pdf").rename(root / "slides/Birch (1).pdf")

    def refuse(file: Path) -> str:
        raise StudylogError(Message(f"{file} may not be read."))

    monkeypatch.setattr("studylog.store.slides.own.files.sha256_of", refuse)
    assert ["missing"] == [status for status, _ in seen(root)]


def test_a_clone_that_cannot_be_asked_is_told_and_nothing_else(tmp_path: Path, papers: Path) -> None:
    root = tmp_path / "study"
    notebook(root, {"a.md": note(f"발표자료: {PAGE}/Birch.pdf")}, SETTINGS)
    papers.rename(tmp_path / "away")
    assert [("remote", None)] == seen(root)
    assert [("studylog.yaml", 1, "slides-unchecked")] == codes(root)
    (tmp_path / "away").rename(papers)
    assert ([("ok", None)], []) == (seen(root), codes(root))
    papers.rename(tmp_path / "away")
    (tmp_path / "papers").mkdir()
    assert ([("remote", None)], [("studylog.yaml", 1, "slides-unchecked")]) == (seen(root), codes(root))


def test_without_a_clone_the_web_is_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "study"
    notebook(root, {"a.md": note(f"발표자료: {PAGE}/Birch.pdf")})
    assert ([("remote", None)], []) == (seen(root), codes(root))


def test_git_is_not_asked_where_nothing_changed(
    tmp_path: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "study"
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    notebook(root, {"a.md": note(f"발표자료: {PAGE}/Birch.pdf")}, SETTINGS)
    expected = seen(root)
    monkeypatch.setattr("studylog.store.git.running.subprocess.Popen", None)
    assert expected == seen(root)
    (root / "notes/b.md").write_text(note("없음", "Oak", 11), encoding="utf-8")
    assert expected == seen(root)


def test_whatever_moves_the_index_that_followed_is_one_made_anew(tmp_path: Path, papers: Path) -> None:
    root = tmp_path / "study"
    own = f"발표자료: [글](/slides/Oak.pdf)\n\n발표자료: {PAGE}/Birch.pdf"
    notebook(root, {"a.md": note(own)}, SETTINGS)
    steps = (
        lambda: move(papers, {"Birch.pdf": "Week1/Birch.pdf"}),
        lambda: (root / "slides").mkdir(),
        lambda: (root / "slides/Oak (1).pdf").write_text(slides("oak"), encoding="utf-8"),
        lambda: (root / "slides/Oak.pdf").write_text(slides("oak"), encoding="utf-8"),
        lambda: (root / "notes/b.md").write_text(note(own, "Birch-50", 12), encoding="utf-8"),
        lambda: (root / "slides/Oak.pdf").rename(root / "slides/Other.pdf"),
        lambda: papers.rename(tmp_path / "away"),
        lambda: (tmp_path / "papers").mkdir(),
        lambda: ((tmp_path / "papers").rmdir(), (tmp_path / "away").rename(papers)),
        lambda: move(papers, {"Week1/Birch.pdf": "Week2/Birch.pdf"}),
        lambda: (root / "notes/a.md").unlink(),
        lambda: (root / "notes/b.md").write_text(note("없음"), encoding="utf-8"),
        lambda: (root / "papers.yaml").write_text(
            "- title: Oak\n  slides: slides/Oak.pdf\n", encoding="utf-8"
        ),
        lambda: (root / "slides/Other.pdf").rename(root / "slides/Oak.pdf"),
        lambda: (root / "slides/Oak.pdf").rename(root / "slides/Oak-2.pdf"),
        lambda: (root / "papers.yaml").unlink(),
    )
    with opened(find(root)) as index:
        id_ = index.id
    for step in steps:
        step()
        with opened(find(root), files=True) as index:
            assert made_anew(find(root)) == digest(index.db)
            assert id_ == index.id


@needs("logs", "slides/REPO-TREE.txt", "gold/gold.yaml")
def test_the_slides_of_a_real_team_are_found_again(tmp_path: Path) -> None:
    names = (REAL / "slides/REPO-TREE.txt").read_text(encoding="utf-8").splitlines()
    papers = real_repository(tmp_path / "papers", names)
    root = tmp_path / "study"
    url = next(
        line.partition("github.com/")[2].split("/blob/")[0]
        for line in (REAL / "gold/gold.yaml").read_text(encoding="utf-8").splitlines()
        if "/blob/main/VGG.pdf" in line
    )
    notebook(root, {}, f"repositories: {{{url}: {papers}}}\n")
    import_notes(find(root), [REAL / "logs"])
    with opened(find(root), files=True) as index:
        found = {one.slides.url: one.slides for one in slides_of(IndexLists(index.db))}
    status = {
        name: [each for each in found.values() if each.status == name] for name in ("ok", "moved", "missing")
    }
    assert (1, 6, 3) == tuple(map(len, status.values()))
    # Folder and paper of what main has in their place; who presented it stands behind them.
    proposed = [PurePosixPath(one.found_at or "") for one in status["missing"]]
    assert {
        ("Day2_Inception", "GoogLeNet"),
        ("Day2_ResNet-50", "ResNet"),
        ("Day4_Densenet", "PaperReviewDense"),
    } == {(path.parent.name, path.stem.partition("_")[0]) for path in proposed}
    before = texts(root)
    changed = mended(root)
    assert 4 == len(changed)
    after = texts(root)
    assert changed == [path for path in before if before[path] != after[path]]
    for path in changed:
        lines = list(zip(before[path].splitlines(), after[path].splitlines(), strict=True))
        assert all(b"github.com" in old and b"/Day" in new for old, new in lines if old != new)
    assert [] == mended(root)
    assert after == texts(root)
    assert (7, 3) == tuple(sum(one == status for one, _ in set_of(root)) for status in ("ok", "missing"))


def set_of(root: Path) -> set[tuple[str, str | None]]:
    """Each link once: two papers may share one."""
    with opened(find(root), files=True) as index:
        return {(one.slides.status, one.slides.url) for one in slides_of(IndexLists(index.db))}


def real_repository(folder: Path, names: list[str]) -> Path:
    """A repository that has these files now, and had them elsewhere when the team linked to them."""
    homes: dict[str, str] = {}
    for name in names:
        file = name.rpartition("/")[2]
        moved = file.endswith((".pdf", "MNIST.ipynb")) and "EfficientNet" not in name
        homes[name] = file if moved else f"ReviewPPT_pdf/{file}" if file.startswith("Inception-v4") else name
    old = {home: slides(name) for name, home in homes.items() if not name.endswith("PaperReviewDense.pdf")}
    repository(folder, {**old, "PaperReviewDense.pptx": "PK"})
    move(folder, {home: name for name, home in homes.items() if home in old and home != name})
    commit(folder, {"PaperReviewDense.pptx": None, "Day4_Densenet/PaperReviewDense.pdf": slides("dense")})
    assert set(names) == set(git(folder, "-c", "core.quotePath=false", "ls-files").splitlines())
    return folder


def test_a_site_that_followed_is_one_made_anew(tmp_path: Path, papers: Path) -> None:
    root = repository(tmp_path / "study")
    notebook(
        root,
        {
            "a.md": note(f"발표자료: {PAGE}/Birch.pdf"),
            "b.md": note("발표자료: [글](../slides/Oak.pdf)", "Oak", 11),
            "c.md": note("없음", "Elm", 12),
        },
        SETTINGS,
    )
    commit(root, {"slides/Oak.pdf": slides("oak")})
    build_site(root, root / "_site")
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    (root / "slides/Oak.pdf").rename(root / "slides/참나무.pdf")
    report = build_site(root, root / "_site")
    assert report.written
    build_site(root, root / "_new")
    assert tree(root / "_new") == tree(root / "_site")
    pages = {name: content.decode("utf-8", "replace") for name, content in tree(root / "_site").items()}
    assert f'href="{PAGE}/Week1/Birch.pdf"' in pages["papers/birch.html"]
    copy = next(name for name in pages if name.startswith("slides/참나무"))
    assert quote(copy) in pages["papers/oak.html"]
    assert quote(copy) in pages["meetings/2021-08-11-daily.html"]


def test_the_page_of_a_paper_shows_what_missing_slides_may_be_now(tmp_path: Path, papers: Path) -> None:
    root = tmp_path / "study"
    commit(papers, {"Maple.pptx": None, "Week2/Maple.pdf": "%PDF"})
    notebook(root, {"a.md": note(f"발표자료: {PAGE}/Maple.pptx", "Maple")}, SETTINGS)
    build_site(root, root / "_site")
    html = (root / "_site/papers/maple.html").read_text(encoding="utf-8")
    assert f'<a href="{PAGE}/Week2/Maple.pdf" rel="noreferrer">혹시 main/Week2/Maple.pdf?</a>' in html
    assert f'<a href="{PAGE}/Maple.pptx" rel="noreferrer">Maple.pptx' not in html
