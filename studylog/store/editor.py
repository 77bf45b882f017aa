"""The editor that a person chose, opened on a note."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.failures import shown


def edit(command_words: Sequence[str], file: Path) -> None:
    """Opens a file in the editor and waits for it; the words are the editor and its options."""
    # Found here, because on Windows many editors are scripts that only a full name starts.
    program = shutil.which(command_words[0]) if command_words else None
    if program is None:
        raise _not_opened(command_words, file)
    try:
        # An absolute path begins with no dash, so no editor takes it for an option.
        status = subprocess.run([program, *command_words[1:], str(file.absolute())], check=False).returncode
    except OSError as error:
        raise _not_opened(command_words, file) from error
    if status:
        raise StudylogError(
            say("The editor ended with code {status}: {path}", status=status, path=shown(file))
        )


def _not_opened(command_words: Sequence[str], file: Path) -> StudylogError:
    return StudylogError(
        say(
            "The editor {editor} cannot be started: {path}",
            editor=" ".join(command_words) or "''",
            path=shown(file),
        ),
        Exit.PROBLEMS,
        hint=say("Name your editor in the variable VISUAL or EDITOR."),
    )
