"""`studylog questions`: questions by lecture, with their answers and state."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.shown.output import Answer, answer, put_line
from studylog.cli.shown.questiontable import question_table
from studylog.cli.talk import tell
from studylog.cli.words import complete
from studylog.cli.words.declare import Option
from studylog.cli.words.params import Course, Lecture
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say, translate
from studylog.core.records import question_item
from studylog.core.values import replace
from studylog.features.questions import (
    ANSWERED,
    CLOSED,
    OPEN,
    TENTATIVE,
    Wanted,
    age_days,
    read_age,
    wanted_questions,
)
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.core.model import Question, State
    from studylog.core.settings import Settings

EXAMPLES = (
    ("studylog questions", "what nobody has answered yet"),
    ("studylog questions --all --lecture 7", "everything that was asked about lecture 7"),
    ("studylog questions --tentative --to mentor", "guesses that a mentor should look at"),
    ("studylog questions --open --to mentor --format md", "a letter to the mentor, with ids"),
    ("studylog questions --person 성춘향 --age 7d", "hers, and open for a week"),
)

_OPEN = Annotated[bool, Option("--open", help="Without any answer; this is meant where no state is named.")]
_TENTATIVE = Annotated[bool, Option("--tentative", help="With nothing but guesses.")]
_ANSWERED = Annotated[bool, Option("--answered", help="With an answer.")]
_CLOSED = Annotated[bool, Option("--closed", help="Closed, or a duplicate of another one.")]
_ALL = Annotated[bool, Option("--all", help="In every state.")]


@once_more
def command(
    context: Context,
    unanswered: _OPEN = False,
    tentative: _TENTATIVE = False,
    answered: _ANSWERED = False,
    closed: _CLOSED = False,
    everything: _ALL = False,
    course: Course = None,
    lecture: Lecture = None,
    person: Annotated[
        str | None,
        Option("--person", metavar="NAME", help="Who asked or answered.", offers=complete.people),
    ] = None,
    to: Annotated[
        str | None,
        Option("--to", metavar="WHOM", help="Whom it is for, such as mentor.", offers=complete.addressees),
    ] = None,
    age: Annotated[str | None, Option("--age", metavar="AGE", help="At least this old: 7d, 2w.")] = None,
    match: Annotated[str | None, Option("--match", metavar="TEXT", help="With these words in it.")] = None,
    form: Annotated[
        Literal["md", "slack"] | None,
        Option("--format", metavar="FORM", help="A letter to send, in Markdown (md) or for Slack (slack)."),
    ] = None,
) -> None:
    """List the questions of all notes by course and lecture, with their state. The state follows from the
    text of the notes: `?` behind it means that only the form of the text says so."""
    from studylog.cli.meaning.named import require_person
    from studylog.cli.reading import listed, read_in_lines

    if form is not None and context.everywhere.json:
        raise StudylogError(say("--format and --json are two forms: choose one."), Exit.USAGE)
    notebook = context.notebook()
    settings = notebook.settings
    today = context.today(settings)
    wanted = Wanted(
        states=None if everything else _states(unanswered, tentative, answered, closed),
        lecture=lecture,
        person=meant.person(context, settings, person) if person else None,
        to=meant.addressee(to) if to else None,
        age_days=read_age(age) if age else None,
        match=match,
    )
    with listed(context, notebook) as lists:
        if course:
            known = [*(known.name for known in settings.courses), *lists.questions.courses()]
            wanted = replace(wanted, course=meant.course(course, known))
        found = wanted_questions(lists, wanted, settings.roster, today)
        none = say("No such questions.") if lists.questions else say("No questions yet.")
        if not found:
            require_person(lists, settings.roster, wanted.person)
        wish = context.everywhere.json or form is not None
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()
        whole = lists.questions.whole(line.id for line in found) if wish else []
    if not found:
        tell(none, context.language)
    if form is not None:
        _put_letter(context, whole, settings, form)
        return
    items = [
        question_item(question, age_days(line, today)) for line, question in zip(found, whole, strict=False)
    ]
    table = partial(question_table, found, today, context.language)
    answer(context, Answer("questions", notebook.name, items, table, in_line, unread))


def _states(unanswered: bool, tentative: bool, answered: bool, closed: bool) -> "frozenset[State]":
    chosen = ((unanswered, OPEN), (tentative, TENTATIVE), (answered, ANSWERED), (closed, CLOSED))
    return frozenset().union(*(states for wish, states in chosen if wish)) or OPEN


def _put_letter(
    context: Context, questions: "list[Question]", settings: "Settings", form: Literal["md", "slack"]
) -> None:
    """Put the questions on stdout as a letter, in the language of the notebook."""
    from studylog.core.letters import letter
    from studylog.core.words import lecture_name

    language = settings.language

    def lecture(question: "Question") -> str:
        name = lecture_name(question.course, question.lecture)
        return translate(name if name is not None else say("no lecture"), language)

    if questions:
        day = context.today(settings).isoformat()
        title = translate(say("Questions ({day})", day=day), language)
        put_line(letter(questions, title, lecture, language, form).rstrip("\n"))
