"""`studylog ask`: write a question into the note of today's meeting."""

from typing import TYPE_CHECKING, Annotated

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.meaning.author import author_of
from studylog.cli.meaning.me import speaking
from studylog.cli.shown.output import Item, put_diff, put_json, put_line
from studylog.cli.talk import tell, tell_findings, tell_hint, tell_words
from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option
from studylog.cli.words.params import By, DryRun
from studylog.core.i18n import say, translate
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.core.asking import Asked, Edit
    from studylog.features.ask import Earlier
    from studylog.features.new import NewNote
    from studylog.store.notebook import Notebook, NoteFile

EXAMPLES = (
    ('studylog ask "왜 √d로 나누나요?" --lecture 8 --at 24:37', "about a minute of a lecture"),
    ('studylog ask "답이 왜 2번인가요?" --quiz 8-4 --to mentor', "about a quiz, for the mentor"),
    ('studylog ask "Why is it divided?" --same-as q-k3f9', "the same again: it becomes one question"),
    ('studylog ask "…" -n', "only show what would be written"),
)


def command(
    context: Context,
    question: Annotated[str, Argument(metavar="QUESTION", help="The question, in Markdown, on one line.")],
    lecture: Annotated[
        int | None,
        Option("--lecture", metavar="N", help="The lecture that it is about.", offers=complete.lectures),
    ] = None,
    at: Annotated[
        str | None, Option("--at", metavar="TIME", help="The moment of the recording: 24:37, 1:02:10.")
    ] = None,
    quiz: Annotated[str | None, Option("--quiz", metavar="N-M", help="The question of a quiz: 8-4.")] = None,
    course: Annotated[
        str | None,
        Option(
            "--course", metavar="COURSE", help="The course, unless it is today's.", offers=complete.courses
        ),
    ] = None,
    to: Annotated[
        str | None, Option("--to", metavar="WHOM", help="For the mentor.", offers=complete.addressees)
    ] = None,
    by: By = None,
    same_as: Annotated[
        str | None,
        Option(
            "--same-as", metavar="ID", help="It asks the same as this question.", offers=complete.questions
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Write a question into the note of today's meeting, which is made if there is none: in the section for
    questions, under its lecture. Questions that probably ask the same are shown before."""
    from studylog.core.asking import Asked, as_said, read_moment, read_quiz
    from studylog.features.ask import note_of, unknown

    notebook = context.notebook()
    settings = notebook.settings
    told = Asked(
        text=question,
        course=meant.course_or_new(course, settings) if course else None,
        lecture=lecture,
        at=read_moment(at) if at else None,
        quiz=read_quiz(quiz) if quiz else None,
        to=meant.addressee(to) if to else None,
        by=speaking(context, settings, by),
        same_as=_same(context, notebook, same_as) if same_as else None,
    )
    asked = as_said(told, settings)
    there = note_of(notebook, context.today(settings))
    before = () if same_as else _earlier(context, notebook, there, asked)
    edit, created = _asked(context, notebook, there, asked, dry_run=dry_run)
    tell_findings(unknown(settings, edit), context)
    if context.everywhere.json:
        put_json("ask", notebook.name, [_item(edit, created, before)])
    elif dry_run:
        put_diff(edit.path, edit.before if there else None, edit.after, context)
    else:
        put_line(edit.question.id)
        tell(say("In {path}, line {line}.", path=edit.path, line=edit.line), context.language)
    _if_the_same(context, before, edit, dry_run=dry_run)


def _same(context: Context, notebook: "Notebook", written: str) -> str:
    """The question that is asked again; where it is a duplicate itself, the one that it stands for."""
    from studylog.cli.meaning.identified import question
    from studylog.cli.reading import listed

    with listed(context, notebook) as lists:
        found = lists.questions.one(question(context, lists.questions, written).id)
    return found.duplicate_of or found.id


@once_more
def _earlier(
    context: Context, notebook: "Notebook", note: "NoteFile | None", asked: "Asked"
) -> "tuple[Earlier, ...]":
    """The questions that were probably asked before, said on the way."""
    from studylog.features.ask import earlier
    from studylog.store.index.lists.questions import QuestionList
    from studylog.store.index.ready import as_left

    with as_left(notebook) as db:
        if db is not None:
            found = earlier(QuestionList(db), note, asked.text)
        else:
            from studylog.cli.reading import listed

            with listed(context, notebook) as lists:
                found = earlier(lists.questions, note, asked.text)
    if found:
        tell(say("Probably asked before:"), context.language)
    for one in found:
        tell_words(_shown(context, one))
    return found


def _if_the_same(context: Context, before: "tuple[Earlier, ...]", edit: "Edit", *, dry_run: bool) -> None:
    """Says what makes one question of two; the same words about the same lecture are one already."""
    if not before or edit.question.id in {one.id for one in before}:
        return
    id_ = before[0].id
    if dry_run:
        hint = say("If it is the same, ask with `--same-as {id}`.", id=id_)
    else:
        hint = say("If it is the same, take yours out again and ask with `--same-as {id}`.", id=id_)
    tell_hint(hint, context.language)


def _shown(context: Context, one: "Earlier") -> str:
    from studylog.core.words import STATES

    state = f"{translate(STATES[one.line.state], context.language)}  " if one.line else ""
    return f"  {one.line.short if one.line else one.id}  {state}{one.in_line}"


def _asked(
    context: Context, notebook: "Notebook", note: "NoteFile | None", asked: "Asked", *, dry_run: bool
) -> "tuple[Edit, bool]":
    """The note with the question, and whether it was made for it."""
    from studylog.features.ask import ask, ask_in_new

    if note is not None:
        return ask(notebook, note, asked, dry_run=dry_run), False
    new = _composed(context, notebook)
    edit, created = ask_in_new(notebook, new.path, new.file, new.text, asked, dry_run=dry_run)
    if created:
        tell(say("A note for today was made: {path}", path=new.path), context.language)
    return edit, created


def _composed(context: Context, notebook: "Notebook") -> "NewNote":
    """The note of today as `studylog new` would write it, with what is open and whose turn it is."""
    from studylog.cli.commands.new import outlook_of
    from studylog.cli.meaning.turns import with_moderator
    from studylog.features.new import Meeting, compose
    from studylog.store.heads import USUAL_TYPE

    today = context.today(notebook.settings)
    meeting = Meeting(
        day=today,
        type=USUAL_TYPE,
        now=context.now(notebook.settings),
        author=author_of(context, notebook, None),
        values=with_moderator(context, notebook, (), today, USUAL_TYPE, ()),
    )
    return compose(notebook, meeting, outlook_of(context, notebook, meeting))


def _item(edit: "Edit", created: bool, before: "tuple[Earlier, ...]") -> Item:
    question, place = edit.question, edit.question.locator
    return {
        "id": question.id,
        "text": question.text,
        "path": edit.path,
        "line": edit.line,
        "created": created,
        "course": question.course,
        "lecture": question.lecture,
        "at": place.at if place else None,
        "quiz": place.quiz if place else None,
        "to": question.to,
        "asked_by": question.asked_by,
        "similar": [{"id": one.id, "text": one.text, "likeness": one.likeness} for one in before],
    }
