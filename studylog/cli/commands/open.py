"""`studylog open`: a note in your editor."""

from studylog.cli.context import Context
from studylog.cli.editing import open_in_editor
from studylog.cli.meaning import meant
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.words.params import Edit, Ref

EXAMPLES = (
    ("studylog open", "today's meeting, else the last one"),
    ("studylog open 8/12", "the meeting of a day"),
    ("studylog open -1", "the meeting before today"),
    ("studylog open 어텐션", "the note with this word in its title"),
)


def command(context: Context, reference: Ref = None, edit: Edit = None) -> None:
    """Open a note in your editor (VISUAL, EDITOR) and print where it lies."""
    notebook = context.notebook()
    note, head = meant.note(context, notebook, reference)
    if context.everywhere.json:
        day = head.day.isoformat() if head.day else None
        put_json("open", notebook.name, [{"path": note.path, "date": day, "title": head.title}])
    else:
        put_line(context.shown(note.file))
    open_in_editor(context, note.file, edit)
