"""One writer at a time: a file is held while it, or what it stands for, is compared and replaced."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import tempfile

    @contextmanager
    def locked(path: Path) -> Iterator[None]:
        """Holds a file against other runs of studylog, through a lock file: open files cannot be replaced."""
        name = hashlib.sha256(os.path.normcase(path).encode()).hexdigest()[:32]
        descriptor = os.open(Path(tempfile.gettempdir()) / f"studylog-{name}.lock", os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def tried(path: Path) -> Iterator[bool]:
        """Holds a file if nobody else does; whether it is held."""
        descriptor = os.open(path, os.O_RDWR)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(descriptor)
            yield False
            return
        try:
            yield True
        finally:
            os.close(descriptor)

else:
    import fcntl

    @contextmanager
    def locked(path: Path) -> Iterator[None]:
        """Holds a file against other runs of studylog; it is let go of even when this one is killed."""
        descriptor = _held(path)
        try:
            yield
        finally:
            with suppress(OSError):
                os.close(descriptor)

    def _held(path: Path) -> int:
        while True:
            descriptor = os.open(path, os.O_RDWR)
            try:
                # Some network file systems know no locks: there the comparison alone has to do.
                with suppress(OSError):
                    fcntl.flock(descriptor, fcntl.LOCK_EX)
                if os.path.samestat(os.fstat(descriptor), path.stat()):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            # Whoever held it put another file in its place: wait for that one.
            os.close(descriptor)

    @contextmanager
    def tried(path: Path) -> Iterator[bool]:
        """Holds a file if nobody else does; whether it is held."""
        descriptor = os.open(path, os.O_RDWR)
        try:
            yield _taken(descriptor, path)
        finally:
            os.close(descriptor)

    def _taken(descriptor: int, path: Path) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network file systems know no locks: what is kept there is compared before it is trusted.
            return True
        # Where it was removed meanwhile, others hold another one.
        return path.exists() and os.path.samestat(os.fstat(descriptor), path.stat())
