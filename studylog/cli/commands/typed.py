"""An answer typed in the editor, with its question in sight."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studylog.cli.context import Context
from studylog.cli.editing import required_editor
from studylog.cli.talk import tell
from studylog.core.i18n import say, translate
from studylog.core.listed import ListedQuestion
from studylog.core.text import decode

# As git does: whatever stands below is not taken.
_SCISSORS = "-" * 20 + " >8 " + "-" * 20


@contextmanager
def typed_in_editor(context: Context, question: ListedQuestion) -> Iterator[str]:
    """What somebody wrote above the line; empty when nothing was written.

    It stays in its file where the editor fails, or where it cannot be used: it is nowhere else.
    """
    from studylog.store.editor import edit
    from studylog.store.failures import shown

    words = required_editor(context)
    folder = Path(tempfile.mkdtemp(prefix="studylog-"))
    file = folder / f"{question.id}.md"
    file.write_text(_offered(context, question), encoding="utf-8")
    in_need = True
    try:
        edit(words, file)
        yield _typed(file)
        in_need = False
    finally:
        if in_need and _typed(file).strip():
            tell(say("What you wrote is here: {path}", path=shown(file)), context.language)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _typed(file: Path) -> str:
    if not file.is_file():
        return ""
    return decode(file.read_bytes()).text.partition(_SCISSORS)[0].strip("\n")


def _offered(context: Context, question: ListedQuestion) -> str:
    """What the editor shows: room for the answer, and the question below the line."""
    left_out = translate(
        say("The answer stands above this line; the line and all below it are left out."), context.language
    )
    place = f"{question.path}:{question.line}"
    return f"\n\n{_SCISSORS}\n{left_out}\n\n{question.text}\n\n{place}\n"
