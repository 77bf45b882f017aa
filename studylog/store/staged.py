"""The public notebook: a copy beside the index that a public site is built from, and nothing else is."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from studylog.store.failures import told
from studylog.store.names import real, safe_join

_FOLDER = Path(".studylog", "public")


@contextmanager
def staged(root: Path, texts: Mapping[str, bytes], files: Mapping[str, Path]) -> Iterator[Path]:
    """The folder of a public notebook with these texts and copies of these files, and no others.

    Where the notebook can only be read, it is a folder that is gone after the run.
    """
    with ExitStack() as stack:
        folder = root / _FOLDER
        try:
            if not real(folder).is_relative_to(real(root)):
                raise PermissionError(folder)
            _fill(folder, texts, files)
        except PermissionError:
            folder = _elsewhere(stack)
            _fill(folder, texts, files)
        yield folder


def last_staged(root: Path, path: str) -> bytes | None:
    """A text of the public notebook as it was published last; None for one that never was."""
    try:
        return safe_join(root / _FOLDER, path).read_bytes()
    except OSError:
        return None


def was_staged(root: Path, path: str) -> bool:
    """Whether a file was a part of the public notebook that was published last."""
    return safe_join(root / _FOLDER, path).is_file()


def _elsewhere(stack: ExitStack) -> Path:
    import tempfile

    return Path(
        stack.enter_context(tempfile.TemporaryDirectory(prefix="studylog-", ignore_cleanup_errors=True))
    )


def _fill(folder: Path, texts: Mapping[str, bytes], files: Mapping[str, Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # What is private must go before anything else happens to the folder.
    for path in _present(folder):
        if path not in texts and path not in files:
            with suppress(FileNotFoundError):
                (folder / path).unlink()
    for path, content in texts.items():
        _write(safe_join(folder, path), content)
    for path, source in files.items():
        _copy(source, safe_join(folder, path))


def _present(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            yield Path(place, name).relative_to(folder).as_posix()


def _write(path: Path, content: bytes) -> None:
    with suppress(OSError):
        if path.read_bytes() == content:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    # A link to elsewhere must not be written through.
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def _copy(source: Path, target: Path) -> None:
    with told(source):
        here = source.stat()
        with suppress(OSError):
            there = target.stat()
            if (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns):
                return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copy2(source, target)
