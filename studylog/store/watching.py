"""A notebook that is watched: told within milliseconds that something in it may be another."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

from studylog.store.names import real

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_Tell = Callable[[Iterable[str]], None]

# Editors write in several steps: what comes within one belongs together, and nobody waits longer than this.
_STEP_MS, _LONGEST_MS = 10, 200
# How often it is told that nothing changed, the first time before anything else is done.
_NOTHING_MS = 20
# How often folders are looked through where the system cannot tell of changes.
_POLL_MS = 400


class Watch:
    """Tells that files of a notebook changed; hidden ones and those of a site in it do not count.

    The folders at its top are watched with all that is in them, the top itself for files and new folders.
    """

    def __init__(self, root: Path, site: Path) -> None:
        self._root, self._site = real(root), real(site)
        self._changes: Queue[str] = Queue()
        self._folders: tuple[str, ...] = ()
        self._top = _Eye((str(self._root),), self._top_changed, deep=False)
        self._below = self._look_below()

    def wait(self, seconds: float) -> tuple[str, ...] | None:
        """Waits for a change, but not longer than this: the files that changed, None when there was none."""
        try:
            found = {self._changes.get(timeout=seconds)}
        except Empty:
            return None
        while not self._changes.empty():
            found.add(self._changes.get_nowait())
        return tuple(sorted(found))

    def close(self) -> None:
        """Looks no more."""
        self._top.close()
        self._below.close()

    def _look_below(self) -> "_Eye":
        self._folders = self._found_folders()
        return _Eye(self._folders, self._changed_below, deep=True)

    def _found_folders(self) -> tuple[str, ...]:
        found = (entry for entry in self._root.iterdir() if entry.is_dir() and self._counts(str(entry)))
        return tuple(sorted(map(str, found)))

    def _top_changed(self, paths: Iterable[str]) -> None:
        found = list(filter(self._counts, paths))
        # Also a folder with the name of an earlier one: a watch on that one does not see into this.
        if not {*self._folders, *self._found_folders()}.isdisjoint(found):
            before, self._below = self._below, self._look_below()
            before.close()
        for path in found:
            self._changes.put(path)

    def _changed_below(self, paths: Iterable[str]) -> None:
        for path in filter(self._counts, paths):
            self._changes.put(path)

    def _counts(self, path: str) -> bool:
        file = Path(path)
        if not file.is_relative_to(self._root) or file.is_relative_to(self._site):
            return False
        return not any(part.startswith(".") for part in file.relative_to(self._root).parts)


@contextmanager
def watching(root: Path, site: Path) -> Iterator[Watch]:
    """Watches a notebook in which a site may lie; what changes from now on is told."""
    watch = Watch(root, site)
    try:
        yield watch
    finally:
        watch.close()


class _Eye:
    """Looks at some folders in a thread of its own, and tells the paths that changed."""

    def __init__(self, folders: tuple[str, ...], tell: _Tell, *, deep: bool) -> None:
        # Late, because it is slow to import, and only this needs it.
        from watchfiles import watch

        self._closed = Event()
        if not folders:
            return
        found = watch(
            *folders,
            watch_filter=None,
            debounce=_LONGEST_MS,
            step=_STEP_MS,
            stop_event=self._closed,
            rust_timeout=_NOTHING_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            poll_delay_ms=_POLL_MS,
            recursive=deep,
            ignore_permission_denied=True,
        )
        # It looks from its first answer on: what changed until then would be missed.
        first = next(found)
        Thread(target=self._look, args=(chain([first], found), tell), daemon=True).start()

    def close(self) -> None:
        """Lets the thread end."""
        self._closed.set()

    def _look(self, found: "Iterable[set[FileChange]]", tell: _Tell) -> None:
        for changes in found:
            if changes:
                tell(path for _, path in changes)
