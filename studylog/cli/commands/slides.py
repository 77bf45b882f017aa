"""`studylog slides`: the slides, whether they are still there, and new ones."""

from functools import partial
from typing import Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.records import slides_item
from studylog.cli.talk import tell, tell_hint
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import DryRun
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say

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
        from studylog.cli.commands.slidesadd import add_slides

        return add_slides(context, file or "", paper, presenter, note, dry_run=dry_run)
    if action == "check":
        from studylog.cli.commands.slidescheck import check_slides

        return check_slides(context, fix=fix, dry_run=dry_run)
    if action == "thumbs":
        from studylog.cli.commands.thumbs import draw

        return draw(context)
    return _list(context)


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
    from studylog.cli.commands.slidescheck import slides_in
    from studylog.cli.shown.slidestable import all_table

    notebook = context.notebook()
    found = slides_in(context, notebook)
    if not found:
        tell(say("No slides yet."), context.language)
        tell_hint(say("`studylog slides add FILE` keeps a PDF with the notes."), context.language)
    items = [slides_item(line) for line in found] if context.everywhere.json else []
    table = partial(all_table, found, context.language, piped=not context.terminal.stdout)
    answer(context, Answer("slides", notebook.name, items, table))
    return Exit.DONE
