"""`studylog build`: the digest of all notes, as a web site in a folder."""

from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from studylog.cli.commands.building import Site, built, follow_on, pool_for_pages, report_line
from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.talk import tell, tell_hint
from studylog.cli.words.declare import Option
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.notebook import Notebook
from studylog.store.pictures.doubts import INSTALL

if TYPE_CHECKING:
    from studylog.features.build import BuildReport

EXAMPLES = (
    ("studylog build", "the digest in _site/; open _site/index.html"),
    ("studylog build -o ~/public/study", "in another folder"),
    ("studylog build --no-search", "without the search in its pages"),
    ("studylog build --watch", "and again whenever a note changes"),
    ("studylog build --strict", "and end with 1 when `studylog check` would"),
    (
        "studylog build --public -o ~/public/study",
        "for everybody: no private notes, people by their initials",
    ),
    ("studylog build --single-file --week 3", "the third week as one file, for a mail or a chat"),
    ("studylog build --public --dry-run", "what would become visible for the first time"),
)


def command(
    context: Context,
    output: Annotated[
        str | None,
        Option("-o --output", metavar="DIR", help="The folder; _site in the notebook when left out."),
    ] = None,
    search: Annotated[bool, Option("--no-search", help="Leave the search out of the pages.")] = True,
    strict: Annotated[bool, Option("--strict", help="End with 1 when there are errors or warnings.")] = False,
    public: Annotated[
        bool, Option("--public", help="Only what everybody may see, as the settings say.")
    ] = False,
    single_file: Annotated[
        bool, Option("--single-file", help="One HTML file with everything inside; -o names the file.")
    ] = False,
    week: Annotated[
        str | None,
        Option(
            "--week", metavar="N", help="With --single-file: only this week: 3, or 2026-w48 of the calendar."
        ),
    ] = None,
    watch: Annotated[
        bool, Option("--watch", help="Build again whenever something changes, until Ctrl-C.")
    ] = False,
    dry_run: Annotated[
        bool, Option("-n --dry-run", help="With --public: only list what would become visible.")
    ] = False,
) -> Exit:
    """Write the digest: meetings, questions by lecture, papers with slides, everything as pages that open
    from a folder. The old site stays until the new one is whole; a folder that studylog did not make is never
    touched."""
    _check_words(public=public, dry_run=dry_run, single=single_file, week=week, watch=watch)
    notebook = context.notebook()
    place = context.path(output) if output else notebook.root / "_site"
    if watch:
        return follow_on(Site(context, place, search))
    doubtful = False
    with ExitStack() as stack:
        pool = stack.enter_context(closing(pool_for_pages()))
        if public:
            from studylog.cli.commands.publishing import list_shown, public_notebook, publication

            found = publication(context, notebook, pool)
            if dry_run:
                return list_shown(context, notebook, found, strict=strict)
            doubtful = bool(found.doubts)
            if not single_file:
                _check_place(place, notebook)
            notebook = stack.enter_context(public_notebook(context, notebook, found))
        if single_file:
            from studylog.cli.commands.singlefile import put_single_file

            only = None if week is None else meant.week(context, notebook.settings, week)
            site = put_single_file(context, notebook, pool, output, only)
        else:
            report = built(context, notebook, pool, place, search=search, at_once=public)
            _tell(context, notebook, report)
            site = report.site
    return Exit.PROBLEMS if strict and (doubtful or not site.sound) else Exit.DONE


def _check_words(*, public: bool, dry_run: bool, single: bool, week: str | None, watch: bool) -> None:
    for given, option, goes, other in (
        (dry_run, "--dry-run", public, "--public"),
        (week is not None, "--week", single, "--single-file"),
    ):
        if given and not goes:
            raise StudylogError(
                say("{option} only goes with {other}.", option=option, other=other), Exit.USAGE
            )

    for given, option in ((public, "--public"), (single, "--single-file")):
        if watch and given:
            raise StudylogError(
                say("{option} does not go with {other}.", option="--watch", other=option), Exit.USAGE
            )


def _check_place(place: Path, notebook: Notebook) -> None:
    from studylog.store.site.places import check_output

    check_output(place, notebook.root)


def _tell(context: Context, notebook: Notebook, report: "BuildReport") -> None:
    site = report.site
    if context.everywhere.json:
        item = {
            "path": context.shown(report.output),
            "pages": site.pages,
            "files": site.copies,
            "written": report.written,
            "errors": site.errors,
            "warnings": site.warnings,
            "undrawn": site.undrawn,
        }
        put_json("build", notebook.name, [item])
    else:
        put_line(context.shown(report.output / "index.html"))
    report_line(report, context.language)
    _tell_undrawn(context, report.site.undrawn)


def _tell_undrawn(context: Context, count: int) -> None:
    """Says why slides have no pictures, where nothing is installed that draws them."""
    if count:
        message = say(
            "{n:PDF has/PDFs have} no pictures here: nothing is installed that draws them.", n=count
        )
        tell(message, context.language)
        tell_hint(INSTALL, context.language)
