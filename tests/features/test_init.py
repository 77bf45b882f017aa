"""A notebook begins."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import StudylogError
from studylog.core.i18n import Language
from studylog.core.settings import Settings, read_settings
from studylog.core.text import nfc
from studylog.features.init import Made, Wish, init, settings_text
from studylog.store.notebook import find, note_files

ALL = ("studylog.yaml", "notes/", "slides/", ".gitignore", ".gitattributes")
NAMES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40)


def test_a_new_notebook_has_settings_folders_and_what_git_shall_ignore(tmp_path: Path) -> None:
    folder = tmp_path / "우리 노트" / "하나"
    assert Made(folder, ALL) == init(folder, Wish(), comments="ko")
    assert "/.studylog/\n/_site/\n" == (folder / ".gitignore").read_text(encoding="utf-8")
    assert [] == note_files(find(folder))


@pytest.mark.parametrize("comments", ["ko", "en"])
def test_without_a_wish_everything_is_a_comment(comments: Language) -> None:
    assert (Settings(), ()) == read_settings(settings_text(Wish(), comments), "studylog.yaml")


@pytest.mark.parametrize("comments", ["ko", "en"])
def test_every_comment_is_a_setting_that_works_when_it_is_switched_on(comments: Language) -> None:
    keys = "|".join(Settings.__dataclass_fields__)
    text = re.sub(rf"^# (?=(?:{keys}):)|^#(?=   - )", "", settings_text(Wish(), comments), flags=re.MULTILINE)
    settings, findings = read_settings(text, "studylog.yaml")
    defaults = Settings()
    same = [key for key in Settings.__dataclass_fields__ if getattr(settings, key) == getattr(defaults, key)]
    assert ((), ["language"] if comments == "ko" else []) == (findings, same)


def test_what_was_told_stands_in_the_settings() -> None:
    wish = Wish("우리: 스터디", ("홍길동", "O'Neil"), "en")
    settings, findings = read_settings(settings_text(wish, "en"), "studylog.yaml")
    told = (settings.name, tuple(person.name for person in settings.roster.people), settings.language)
    assert (("우리: 스터디", ("홍길동", "O'Neil"), "en"), ()) == (told, findings)


@given(NAMES, st.lists(NAMES, max_size=3))
def test_whatever_was_told_is_read_back_or_refused_before_anything_is_made(
    name: str, people: list[str]
) -> None:
    wish = Wish(name, tuple(people))
    with TemporaryDirectory() as place:
        folder = Path(place) / "nb"
        try:
            init(folder, wish, comments="ko")
        except StudylogError:
            assert not folder.exists()
            return
        settings = find(folder).settings
    assert nfc(name).strip() == settings.name
    assert [nfc(person).strip() for person in people] == [person.name for person in settings.roster.people]


def test_a_name_that_nobody_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudylogError):
        init(tmp_path / "nb", Wish(roster=("홍길동)",)), comments="ko")
    assert [] == [*tmp_path.iterdir()]


def test_a_notebook_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").write_text("name: alt\n", encoding="utf-8")
    assert Made(tmp_path, ()) == init(tmp_path, Wish("neu"), comments="en")
    assert ["studylog.yaml"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "/.studylog/\n/_site/\n"),
        ("*.pyc", "*.pyc\n/.studylog/\n/_site/\n"),
        ("*.pyc\r\n_site\r\n", "*.pyc\r\n_site\r\n/.studylog/\r\n"),
        ("/_site/\n.studylog/\n", "/_site/\n.studylog/\n"),
    ],
)
def test_gitignore_gets_only_what_is_missing(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / ".gitignore").write_bytes(before.encode())
    init(tmp_path, Wish(), comments="en")
    assert after == (tmp_path / ".gitignore").read_bytes().decode()


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    command = ["git", "-C", str(folder), *settings, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_git_merges_notes_of_other_line_ends_and_lists_of_hashes(tmp_path: Path) -> None:
    init(tmp_path, Wish(), comments="en")
    note, hashes = tmp_path / "notes" / "a.md", tmp_path / "slides" / ".slides.sha256"
    slides = tmp_path / "slides" / "a.pdf"
    note.write_text("하나\n\n둘\n\n셋\n", encoding="utf-8")
    slides.write_bytes(b"%PDF-1.4\r\nall of it can be read\r\n")
    git(tmp_path, "init", "-q", "-b", "main")

    def change(branch: str, content: bytes, line: str) -> None:
        git(tmp_path, "checkout", "-q", "-B", branch, "main")
        note.write_bytes(content)
        hashes.write_text(line, encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", branch)

    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "begun")
    change("first", "하나\r\n\r\n둘\r\n\r\n셋, 그리고\r\n".encode(), f"{'1' * 64}  a.pdf\n")
    change("second", "하나, 그리고\n\n둘\n\n셋\n".encode(), f"{'2' * 64}  b.pdf\n")
    git(tmp_path, "merge", "-q", "--no-edit", "first")

    assert "하나, 그리고\n\n둘\n\n셋, 그리고\n" == note.read_text(encoding="utf-8")
    assert [f"{'1' * 64}  a.pdf", f"{'2' * 64}  b.pdf"] == sorted(hashes.read_text("utf-8").splitlines())
    assert "i/crlf" in git(tmp_path, "ls-files", "--eol", "slides/a.pdf")


def test_attributes_of_git_that_are_there_are_kept(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.md -text\n", encoding="utf-8")
    assert ".gitattributes" not in init(tmp_path, Wish(), comments="en").new
    assert "*.md -text\n" == (tmp_path / ".gitattributes").read_text(encoding="utf-8")


def test_a_run_that_was_killed_is_simply_run_again(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / ".gitignore").write_text("/.studylog/\n/_site/\n", encoding="utf-8")
    assert ("studylog.yaml", "slides/", ".gitattributes") == init(tmp_path, Wish(), comments="en").new


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("", encoding="utf-8")
    with pytest.raises(StudylogError):
        init(tmp_path, Wish(), comments="en")
    assert not (tmp_path / "studylog.yaml").exists()


WORKFLOW = ".github/workflows/digest.yml"


@pytest.mark.parametrize("comments", ["ko", "en"])
@pytest.mark.parametrize("inside", ["", "docs/우리 \"노트\" \\ $(x): '#'"])
def test_the_digest_is_built_where_the_notes_are(tmp_path: Path, comments: Language, inside: str) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / inside
    made = init(folder, Wish(pages=True), comments=comments)
    assert (folder / made.new[-1]).resolve() == tmp_path / WORKFLOW
    workflow = yaml.safe_load((tmp_path / WORKFLOW).read_text("utf-8"))
    steps = workflow["jobs"]["digest"]["steps"]
    (build,) = [step for step in steps if step.get("run") == "studylog build --public"]
    assert folder == tmp_path / build["working-directory"]
    (shown,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert folder / "_site" == tmp_path / shown["with"]["path"]
    assert {"contents": "read", "pages": "write", "id-token": "write"} == workflow["permissions"]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)


def test_a_workflow_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    init(tmp_path, Wish(pages=True), comments="en")
    (tmp_path / WORKFLOW).write_text("mine", "utf-8")
    assert Made(tmp_path, ()) == init(tmp_path, Wish(pages=True), comments="en")
    assert "mine" == (tmp_path / WORKFLOW).read_text("utf-8")
