"""What a clone tells of its history, and that nothing in it is run, fetched or changed."""

import os
from pathlib import Path

import pytest

from studylog.store.git import clone, running
from studylog.store.git.clone import Clone
from studylog.store.git.running import GitError, run
from tests.repositories import commit, git, move, pretended_git, repository, slides


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "papers", {"VGG.pdf": slides("vgg"), "old/가 나.pdf": slides("ga")})
    move(folder, {"VGG.pdf": "Day1/VGG.pdf"})
    commit(folder, {"old/가 나.pdf": None})
    return folder


def removal(one: Clone, path: str) -> str | None:
    return one.removals(one.commit("main") or "", [path])[path].moved_to


def test_a_removal_tells_the_content_and_the_rename(papers: Path) -> None:
    one = Clone(papers)
    found = one.removals(one.commit("main") or "", ["VGG.pdf", "old/가 나.pdf", "never.pdf"])
    blob = git(papers, "rev-parse", "HEAD:Day1/VGG.pdf")
    assert ({"VGG.pdf", "old/가 나.pdf"}, "Day1/VGG.pdf", blob, None) == (
        set(found),
        found["VGG.pdf"].moved_to,
        found["VGG.pdf"].content,
        found["old/가 나.pdf"].moved_to,
    )


def test_a_file_that_was_changed_as_it_moved_is_followed(papers: Path) -> None:
    (papers / "Day1/VGG.pdf").unlink()
    commit(papers, {"Week1/VGG-16.pdf": slides("vgg") + "one line more\n"})
    assert "Week1/VGG-16.pdf" == removal(Clone(papers), "Day1/VGG.pdf")


def test_a_rename_in_a_merged_branch_is_found(papers: Path) -> None:
    git(papers, "switch", "-qc", "work")
    move(papers, {"Day1/VGG.pdf": "Day9/VGG.pdf"})
    git(papers, "switch", "-q", "main")
    commit(papers, {"other.txt": "x"})
    git(papers, "merge", "-q", "--no-ff", "-m", "merge", "work")
    assert "Day9/VGG.pdf" == removal(Clone(papers), "Day1/VGG.pdf")


def test_branches_go_by_their_names_on_the_web(papers: Path, tmp_path: Path) -> None:
    git(papers, "branch", "feature/one")
    git(papers, "tag", "-a", "v1", "-m", "v1")
    git(tmp_path, "clone", "-q", str(papers), "copy")
    git(tmp_path / "copy", "remote", "add", "upstream", "git@github.com:team/papers.git")
    one = Clone(tmp_path / "copy")
    head = git(papers, "rev-parse", "HEAD")
    assert {"main", "feature/one", "v1"} == set(one.branches)
    assert ("main", head, head, head) == (
        one.main,
        one.commit("feature/one"),
        one.commit("v1"),
        one.commit(head[:9]),
    )
    assert one.commit("nobody") is None


def test_of_several_remotes_the_one_of_the_repository_counts(papers: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(papers), "copy")
    copy = tmp_path / "copy"
    git(copy, "remote", "add", "upstream", "git@github.com:team/papers.git")
    ahead = commit(papers, {"new.pdf": "x"})
    git(copy, "fetch", "-q", str(papers), "main:refs/remotes/upstream/main")
    assert ahead == Clone(copy, "Team/Papers").commit("main")
    assert ahead != Clone(copy).commit("main")


def test_a_detached_head_and_a_bare_clone_answer_too(papers: Path, tmp_path: Path) -> None:
    git(papers, "checkout", "-q", "--detach")
    assert "Day1/VGG.pdf" == removal(Clone(papers), "VGG.pdf")
    git(papers, "branch", "-qD", "main")
    assert (None, git(papers, "rev-parse", "HEAD")) == (Clone(papers).main, Clone(papers).head())
    git(papers, "switch", "-qc", "main")
    git(tmp_path, "clone", "-q", "--bare", str(papers), "bare")
    assert "Day1/VGG.pdf" == removal(Clone(tmp_path / "bare"), "VGG.pdf")


