"""`studylog build`: the digest of all notes, as a web site in a folder."""

from contextlib import closing
from typing import Annotated

from studylog.cli.context import Context
from studylog.cli.declare import Option
from studylog.cli.output import put_json, put_line
from studylog.cli.progress import progress
from studylog.cli.reading import Pool, indexed
from studylog.cli.talk import tell, tell_hint
from studylog.core.errors import Exit
from studylog.core.i18n import say

EXAMPLES = (
    ("studylog build", "the digest in _site/; open _site/index.html"),
    ("studylog build -o ~/public/study", "in another folder"),
    ("studylog build --no-search", "without the search in its pages"),
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
) -> Exit:
    """Write the digest: meetings, questions by lecture, papers with slides, everything as pages that open
    from a folder. The old site stays until the new one is whole; a folder that studylog did not make is never
    touched."""
    from studylog.features.build import build

    notebook = context.notebook()
    place = context.path(output) if output else notebook.root / "_site"
    today = context.today(notebook.settings)
    with (
        closing(Pool()) as pool,
        indexed(context, notebook, pool, files=True, search=search, hold=True) as index,
        progress(context, say("Writing pages")) as update,
    ):
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
            "undrawn": site.undrawn,
        }
        put_json("build", notebook.name, [item])
    else:
        put_line(context.shown(report.output / "index.html"))
    message = say("{pages:page/pages}, {files:file/files}.", pages=site.pages, files=site.copies)
    tell(message, context.language)
    if site.undrawn:
        tell(
            say(
                "{n:PDF has/PDFs have} no pictures here: nothing is installed that draws them.",
                n=site.undrawn,
            ),
            context.language,
        )
        tell_hint(
            say("Install what draws them: {command}", command="pip install 'studylog[pdf]'"), context.language
        )
    if not site.sound:
        found = say("{n:thing/things} to look at: `studylog check`", n=site.errors + site.warnings)
        tell_hint(found, context.language)
    return Exit.PROBLEMS if strict and not site.sound else Exit.DONE
