"""A finished folder takes the place of an old one in a single step."""

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from studylog.store.failures import told
from studylog.store.names import real
from studylog.store.swap import swapped
from studylog.store.temporary import sync_folder, temporary_folder


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """An empty folder beside a target, to build in and then to `exchange`; at the end it is removed."""
    with ExitStack() as stack:
        with told(target):
            target = real(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            folder = stack.enter_context(temporary_folder(target.parent))
        yield folder


def exchange(new_dir: Path, target_dir: Path) -> None:
    """Puts a finished folder in the place of another; what was there before is then in `new_dir`."""
    with told(target_dir):
        target = real(target_dir)
        recover(target)
        if not target.exists():
            new_dir.rename(target)
        elif not target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        elif not swapped(new_dir, target):
            _rename_twice(new_dir, target)
        sync_folder(target.parent)


def recover(target: Path) -> None:
    """Brings back the old folder after a run that was killed between two renames, or removes it."""
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        with temporary_folder(target.parent) as rest:
            aside.rename(rest / target.name)
    else:
        aside.rename(target)


def left_aside(target: Path) -> bool:
    """Whether a run was killed between two renames."""
    return _aside(target).exists()


def _rename_twice(new_dir: Path, target: Path) -> None:
    aside = _aside(target)
    target.rename(aside)
    try:
        new_dir.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    aside.rename(new_dir)


def _aside(target: Path) -> Path:
    # Late, because hashes are slow to import, and whoever only reads needs none.
    from hashlib import sha256

    name = sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.parent / f".studylog-{name}.old"