def test_a_shallow_clone_says_that_it_is_one(papers: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", papers.as_uri(), "shallow")
    one = Clone(tmp_path / "shallow")
    assert one.is_shallow
    assert not Clone(papers).is_shallow
    assert {} == one.removals(one.commit("main") or "", ["VGG.pdf"])


def test_a_clone_without_contents_is_never_filled(papers: Path, tmp_path: Path) -> None:
    git(papers, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", papers.as_uri(), "partial")
    folder = tmp_path / "partial"
    before = git(folder, "count-objects", "-v")
    one = Clone(folder)
    assert "Day1/VGG.pdf" == removal(one, "VGG.pdf")
    assert before == git(folder, "count-objects", "-v")


def test_without_contents_only_unchanged_files_are_followed(papers: Path, tmp_path: Path) -> None:
    git(papers, "config", "uploadpack.allowFilter", "true")
    git(papers, "rm", "-q", "Day1/VGG.pdf")
    commit(papers, {"Week1/VGG.pdf": slides("vgg") + "one line more\n"})
    for kind in ("blob:none", "tree:0"):
        git(tmp_path, "clone", "-q", "--no-checkout", f"--filter={kind}", papers.as_uri(), kind[:4])
    assert removal(Clone(tmp_path / "blob"), "Day1/VGG.pdf") is None
    treeless = Clone(tmp_path / "tree")
    with pytest.raises(GitError) as error:
        treeless.tree(treeless.commit("main") or "")
    assert "refused" == error.value.kind


def test_no_repository_above_a_folder_answers_for_it(papers: Path) -> None:
    (papers / "inside").mkdir()
    with pytest.raises(GitError) as error:
        _ = Clone(papers / "inside").branches
    assert "refused" == error.value.kind


@pytest.mark.parametrize(
    "name",
    [
        "-rf.pdf",
        "--help",
        ":(top)x.pdf",
        "*.pdf",
        "[a].pdf",
        "$(touch hacked).pdf",
        "a;b.pdf",
        "‮fdp.exe",
        "'\".pdf",
    ],
)
def test_a_hostile_name_is_only_a_name(papers: Path, name: str) -> None:
    commit(papers, {f"d/{name}": slides(name)})
    move(papers, {f"d/{name}": f"e/{name}"})
    assert f"e/{name}" == removal(Clone(papers), f"d/{name}")
    commit(papers, {name: slides(name + "!")})
    move(papers, {name: f"f/{name}"})
    assert f"f/{name}" == removal(Clone(papers), name)
    assert Clone(papers).commit(name) is None
    assert not [*papers.glob("**/hacked"), *Path().glob("hacked")]


def test_settings_of_a_repository_start_nothing(papers: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "core.sshCommand",
        "core.editor",
        "core.askPass",
    ):
        git(papers, "config", key, str(trap))
    git(papers, "config", "diff.trap.textconv", str(trap))
    git(papers, "config", "diff.trap.command", str(trap))
    git(papers, "config", "alias.rev-list", f"!{trap}")
    git(papers, "config", "log.showSignature", "true")
    git(papers, "config", "gpg.program", str(trap))
    (papers / ".git/info/attributes").write_text("*.pdf diff=trap filter=trap\n")
    one = Clone(papers)
    assert "Day1/VGG.pdf" == removal(one, "VGG.pdf")
    assert "Day1/VGG.pdf" in list(one.tree(one.commit("main") or ""))
    assert not (tmp_path / "sprung").exists()


def test_git_that_is_absent_is_told_apart_from_git_that_refuses(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GitError) as error:
        run(papers, "no-such-command")
    assert "refused" == error.value.kind
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError) as error:
        run(papers, "version")
    assert "absent" == error.value.kind


def test_all_that_is_asked_of_a_clone_is_bounded_together(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clone, "_ALL_SECONDS", 0.0)
    asked = Clone(papers)
    asked._late.wait()
    with pytest.raises(GitError) as error:
        asked.tree("HEAD")
    assert "slow" == error.value.kind


def test_an_endless_answer_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretended_git(tmp_path, "import sys\nwhile True: sys.stdout.write('x' * 65536)\n")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(running, "MOST_BYTES", 1 << 20)
    with pytest.raises(GitError) as error:
        run(tmp_path, "log", patience=60)
    assert "slow" == error.value.kind
