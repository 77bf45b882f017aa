"""A note about to be edited, and where in its text what it says ends."""

from typing import NamedTuple

from studylog.core.asking.sheet import Sheet, sheet_of
from studylog.core.editing import editable
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.scan import Reading
from studylog.core.i18n import say
from studylog.core.parse import ReadNote, read
from studylog.core.settings import Settings


class Draft(NamedTuple):
    """A note about to be edited: its path, its text, what it says, and the settings it is read with."""

    path: str
    sheet: Sheet
    read: ReadNote
    settings: Settings

    def reread(self, sheet: Sheet) -> ReadNote:
        """What the note would say with another text."""
        return read(self.path, sheet.text.encode(), self.settings)


def draft_of(path: str, content: bytes, settings: Settings) -> Draft:
    """The note as it can be edited; one that is not UTF-8 is refused."""
    return Draft(path, sheet_of(editable(content, path)), read(path, content, settings), settings)


def the_question(draft: Draft, id_: str) -> int:
    """The index of the first question with an id in a note; without one, it was changed meanwhile."""
    for index, asked in enumerate(draft.read.note.questions):
        if asked.id == id_:
            return index
    raise StudylogError(
        say("{path} has no question {id} any more; nothing was changed.", path=draft.path, id=id_),
        Exit.DECIDE,
        hint=say("Somebody reworded or removed it. `studylog questions` shows what is there now."),
    )


def end_of_words(draft: Draft, index: int) -> int:
    """The line on which the words of a question end."""
    return _last_line(draft, draft.read.reading.asked[index].thread.question[-1].block.index)


def end_of_thread(draft: Draft, index: int) -> int:
    """The line on which the last thing that belongs to a question ends."""
    pieces = draft.read.reading.asked[index].thread.pieces()
    # What only closes an element stands behind all that is inside.
    said = [piece.block.index for piece in pieces if piece.block.kind != "html" or piece.text.strip()]
    return _last_line(draft, max(said))


def _last_line(draft: Draft, index: int) -> int:
    reading: Reading = draft.read.reading
    block = reading.blocks[index]
    span = reading.tokens[block.start].map
    end = span[1] if span else block.line
    after = reading.blocks[index + 1].line if index + 1 < len(reading.blocks) else 0
    if block.line < after <= end:
        end = after - 1  # what was divided ends where its next part begins
    return draft.sheet.last_written(max(end, block.line), block.line)
