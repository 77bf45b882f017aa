"""`studylog carry`: what is open, at the top of the coming note."""

from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Item, put_diff, put_json, put_line
from studylog.cli.talk import tell, tell_unchanged
from studylog.cli.words.params import DryRun, Ref
from studylog.core.carry.outlook import Outlook
from studylog.core.i18n import say
from studylog.store.notebook import Notebook, NoteFile

if TYPE_CHECKING:
    from studylog.core.heads import Head

EXAMPLES = (
    ("studylog carry", "into today's note, or the next one"),
    ("studylog carry 8/12", "into the note of a day"),
    ("studylog carry -n", "only show what would change"),
)


def command(context: Context, reference: Ref = None, dry_run: DryRun = False) -> None:
    """Put what is open at the top of the coming note: questions, promises, papers of the day. They stay where
    they stand; an answer that is written under one answers the original. Again, it refreshes these lines and
    keeps what was written among them."""
    from studylog.cli.reading import indexed
    from studylog.features.carry import addressee_of, carry, require_carrying
    from studylog.store.index.days.outlook import outlook

    notebook = context.notebook()
    note, head = _meant(context, notebook, reference)
    day = require_carrying(head, notebook.settings)
    with indexed(context, notebook) as index:
        found = outlook(index.db, day, note.path, addressee_of(head.type))
    carried = carry(notebook, note, found, dry_run=dry_run)
    if context.everywhere.json:
        changed = carried.after != carried.before
        put_json("carry", notebook.name, [_item(note, found, changed=changed and not dry_run)])
    elif dry_run:
        put_diff(note.path, carried.before, carried.after, context)
    else:
        put_line(context.shown(note.file))
    if dry_run or context.everywhere.json:
        return
    if carried.after == carried.before:
        tell_unchanged(note.path, context.language)
    else:
        counts = {"questions": len(found.questions), "promises": len(found.promises)}
        message = say("Carried over: {questions:question/questions}, {promises:promise/promises}.", **counts)
        tell(message, context.language)


def _meant(context: Context, notebook: Notebook, reference: str | None) -> "tuple[NoteFile, Head]":
    """The note that is named, else that of the coming meeting."""
    if reference is not None:
        return meant.note(context, notebook, reference)
    from studylog.features.carry import coming
    from studylog.store.heads import all_heads, note_of

    heads = all_heads(notebook)
    head = coming((head for head, _ in heads), notebook.settings, context.today(notebook.settings))
    return note_of(heads, head), head


def _item(note: NoteFile, found: Outlook, *, changed: bool) -> Item:
    """An item of `carry --json`."""
    return {
        "path": note.path,
        "date": found.day.isoformat(),
        "questions": [one.id for one in found.questions],
        "questions_total": found.questions_total,
        "promises": [one.id for one in found.promises],
        "papers": [one.title for one in found.papers],
        "missing_slides": [one.title for one in found.missing],
        "changed": changed,
    }
