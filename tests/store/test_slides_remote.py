"""Slides in a repository: where its clone knows them to be now."""

import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from studylog.core.repositories.located import Located, Sought, Trouble
from studylog.store.git import clone as clones
from studylog.store.git.running import GitError
from studylog.store.slides.remote import locate
from studylog.store.slides.standing import folder_of, standing
from tests.repositories import commit, git, move, repository, slides

PAGE = "https://github.com/team/papers"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return repository(
        tmp_path / "papers",
        {
            name: slides(name)
            for name in ("Birch.pdf", "Maple.pptx", "Fir_몽룡.pdf", "old/Oak.pdf", "README.md")
        },
    )


def found(papers: Path, where: str, title: str = "Nothing", form: str = "blob") -> tuple[str, str | None]:
    """The status of an address, and where its slides are."""
    one = located(papers, where, title, form)[0]
    return one.status, one.found_at.removeprefix(PAGE) if one.found_at else None


def located(papers: Path, where: str, title: str = "Nothing", form: str = "blob") -> tuple[Located, Trouble]:
    sought = Sought("", f"{PAGE}/{form}/{where}", title)
    places, trouble = locate(papers, "team/papers", [sought])
    return places[sought], trouble


def test_what_is_there_is_there(papers: Path) -> None:
    head = git(papers, "rev-parse", "HEAD")
    for where in (
        "main/Birch.pdf",
        "main/old",
        f"{head}/Birch.pdf",
        f"{head[:8]}/old/Oak.pdf",
        "main/Birch.pdf#L3",
    ):
        assert ("ok", None) == found(papers, where)
    assert ("ok", None) == found(papers, "main/old", form="tree")


def test_a_file_is_followed_through_several_moves(papers: Path) -> None:
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    move(papers, {"Week1/Birch.pdf": "Week1/Birch tree.pdf"})
    move(papers, {"Week1/Birch tree.pdf": "Day (1)/Birch #1.pdf"})
    assert ("moved", "/blob/main/Day%20%281%29/Birch%20%231.pdf") == found(papers, "main/Birch.pdf")
    assert ("moved", "/raw/main/Day%20%281%29/Birch%20%231.pdf") == found(
        papers, "main/Birch.pdf", form="raw"
    )
    assert ("moved", "/blob/main/Day%20%281%29/Birch%20%231.pdf?raw=true") == found(
        papers, "main/Birch.pdf?raw=true"
    )
    # A commit is what it was for ever.
    assert ("ok", None) == found(papers, f"{git(papers, 'rev-parse', 'HEAD~3')}/Birch.pdf")


def test_a_file_that_was_removed_and_put_elsewhere_later_is_known_by_its_content(papers: Path) -> None:
    commit(papers, {"Birch.pdf": None})
    commit(papers, {"Week1/tree.pdf": slides("Birch.pdf")})
    assert ("moved", "/blob/main/Week1/tree.pdf") == found(papers, "main/Birch.pdf")


def test_a_folder_is_followed(papers: Path) -> None:
    commit(papers, {"old/Elm.pdf": slides("Elm"), "old/Ash.pdf": slides("Ash")})
    move(papers, {f"old/{name}.pdf": f"new/place/{name}.pdf" for name in ("Oak", "Elm", "Ash")})
    assert ("moved", "/tree/main/new/place") == found(papers, "main/old", form="tree")


def test_names_are_one_in_nfc_and_nfd_encoded_or_not(papers: Path) -> None:
    nfd = unicodedata.normalize("NFD", "Fir_몽룡.pdf")
    for where in ("main/Fir_몽룡.pdf", f"main/{nfd}", f"main/{quote(nfd)}"):
        assert ("ok", None) == found(papers, where)
    move(papers, {"Fir_몽룡.pdf": unicodedata.normalize("NFD", "숲/Fir_몽룡.pdf")})
    status, place = found(papers, f"main/{quote(nfd)}")
    assert ("moved", "/blob/main/숲/Fir_몽룡.pdf") == (
        status,
        unicodedata.normalize("NFC", unquote(place or "")),
    )


def test_what_became_a_pdf_is_proposed(papers: Path) -> None:
    move(papers, {"Maple.pptx": "Week2/Maple.pptx"})
    commit(papers, {"Week2/Maple.pptx": None, "Week2/Maple.pdf": "%PDF another content"})
    assert ("missing", "/blob/main/Week2/Maple.pdf") == found(papers, "main/Maple.pptx")


