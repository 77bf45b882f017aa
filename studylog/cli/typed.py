"""An answer typed in the editor, with its question in sight."""

import tempfile
from pathlib import Path

from studylog.cli.context import Context
from studylog.cli.editing import SET_ONE, editor
from studylog.core.errors import StudylogError
from studylog.core.i18n import say, translate
from studylog.core.listed import ListedQuestion

# As git does: whatever stands below is not taken.
_SCISSORS = "-" * 20 + " >8 " + "-" * 20


def typed_in_editor(context: Context, question: ListedQuestion) -> str:
    """What somebody wrote above the line; empty when nothing was written."""
    from studylog.store.editor import edit

    words = editor(context)
    if not words:
        raise StudylogError(say("No editor is set, and none was found."), hint=SET_ONE)
    left_out = translate(
        say("The answer stands above this line; the line and all below it are left out."), context.language
    )
    place = f"{question.path}:{question.line}"
    with tempfile.TemporaryDirectory(prefix="studylog-") as folder:
        file = Path(folder) / f"{question.id}.md"
        file.write_text(f"\n\n{_SCISSORS}\n{left_out}\n\n{question.text}\n\n{place}\n", encoding="utf-8")
        edit(words, file)
        written = file.read_text(encoding="utf-8")
    return written.partition(_SCISSORS)[0].strip("\n")
