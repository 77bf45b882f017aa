"""`studylog build --single-file`: a week, or everything, as one HTML file for a mail or a chat."""

import sys
from typing import TYPE_CHECKING

from studylog.cli.commands.building import built, tell_what_to_mend
from studylog.cli.context import Context
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.talk import tell
from studylog.core.i18n import say
from studylog.store.index.workers import Pool
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.core.dates.weeks import Week
    from studylog.store.site.latest import Summary

_STDOUT = "-"


def put_single_file(
    context: Context, notebook: Notebook, pool: Pool, output: str | None, week: "Week | None"
) -> "Summary":
    """Builds the site aside, writes the file that holds a week or all of it, and tells what the site has."""
    from studylog.features.single import put_file, single_file
    from studylog.store.site.places import ASIDE

    aside = notebook.root / ASIDE
    site = built(context, notebook, pool, aside, search=False).site
    content = single_file(aside, week, url=notebook.settings.site.url)
    if output == _STDOUT:
        sys.stdout.buffer.write(content)
        tell_what_to_mend(site, context.language)
        return site
    place = context.path(
        output or ("digest.html" if week is None else f"week-{week.key.removeprefix('w')}.html")
    )
    put_file(place, content)
    if context.everywhere.json:
        put_json("build", notebook.name, [{"path": context.shown(place), "bytes": len(content)}])
    else:
        put_line(context.shown(place))
    tell(
        say("One file of {n} KB, with everything inside.", n=(len(content) + 1023) // 1024), context.language
    )
    tell_what_to_mend(site, context.language)
    return site
