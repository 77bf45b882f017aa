"""`studylog answer`: write an answer under its question."""

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

from studylog.cli.commands.answered import item_of, said_where
from studylog.cli.context import Context
from studylog.cli.meaning.me import known, speaking
from studylog.cli.shown.output import put_diff, put_json, put_line
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import ID, By, DryRun
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.values import replace

if TYPE_CHECKING:
    from studylog.core.asking import Edit, NewAnswer
    from studylog.store.notebook import Notebook

EXAMPLES = (
    ('studylog answer q-k3f9 "미래 시점은 마스킹합니다."', "under its question, in your name"),
    ('studylog answer q-k3f9 "아마 √d 때문입니다." --tentative', "only a guess"),
    ("studylog answer q-k3f9 --confirm-by 멘토님", "what was answered is right"),
    ("pbpaste | studylog answer q-k3f9 -", "from another program, in Markdown"),
    ("studylog answer q-k3f9 --edit", "in your editor"),
    ("studylog answer --from replies.md", "the replies of the mentor, each under its question"),
)


def command(
    context: Context,
    question: Annotated[str | None, ID] = None,
    text: Annotated[
        str | None, Argument(metavar="TEXT", help="The answer, in Markdown; `-` reads it from stdin.")
    ] = None,
    edit: Annotated[bool, Option("--edit", help="Write the answer in your editor.")] = False,
    tentative: Annotated[bool, Option("--tentative", help="It is only a guess.")] = False,
    confirmed_by: Annotated[
        str | None,
        Option("--confirm-by", metavar="NAME", help="Who knows that it is right.", offers=complete.people),
    ] = None,
    by: By = None,
    replies: Annotated[
        str | None,
        Option(
            "--from", metavar="FILE", help="Put every reply of this file under its question; `-` is stdin."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> Exit:
    """Write an answer under its question, in the note that first asked it. Whatever is in it is read as one
    answer; nothing else in the note changes."""
    told = _Told(question, text, edit, tentative, confirmed_by)
    if replies is not None:
        if any(told):
            message = say("--from takes its questions and answers from the file alone.")
            raise StudylogError(message, Exit.USAGE)
        from studylog.cli.commands.replies import file_replies

        return file_replies(context, context.notebook(), replies, by, dry_run=dry_run)
    id_ = _refuse(told, by)
    notebook = context.notebook()
    from studylog.core.asking import NewAnswer

    settings = notebook.settings
    new = NewAnswer(
        text=sys.stdin.read() if text == "-" else text,
        by=None if confirmed_by else speaking(context, settings, by),
        tentative=tentative,
        confirmed_by=known(context, settings, confirmed_by) if confirmed_by else None,
    )
    written = _answered(context, notebook, id_, new, edit=edit, dry_run=dry_run)
    if context.everywhere.json:
        put_json("answer", notebook.name, [item_of(written)])
    elif dry_run:
        put_diff(written.path, written.before, written.after, context)
    else:
        put_line(written.question.id)
        tell(said_where(written), context.language)
    return Exit.DONE


class _Told(NamedTuple):
    """What is said of one answer; a file of replies says all of it by itself."""

    question: str | None
    text: str | None
    edit: bool
    tentative: bool
    confirmed_by: str | None


def _refuse(told: _Told, by: str | None) -> str:
    """The question that is meant; refused is what cannot be meant together, and what is missing."""
    if told.question is None:
        message = say('Name the question: `studylog answer ID "…"`')
        raise StudylogError(message, Exit.USAGE, hint=say("`studylog questions` lists them."))
    if told.text is not None and told.edit:
        raise StudylogError(say("Give the answer, or --edit to write it: not both."), Exit.USAGE)
    if told.text is None and not told.edit and told.confirmed_by is None:
        message = say("What is the answer?")
        hint = say("Give it as a word, `-` for stdin, or --edit for your editor.")
        raise StudylogError(message, Exit.USAGE, hint=hint)
    if told.confirmed_by and (told.tentative or by):
        message = say("--confirm-by says that it is known, and by whom: without --tentative and --by.")
        raise StudylogError(message, Exit.USAGE)
    return told.question


def _answered(
    context: Context, notebook: "Notebook", written: str, new: "NewAnswer", *, edit: bool, dry_run: bool
) -> "Edit":
    from studylog.cli.meaning.identified import question
    from studylog.cli.reading import listed
    from studylog.features.answer import answer

    with listed(context, notebook) as lists:
        line = question(context, lists.questions, written)
        standing = lists.questions.standing(line.id)
    if edit:
        from studylog.cli.commands.typed import typed_in_editor

        with typed_in_editor(context, line) as typed:
            return answer(notebook, standing, line.id, replace(new, text=typed), dry_run=dry_run)
    return answer(notebook, standing, line.id, new, dry_run=dry_run)
