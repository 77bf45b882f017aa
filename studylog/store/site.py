"""The folder of a finished site: built beside it, put in its place whole; only what is ours is replaced."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.failures import shown, told
from studylog.store.folders import exchange, recover, staging
from studylog.store.names import real

MARKER = ".studylog-site"
"""The file that says that a folder is a site of ours, and lists what we wrote there."""

_FIRST_LINE = "studylog site 1"
_KEPT = ("notes", "slides", "templates")


@dataclass(slots=True)
class Draft:
    """A site while it is written: a folder that nobody else sees, and the hash of each file in it."""

    folder: Path
    written: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, content: bytes) -> None:
        """Writes one file of the site."""
        path = self._path(name)
        with told(path):
            path.write_bytes(content)
        self.written[name] = files.sha256(content)

    def copy(self, source: Path, name: str, sha256: str) -> None:
        """Copies a file of the notebook, and checks that it still is what it was."""
        path = self._path(name)
        with told(source):
            shutil.copyfile(source, path)
        if files.sha256_of(path) != sha256:
            message = say("{path} changed while the site was built.", path=shown(source))
            raise StudylogError(message, hint=say("Run the command again."))
        self.written[name] = sha256

    def _path(self, name: str) -> Path:
        path = self.folder.joinpath(*name.split("/"))
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        return path


@contextmanager
def site_draft(output: Path, root: Path) -> Iterator[Draft]:
    """A draft that takes the place of the site in `output` when all went well, and is gone otherwise.

    What others put into the site is carried over. Raises StudylogError, with nothing touched, for a
    folder that is not ours.
    """
    with told(output):
        recover(real(output))
    check_output(output, root)
    with staging(output) as folder:
        draft = Draft(folder)
        yield draft
        with told(output):
            _carry_over(real(output), folder)
        draft.write(MARKER, _manifest(draft.written))
        exchange(folder, output)


def check_output(output: Path, root: Path) -> None:
    """Refuses an output folder that is not new, empty, or a site of ours."""
    target, notebook = real(output), real(root)
    if notebook.is_relative_to(target) or _is_kept(target, notebook):
        raise _refused(output, say("It holds the notes themselves, or a part of the notebook."))
    if not target.exists():
        return
    if not target.is_dir():
        raise _refused(output, say("It is a file."))
    with told(output):
        if any(target.iterdir()) and written_by_us(target) is None:
            raise _refused(output, say("It is not empty, and studylog did not write what is in it."))


def written_by_us(output: Path) -> frozenset[str] | None:
    """The names of the files in a site that studylog wrote; None for a folder that is no site of ours."""
    try:
        lines = (output / MARKER).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if lines[:1] != [_FIRST_LINE]:
        return None
    return frozenset((MARKER, *(line.partition("  ")[2] for line in lines[1:])))


def _is_kept(target: Path, root: Path) -> bool:
    if not target.is_relative_to(root):
        return False
    first = target.relative_to(root).parts[0]
    return first in _KEPT or first.startswith(".")


def _manifest(written: dict[str, str]) -> bytes:
    lines = (f"{sha256}  {name}" for name, sha256 in sorted(written.items()))
    return "\n".join((_FIRST_LINE, *lines, "")).encode()


def _carry_over(target: Path, folder: Path) -> None:
    """Brings what others put into the old site (CNAME, .git) into the new one."""
    if not target.is_dir():
        return
    shutil.copymode(target, folder)
    ours = written_by_us(target) or frozenset()
    ours_within = {str(parent) for name in ours for parent in PurePosixPath(name).parents}
    for source, name in _walk(target, ""):
        if source.is_dir() and not source.is_symlink():
            if name not in ours_within:
                (folder / name).mkdir(parents=True, exist_ok=True)
        elif name not in ours:
            _carry_file(source, folder / name)


def _walk(folder: Path, prefix: str) -> Iterator[tuple[Path, str]]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = prefix + nfc(entry.name)
        yield Path(entry.path), name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), name + "/")


def _carry_file(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise _in_the_way(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    # A second name costs nothing, however large a `.git` is; the first one goes with the old site.
    with suppress(OSError):
        if not source.is_symlink():
            os.link(source, target)
            return
    shutil.copy2(source, target, follow_symlinks=False)


def _refused(output: Path, reason: Message) -> StudylogError:
    return StudylogError(
        say("{path} cannot be the folder of a site. {reason}", path=shown(output), reason=reason),
        Exit.USAGE,
        hint=say("Name a folder that is new, empty, or a site that studylog built, such as `_site`."),
    )


def _in_the_way(path: Path) -> StudylogError:
    return StudylogError(
        say("Somebody else's file stands where a page of the site belongs: {path}", path=shown(path)),
        Exit.DECIDE,
        hint=say("Move it away and run the command again."),
    )
