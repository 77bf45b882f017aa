"""Which version of each imported file was last put before the user: `notes/.imported*.sha256`.

They lie in git with the notes, so that a teammate may import next time, and `sha256sum -c` understands them.
Beside a file that was changed both here and in its source lies the other version: `note.md.incoming`.
"""

from collections.abc import Iterator
from pathlib import Path

from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say
from studylog.core.text import slug
from studylog.store import files, sha256sums
from studylog.store.failures import told
from studylog.store.names import safe_join
from studylog.store.notebook import NOTES, Notebook
from studylog.store.sha256sums import Hashes
from studylog.store.walk import path_in, walk

LEDGER = ".imported{}.sha256"
INCOMING = ".incoming"

# As far as git looks when it decides whether line ends are its business.
_BEGINNING = 8000


class Ledger:
    """The hashes of what was imported, by path from the notebook; a list of its own for each origin.

    An origin is the name of a folder whose notes are known by nothing but their places in it, "" for all
    else: two folders that both have a `README.md` do not mean the same note.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notes = safe_join(notebook.root, NOTES)
        found = self._notes.glob(LEDGER.format("*")) if self._notes.is_dir() else ()
        self._lists = {file.name: _List(file) for file in found}

    def knows(self, path: str) -> bool:
        """Whether a file came in by an import."""
        return any(path in one.known for one in self._lists.values())

    def has(self, path: str, content: bytes, origin: str = "") -> bool:
        """Whether this is the version of the file that was last put before the user, from this origin."""
        hashes = self._of(origin).known.get(path, frozenset())
        return not hashes.isdisjoint(_fingerprints(content))

    def under(self, folder: str) -> list[str]:
        """The files below a folder that came in by an import."""
        known = dict.fromkeys(path for one in self._lists.values() for path in one.known)
        return [path for path in known if path.startswith(f"{folder}/")]

    def named(self, folder: str, content: bytes) -> list[str]:
        """Those of them that had this content when they came in."""
        hashes = _fingerprints(content)
        return [
            path
            for path in self.under(folder)
            if any(not hashes.isdisjoint(one.known.get(path, frozenset())) for one in self._lists.values())
        ]

    def take(self, path: str, content: bytes, origin: str = "") -> None:
        """Remembers a version of a file, which is now before the user."""
        self._of(origin).set(path, frozenset({fingerprint(content)}))

    def move(self, path: str, to: str) -> None:
        """Remembers under its new path what somebody moved or renamed."""
        for one in self._lists.values():
            if path in one.known and to not in one.known:
                one.set(to, one.known[path])
                one.set(path, None)

    def save(self) -> None:
        """Writes what has changed into the files, whatever those hold meanwhile."""
        for one in self._lists.values():
            one.save()

    def _of(self, origin: str) -> "_List":
        name = LEDGER.format(f"-{slug(origin)}" if origin else "")
        if name not in self._lists:
            self._lists[name] = _List(self._notes / name)
        return self._lists[name]


class _List:
    """One file of hashes; several for one path where git has merged two lines."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.known = sha256sums.read(files.read(file), NOTES) if file.exists() else {}
        self._changed: dict[str, Hashes | None] = {}

    def set(self, path: str, hashes: Hashes | None) -> None:
        if self.known.get(path) != hashes:
            self._changed[path] = hashes
        if hashes is None:
            self.known.pop(path, None)
        else:
            self.known[path] = hashes

    def save(self) -> None:
        if self._changed and self._file.exists():
            files.rewrite(self._file, self._updated)
        elif self._changed:
            files.write_new(self._file, self._updated(b""))
        self._changed = {}

    def _updated(self, content: bytes) -> bytes:
        lines = {**sha256sums.read(content, NOTES), **self._changed}
        return b"".join(
            sha256sums.written(path, sha256, NOTES)
            for path, hashes in sorted(lines.items())
            for sha256 in sorted(hashes or ())
        )


def fingerprint(content: bytes) -> str:
    """The hash of a content; where line ends are mixed, git will make them LF, and so they count as LF."""
    mixed = _is_text(content) and b"\r\n" in content and b"\n" in content.replace(b"\r\n", b"")
    return files.sha256(_lf(content) if mixed else content)


def same(first: bytes, second: bytes) -> bool:
    """Whether two contents are the same but for line ends, which git may change between two computers."""
    return first == second or (_is_text(first) and _is_text(second) and _lf(first) == _lf(second))


def waiting(notebook: Notebook) -> Iterator[Finding]:
    """The versions that still wait beside the files from which they differ."""
    notes = notebook.root / NOTES
    with told(notes):
        found = sorted(walk(notes, notebook.root)) if notes.is_dir() else []
    for file in found:
        if file.endswith(INCOMING):
            yield undecided(path_in(notebook.root, file).removesuffix(INCOMING))


def undecided(path: str) -> Finding:
    """What to do about a file beside which another version of it waits."""
    message = say("Another version of this waits beside it, in {file}.", file=path + INCOMING)
    return Finding(Place(path), "warning", "incoming", message, how_to_decide(path))


def how_to_decide(path: str) -> Message:
    """What ends a conflict between a file and the version beside it."""
    return say(
        "Compare the two and take over what you want; then delete {file}, or move it over the other.",
        file=path + INCOMING,
    )


def _fingerprints(content: bytes) -> Hashes:
    """The hashes that a content may go by, whichever line ends git has given it."""
    if not _is_text(content) or b"\n" not in content:
        return frozenset({files.sha256(content)})
    lf = _lf(content)
    return frozenset(map(files.sha256, (content, lf, lf.replace(b"\n", b"\r\n"))))


def _lf(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _is_text(content: bytes) -> bool:
    return b"\0" not in content[:_BEGINNING]
