"""`studylog serve`: the digest in a browser of this machine, following the notes as they are written."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

from studylog.cli.commands.building import Site, report_line, until_ended
from studylog.cli.context import Context
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.talk import tell
from studylog.cli.words.declare import Option
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.values import replace

if TYPE_CHECKING:
    from studylog.features.build import BuildReport
    from studylog.store.index.opening import Index

EXAMPLES = (
    ("studylog serve", "the digest at http://127.0.0.1:8000/"),
    ("studylog serve --open", "and the page of today's meeting in your browser"),
    ("studylog serve --port 9000", "at another port"),
)
_PORTS = 65_535


def command(
    context: Context,
    port: Annotated[
        int | None,
        Option(
            "--port", metavar="N", help="The port; the first free one from 8000 on when left out.", least=1
        ),
    ] = None,
    open_page: Annotated[
        bool, Option("--open", help="Open the page of today's meeting in your browser.")
    ] = False,
) -> Exit:
    """Show the digest in a browser of this machine. Whatever you save is on the open page at once, where you
    were reading; what cannot be built is told over the page, and the last good one stays. Ctrl-C ends it."""
    if port is not None and port > _PORTS:
        raise StudylogError(say("There are no ports above {most}.", most=_PORTS), Exit.USAGE)
    from studylog.features.build.following import build_once, follow, page_of, watched
    from studylog.store.preview import HOST, Preview, serving

    notebook = context.notebook()
    site, preview = Site(context, notebook.root / "_site"), Preview()
    pages: list[str] = []

    def opened(index: "Index", today: date) -> None:
        pages.append(page_of(index, today))

    def told(outcome: "BuildReport | StudylogError") -> None:
        if isinstance(outcome, StudylogError):
            site.tell(outcome)
        else:
            report_line(outcome, context.language)

    language = context.language
    with (
        until_ended(),
        watched(notebook.root, site.folder) as watch,
        serving(port, site.folder, preview, notebook.settings.site_language) as server,
    ):
        following = site.following()
        first = replace(following, build=lambda: site.build(opened), told=told)
        well = build_once(first, preview, language)
        address = f"http://{HOST}:{server.port}/"
        _tell_address(context, notebook.name, address)
        if open_page:
            _open(context, address, pages[0] if pages else "")
        follow(watch, following, preview, language, well=well)
    return Exit.DONE


def _tell_address(context: Context, name: str, address: str) -> None:
    if context.everywhere.json:
        put_json("serve", name, [{"url": address}])
    else:
        put_line(address)
    sys.stdout.flush()
    tell(say("The digest follows the notes; Ctrl-C ends it."), context.language)


def _open(context: Context, address: str, page: str) -> None:
    import webbrowser
    from urllib.parse import quote

    if not webbrowser.open(address + quote(page)):
        tell(say("No browser could be opened; the address is {address}", address=address), context.language)
