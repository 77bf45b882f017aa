"""The only way a file of the notebook is read and written: whole, or not at all."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import nullcontext, suppress
from errno import EACCES, EMLINK, ENOSYS, ENOTDIR, EOPNOTSUPP, EPERM, EXDEV
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.failures import shown, told
from studylog.store.lock import locked
from studylog.store.names import real
from studylog.store.temporary import create, sync_folder, temporary_file

_NO_LINKS = {EACCES, EMLINK, ENOSYS, EOPNOTSUPP, EPERM, EXDEV}
# Each attempt fails only when another writer succeeded: so many at once are no accident.
_ATTEMPTS = 100


def read(path: Path) -> bytes:
    """The content of a file."""
    with told(path):
        return path.read_bytes()


def sha256(content: bytes) -> str:
    """The fingerprint by which a content is recognised, in hexadecimal."""
    # Late here and below, because hashes are slow to import, and whoever only reads needs none.
    from hashlib import sha256 as hashed

    return hashed(content).hexdigest()


def sha256_of(path: Path) -> str:
    """The fingerprint of a file of any size, such as slides."""
    from hashlib import file_digest

    with told(path), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that does not exist yet, and its folders; whatever exists is never overwritten."""
    with told(path):
        _make_folder(path.parent)
        with temporary_file(path.parent, content) as temporary:
            try:
                os.link(temporary, path)
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                _create_directly(path, content)
        sync_folder(path.parent)


def replace(path: Path, content: bytes, expected_sha256: str) -> None:
    """Puts a new content in the place of the one that was read; of links, the file they lead to changes.

    If the file no longer is what was read, it stays as it is and the error says so (exit 4).
    """
    if not _replaced(path, content, expected_sha256):
        raise _changed_meanwhile(path)


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Changes what a file holds; made again on the new text when somebody else wrote in between."""
    for _ in range(_ATTEMPTS):
        content = read(path)
        changed = change(content)
        if changed == content or _replaced(path, changed, sha256(content)):
            return
    raise _changed_meanwhile(path)


def revise(path: Path, change: Callable[[bytes], bytes]) -> None:
    """`rewrite` for changes that take a while: other runs wait until it is made, so that none is in vain."""
    for _ in range(_ATTEMPTS):
        with told(path), locked(real(path, strict=True)):
            content = read(path)
            changed = change(content)
            if changed == content or _replaced(path, changed, sha256(content), held=True):
                return
    raise _changed_meanwhile(path)


def _replaced(path: Path, content: bytes, expected_sha256: str, *, held: bool = False) -> bool:
    """Whether the content took the place of what was read; `held` when this run holds the file already."""
    with told(path):
        target = real(path, strict=True)
        with temporary_file(target.parent, content) as temporary:
            _copy_rights(target, temporary)
            with nullcontext() if held else locked(target):
                if sha256(target.read_bytes()) != expected_sha256:
                    return False
                temporary.replace(target)
        sync_folder(target.parent)
    return True


def _copy_rights(source: Path, target: Path) -> None:
    status = source.stat()
    # Whoever may write into the folder is not always allowed to give files away.
    if sys.platform != "win32":
        with suppress(OSError):
            os.chown(target, status.st_uid, status.st_gid)
    target.chmod(stat.S_IMODE(status.st_mode))


def _create_directly(path: Path, content: bytes) -> None:
    # Where links are unknown (USB sticks): a killed run may leave a part here, but overwrites nothing.
    try:
        create(path, content)
    except FileExistsError:
        raise
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder)) from error


def _changed_meanwhile(path: Path) -> StudylogError:
    return StudylogError(
        say("Another program changed {path} meanwhile; nothing was overwritten.", path=shown(path)),
        Exit.DECIDE,
        hint=say("Look at the file and run the command again."),
    )
