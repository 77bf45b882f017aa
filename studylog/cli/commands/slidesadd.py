"""Slides added from the command line."""

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.reading import listed
from studylog.cli.shown.output import put_diff, put_json, put_line
from studylog.cli.shown.records import added_item
from studylog.cli.talk import tell
from studylog.core.errors import Exit
from studylog.core.i18n import say
from studylog.features.slides.adding import Added, Addition, add
from studylog.features.slides.belonging import belonging


def add_slides(
    context: Context, file: str, paper: str | None, presenter: str | None, note: str | None, *, dry_run: bool
) -> Exit:
    """Keeps a PDF in the notebook and links it in a note, under its paper."""
    notebook = context.notebook()
    source = context.path(file)
    with listed(context, notebook) as lists:
        known, planned = belonging(lists, file, paper)
    target, _ = meant.note(context, notebook, note or known)
    who = meant.person(context, notebook.settings, presenter) if presenter else None
    added = add(notebook, Addition(source, target, paper, who, planned), dry_run=dry_run)
    if context.everywhere.json:
        put_json("slides", notebook.name, [added_item(added)])
    elif dry_run:
        put_diff(added.note, added.before, added.after, context)
    else:
        put_line(added.path)
    if not dry_run:
        _tell(context, added)
    return Exit.DONE


def _tell(context: Context, added: Added) -> None:
    if added.before == added.after:
        told = say("{note} links these slides already; nothing was changed.", note=added.note)
    else:
        told = say("Linked under “{paper}” in {note}.", paper=added.paper, note=added.note)
    tell(told, context.language)
