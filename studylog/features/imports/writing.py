"""The one writer of imports: every file goes the same way, and none over what somebody wrote here."""

from collections.abc import Mapping
from typing import Literal

from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.features.imports.deciding import Step, Versions, decide
from studylog.features.imports.shelf import Shelf
from studylog.store import files
from studylog.store.imported import INCOMING, Ledger, how_to_decide

Outcome = Literal["written", "updated", "unchanged", "conflict"]

_OUTCOMES: Mapping[Step, Outcome] = {
    "write": "written",
    "replace": "updated",
    "keep": "unchanged",
    "beside": "conflict",
    "wait": "conflict",
}


class Writer:
    """Puts files where they belong and remembers them; in a dry run it only says what it would do."""

    def __init__(self, shelf: Shelf, ledger: Ledger, *, dry_run: bool) -> None:
        self._shelf, self._ledger, self.dry_run = shelf, ledger, dry_run
        self._brought: set[str] = set()

    def bring(self, path: str, content: bytes, origin: str = "") -> Outcome:
        """Brings one file; StudylogError when the disk refuses, or the version beside it was edited."""
        if path in self._brought:
            return "unchanged"
        shelf = self._shelf
        versions = Versions(path, shelf.content(path), shelf.content(path + INCOMING), content, origin)
        step = decide(versions, self._ledger)
        if step == "refuse":
            message = say("{file} was edited, and is not overwritten.", file=path + INCOMING)
            raise StudylogError(message, hint=how_to_decide(path))
        if not self.dry_run:
            self._do(step, versions)
        if not self._ledger.has(path, content, origin):
            self._ledger.take(path, content, origin)
        self._brought.add(path)
        return _OUTCOMES[step]

    def _do(self, step: Step, versions: Versions) -> None:
        if step in ("write", "replace"):
            self._put(versions.path, versions.here, versions.coming)
        elif step == "beside":
            self._put(versions.path + INCOMING, versions.waiting, versions.coming)

    def _put(self, path: str, there: bytes | None, content: bytes) -> None:
        if there is None:
            files.write_new(self._shelf.place(path), content)
        else:
            files.replace(self._shelf.place(path), content, files.sha256(there))


def conflict(path: str, source: str) -> Finding:
    """A file of which there are two versions, and what to do about it."""
    message = say(
        "This differs from {source} and was left as it is; what came waits in {file}.",
        source=source,
        file=path + INCOMING,
    )
    return Finding(Place(path), "warning", "conflict", message, how_to_decide(path))
