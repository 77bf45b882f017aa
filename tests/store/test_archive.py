"""An honest archive comes out as it went in, whatever wrote it, whatever its names are written in."""

import errno
import io
import os
import unicodedata
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import translate
from studylog.store.archive import Budget, Extracted, Limits, extract
from tests.store.test_faults import failures
from tests.store.zips import FOLDER, Member, deflated, member, unicode_path, zipped, zipped64

MB = 1024 * 1024
ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def unpack(tmp_path: Path) -> "Unpack":
    return Unpack(tmp_path)


class Unpack:
    """Unpacks archives that are given as bytes."""

    def __init__(self, folder: Path) -> None:
        self.archive, self.folder = folder / "export.zip", folder / "folder"

    def __call__(self, content: bytes, limits: Limits = Limits(), budget: Budget | None = None) -> Extracted:
        self.archive.write_bytes(content)
        return extract(self.archive, self.folder, limits, budget)

    def refused(self, content: bytes, limits: Limits = Limits(), budget: Budget | None = None) -> str:
        before = sorted(self.folder.rglob("*"))
        with pytest.raises(StudylogError) as caught:
            self(content, limits, budget)
        assert before == sorted(self.folder.rglob("*"))
        return str(caught.value)


def contents(extracted: Extracted) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in extracted.paths.items()}


def on_disk(extracted: Extracted) -> list[str]:
    files = (path for path in extracted.folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(extracted.folder).as_posix() for path in files)


def test_files_come_out_under_their_names_in_their_order(unpack: Unpack) -> None:
    extracted = unpack(zipped(member("b/c.md", b"one"), member("a.md", b"two"), member("b/a.md", b"")))
    assert {"b/c.md": b"one", "a.md": b"two", "b/a.md": b""} == contents(extracted)
    assert ["b/c.md", "a.md", "b/a.md"] == list(extracted.paths)
    assert ["a.md", "b/a.md", "b/c.md"] == on_disk(extracted)
    assert () == extracted.findings


def test_each_archive_comes_into_a_folder_of_its_own(unpack: Unpack) -> None:
    first, second = unpack(zipped(member("a.md", b"one"))), unpack(zipped(member("a.md", b"two")))
    assert first.folder.parent == second.folder.parent == unpack.folder
    assert (b"one", b"two") == (first.paths["a.md"].read_bytes(), second.paths["a.md"].read_bytes())
    assert [first.folder, second.folder] == sorted(unpack.folder.iterdir())


def test_an_archive_inside_stays_an_archive(unpack: Unpack) -> None:
    part = zipped(member("a.md"))
    assert {"Part-1.zip": part} == contents(unpack(zipped(member("Part-1.zip", part))))


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_name_without_a_flag_is_read_as_what_it_can_be(unpack: Unpack, encoding: str) -> None:
    archive = zipped(Member("회의록/8월 12일.md".encode(encoding)), member("논문/조밀한 검색.md"))
    assert ["회의록/8월 12일.md", "논문/조밀한 검색.md"] == list(unpack(archive).paths)


def test_each_name_has_an_encoding_of_its_own(unpack: Unpack) -> None:
    # In CP437 the last one is Ç and é; no two bytes of it make a syllable in CP949.
    names = [Member("회의".encode()), Member("논문".encode("cp949")), Member(b"\x80-\x82.md")]
    assert ["회의", "논문", "Ç-é.md"] == list(unpack(zipped(*names)).paths)


def test_the_other_name_counts_when_it_was_made_for_this_one(unpack: Unpack) -> None:
    made, stale = unicode_path("회의.md", b"__.md"), unicode_path("회의.md", b"other.md")
    assert ["회의.md"] == list(unpack(zipped(Member(b"__.md", extra=made))).paths)
    assert ["__.md"] == list(unpack(zipped(Member(b"__.md", extra=stale))).paths)


