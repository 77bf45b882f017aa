"""Names that are two for some systems and one for others: an archive must mean the same everywhere."""

from collections.abc import Sequence

from studylog.core.i18n import say
from studylog.core.text import nfc
from studylog.store.archive.entries import Entry
from studylog.store.archive.refusals import ELSEWHERE, RefusalError, printable


def refuse_collisions(entries: Sequence[Entry]) -> None:
    """Refuses two files of one name, and a file where another entry has a folder."""
    files: dict[tuple[str, ...], str] = {}
    paths = [_folded(entry) for entry in entries]
    for entry, path in zip(entries, paths, strict=True):
        if path in files:
            reason = say("For some systems its name is that of {other}.", other=printable(files[path]))
            raise RefusalError(reason, ELSEWHERE, entry.name)
        if not entry.is_folder:
            files[path] = entry.name
    for entry, path in zip(entries, paths, strict=True):
        for depth in range(1, len(path) + entry.is_folder):
            if path[:depth] in files:
                reason = say("It lies in {other}, which is a file.", other=printable(files[path[:depth]]))
                raise RefusalError(reason, ELSEWHERE, entry.name)


def _folded(entry: Entry) -> tuple[str, ...]:
    # Windows also drops dots and blanks at the end.
    return tuple(nfc(part.casefold()).rstrip(". ") for part in entry.path.rstrip("/").split("/"))
