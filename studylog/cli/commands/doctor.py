"""`studylog doctor`: what studylog needs around it."""

import sys

from studylog import __version__
from studylog.cli.context import Context
from studylog.cli.editing import editor, is_installed
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say, translate
from studylog.features.doctor import Diagnosis, Surroundings, diagnose
from studylog.store.git import git_version, is_repository
from studylog.store.installed import PICTURE_LIBRARIES, draws_pictures, installed
from studylog.store.notebook import Notebook
from studylog.store.templates import built_in

EXAMPLES = (
    ("studylog doctor", "look at everything"),
    ("studylog -C ~/notes doctor", "and at another notebook"),
    ("studylog doctor --json", "for a program"),
)

_MARKS = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "error": ("✗", "red")}
_WORDS = {"ok": say("ok"), "warning": say("warning"), "error": say("error")}


def command(context: Context) -> Exit:
    """Look at the surroundings: Python, the notebook and its settings, templates, git, the editor, the
    terminal. What is amiss comes with what mends it. Ends with 1 when something has to be mended."""
    notebook = _notebook(context)
    found = notebook if not isinstance(notebook, StudylogError) else None
    diagnoses = diagnose(_surroundings(context, notebook))
    items = [_item(diagnosis, context.language) for diagnosis in diagnoses]
    answer(
        context,
        Answer("doctor", found.name if found else None, items, lambda: _table(diagnoses, context.language)),
    )
    amiss = any(diagnosis.status == "error" for diagnosis in diagnoses)
    return Exit.PROBLEMS if amiss else Exit.DONE


def _notebook(context: Context) -> Notebook | StudylogError | None:
    """The notebook; None where one stands in none, and why where it cannot be used: both are answers here."""
    try:
        return context.notebook()
    except StudylogError as trouble:
        return trouble if trouble.place is not None or context.named is not None else None


def _templates() -> str | None:
    try:
        return str(built_in())
    except StudylogError:
        return None


def _surroundings(context: Context, notebook: Notebook | StudylogError | None) -> Surroundings:
    found = notebook if isinstance(notebook, Notebook) else None
    words = editor(context)
    return Surroundings(
        version=__version__,
        python=sys.version_info[:3],
        templates=_templates(),
        notebook=str(found.root) if found else None,
        trouble=notebook if isinstance(notebook, StudylogError) else None,
        doubts=len(found.findings) if found else 0,
        git=git_version(),
        repository=is_repository(found.root) if found else False,
        editor=words,
        editor_found=is_installed(words),
        encoding=sys.stdout.encoding,
        columns=context.terminal.columns if context.terminal.stdout else None,
        pictures=_libraries(),
    )


def _libraries() -> tuple[str, ...]:
    """What draws pictures, with the versions; nothing unless everything is there that it takes."""
    names = (one.removesuffix("_info").rpartition(".")[0] for one in installed(PICTURE_LIBRARIES))
    return tuple(name.replace("_", " ") for name in names) if draws_pictures() else ()


def _item(diagnosis: Diagnosis, language: Language) -> Item:
    return {
        "name": diagnosis.name,
        "status": diagnosis.status,
        "message": translate(diagnosis.message, language),
        "hint": translate(diagnosis.hint, language) if diagnosis.hint else None,
    }


def _table(diagnoses: tuple[Diagnosis, ...], language: Language) -> Table:
    columns = (
        Column(say("Thing"), pipe_only=True),
        Column(say("State")),
        Column(say("What was found"), wide=True),
        Column(say("Remedy"), pipe_only=True),
    )
    return Table(columns, (Rows(tuple(_row(diagnosis, language) for diagnosis in diagnoses)),), header=False)


def _row(diagnosis: Diagnosis, language: Language) -> tuple[Cell, ...]:
    mark, style = _MARKS[diagnosis.status]
    sentence = translate(diagnosis.message, language)
    hint = translate(diagnosis.hint, language) if diagnosis.hint else ""
    return (
        Cell(diagnosis.name),
        Cell(f"{mark} {translate(_WORDS[diagnosis.status], language)}", style, diagnosis.status),
        Cell(f"{sentence} {hint}".strip(), plain=sentence),
        Cell(hint),
    )
