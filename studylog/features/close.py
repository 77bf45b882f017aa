"""Close a question without an answer, name it a duplicate, or open it again."""

from collections.abc import Callable, Sequence

from studylog.core.asking import Closing, Edit, close_question, reopen_question
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.store.edits import Place, edited_at, first_place
from studylog.store.notebook import Notebook

_LONGEST_CHAIN = 20


def close(
    notebook: Notebook, standing: Sequence[Place], id_: str, why: Closing, *, dry_run: bool = False
) -> Edit:
    """Write behind a question why it is closed, where it was first asked."""
    return edited_at(
        notebook,
        first_place(standing, id_),
        lambda path, content: close_question(path, content, notebook.settings, id_, why),
        dry_run=dry_run,
    )


def reopen(
    notebook: Notebook, standing: Sequence[Place], id_: str, *, dry_run: bool = False
) -> tuple[Edit, ...]:
    """Take away what closes a question, in every note that says so."""
    edits = [
        edited_at(
            notebook,
            place,
            lambda path, content: reopen_question(path, content, notebook.settings, id_),
            dry_run=dry_run,
        )
        for place in standing
    ]
    return tuple(edit for edit in edits if edit.after != edit.before)


def original(id_: str, other: str, duplicate_of: Callable[[str], str | None]) -> str:
    """The question that a chain of duplicates ends at; refuses to make a circle of the chain.

    `duplicate_of` tells which question another one duplicates.
    """
    last = other
    for _ in range(_LONGEST_CHAIN):
        following = duplicate_of(last)
        if last == id_ or following is None:
            break
        last = following
    if last == id_:
        raise StudylogError(
            say("{id} cannot be a duplicate of itself.", id=id_),
            Exit.USAGE,
            hint=say("Name the question that asks the same: `studylog close {id} --of ID`", id=id_),
        )
    return last
