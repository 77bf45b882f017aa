"""Slides in repositories: looked up in a clone on this machine, and never on the web."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from studylog.core.repositories import Address, Tree, address_of, likely
from studylog.core.repositories.located import Located, Sought, Trouble
from studylog.core.values import dataclass, replace
from studylog.store.git.clone import Clone
from studylog.store.git.running import GitError
from studylog.store.slides.standing import standing
from studylog.store.slides.tracing import Trace, trace

# Two names of one branch: most repositories were renamed from the one to the other.
_FIRST_BRANCHES = ("main", "master")
_MOST_TREES = 8
_TROUBLES: dict[str, Trouble] = {"absent": "no-git", "refused": "refused", "slow": "slow"}
_UNCHECKED = Located("remote")


@dataclass(frozen=True, slots=True)
class _Place:
    """What an address means in a clone: `commit` is None for a branch that is not there."""

    sought: Sought
    address: Address
    name: str
    path: str
    commit: str | None


def locate(folder: Path, repository: str, sought: Iterable[Sought]) -> tuple[dict[Sought, Located], Trouble]:
    """Where slides of a repository are, as its clone in a folder knows; and what kept it from knowing."""
    wanted = list(sought)
    unchecked = dict.fromkeys(wanted, _UNCHECKED)
    if not folder.is_dir():
        return unchecked, "no-folder"
    if standing(folder) is None:
        return unchecked, "no-repository"
    search = _Search(Clone(folder, repository))
    try:
        return search.all(wanted), search.trouble
    except GitError as error:
        return unchecked, _TROUBLES[error.kind]


class _Search:
    """One look into a clone."""

    def __init__(self, clone: Clone) -> None:
        self._clone = clone
        self._tree = lru_cache(_MOST_TREES)(clone.tree)
        self.trouble: Trouble = ""

    def all(self, wanted: Iterable[Sought]) -> dict[Sought, Located]:
        """Where each of the slides is."""
        places = [self._place(one) for one in wanted]
        lost = [place for place in places if not self._is_there(place)]
        traces = self._traces(lost)
        found = {place.sought: self._there(place) for place in places}
        return {**found, **{place.sought: self._lost(place, traces) for place in lost}}

    def _place(self, sought: Sought) -> _Place:
        address = address_of(sought.written)
        assert address is not None, "only addresses of repositories are looked up in clones"
        name, path = address.split(self._clone.branches)
        commit = self._clone.commit(name)
        if commit is None and name in _FIRST_BRANCHES:
            name = self._clone.main or name
            commit = self._clone.commit(name) or self._clone.head()
        return _Place(sought, address, name, path, commit)

    def _is_there(self, place: _Place) -> bool:
        return place.commit is not None and self._tree(place.commit).has(place.path)

    def _there(self, place: _Place) -> Located:
        written, _ = place.address.split(self._clone.branches)
        if written == place.name:
            return Located("ok")
        return Located("moved", place.address.at(place.name, place.path))

    def _traces(self, lost: Iterable[_Place]) -> Mapping[tuple[str, str], Trace]:
        """What became of the lost ones, by the commit in which they were looked for."""
        by_commit: dict[str, set[str]] = {}
        for place in lost:
            commit = place.commit or self._main_commit()
            if commit and place.path:
                by_commit.setdefault(commit, set()).add(place.path)
        return dict(self._traced(by_commit))

    def _traced(self, by_commit: Mapping[str, set[str]]) -> Iterator[tuple[tuple[str, str], Trace]]:
        for commit, paths in by_commit.items():
            tree = self._tree(commit)
            try:
                gone = {path for path in paths if not tree.has(path)}
                yield from (
                    ((commit, path), one) for path, one in trace(self._clone, commit, tree, gone).items()
                )
            except GitError as error:
                # Names alone may still tell where something probably is.
                self.trouble = _TROUBLES[error.kind]

    def _lost(self, place: _Place, traces: Mapping[tuple[str, str], Trace]) -> Located:
        commit = place.commit or self._main_commit()
        self.trouble = self.trouble or ("shallow" if self._clone.is_shallow else "")
        if commit is None:
            return Located("missing")
        tree, traced = self._tree(commit), traces.get((commit, place.path))
        if place.commit and traced and traced.now:
            return Located("moved", self._address(place, place.name, tree, traced.now))
        name = place.name if place.commit else self._clone.main or "HEAD"
        proposal = self._proposal(place, tree, traced)
        return Located("missing", self._address(place, name, tree, proposal) if proposal else None)

    def _proposal(self, place: _Place, tree: Tree, traced: Trace | None) -> str | None:
        """What is in the place of a file that is gone."""
        if place.path and tree.has(place.path):
            return place.path
        if traced and traced.now:
            return traced.now
        branch = "" if place.commit else place.name
        return likely(tree, traced.last if traced else place.path, (place.sought.title,), branch)

    def _address(self, place: _Place, name: str, tree: Tree, path: str) -> str:
        address, file = place.address, tree.file(path)
        if address.form in ("blob", "tree"):
            address = replace(address, form="blob" if file else "tree")
        return address.at(name, file or path)

    def _main_commit(self) -> str | None:
        main = self._clone.main
        return self._clone.commit(main) if main else self._clone.head()
