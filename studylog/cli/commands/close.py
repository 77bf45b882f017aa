"""`studylog close`: a question that needs no answer, or that another one asks already."""

from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.shown.output import Item, put_diff, put_json, put_line
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Option
from studylog.cli.words.params import DryRun, QuestionId
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say

if TYPE_CHECKING:
    from studylog.core.asking import Edit

EXAMPLES = (
    ('studylog close q-k3f9 --reason "다음 과정의 내용"', "nobody has to answer it any more"),
    ("studylog close q-k3f9 --of q-7xm2", "it asks the same as another one"),
    ("studylog close q-k3f9 --of q-7xm2 -n", "only show what would change"),
)


def command(
    context: Context,
    question: QuestionId,
    reason: Annotated[str | None, Option("--reason", metavar="WORDS", help="Why, in a few words.")] = None,
    original: Annotated[
        str | None,
        Option("--of", metavar="ID", help="The question that asks the same.", offers=complete.questions),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Close a question: for a reason, or as a duplicate of another one. It is written behind its id in the
    note, and `studylog reopen` takes it away again."""
    if bool(reason and reason.strip()) == bool(original):
        message = say("Say why it is closed: --reason WORDS, or --of ID for a duplicate.")
        raise StudylogError(message, Exit.USAGE)
    from studylog.cli.meaning import identified
    from studylog.cli.reading import listed
    from studylog.core.asking import Closing
    from studylog.features import close

    notebook = context.notebook()
    with listed(context, notebook) as lists:
        questions = lists.questions
        line = identified.question(context, questions, question)
        other = None
        if original:
            meant = identified.question(context, questions, original).id
            other = close.original(line.id, meant, lambda id_: questions.one(id_).duplicate_of)
        standing = questions.standing(line.id)
    edit = close.close(notebook, standing, line.id, Closing(reason, other), dry_run=dry_run)
    put_edits(context, notebook.name, "close", [edit], dry_run=dry_run)


def put_edits(context: Context, notebook: str, schema: str, edits: "list[Edit]", *, dry_run: bool) -> None:
    """Answer with the question that was changed, and where; or with what would change."""
    if context.everywhere.json:
        put_json(schema, notebook, [_item(edit) for edit in edits])
        return
    for edit in edits:
        if dry_run:
            put_diff(edit.path, edit.before, edit.after, context)
        else:
            tell(_done(edit), context.language)
    if edits and not dry_run:
        put_line(edits[0].question.id)


def _done(edit: "Edit") -> Message:
    """What was done to a question, and where."""
    question, path, line = edit.question, edit.path, edit.line
    if other := question.duplicate_of:
        return say(
            "Closed the question in {path}, line {line}, as a duplicate of {other}.",
            path=path,
            line=line,
            other=other,
        )
    if question.closed is not None:
        return say("Closed the question in {path}, line {line}.", path=path, line=line)
    return say("Reopened the question in {path}, line {line}.", path=path, line=line)


def _item(edit: "Edit") -> Item:
    question = edit.question
    return {
        "id": question.id,
        "path": edit.path,
        "line": edit.line,
        "text": question.text,
        "reason": question.closed,
        "duplicate_of": question.duplicate_of,
    }
