"""`studylog answer --from`: replies that came back, each put under its question."""

import sys
from typing import TYPE_CHECKING, NamedTuple

from studylog.cli.answered import item_of, said_where
from studylog.cli.context import Context
from studylog.cli.identified import question
from studylog.cli.me import known
from studylog.cli.output import Item, put_json, put_line
from studylog.cli.reading import listed
from studylog.cli.talk import tell
from studylog.core.asking import NewAnswer
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say, translate
from studylog.core.letters import Replied, read_replies
from studylog.core.text import decode, fold
from studylog.features.answer import answer

if TYPE_CHECKING:
    from studylog.core.asking import Edit
    from studylog.core.listed import ListedQuestion
    from studylog.store.notebook import Notebook


class _Meant(NamedTuple):
    """A reply with the question that it answers, and the notes in which that stands."""

    reply: Replied
    line: "ListedQuestion"
    standing: tuple[tuple[str, str], ...]
    said: tuple[str, ...]


class _Left(NamedTuple):
    """A reply that could not be put anywhere, and why."""

    line: int
    id: str | None
    text: str
    why: Message


def file_replies(context: Context, notebook: "Notebook", file: str, by: str | None, *, dry_run: bool) -> Exit:
    """Put every reply under its question, and say which could not be put; the mentor's words are known."""
    found = read_replies(_text(context, file))
    who = known(context, notebook.settings, by) if by else "mentor"
    meant, left = _identified(context, notebook, found.replies)
    left += [_Left(line, None, text, say("no id stands above it")) for line, text in found.stray]
    edits: list[Edit] = []
    # The same file may come again.
    fresh = [one for one in meant if fold(one.reply.text) not in one.said]
    for one in fresh:
        try:
            new = NewAnswer(one.reply.text, by=who) if by else NewAnswer(one.reply.text, confirmed_by=who)
            edits.append(answer(notebook, one.standing, one.line.id, new, dry_run=dry_run))
        except StudylogError as error:
            left.append(_Left(one.reply.line, one.line.id, one.reply.text, error.message))
    _say(context, notebook, edits, left, dry_run=dry_run)
    known_already = len(meant) - len(fresh)
    if known_already:
        tell(say("{n:reply/replies} stood there already.", n=known_already), context.language)
    if found.unanswered:
        tell(
            say(
                "{n:question/questions} without a reply: {ids}",
                n=len(found.unanswered),
                ids=", ".join(found.unanswered),
            ),
            context.language,
        )
    return Exit.PROBLEMS if left else Exit.DONE


def _text(context: Context, file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    from studylog.store import files

    return decode(files.read(context.path(file))).text


def _identified(
    context: Context, notebook: "Notebook", replies: tuple[Replied, ...]
) -> tuple[list[_Meant], list[_Left]]:
    meant, left = [], []
    with listed(context, notebook) as lists:
        for reply in replies:
            try:
                line = question(context, lists.questions, reply.id)
            except StudylogError as error:
                left.append(_Left(reply.line, reply.id, reply.text, error.message))
                continue
            said = tuple(fold(one.text) for one in lists.questions.one(line.id).answers)
            meant.append(_Meant(reply, line, lists.questions.standing(line.id), said))
    return meant, left


def _say(
    context: Context, notebook: "Notebook", edits: "list[Edit]", left: list[_Left], *, dry_run: bool
) -> None:
    if context.everywhere.json:
        items = [*(item_of(edit, placed=True) for edit in edits), *(_item(one, context) for one in left)]
        put_json("answer", notebook.name, items)
    for edit in edits if not context.everywhere.json else ():
        if dry_run:
            from studylog.cli.diff import put_diff

            put_diff(edit.path, edit.before, edit.after, context)
        else:
            put_line(edit.question.id)
            tell(said_where(edit), context.language)
    for one in sorted(left):
        words = " ".join(one.text.split())
        tell(
            say(
                "Line {line} was not put anywhere: {why} {text}",
                line=one.line,
                why=one.why,
                text=f"({words[:60]})",
            ),
            context.language,
        )


def _item(one: _Left, context: Context) -> Item:
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
