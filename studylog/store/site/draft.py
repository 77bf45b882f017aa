"""A site while it is written: only what is different from the old one, in a folder that nobody else sees."""

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.values import dataclass, field
from studylog.store import files
from studylog.store.failures import known_as, shown, told, trouble
from studylog.store.folders import recover, staging
from studylog.store.names import real
from studylog.store.site import inplace, old, whole
from studylog.store.site.marker import MARKER, marker_of
from studylog.store.site.old import old_files
from studylog.store.site.places import check_output

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""What is refused to the copy of a file, and not to the file."""


@dataclass(slots=True)
class Draft:
    """The files of a new site that differ from those of the `old` one, whose hashes are here by name.

    What is written, found unchanged or kept makes the new site; everything else of the old one goes. The old
    one is `intact` when each of its files is there as it was written, as far as we have looked.
    """

    folder: Path
    old: Mapping[str, str]
    intact: bool
    written: dict[str, str] = field(default_factory=dict)
    unchanged: dict[str, str] = field(default_factory=dict)

    @property
    def hashes(self) -> dict[str, str]:
        """The hashes of all files of the new site, by name."""
        return {**self.unchanged, **self.written}

    def write(self, name: str, content: bytes) -> None:
        """Writes one file of the site, unless the old one has it already."""
        self.took(name, *put(self.folder, name, content, self.old.get(name)))

    def took(self, name: str, sha256: str, different: bool) -> None:
        """Takes a file into the site that `put` has written, or found unchanged."""
        if different:
            self.unchanged.pop(name, None)
            self.written[name] = sha256
        else:
            self.unchanged[name] = sha256

    def copy(self, source: Path, name: str, sha256: str) -> None:
        """Copies a file of the notebook, and checks that it still is what it was."""
        if self.old.get(name) == sha256:
            self.took(name, sha256, False)
            return
        path = _place(self.folder, name)
        try:
            shutil.copyfile(source, path)
        except OSError as error:
            raise trouble(error, path if error.errno in _NO_ROOM else source) from error
        if files.sha256_of(path) != sha256:
            raise _changed(source)
        self.took(name, sha256, True)

    def bring(self, name: str, sha256: str, made: Callable[[], bytes | None], source: Path) -> None:
        """Takes in what is made from a file of the notebook, and checks that it is what was expected."""
        if self.old.get(name) == sha256:
            self.took(name, sha256, False)
            return
        content = made()
        if content is None or files.sha256(content) != sha256:
            raise _changed(source)
        self.write(name, content)

    def keep_all_but(self, gone: Iterable[str]) -> None:
        """Keeps all files of the old site but these and what is written anew."""
        self.unchanged = {name: sha256 for name, sha256 in self.old.items() if name not in self.written}
        self.drop(gone)

    def drop(self, gone: Iterable[str]) -> None:
        """Lets files of the old site go."""
        for name in tuple(gone):
            self.unchanged.pop(name, None)


def _changed(source: Path) -> StudylogError:
    message = say("{path} changed while the site was built.", path=shown(source))
    return StudylogError(message, hint=say("Run the command again."))


def put(folder: Path, name: str, content: bytes, old_sha256: str | None) -> tuple[str, bool]:
    """Writes a file into the folder of a draft unless it is what it was: its hash, and whether it is new."""
    sha256 = files.sha256(content)
    if sha256 == old_sha256:
        return sha256, False
    try:
        (folder / name).write_bytes(content)
    except OSError:
        # The first file of its folder, or what the disk refuses once more.
        path = _place(folder, name)
        with told(path):
            path.write_bytes(content)
    return sha256, True


def _place(folder: Path, name: str) -> Path:
    path = folder.joinpath(*name.split("/"))
    with told(path):
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def site_draft(output: Path, root: Path, *, at_once: bool = False) -> Iterator[Draft]:
    """A draft that takes the place of the site in `output` when all went well, and is gone otherwise.

    A large site is changed file by file, unless nobody may see the old one beside the new (`at_once`). What
    others put into the site stays there. Raises StudylogError, with nothing touched, for a folder that
    is not ours.
    """
    target = real(output)
    with told(output):
        recover(target)
        inplace.finish(target)
    check_output(output, root)
    with staging(output) as folder, known_as(folder, output):
        draft = Draft(folder, *old_files(target, all_looked_at=at_once))
        yield draft
        with told(output):
            hashes = draft.hashes
            if draft.intact and draft.old and hashes == draft.old:
                return
            draft.write(MARKER, marker_of(hashes))
            if len(draft.old) > old.LARGEST and not at_once:
                gone = [name for name in draft.old if name not in hashes]
                inplace.change(folder, target, draft.written, draft.old, gone)
            else:
                whole.exchange_with(folder, output, draft.unchanged)
