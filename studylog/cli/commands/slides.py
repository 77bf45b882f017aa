"""`studylog slides`: the slides, whether they are still there, and new ones."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer, put_diff, put_json, put_line
from studylog.cli.shown.records import added_item, slides_item
from studylog.cli.talk import tell, tell_findings, tell_hint
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import DryRun
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studylog.core.findings import Finding
    from studylog.features.slides.listing import PaperSlides
    from studylog.features.slides.mending import Mending
    from studylog.store.index.lists.slides import MovedLink
    from studylog.store.notebook import Notebook

EXAMPLES = (
    ("studylog slides", "all slides, and whether they are there"),
    ("studylog slides add VGG.pdf --presenter 이몽룡", "keep a PDF with the notes, linked under its paper"),
    ("studylog slides check", "what moved, and where it is now"),
    ("studylog slides check --fix", "correct the links in the notes"),
    ("studylog slides check --fix -n", "only show what would change"),
    ("studylog slides thumbs", "draw their pages now, and say which could not be drawn"),
)


def command(
    context: Context,
    action: Annotated[
        Literal["check", "add", "thumbs"] | None,
        Argument(metavar="check|add|thumbs", help="What to do; without a word they are listed."),
    ] = None,
    file: Annotated[str | None, Argument(metavar="FILE", help="The PDF that is added.")] = None,
    paper: Annotated[
        str | None, Option("--paper", metavar="TITLE", help="The paper; else the file is named after it.")
    ] = None,
    presenter: Annotated[
        str | None,
        Option("--presenter", metavar="NAME", help="Who presented it.", offers=complete.people),
    ] = None,
    note: Annotated[
        str | None,
        Option(
            "--to",
            metavar="REF",
            help="The note to link it in; else the one in which the paper was presented last.",
            offers=complete.references,
        ),
    ] = None,
    fix: Annotated[bool, Option("--fix", help="Correct the links to slides that moved.")] = False,
    dry_run: DryRun = False,
) -> Exit:
    """List the slides; `check` tells which moved and where to, `add` keeps a PDF with the notes, `thumbs`
    draws their pages before `build` does. Slides of a repository are looked up in its clone here
    (`repositories` in studylog.yaml), never on the web."""
    _require_sense(action, file, adding=bool(paper or presenter or note), fix=fix, dry_run=dry_run)
    if action == "add":
        return _add(context, file or "", paper, presenter, note, dry_run=dry_run)
    if action == "thumbs":
        from studylog.cli.commands.thumbs import draw

        return draw(context)
    return _check(context, fix=fix, dry_run=dry_run) if action == "check" else _list(context)


def _require_sense(action: str | None, file: str | None, *, adding: bool, fix: bool, dry_run: bool) -> None:
    """Refuses words that mean nothing to the action, so that nobody waits for what they promise."""
    wrong = {
        say("Name the PDF to add: `studylog slides add FILE`."): action == "add" and not file,
        say("Only `studylog slides add` takes a file."): bool(file) and action != "add",
        say("--paper, --presenter and --to belong to `studylog slides add`."): adding and action != "add",
        say("--fix belongs to `studylog slides check`."): fix and action != "check",
        say("--dry-run belongs to `slides check` and `slides add`."): dry_run and action in (None, "thumbs"),
    }
    for message, holds in wrong.items():
        if holds:
            raise StudylogError(message, Exit.USAGE)


def _list(context: Context) -> Exit:
    from studylog.cli.shown.slidestable import all_table

    notebook = context.notebook()
    found = _found(context, notebook)
    if not found:
        tell(say("No slides yet."), context.language)
        tell_hint(say("`studylog slides add FILE` keeps a PDF with the notes."), context.language)
    items = [slides_item(line) for line in found] if context.everywhere.json else []
    table = partial(all_table, found, context.language, piped=not context.terminal.stdout)
    answer(context, Answer("slides", notebook.name, items, table))
    return Exit.DONE


def _check(context: Context, *, fix: bool, dry_run: bool) -> Exit:
    notebook = context.notebook()
    found, moved, doubts = _looked_up(context, notebook)
    mending = _mending(notebook, moved, dry_run=dry_run) if fix or dry_run else None
    if mending and mending.notes and not dry_run:
        found = _found(context, notebook)
    if mending and (dry_run or not context.everywhere.json):
        _put_mending(context, mending)
    else:
        _put_lost(context, notebook, found)
    tell_findings((*doubts, *_refused(mending)), context)
    _tell_sums(context, found, fixed=fix or dry_run)
    return Exit.PROBLEMS if _lost(found) or _refused(mending) else Exit.DONE


@once_more
def _looked_up(
    context: Context, notebook: "Notebook"
) -> "tuple[tuple[PaperSlides, ...], tuple[MovedLink, ...], list[Finding]]":
    """The slides, the links to those that moved, and what is said of slides that were not checked."""
    from studylog.cli.reading import listed
    from studylog.features.slides.listing import slides_of

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


@once_more
def _found(context: Context, notebook: "Notebook") -> "tuple[PaperSlides, ...]":
    from studylog.cli.reading import listed
    from studylog.features.slides.listing import slides_of

    with listed(context, notebook, files=True) as lists:
        return slides_of(lists)


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


def _add(
    context: Context, file: str, paper: str | None, presenter: str | None, note: str | None, *, dry_run: bool
) -> Exit:
    from studylog.cli.reading import listed
    from studylog.features.slides.adding import Addition, add
    from studylog.features.slides.belonging import belonging

    notebook = context.notebook()
    source = context.path(file)
    with listed(context, notebook) as lists:
        known, planned = belonging(lists, file, paper)
    target, _ = meant.note(context, notebook, note or known)
    who = meant.person(context, notebook.settings, presenter) if presenter else None
    added = add(notebook, Addition(source, target, paper, who, planned), dry_run=dry_run)
    if dry_run and not context.everywhere.json:
        put_diff(added.note, added.before, added.after, context)
        return Exit.DONE
    if context.everywhere.json:
        put_json("slides", notebook.name, [added_item(added)])
    else:
        put_line(added.path)
    if dry_run:
        return Exit.DONE
    if added.before == added.after:
        tell(
            say("{note} links these slides already; nothing was changed.", note=added.note), context.language
        )
    else:
        told = say("Linked under “{paper}” in {note}.", paper=added.paper, note=added.note)
        tell(told, context.language)
    return Exit.DONE