def test_names_on_the_disk_are_composed(unpack: Unpack) -> None:
    extracted = unpack(zipped(member(unicodedata.normalize("NFD", "회의/결과.md"))))
    assert ["회의/결과.md"] == list(extracted.paths) == on_disk(extracted)


@pytest.mark.parametrize("end", ["", ".md", f" {ID}", f" {ID}.md", f" {ID}_all.csv"])
def test_a_name_that_is_too_long_keeps_its_end_and_is_found_by_the_whole_one(
    unpack: Unpack, end: str
) -> None:
    name = "가나다" * 40 + end
    extracted = unpack(zipped(member(f"노트/{name}", b"text")))
    path = extracted.paths[f"노트/{name}"]
    assert b"text" == path.read_bytes()
    assert path.name.startswith("가나다" * 10)
    assert path.name.endswith(end)
    assert 240 < len(path.name.encode()) <= 255
    assert ["long-name"] == [finding.code for finding in extracted.findings]
    assert path.name in translate(extracted.findings[0].message, "ko")


def test_a_folder_with_a_long_name_is_told_once_and_holds_all_its_files(unpack: Unpack) -> None:
    folder = "가" * 100
    extracted = unpack(zipped(member(f"{folder}/", b"", attributes=FOLDER), *_in(folder, "a.md", "b.md")))
    assert [f"{folder}/a.md", f"{folder}/b.md"] == list(extracted.paths)
    assert 1 == len({path.parent for path in extracted.paths.values()})
    assert 1 == len(extracted.findings)


def _in(folder: str, *names: str) -> list[Member]:
    return [member(f"{folder}/{name}") for name in names]


def test_long_names_that_begin_and_end_alike_are_two_files(unpack: Unpack) -> None:
    one, two = "가" * 90 + "하나.md", "가" * 90 + "둘.md"
    extracted = unpack(zipped(member(one, b"1"), member(two, b"2")))
    assert {one: b"1", two: b"2"} == contents(extracted)
    assert 2 == len(on_disk(extracted))


def test_rubbish_of_macos_and_folders_are_no_files(unpack: Unpack) -> None:
    rubbish = ["__MACOSX/._a.md", "__MACOSX/b/._c.md", ".DS_Store", "b/.DS_Store"]
    folders = [member(name, b"", attributes=FOLDER) for name in ("./", "b/", "b/", "empty/")]
    extracted = unpack(zipped(*folders, member("./a.md"), *map(member, rubbish)))
    assert ["a.md"] == list(extracted.paths) == on_disk(extracted)


def test_what_other_programs_write_is_read(unpack: Unpack) -> None:
    assert {"a.md": b"text"} == contents(unpack(zipped(member("a.md"), before=b"#!/bin/sh\n", comment=b"hi")))
    assert {"a.md": b"text"} == contents(unpack(zipped64(member("a.md"))))
    # Some programs pack a folder as if it had a content.
    folder = Member(b"a/", b"", 8, raw=b"\3\0")
    assert {"a/b.md": b"text"} == contents(unpack(zipped(folder, member("a/b.md"))))


