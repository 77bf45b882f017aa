"""A file is read and written whole, or not at all."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say, translate
from studylog.store import files

OLD = "# 8/12(목)\r\n오래된 내용".encode()
NEW = "# 8/12(목)\r\n새 내용".encode() * 1000


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_written_is_read_back_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "notes" / "주간" / "메모.md"
    files.write_new(path, OLD)
    assert OLD == files.read(path)
    assert ["메모.md"] == names(path.parent)
    assert sha256(OLD) == files.sha256(OLD) == files.sha256_of(path)


def test_a_new_file_has_the_rights_the_system_gives_to_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    files.write_new(tmp_path / "new", OLD)
    assert (tmp_path / "plain").stat().st_mode == (tmp_path / "new").stat().st_mode


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(OLD)
    with pytest.raises(StudylogError) as caught:
        files.write_new(path, NEW)
    assert Exit.DECIDE == caught.value.exit_code
    assert OLD == path.read_bytes()
    assert ["note.md"] == names(tmp_path)


def test_a_new_file_does_not_follow_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "note.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(StudylogError):
        files.write_new(tmp_path / "note.md", NEW)
    assert ["note.md"] == names(tmp_path)


def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(OLD)
    with pytest.raises(StudylogError, match="A folder is needed here") as caught:
        files.write_new(tmp_path / "notes" / "2021" / "8-12.md", NEW)
    assert [("path", str(tmp_path / "notes"))] == list(caught.value.message.args)
    assert OLD == (tmp_path / "notes").read_bytes()


def test_where_links_are_unknown_a_new_file_is_still_written_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    files.write_new(tmp_path / "note.md", OLD)
    with pytest.raises(StudylogError):
        files.write_new(tmp_path / "note.md", NEW)
    assert OLD == (tmp_path / "note.md").read_bytes()
    assert ["note.md"] == names(tmp_path)


def test_replacing_keeps_the_rights_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(OLD)
    path.chmod(0o640)
    files.replace(path, NEW, sha256(OLD))
    assert NEW == path.read_bytes()
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)
    assert ["note.md"] == names(tmp_path)


def test_of_a_link_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real = tmp_path / "shared" / "note.md"
    real.write_bytes(OLD)
    link = tmp_path / "note.md"
    link.symlink_to("shared/note.md")
    files.replace(link, NEW, sha256(OLD))
    assert link.is_symlink()
    assert NEW == real.read_bytes()


def test_a_note_that_an_editor_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"from the editor")
    with pytest.raises(StudylogError) as caught:
        files.replace(path, NEW, sha256(OLD))
    assert Exit.DECIDE == caught.value.exit_code
    assert b"from the editor" == path.read_bytes()
    assert ["note.md"] == names(tmp_path)


def test_a_change_is_made_again_on_the_text_that_came_in_between(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"1")
    seen = []

    def append(content: bytes) -> bytes:
        seen.append(content)
        if len(seen) == 1:
            path.write_bytes(b"12")
        return content + b"3"

    files.rewrite(path, append)
    assert [b"1", b"12"] == seen
    assert b"123" == path.read_bytes()


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(OLD)
    before = path.stat()
    files.rewrite(path, lambda content: content)
    assert before == path.stat()


def test_what_killed_runs_left_is_swept_and_what_lives_stays(tmp_path: Path) -> None:
    left, alive, folder = (tmp_path / f".studylog-{n * 12}.tmp" for n in "abc")
    left.write_bytes(b"half")
    alive.write_bytes(b"half")
    (folder / "pages").mkdir(parents=True)
    (tmp_path / ".studylog-notes.tmp").write_bytes(b"not ours")
    for path in (left, folder, tmp_path / ".studylog-notes.tmp"):
        os.utime(path, (0, 0))
    files.write_new(tmp_path / "note.md", NEW)
    assert [alive.name, ".studylog-notes.tmp", "note.md"] == names(tmp_path)


def test_every_refusal_of_the_system_has_a_sentence_a_place_and_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(StudylogError) as caught:
        files.read(tmp_path / "없음.md")
    error = caught.value
    assert Exit.NOT_FOUND == error.exit_code
    assert f"There is no such file or folder: {tmp_path}/없음.md" == translate(error.message, "en")
    assert f"그런 파일이나 폴더가 없습니다: {tmp_path}/없음.md" == translate(error.message, "ko")
    assert error.hint is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_a_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(StudylogError, match="Access is not permitted"):
        files.write_new(tmp_path / "note.md", NEW)


def test_a_change_that_takes_a_while_is_made_again_on_what_an_editor_saved(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(OLD)
    seen: list[bytes] = []

    def change(content: bytes) -> bytes:
        seen.append(content)
        if len(seen) == 1:
            path.write_bytes(NEW)
        return content + b"!"

    files.revise(path, change)
    assert [OLD, NEW] == seen
    assert NEW + b"!" == path.read_bytes()


def test_a_change_that_fails_leaves_a_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(OLD)

    def change(content: bytes) -> bytes:
        raise StudylogError(say("No."))

    with pytest.raises(StudylogError):
        files.revise(path, change)
    assert (OLD, ["note.md"]) == (path.read_bytes(), names(tmp_path))
