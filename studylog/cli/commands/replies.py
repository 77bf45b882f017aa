"""`studylog answer --from`: replies that came back, each put under its question."""

import sys
from typing import TYPE_CHECKING

from studylog.cli.commands.answered import item_of, said_where
from studylog.cli.context import Context
from studylog.cli.meaning.identified import question
from studylog.cli.meaning.me import known
from studylog.cli.reading import listed
from studylog.cli.shown.output import Item, put_diff, put_json, put_line
from studylog.cli.talk import tell
from studylog.core.asking import NewAnswer
from studylog.core.errors import Exit
from studylog.core.i18n import say, translate
from studylog.core.letters import read_replies
from studylog.core.text import decode
from studylog.features.answer import answer_all, meant_by

if TYPE_CHECKING:
    from studylog.features.answer import Filed, Left
    from studylog.store.notebook import Notebook

_WIDTH = 60


def file_replies(context: Context, notebook: "Notebook", file: str, by: str | None, *, dry_run: bool) -> Exit:
    """Put every reply under its question, and say which could not be put; the mentor's words are known."""
    found = read_replies(_text(context, file))
    who = known(context, notebook.settings, by) if by else "mentor"

    def new(text: str) -> NewAnswer:
        return NewAnswer(text, by=who) if by else NewAnswer(text, confirmed_by=who)

    with listed(context, notebook) as lists:
        meant = meant_by(
            found,
            lists.questions,
            lambda id_: question(context, lists.questions, id_),
            notebook.settings.language,
        )
    filed = answer_all(notebook, meant, new, dry_run=dry_run)
    if context.everywhere.json:
        items = [
            *(item_of(edit) for edit in filed.edits),
            *(_item(one, context) for one in filed.left),
        ]
        put_json("answer", notebook.name, items)
    else:
        _put(filed, context, dry_run=dry_run)
    _tell(filed, (*found.unanswered, *filed.unanswered), context)
    return Exit.PROBLEMS if filed.left else Exit.DONE


def _text(context: Context, file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    from studylog.store import files

    return decode(files.read(context.path(file))).text


def _put(filed: "Filed", context: Context, *, dry_run: bool) -> None:
    for edit in filed.edits:
        if dry_run:
            put_diff(edit.path, edit.before, edit.after, context)
        else:
            put_line(edit.question.id)
            tell(said_where(edit), context.language)


def _tell(filed: "Filed", unanswered: tuple[str, ...], context: Context) -> None:
    for one in filed.left:
        words = f"({' '.join(one.text.split())[:_WIDTH]})"
        message = say(
            "Line {line} was not put anywhere: {why} {text}", line=one.line, why=one.why, text=words
        )
        tell(message, context.language)
    if filed.known:
        tell(say("{n:reply/replies} stood there already.", n=filed.known), context.language)
    if unanswered:
        ids = ", ".join(unanswered)
        message = say("{n:question/questions} without a reply: {ids}", n=len(unanswered), ids=ids)
        tell(message, context.language)


def _item(one: "Left", context: Context) -> Item:
    return {
        "id": one.id,
        "placed": False,
        "path": None,
        "line": one.line,
        "question": None,
        "text": one.text,
        "marker": None,
        "by": None,
        "tentative": False,
        "confirmed": False,
        "answers": 0,
        "why": translate(one.why, context.language),
    }
