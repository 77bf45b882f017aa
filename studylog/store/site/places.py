"""Where a site may be written: into a folder that is new, empty, or a site of ours."""

from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.store.failures import shown, told
from studylog.store.names import real
from studylog.store.site.marker import is_ours

_KEPT = ("notes", "slides", "templates")
ASIDE = Path(".studylog", "site")
"""Where in a notebook a site may be kept that nobody opens: what single files are made of."""


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
        if any(target.iterdir()) and not is_ours(target):
            raise _refused(output, say("It is not empty, and studylog did not write what is in it."))


def _is_kept(target: Path, root: Path) -> bool:
    if not target.is_relative_to(root):
        return False
    inside = target.relative_to(root)
    first = inside.parts[0]
    return inside != ASIDE and (first in _KEPT or first.startswith("."))


def _refused(output: Path, reason: Message) -> StudylogError:
    return StudylogError(
        say("{path} cannot be the folder of a site. {reason}", path=shown(output), reason=reason),
        Exit.USAGE,
        hint=say("Name a folder that is new, empty, or a site that studylog built, such as `_site`."),
    )


def in_the_way(path: Path) -> StudylogError:
    """The error of a file that is not ours where a page belongs."""
    return StudylogError(
        say("Somebody else's file stands where a page of the site belongs: {path}", path=shown(path)),
        Exit.DECIDE,
        hint=say("Move it away and run the command again."),
    )
