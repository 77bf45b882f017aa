"""`studylog show`: a note in the terminal."""

import sys
from typing import Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import put_json
from studylog.cli.words.declare import Option
from studylog.cli.words.params import Ref
from studylog.core.i18n import Language, say, translate
from studylog.core.model import Note
from studylog.core.records import whole_note_item

EXAMPLES = (
    ("studylog show", "today's meeting, else the last one"),
    ("studylog show 8/12", "the meeting of a day"),
    ("studylog show -1 --section 논문", "one section of the meeting before today"),
    ("studylog show 2021-08-12 | grep Q", "the note as it is written, in a pipe"),
)


def command(
    context: Context,
    reference: Ref = None,
    section: Annotated[
        str | None, Option("--section", metavar="TEXT", help="Only sections with this text in their title.")
    ] = None,
) -> None:
    """Read a note in the terminal, its Markdown rendered. A pipe gets the text as it is written."""
    from studylog.core.text import decode
    from studylog.store import files

    notebook = context.notebook()
    place, _ = meant.note(context, notebook, reference)
    content = files.read(place.file)
    text = decode(content).text
    if section is None and not context.everywhere.json and not context.terminal.stdout:
        sys.stdout.write(text)
        return

    from studylog.core.parse import read
    from studylog.features.show import excerpt

    reading = read(place.path, content, notebook.settings)
    note = reading.note
    part = excerpt(note, text, section)
    if context.everywhere.json:
        put_json("show", notebook.name, [whole_note_item(note, part.sections, notebook.settings.roster)])
    elif context.terminal.stdout:
        from studylog.cli.shown.page import draw_note
        from studylog.core.inline import read_in_lines
        from studylog.core.search.documents.prose import prose_of

        in_line = dict(read_in_lines(note, prose_of(reading).formulas))
        draw_note(in_line.get(note.title, note.title), _facts(note, context.language), part.text, context)
    else:
        sys.stdout.write(part.text)


def _facts(note: Note, language: Language) -> list[tuple[str, str]]:
    """What the header says, as a person reads it."""
    from studylog.core.dates.labels import long_day
    from studylog.core.header.keys import type_title

    header = note.header
    rows = (
        (say("Date"), long_day(note.date, language) if note.date else ""),
        (say("Type"), type_title(note.type, language) if note.type else ""),
        (say("Course"), note.course or ""),
        (say("Author"), header.author or ""),
        (say("There"), ", ".join(header.attendees)),
        (say("Absent"), ", ".join(header.absent)),
        (say("File"), note.path),
    )
    return [(translate(name, language), value) for name, value in rows if value]
