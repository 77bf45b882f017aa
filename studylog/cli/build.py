"""`studylog build`: the digest of all notes, as a web site in a folder."""

from typing import Annotated

from studylog.cli.building import Site, follow_on, report_line
from studylog.cli.context import Context
from studylog.cli.declare import Option
from studylog.cli.output import put_json, put_line
from studylog.core.errors import Exit

EXAMPLES = (
    ("studylog build", "the digest in _site/; open _site/index.html"),
    ("studylog build -o ~/public/study", "in another folder"),
    ("studylog build --no-search", "without the search in its pages"),
    ("studylog build --watch", "and again whenever a note changes"),
    ("studylog build --strict", "and end with 1 when `studylog check` would"),
)


def command(
    context: Context,
    output: Annotated[
        str | None,
        Option("-o --output", metavar="DIR", help="The folder; _site in the notebook when left out."),
    ] = None,
    search: Annotated[bool, Option("--no-search", help="Leave the search out of the pages.")] = True,
    strict: Annotated[bool, Option("--strict", help="End with 1 when there are errors or warnings.")] = False,
    watch: Annotated[
        bool, Option("--watch", help="Build again whenever something changes, until Ctrl-C.")
    ] = False,
) -> Exit:
    """Write the digest: meetings, questions by lecture, papers with slides, everything as pages that open
    from a folder. The old site stays until the new one is whole; a folder that studylog did not make is never
    touched."""
    notebook = context.notebook()
    place = context.path(output) if output else notebook.root / "_site"
    site = Site(context, place, search)
    if watch:
        return follow_on(site)
    report = site.build()
    made = report.site
    if context.everywhere.json:
        item = {
            "path": context.shown(report.output),
            "pages": made.pages,
            "files": made.copies,
            "written": report.written,
            "errors": made.errors,
            "warnings": made.warnings,
        }
        put_json("build", notebook.name, [item])
    else:
        put_line(context.shown(report.output / "index.html"))
    report_line(report, context.language)
    return Exit.PROBLEMS if strict and not made.sound else Exit.DONE
