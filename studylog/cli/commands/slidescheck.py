"""Slides looked up from the command line: which moved, which are missing, and the links corrected."""

from collections import Counter
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.reading import listed
from studylog.cli.shown.output import Answer, answer, put_diff
from studylog.cli.shown.records import slides_item
from studylog.cli.talk import tell, tell_findings, tell_hint
from studylog.core.errors import Exit
from studylog.core.i18n import say
from studylog.features.slides.listing import slides_of
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studylog.core.findings import Finding
    from studylog.features.slides.listing import PaperSlides
    from studylog.features.slides.mending import Mending
    from studylog.store.index.lists.slides import MovedLink
    from studylog.store.notebook import Notebook


def check_slides(context: Context, *, fix: bool, dry_run: bool) -> Exit:
    """Tells which slides are not where notes link to them; `fix` leads the links to those that moved."""
    notebook = context.notebook()
    found, moved, doubts = _looked_up(context, notebook)
    mending = _mending(notebook, moved, dry_run=dry_run) if fix or dry_run else None
    if mending and mending.notes and not dry_run:
        found = slides_in(context, notebook)
    if mending and not context.everywhere.json:
        _put_mending(context, mending)
    else:
        _put_lost(context, notebook, found)
    tell_findings((*doubts, *_refused(mending)), context)
    _tell_sums(context, found, fixed=fix or dry_run)
    return Exit.PROBLEMS if _lost(found) or _refused(mending) else Exit.DONE


@once_more
def slides_in(context: Context, notebook: "Notebook") -> "tuple[PaperSlides, ...]":
    """All slides of a notebook, looked up if need be."""
    with listed(context, notebook, files=True) as lists:
        return slides_of(lists)


@once_more
def _looked_up(
    context: Context, notebook: "Notebook"
) -> "tuple[tuple[PaperSlides, ...], tuple[MovedLink, ...], list[Finding]]":
    """The slides, the links to those that moved, and what is said of slides that were not checked."""
    with listed(context, notebook, files=True) as lists:
        findings = lists.findings(context.today(notebook.settings))
        doubts = [one for one in findings if one.code == "slides-unchecked"]
        return slides_of(lists), tuple(lists.slides.moved()), doubts


def _mending(notebook: "Notebook", moved: "Sequence[MovedLink]", *, dry_run: bool) -> "Mending":
    # Late, because what reads Markdown is slow to import.
    from studylog.features.slides.mending import mend

    return mend(notebook, moved, dry_run=dry_run)


def _put_lost(context: Context, notebook: "Notebook", found: "Sequence[PaperSlides]") -> None:
    """Those that are elsewhere or gone as a table; a program gets all, as it does without `check`."""
    from studylog.cli.shown.slidestable import lost_table

    items = [slides_item(line) for line in found] if context.everywhere.json else []
    lost = _lost(found)
    answer(context, Answer("slides", notebook.name, items, lambda: lost_table(lost, context.language)))


def _refused(mending: "Mending | None") -> "Sequence[Finding]":
    return mending.findings if mending else ()


def _lost(found: "Sequence[PaperSlides]") -> "list[PaperSlides]":
    return [line for line in found if line.slides.status in ("moved", "missing")]


def _put_mending(context: Context, mending: "Mending") -> None:
    for note in mending.notes:
        put_diff(note.path, note.before, note.after, context)
    if not mending.notes:
        tell(say("No link has to be corrected."), context.language)


def _tell_sums(context: Context, found: "Sequence[PaperSlides]", *, fixed: bool) -> None:
    # Of one link for two papers there is one file.
    states = {(line.slides.url, line.places): line.slides.status for line in found}
    count = Counter(states.values())
    told = say(
        "{ok} there, {moved} moved, {missing} missing, {remote} on the web (not checked).",
        ok=count["ok"],
        moved=count["moved"],
        missing=count["missing"],
        remote=count["remote"],
    )
    tell(told, context.language)
    if count["missing"] and fixed:
        tell_hint(say("`studylog slides check` shows what is missing."), context.language)
    if count["moved"] and not fixed:
        tell_hint(say("`studylog slides check --fix` corrects the links to what moved."), context.language)
