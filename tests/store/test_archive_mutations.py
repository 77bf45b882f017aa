"""An archive with bytes changed, lost, added or swapped is unpacked, or refused with a sentence.

`make sweep-archives` does it a hundred thousand times.
"""

import os
import random
import shutil
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.store.archive import Extracted, extract
from tests.store.zips import FOLDER, Member, field, member, unicode_path, zipped, zipped64

MUTATIONS = int(os.environ.get("STUDYLOG_MUTATIONS", "1500"))

MEMBERS = (
    member("회의록/8월 12일.md", b"Q. " * 100, method=8),
    Member("논문.md".encode("cp949"), b"text"),
    Member(b"x.md", b"text", extra=unicode_path("그림.md", b"x.md") + field(1, b"\0" * 8)),
    member("slides/", b"", attributes=FOLDER),
    member("slides/a.pdf", bytes(range(256)) * 3, method=8, flags=0x8),
)
GOOD = (zipped(*MEMBERS, comment=b"export"), zipped64(*MEMBERS))
# What figures are when they are wrong on purpose.
EDGES = (
    b"\0\0",
    b"\xff\xff",
    b"\xff\xff\xff\xff",
    b"\0\0\0\x80",
    b"PK\1\2",
    b"PK\3\4",
    b"PK\5\6",
    b"PK\6\7",
    b"../",
)


def mutated(chance: random.Random) -> bytes:
    archive = bytearray(chance.choice(GOOD))
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        if not archive:
            break
        at, other = chance.randrange(len(archive)), chance.randrange(len(archive))
        length = chance.choice((1, 2, 4, 30))
        match chance.randrange(6):
            case 0:
                archive[at] ^= 1 << chance.randrange(8)
            case 1:
                edge = chance.choice(EDGES)
                archive[at : at + len(edge)] = edge
            case 2:
                del archive[at : at + length]
            case 3:
                archive[at:at] = archive[other : other + length]
            case 4:
                archive[at : at + length] = archive[other : other + length]
            case 5:
                del archive[at + 1 :]
    return bytes(archive)


def attempt(archive: Path, folder: Path) -> Extracted | None:
    try:
        return extract(archive, folder)
    except StudylogError as error:
        assert error.hint is not None
        return None


def test_whatever_happened_to_an_archive_it_is_unpacked_or_refused(tmp_path: Path) -> None:
    chance = random.Random(812)
    archive, folder = tmp_path / "a.zip", tmp_path / "folder"
    unpacked = 0
    for _ in range(MUTATIONS):
        archive.write_bytes(mutated(chance))
        extracted = attempt(archive, folder)
        assert {archive, folder} if extracted else {archive} == set(tmp_path.iterdir())
        if extracted:
            unpacked += 1
            assert [extracted.folder] == list(folder.iterdir())
            files = {path for path in extracted.folder.rglob("*") if not path.is_dir()}
            assert files == set(extracted.paths.values())
            assert {path.read_bytes() for path in files} <= {one.data for one in MEMBERS}
            shutil.rmtree(folder)
    # Neither are all of them refused, nor is damage passed over.
    assert 0 < unpacked < MUTATIONS / 2


def test_a_good_archive_has_all_its_files(tmp_path: Path) -> None:
    for number, content in enumerate(GOOD):
        archive = tmp_path / f"{number}.zip"
        archive.write_bytes(content)
        names = ["회의록/8월 12일.md", "논문.md", "그림.md", "slides/a.pdf"]
        assert names == list(extract(archive, tmp_path / "folder").paths)
