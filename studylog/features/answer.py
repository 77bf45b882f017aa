"""Write an answer under its question, in the note that first asked it."""

from collections.abc import Sequence

from studylog.core.asking import Edit, NewAnswer, add_answer
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store import files
from studylog.store.edits import edited
from studylog.store.notebook import Notebook

Standing = Sequence[tuple[str, str]]
"""The notes in which a question stands, the first one first: paths, and files from the notebook."""


def answer(
    notebook: Notebook, standing: Standing, id_: str, new: NewAnswer, *, dry_run: bool = False
) -> Edit:
    """Put an answer under a question; of several notes that ask it, the first one gets it."""
    if not standing:
        raise StudylogError(say("There is no question {id}.", id=id_), Exit.NOT_FOUND)
    path, name = standing[0]
    return edited(
        files.safe_join(notebook.root, name),
        lambda content: add_answer(path, content, notebook.settings, id_, new),
        dry_run=dry_run,
    )
