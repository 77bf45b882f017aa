"""`studylog build`: the digest of all notes, as a web site in a folder."""

from contextlib import ExitStack, closing
from typing import Annotated

from studylog.cli.context import Context
from studylog.cli.declare import Option
from studylog.cli.output import put_json, put_line
from studylog.cli.progress import progress
from studylog.cli.reading import Pool, indexed
from studylog.cli.talk import tell, tell_hint
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say

EXAMPLES = (
    ("studylog build", "the digest in _site/; open _site/index.html"),
    ("studylog build -o ~/public/study", "in another folder"),
    ("studylog build --no-search", "without the search in its pages"),
    ("studylog build --strict", "and end with 1 when `studylog check` would"),
    (
        "studylog build --public -o ~/public/study",
        "for everybody: no private notes, people by their initials",
    ),
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
    dry_run: Annotated[
        bool, Option("-n --dry-run", help="With --public: only list what would become visible.")
    ] = False,
) -> Exit:
    """Write the digest: meetings, questions by lecture, papers with slides, everything as pages that open
    from a folder. The old site stays until the new one is whole; a folder that studylog did not make is never
    touched."""
    from studylog.features.build import build
    from studylog.store.site.places import check_output

    notebook = context.notebook()
    place = context.path(output) if output else notebook.root / "_site"
    today = context.today(notebook.settings)
    if dry_run and not public:
        raise StudylogError(
            say("{option} only goes with {other}.", option="--dry-run", other="--public"), Exit.USAGE
        )
    with ExitStack() as stack:
        pool = stack.enter_context(closing(Pool()))
        if public:
            from studylog.cli.publishing import list_shown, public_notebook, publication

            found = publication(context, notebook, pool)
            if dry_run:
                return list_shown(context, notebook, found)
            check_output(place, notebook.root)
            notebook = stack.enter_context(public_notebook(context, notebook, found))
        index = stack.enter_context(indexed(context, notebook, pool, files=True, search=search, hold=True))
        update = stack.enter_context(progress(context, say("Writing pages")))
        report = build(notebook, index, place, today, search=search, workers=pool.workers, progress=update)
    site = report.site
    if context.everywhere.json:
        item = {
            "path": context.shown(report.output),
            "pages": site.pages,
            "files": site.copies,
            "written": report.written,
            "errors": site.errors,
            "warnings": site.warnings,
        }
        put_json("build", notebook.name, [item])
    else:
        put_line(context.shown(report.output / "index.html"))
    message = say("{pages:page/pages}, {files:file/files}.", pages=site.pages, files=site.copies)
    tell(message, context.language)
    if not site.sound:
        advice = say("{n:thing/things} to look at: `studylog check`", n=site.errors + site.warnings)
        tell_hint(advice, context.language)
    return Exit.PROBLEMS if strict and not site.sound else Exit.DONE