def test_of_a_branch_that_is_gone_main_tells_what_it_has(papers: Path) -> None:
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    commit(papers, {"Week3_Rowan-50/Rowan_jhj.pdf": slides("rowan")})
    assert ("missing", "/blob/main/old/Oak.pdf") == found(papers, "work/old/Oak.pdf")
    assert ("missing", "/blob/main/Week1/Birch.pdf") == found(papers, "feature/a/Birch.pdf")
    assert ("missing", "/blob/main/Week3_Rowan-50/Rowan_jhj.pdf") == found(papers, "jhj", "Rowan-50", "tree")
    assert ("missing", "/blob/main/Week3_Rowan-50/Rowan_jhj.pdf") == found(papers, "jhj", "Elsewhere", "tree")
    assert ("missing", None) == found(papers, "nobody", "Nothing", "tree")


def test_the_first_branch_may_have_been_renamed(papers: Path) -> None:
    assert ("moved", "/blob/main/Birch.pdf") == found(papers, "master/Birch.pdf")


def test_a_branch_with_slashes_is_its_own(papers: Path) -> None:
    git(papers, "switch", "-qc", "feature/one")
    move(papers, {"Birch.pdf": "there/Birch.pdf"})
    git(papers, "switch", "-q", "main")
    assert ("ok", None) == found(papers, "main/Birch.pdf")
    assert ("moved", "/blob/feature/one/there/Birch.pdf") == found(papers, "feature/one/Birch.pdf")


def test_a_detached_head_answers_for_the_first_branch(papers: Path) -> None:
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})
    git(papers, "checkout", "-q", "--detach")
    git(papers, "branch", "-qD", "main")
    assert ("moved", "/blob/main/Week1/Birch.pdf") == found(papers, "main/Birch.pdf")


def test_empty_files_are_not_taken_for_each_other(papers: Path) -> None:
    commit(papers, {"a/Empty.pdf": "", "b/Other.pdf": ""})
    commit(papers, {"a/Empty.pdf": None})
    assert ("missing", None) == found(papers, "main/a/Empty.pdf")


def test_what_kept_a_look_is_told(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remote = Located("remote")
    (tmp_path / "plain").mkdir()
    (papers / "inside").mkdir()
    assert (remote, "no-folder") == located(tmp_path / "nowhere", "main/a.pdf")
    assert (remote, "no-repository") == located(tmp_path / "plain", "main/a.pdf")
    assert (remote, "no-repository") == located(papers / "inside", "main/a.pdf")
    (tmp_path / "broken/.git").mkdir(parents=True)
    assert (remote, "refused") == located(tmp_path / "broken", "main/a.pdf")
    git(tmp_path, "clone", "-q", "--depth=1", papers.as_uri(), "shallow")
    assert "shallow" == located(tmp_path / "shallow", "main/Nothing.pdf")[1]
    assert "" == located(tmp_path / "shallow", "main/Birch.pdf")[1]
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        assert (remote, "no-git") == located(papers, "main/a.pdf")


def test_a_history_that_takes_too_long_leaves_what_names_tell(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(papers, {"Birch.pdf": "Week1/Birch.pdf"})

    def slow(*_: object) -> None:
        raise GitError("slow")

    monkeypatch.setattr(clones.Clone, "removals", slow)
    place = Located("missing", f"{PAGE}/blob/main/Week1/Birch.pdf")
    assert (place, "slow") == located(papers, "main/Birch.pdf")
    assert (Located("ok"), "") == located(papers, "main/README.md")


def test_how_a_repository_stands_changes_with_what_git_does_alone(papers: Path, tmp_path: Path) -> None:
    seen = [standing(papers)]
    assert seen[0] == standing(papers)
    for change in (
        lambda: commit(papers, {"a.pdf": "a"}),
        lambda: git(papers, "branch", "work"),
        lambda: git(papers, "pack-refs", "--all"),
        lambda: git(papers, "checkout", "-q", "--detach"),
    ):
        change()
        assert standing(papers) not in seen
        seen.append(standing(papers))
    git(papers, "worktree", "add", "-q", str(tmp_path / "tree"))
    before = standing(tmp_path / "tree")
    git(papers, "branch", "another")
    assert before is not None
    assert before != standing(tmp_path / "tree")
    git(tmp_path, "clone", "-q", "--bare", str(papers), "bare")
    assert standing(tmp_path / "bare") is not None
    assert standing(tmp_path) is None


def test_the_folder_of_a_clone_begins_at_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert tmp_path / "papers" == folder_of(tmp_path / "notes", "../papers")
    assert tmp_path / "home/papers" == folder_of(tmp_path / "notes", "~/papers")
    assert Path("/srv/papers") == folder_of(tmp_path / "notes", "/srv/papers")
