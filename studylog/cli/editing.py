"""A note in the editor of whoever sits there."""

import os
import shutil
from pathlib import Path

from studylog.cli.context import Context
from studylog.cli.talk import tell, tell_hint
from studylog.core.errors import StudylogError
from studylog.core.i18n import say

# What is usually there, the kindest first.
_USUAL = ("nano", "vim", "vi", "notepad")
_NO_EDITOR = say("No editor is set, and none was found.")
_SET_ONE = say("Name your editor in the variable VISUAL or EDITOR.")


def editor(context: Context) -> tuple[str, ...]:
    """The editor with its options: VISUAL, EDITOR, your own settings, else a usual one; empty for none."""
    told = context.environment.get("VISUAL") or context.environment.get("EDITOR") or context.personal().editor
    if told:
        return _words(told)
    return next(((name,) for name in _USUAL if shutil.which(name)), ())


def required_editor(context: Context) -> tuple[str, ...]:
    """The editor with its options; refuses to go on without one."""
    words = editor(context)
    if not words:
        raise StudylogError(_NO_EDITOR, hint=_SET_ONE)
    return words


def is_installed(words: tuple[str, ...]) -> bool:
    """Whether the program of an editor can be found."""
    return bool(words) and shutil.which(words[0]) is not None


def open_in_editor(context: Context, file: Path, wish: bool | None) -> None:
    """Open the file; with a `wish` of None only where somebody sits at a terminal."""
    seated = context.interactive and context.drawn
    if wish is False or (wish is None and not seated):
        return
    words = required_editor(context) if wish else editor(context)
    if words:
        from studylog.store.editor import edit

        edit(words, file)
    else:
        tell(_NO_EDITOR, context.language)
        tell_hint(_SET_ONE, context.language)


def _words(told: str) -> tuple[str, ...]:
    # Late, because mostly nobody is waiting for an editor.
    import shlex

    # A path with blanks is one word, although a shell would part it.
    if shutil.which(told):
        return (told,)
    try:
        return tuple(shlex.split(told, posix=os.name != "nt"))
    except ValueError:
        return (told,)