class Stream(io.BytesIO):
    """What cannot go back, such as a download: sizes and checksums then follow the data."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError(errno.ESPIPE, "")

    def tell(self) -> int:
        raise OSError(errno.ESPIPE, "")


@pytest.mark.parametrize("is_large", [True, False])
def test_an_archive_that_was_streamed_is_read(unpack: Unpack, is_large: bool) -> None:
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("회의.md", "b.md"):
            with archive.open(name, "w", force_zip64=is_large) as file:
                file.write(name.encode() * 1000)
    assert {n: n.encode() * 1000 for n in ("회의.md", "b.md")} == contents(unpack(stream.getvalue()))


def test_what_is_small_may_be_packed_as_well_as_one_likes(unpack: Unpack) -> None:
    table = b"0,0,0\n" * 170_000
    assert {"a.csv": table} == contents(unpack(zipped(Member(b"a.csv", table, 8))))


@pytest.mark.parametrize("more", range(-1, 36))
def test_what_ends_just_behind_a_piece_comes_out_whole(unpack: Unpack, more: int) -> None:
    # The last bytes of these wait inside zlib when all of their data was read.
    zeros = b"\0" * (128 * 1024 + more)
    assert {"a": zeros} == contents(unpack(zipped(Member(b"a", zeros, 8))))


TIGHT = {
    "3 entries": (Limits(entries=2), "2 entries"),
    "the list": (Limits(directory=100), "list of entries"),
    "all together": (Limits(total=2999), "would be unpacked"),
    "one file": (Limits(file=999), "larger than"),
    "the ratio": (Limits(ratio=10, floor=999), "10 times"),
    "depth": (Limits(depth=1), "folders deep"),
    "the path": (Limits(path=9), "9 bytes"),
}


@pytest.mark.parametrize("name", TIGHT)
def test_every_limit_can_be_reached_exactly_but_not_passed(unpack: Unpack, name: str) -> None:
    archive = zipped(*(Member(f"a/b/{n}.txt.md".encode()[:10], b"0" * 1000, 8) for n in range(3)))
    exact = Limits(entries=3, directory=200, total=3000, file=1000, ratio=200, floor=3000, depth=2, path=10)
    limits, words = TIGHT[name]
    assert words in unpack.refused(archive, limits)
    assert 3 == len(unpack(archive, exact).paths)


def test_archives_with_one_budget_share_it(unpack: Unpack) -> None:
    archive = zipped(member("a.md", b"0" * 400))
    budget = Budget(entries=10, size=1000)
    unpack(archive, budget=budget)
    unpack(archive, budget=budget)
    assert Budget(entries=8, size=200) == budget
    assert "would be unpacked" in unpack.refused(archive, budget=budget)
    assert "entries" in unpack.refused(archive, budget=Budget(entries=0, size=1000))
    assert {"b.md": b"text"} == contents(unpack(zipped(member("b.md")), budget=budget))


def test_archives_in_archives_come_to_an_end(unpack: Unpack) -> None:
    """Sixteen archives in each of sixteen, five times: a million tables, and no archive alone is a bomb."""
    content = zipped(Member(b"a.csv", bytes(range(100)) * 1000, 8))
    for level in range(5):
        content = zipped(*(Member(b"%d-%d.zip" % (level, n), content, 8) for n in range(16)))
    budget, queue, seen = Budget(entries=500, size=20 * MB), [content], 0
    with pytest.raises(StudylogError, match=r"20000 entries|would be unpacked"):
        while queue:
            extracted = unpack(queue.pop(), budget=budget)
            queue += [path.read_bytes() for path in extracted.paths.values() if path.suffix == ".zip"]
            seen += 1
    assert 10 < seen < 500


def test_what_comes_is_counted_whatever_was_stated(unpack: Unpack) -> None:
    class Spent(Budget):
        def take(self, size: int) -> bool:
            return False

    assert "would be unpacked" in unpack.refused(zipped(member("a.md")), budget=Spent(100, 100))


def test_an_archive_that_is_cut_while_it_is_read_is_told(unpack: Unpack) -> None:
    class Cutting(Budget):
        def take(self, size: int) -> bool:
            os.truncate(unpack.archive, 100)
            return True

    archive = zipped(Member(b"a", os.urandom(MB)))
    assert "damaged" in unpack.refused(archive, budget=Cutting(100, 2 * MB))


@pytest.mark.parametrize(
    ("name", "exit_code", "words"),
    [("missing.zip", Exit.NOT_FOUND, "no such file"), ("folder", Exit.PROBLEMS, "this is a folder")],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, exit_code: Exit, words: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StudylogError, match=words) as caught:
        extract(tmp_path / name, tmp_path / "out")
    assert exit_code == caught.value.exit_code
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(StudylogError, match="no zip"):
        extract(tmp_path / "a.zip", tmp_path / "out")


class Full(Budget):
    """Fails when the second piece is written, in any way."""

    failure: BaseException
    pieces = 0

    def take(self, size: int) -> bool:
        Full.pieces += 1
        if Full.pieces == 2:
            raise Full.failure
        return True


@pytest.mark.parametrize(
    ("failure", "expected"),
    [(OSError(errno.ENOSPC, ""), StudylogError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
@pytest.mark.parametrize("exists", [True, False])
def test_what_was_written_before_a_failure_does_not_stay(
    unpack: Unpack, failure: BaseException, expected: type[BaseException], exists: bool
) -> None:
    if exists:
        unpack.folder.mkdir()
    Full.failure, Full.pieces = failure, 0
    with pytest.raises(expected):
        unpack(zipped(member("a/b.md"), member("c.md")), budget=Full(100, 100))
    assert exists == unpack.folder.exists()
    assert not exists or [] == list(unpack.folder.iterdir())


def test_a_disk_that_is_full_is_told_with_its_remedy(unpack: Unpack) -> None:
    Full.failure, Full.pieces = OSError(errno.ENOSPC, ""), 0
    with pytest.raises(StudylogError, match="The disk is full") as caught:
        unpack(zipped(member("a.md"), member("b.md")), budget=Full(100, 100))
    assert caught.value.hint is not None


def test_unpacking_fails_at_every_call_and_nothing_stays(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(zipped(member("a/b.md"), member("c.md")))
    tried = set()
    for place, done, call in failures(lambda it: extract(archive, it / "folder"), tmp_path, lambda _: None):
        tried.add(call)
        left = sorted(path.name for path in place.rglob("*"))
        assert (["1", "a", "b.md", "c.md", "folder"] if done else []) == left, call
    assert {"stat", "mkdir", "rename"} <= tried


LETTERS = st.text(st.sampled_from("abcABC 012-_.가각힣한글회의éöß漢あ🙂"), min_size=1, max_size=12)
PARTS = LETTERS.map(str.strip).filter(lambda part: part.strip(". ") and not part.endswith((".", "/")))
NAMES = st.lists(PARTS, min_size=1, max_size=4).map("/".join)
FORMS = st.sampled_from(["NFC", "NFD"])
METHODS = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])


def is_one_tree(names: list[str]) -> bool:
    """Whether no name is that of another file or its folder, for any system."""
    folded = [unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()) for name in names]
    return len(set(folded)) == len(names) and not any(
        a != b and b.startswith(a + "/") for a in folded for b in folded
    )


@settings(max_examples=100)
@given(st.lists(st.tuples(NAMES, st.binary(max_size=300), FORMS, METHODS), min_size=1, max_size=8))
def test_whatever_zipfile_packs_comes_out_as_it_was(files: list[tuple[str, bytes, str, int]]) -> None:
    assume(is_one_tree([name for name, *_ in files]))
    with TemporaryDirectory() as place:
        archive = Path(place) / "a.zip"
        with zipfile.ZipFile(archive, "w") as packed:
            for name, content, form, method in files:
                packed.writestr(unicodedata.normalize(form, name), content, method)
        extracted = extract(archive, Path(place) / "folder")
        expected = {unicodedata.normalize("NFC", name): content for name, content, *_ in files}
        assert expected == contents(extracted)
        assert sorted(expected) == on_disk(extracted)


@settings(max_examples=50)
@given(st.binary(max_size=400))
def test_deflate_of_any_size_comes_out_whole(seed: bytes) -> None:
    # Longer than a piece, so that pieces end inside of what is packed.
    content = seed * 1500
    with TemporaryDirectory() as place:
        archive = Path(place) / "a.zip"
        archive.write_bytes(zipped(Member(b"a", content, 8, raw=deflated(content))))
        assert {"a": content} == contents(extract(archive, Path(place) / "folder", Limits(ratio=2000)))
