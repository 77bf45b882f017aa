"""What commands about papers and slides have in common to say."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.shown.output import Answer, answer, put_diff
from studylog.cli.talk import tell, tell_unchanged
from studylog.core.i18n import Language, Message, say, translate

if TYPE_CHECKING:
    from studylog.core.model import Evidence, SlidesStatus
    from studylog.store.catalogue import Changed

HEADING = say("The list of papers: what is planned, and what notes do not say. Notes are read with it.")
"""How a new list of papers begins."""

STATUSES: "Mapping[SlidesStatus, tuple[Message, str]]" = {
    "missing": (say("missing"), "red"),
    "moved": (say("moved"), "yellow"),
    "ok": (say("at hand"), "green"),
    "remote": (say("link"), ""),
    "private": (say("not public"), "dim"),
}
"""What each status of slides is called, and its style: the worst first."""


def presenter_words(presenter: str | None, evidence: "Evidence | None", language: Language) -> str:
    """Who presented, or is to; a name that only the file of the slides tells is a guess."""
    if presenter and evidence == "filename":
        return translate(say("{name}?", name=presenter), language)
    return presenter or ""


def put_change(context: Context, told: Answer, changed: "Changed", *, dry_run: bool) -> None:
    """Answers with what was changed and in which file, or shows the difference where it is only tried."""
    if dry_run and not context.everywhere.json:
        put_diff(changed.path, changed.before, changed.after, context)
        return
    answer(context, told)
    if changed.before == changed.after:
        tell_unchanged(changed.path, context.language)
    elif not dry_run:
        tell(say("{path} was changed.", path=changed.path), context.language)
