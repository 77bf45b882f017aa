"""What studylog needs around it: each thing looked at, with what mends it."""

from collections.abc import Iterator
from typing import Literal

from studylog.core.errors import StudylogError
from studylog.core.i18n import Message, say
from studylog.core.values import dataclass
from studylog.store.pictures.doubts import INSTALL

Status = Literal["ok", "warning", "error"]
_NARROW = 60


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing: its name, its status, a sentence about it, and what mends it."""

    name: str
    status: Status
    message: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found on this machine; None and empty where something is missing.

    `trouble` is why the notebook cannot be used, `doubts` how many findings its settings have, `editor` the
    program with its options, `columns` the width of the terminal, None in a pipe, `pictures` what draws
    slides.
    """

    version: str
    python: tuple[int, int, int]
    templates: str | None
    notebook: str | None
    trouble: StudylogError | None
    doubts: int
    git: str | None
    repository: bool
    editor: tuple[str, ...]
    editor_found: bool
    encoding: str
    columns: int | None
    pictures: tuple[str, ...] = ()


def diagnose(around: Surroundings) -> tuple[Diagnosis, ...]:
    """How everything is, in the order in which one would look at it."""
    return (*_program(around), *_notebook(around), *_tools(around), *_terminal(around))


def _program(around: Surroundings) -> Iterator[Diagnosis]:
    yield Diagnosis("studylog", "ok", say("studylog {version}", version=around.version))
    python = ".".join(map(str, around.python))
    if around.python >= (3, 11):
        yield Diagnosis("python", "ok", say("Python {version}", version=python))
    else:
        hint = say("Install Python 3.11 or later.")
        yield Diagnosis("python", "error", say("Python {version} is too old.", version=python), hint)
    if around.templates is not None:
        yield Diagnosis("templates", "ok", say("Templates: {path}", path=around.templates))
    else:
        hint = say("Install studylog again: its templates are missing.")
        yield Diagnosis("templates", "error", say("No templates were found."), hint)


def _notebook(around: Surroundings) -> Iterator[Diagnosis]:
    if around.trouble is not None:
        place = f"{around.trouble.place}: " if around.trouble.place else ""
        message = say("{place}{trouble}", place=place, trouble=around.trouble.message)
        yield Diagnosis("notebook", "error", message, around.trouble.hint)
    elif around.notebook is None:
        hint = say("Start one with `studylog init`.")
        yield Diagnosis("notebook", "warning", say("You are in no notebook."), hint)
    else:
        yield Diagnosis("notebook", "ok", say("Notebook: {path}", path=around.notebook))
    if around.doubts:
        message = say("The settings have {n:doubtful line/doubtful lines}.", n=around.doubts)
        yield Diagnosis("settings", "warning", message, say("`studylog check` tells which."))


def _tools(around: Surroundings) -> Iterator[Diagnosis]:
    if around.git is None:
        hint = say("Install git: it keeps the history of the notes.")
        yield Diagnosis("git", "warning", say("git was not found."), hint)
    else:
        yield Diagnosis("git", "ok", say("git {version}", version=around.git))
        if around.notebook is not None and not around.repository:
            hint = say("`git init` there keeps the history of the notes.")
            yield Diagnosis("repository", "warning", say("The notebook is in no git repository."), hint)
    set_one = say("Name your editor in the variable VISUAL or EDITOR.")
    if not around.editor:
        yield Diagnosis("editor", "warning", say("No editor is set, and none was found."), set_one)
    elif not around.editor_found:
        message = say("The editor {editor} was not found.", editor=around.editor[0])
        yield Diagnosis("editor", "warning", message, set_one)
    else:
        yield Diagnosis("editor", "ok", say("Editor: {editor}", editor=" ".join(around.editor)))
    if around.pictures:
        drawn = say("Slides are drawn by {libraries}", libraries=", ".join(around.pictures))
        yield Diagnosis("pictures", "ok", drawn)
    else:
        yield Diagnosis("pictures", "warning", say("Nothing here draws pictures of slides."), INSTALL)


def _terminal(around: Surroundings) -> Iterator[Diagnosis]:
    if around.encoding.lower().replace("-", "") == "utf8":
        yield Diagnosis("encoding", "ok", say("Text: {encoding}", encoding=around.encoding))
    else:
        hint = say("Choose a UTF-8 locale, such as `export LANG=C.UTF-8`; on Windows, set PYTHONUTF8=1.")
        message = say("The terminal takes {encoding}, not UTF-8.", encoding=around.encoding)
        yield Diagnosis("encoding", "warning", message, hint)
    if around.columns is None:
        return
    if around.columns < _NARROW:
        message = say("The terminal has only {n:column/columns}.", n=around.columns)
        yield Diagnosis("terminal", "warning", message, say("Tables need about 80 columns."))
    else:
        yield Diagnosis("terminal", "ok", say("Terminal: {n:column/columns}", n=around.columns))
