"""`studylog build`: the digest of all notes, as a web site in a folder."""

from typing import Annotated

from typer import Context as Parsing
from typer import Exit, Option

from studylog.cli.context import Context
from studylog.cli.output import put_json, put_line
from studylog.cli.progress import progress
from studylog.cli.reading import collected, with_prose
from studylog.cli.talk import tell, tell_hint
from studylog.core.errors import Exit as Code
from studylog.core.i18n import say
from studylog.features.check import check

EXAMPLES = (
    ("studylog build", "the digest in _site/; open _site/index.html"),
    ("studylog build -o ~/public/study", "in another folder"),
    ("studylog build --no-search", "without the search in its pages"),
    ("studylog build --strict", "and end with 1 when `studylog check` would"),
)


def command(
    ctx: Parsing,
    output: Annotated[
        str | None,
        Option("-o", "--output", metavar="DIR", help="The folder; _site in the notebook when left out."),
    ] = None,
    search: Annotated[
        bool, Option(" /--no-search", help="Leave the search out of the pages.", show_default=False)
    ] = True,
    strict: Annotated[
        bool, Option("--strict", help="End with 1 when there are errors or warnings.", show_default=False)
    ] = False,
) -> None:
    """Write the digest: meetings, questions by lecture, papers with slides, everything as pages that open
    from a folder. The old site stays until the new one is whole; a folder that studylog did not make is never
    touched."""
    from studylog.features.build import build

    context: Context = ctx.obj
    notebook = context.notebook()
    place = context.path(output) if output else notebook.root / "_site"
    collection, prose = with_prose(context, notebook) if search else (collected(context, notebook), None)
    with progress(context, say("Writing pages")) as update:
        report = build(notebook, collection, place, context.today(notebook.settings), update, prose)
    health = check(report.findings)
    if context.everywhere.json:
        item = {
            "path": context.shown(report.output),
            "pages": report.pages,
            "files": report.assets,
            "errors": health.errors,
            "warnings": health.warnings,
        }
        put_json("build", notebook.name, [item])
    else:
        put_line(context.shown(report.output / "index.html"))
    message = say("{pages:page/pages}, {files:file/files}.", pages=report.pages, files=report.assets)
    tell(message, context.language)
    if not health.sound:
        found = say("{n:thing/things} to look at: `studylog check`", n=health.errors + health.warnings)
        tell_hint(found, context.language)
        if strict:
            raise Exit(Code.PROBLEMS)
