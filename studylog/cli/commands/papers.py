"""`studylog papers`: the board of papers, the plan, and new papers for it."""

from typing import Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import DryRun
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say

EXAMPLES = (
    ("studylog papers", "what is next, late, presented, missing"),
    ("studylog papers missing", "those whose slides are missing"),
    ("studylog papers plan", "the plan, and what came of it"),
    ("studylog papers plan VGG --date 8/17 --presenter 이몽룡", "move it where it is planned"),
    ("studylog papers add 1512.03385 --date 8/20", "by an arXiv id; nothing is fetched"),
    ("studylog papers add refs.bib", "all papers of a BibTeX file"),
    ("studylog papers --json", "for a program"),
)

What = Annotated[
    Literal["plan", "missing", "add"] | None,
    Argument(metavar="WHAT", help="plan, missing or add; without it, the board."),
]
Words = Annotated[
    tuple[str, ...],
    Argument(metavar="PAPER", help="A title, an arXiv id, a DOI, an address; to add also a .bib or .pdf."),
]
Presenter = Annotated[
    tuple[str, ...],
    Option("--presenter", metavar="NAME", help="Who presents it.", offers=complete.people),
]
Day = Annotated[str | None, Option("--date", metavar="DATE", help="The day it is planned for.")]
Decks = Annotated[str | None, Option("--slides", metavar="FILE|URL", help="Its slides.")]


def command(
    context: Context,
    what: What = None,
    words: Words = (),
    presenter: Presenter = (),
    date: Day = None,
    slides: Decks = None,
    dry_run: DryRun = False,
) -> None:
    """List the papers by what came of their plan, change the plan, or add papers to it. What is planned in a
    note is changed there, all else stands in papers.yaml. Nothing is fetched."""
    named = " ".join(words).strip()
    changes = bool(presenter or date or slides)
    if what == "add":
        from studylog.cli.commands.paperadd import add_papers

        add_papers(context, named, presenter, date, slides, dry_run=dry_run)
    elif what == "plan" and (named or changes):
        from studylog.cli.commands.paperplan import change_plan

        _refuse_slides(slides)
        change_plan(context, named, presenter, date, dry_run=dry_run)
    elif named or changes:
        hint = say("Type `studylog papers --help` for the words it knows.")
        raise StudylogError(say("Only “plan” and “add” take a paper and its options."), Exit.USAGE, hint=hint)
    else:
        from studylog.cli.commands.paperlist import show_papers

        show_papers(context, what)


def _refuse_slides(slides: str | None) -> None:
    if slides:
        hint = say("Use `studylog papers add TITLE --slides FILE`.")
        raise StudylogError(say("A plan has no slides."), Exit.USAGE, hint=hint)
