"""Write an answer under its question, in the note that first asked it."""

from collections.abc import Sequence

from studylog.core.asking import Edit, NewAnswer, add_answer
from studylog.store.edits import Place, edited_at, first_place
from studylog.store.notebook import Notebook


def answer(
    notebook: Notebook, standing: Sequence[Place], id_: str, new: NewAnswer, *, dry_run: bool = False
) -> Edit:
    """Put an answer under a question; of several notes that ask it, the first one gets it."""
    return edited_at(
        notebook,
        first_place(standing, id_),
        lambda path, content: add_answer(path, content, notebook.settings, id_, new),
        dry_run=dry_run,
    )
