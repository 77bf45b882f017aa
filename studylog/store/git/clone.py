"""A clone of a repository as its history is asked: branches, files at a commit, and what became of others."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Event, Timer
from typing import NamedTuple
from unicodedata import normalize

from studylog.core.repositories import Tree
from studylog.core.text import nfc
from studylog.store.git.running import GitError, run

# One search through a whole history may take as long as this, and all that is asked of a clone together.
_PATIENCE_SECONDS, _ALL_SECONDS = 10.0, 30.0
_MOST_COMMITS = 2_000
_PATHS_AT_ONCE = 200
# A commit with more files than this on both sides is looked at for unchanged content only.
_RENAMES = 2_000
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_REMOTES, _HEADS, _TAGS = "refs/remotes/", "refs/heads/", "refs/tags/"


class Removal(NamedTuple):
    """How a file left its path: the commit that took it away, what it held, and where it went by a rename."""

    commit: str
    content: str
    moved_to: str | None = None


# The library's own: what git has answered is kept beside the fields.
@dataclass(frozen=True)
class Clone:
    """A repository on this machine: nothing is fetched, and nothing changed.

    `folder` is its root, `name` is `owner/name` on the web: of several remotes, the one that has it counts.
    """

    folder: Path
    name: str = ""

    @cached_property
    def branches(self) -> Mapping[str, str]:
        """Branches and tags by the names that the web has for them, and their commits."""
        found: dict[str, str] = {}
        lines = self._run("for-each-ref", "--format=%(objectname) %(*objectname) %(refname)").split(b"\n")
        refs = [_text(line).split(" ", 2) for line in lines if line]
        # What the remote had at the last look is nearest to what the web shows.
        for start in (*(f"{_REMOTES}{remote}/" for remote in self._remotes), _HEADS, _TAGS):
            for commit, peeled, name in refs:
                short = name.removeprefix(start) if name.startswith(start) else ""
                if short and short != "HEAD":
                    found.setdefault(short, peeled or commit)
        return found

    @cached_property
    def main(self) -> str | None:
        """The branch that the web shows first; None when there is none, as where the head is detached."""
        for start in (f"{_REMOTES}{remote}/" for remote in self._remotes):
            found = self._line("symbolic-ref", "--quiet", f"{start}HEAD")
            if found:
                return found.removeprefix(start)
        found = self._line("symbolic-ref", "--quiet", "HEAD")
        own = found.removeprefix(_HEADS) if found else ""
        return next((name for name in (own, "main", "master") if name in self.branches), None)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the history was cut off when it was cloned."""
        return self._line("rev-parse", "--is-shallow-repository") == "true"

    def commit(self, name: str) -> str | None:
        """The commit that a branch, a tag or the beginning of a commit's own name means."""
        if name in self.branches:
            return self.branches[name]
        if not _COMMIT.fullmatch(name):
            return None
        return self._parsed(name)

    def head(self) -> str | None:
        """The commit that is checked out."""
        return self._parsed("HEAD")

    def tree(self, commit: str) -> Tree:
        """The files of a commit."""
        entries = self._run("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")
        pairs = (entry.split(b"\t", 1) for entry in entries if entry)
        return Tree({_text(path): _text(about.split(b" ")[2]) for about, path in pairs})

    def removals(self, commit: str, paths: Iterable[str]) -> dict[str, Removal]:
        """How each of these paths, at which a commit has no file, was left last; of a folder, each file.

        Letters may be composed in one way here and in another there: the answer has all paths in NFC.
        """
        found: dict[str, Removal] = {}
        wanted = sorted({form for path in paths if path for form in _forms(path)})
        for start in range(0, len(wanted), _PATHS_AT_ONCE):
            some = wanted[start : start + _PATHS_AT_ONCE]
            commits = self._touching(commit, some)
            for removal, path, _ in self._changes(commits, some, "D", "--no-renames"):
                found.setdefault(path, removal)
        return {nfc(path): removal for path, removal in reversed(self._with_renames(found).items())}

    def _with_renames(self, found: dict[str, Removal]) -> dict[str, Removal]:
        commits = list(dict.fromkeys(removal.commit for removal in found.values()))
        try:
            renames = list(self._changes(commits, (), "R", "-M50%", f"-l{_RENAMES}"))
        except GitError as error:
            if error.kind != "refused":
                raise
            # A clone without contents cannot compare them, but it knows which are the same.
            renames = list(self._changes(commits, (), "R", "-M100%"))
        moved = {(removal.commit, path): to for removal, path, to in renames}
        return {
            path: removal._replace(moved_to=moved.get((removal.commit, path)))
            for path, removal in found.items()
        }

    def _touching(self, commit: str, paths: Sequence[str]) -> list[str]:
        """The commits that changed something at these paths, the newest first."""
        words = ("rev-list", "--full-history", f"--max-count={_MOST_COMMITS}", commit, "--", *paths)
        return _text(self._run(*words)).split()

    def _changes(
        self, commits: Sequence[str], paths: Sequence[str], kind: str, *how: str
    ) -> Iterator[tuple[Removal, str, str]]:
        """The changes of a kind that commits made: each with its path, and where a rename led."""
        words = ("diff-tree", "--stdin", "-m", "-r", "-z", "--raw", "--no-abbrev", f"--diff-filter={kind}")
        told = "".join(f"{commit}\n" for commit in commits).encode()
        fields = iter(self._run(*words, *how, "--", *paths, told=told).split(b"\0") if commits else ())
        commit = ""
        for field in fields:
            if not field.startswith(b":"):
                commit = _text(field).strip() or commit
                continue
            content = _text(field.split(b" ")[2])
            path = _text(next(fields, b""))
            yield Removal(commit, content), path, _text(next(fields, b"")) if kind == "R" else ""

    def _parsed(self, name: str) -> str | None:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return self._line(*words) or None

    @cached_property
    def _remotes(self) -> Sequence[str]:
        """The remotes, the one that is called for first."""
        lines = [line.split("\t") for line in _text(self._run("remote", "-v")).split("\n") if line]
        ours = {name for name, url in lines if _names(url, self.name)}
        names = {name for name, _ in lines}
        return sorted(names, key=lambda name: (name not in ours, name != "origin", name))

    def _line(self, *words: str) -> str:
        """What git answers on one line; empty when it has no answer."""
        try:
            return _text(self._run(*words)).strip()
        except GitError as error:
            if error.kind != "refused":
                raise
            return ""

    @cached_property
    def _late(self) -> Event:
        """Set when enough time was spent on this clone."""
        late = Event()
        clock = Timer(_ALL_SECONDS, late.set)
        clock.daemon = True
        clock.start()
        return late

    def _run(self, *words: str, told: bytes = b"") -> bytes:
        if self._late.is_set():
            raise GitError("slow")
        own = ("--literal-pathspecs", "--no-replace-objects", *words)
        return run(self.folder, *own, told=told, ceiling=self.folder.parent, patience=_PATIENCE_SECONDS)


def _forms(path: str) -> set[str]:
    """How a path may be spelt in a repository: as it is, and as systems compose its letters."""
    return {path, nfc(path), normalize("NFD", path)}


def _names(url: str, repository: str) -> bool:
    """Whether the address of a remote is that of a repository: `git@github.com:owner/name.git (fetch)`."""
    address = url.rpartition(" (")[0].lower().rstrip("/").removesuffix(".git")
    return bool(repository) and address.endswith((f"/{repository}".lower(), f":{repository}".lower()))


def _text(written: bytes) -> str:
    """A name as git keeps it: mostly UTF-8."""
    return written.decode("utf-8", "surrogateescape")
