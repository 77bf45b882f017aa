"""Write an answer under its question, in the note that first asked it; and replies, each under its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from studylog.core.asking import Edit, NewAnswer, add_answer
from studylog.core.errors import StudylogError
from studylog.core.i18n import Language, Message, say
from studylog.core.text import fold
from studylog.core.values import dataclass
from studylog.store.edits import Place, edited_at, first_place
from studylog.store.notebook import Notebook

if TYPE_CHECKING:
    from studylog.core.letters import Replied, Replies
    from studylog.core.listed import ListedQuestion
    from studylog.store.index.lists.questions import QuestionList


@dataclass(frozen=True, slots=True)
class Meant:
    """A reply with the question that it answers, the notes in which that stands, and its answers, folded."""

    reply: "Replied"
    id: str
    standing: tuple[Place, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A reply that could not be put anywhere, where it begins in its file, and why."""

    line: int
    id: str | None
    text: str
    why: Message


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of replies: edits of notes, those left over by line, how many stood there already, and the
    questions of which only their own words came back."""

    edits: tuple[Edit, ...]
    left: tuple[Left, ...]
    known: int
    unanswered: tuple[str, ...] = ()


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


def meant_by(
    found: "Replies",
    questions: "QuestionList",
    which: "Callable[[str], ListedQuestion]",
    language: Language,
) -> tuple[Meant | Left, ...]:
    """Which question each reply answers; `which` finds it by an id, or raises StudylogError."""
    stray = (Left(line, None, text, say("no id stands above it")) for line, text in found.stray)
    return (*(_meant(reply, questions, which, language) for reply in found.replies), *stray)


def _meant(
    reply: "Replied",
    questions: "QuestionList",
    which: "Callable[[str], ListedQuestion]",
    language: Language,
) -> Meant | Left:
    from studylog.core.letters import without_question

    try:
        id_ = which(reply.id).id
    except StudylogError as error:
        return Left(reply.line, reply.id, reply.text, error.message)
    question = questions.one(id_)
    own = reply._replace(text=without_question(reply.text, question, language))
    return Meant(own, id_, questions.standing(id_), tuple(fold(one.text) for one in question.answers))


def answer_all(
    notebook: Notebook, replies: Iterable[Meant | Left], new: Callable[[str], NewAnswer], *, dry_run: bool
) -> Filed:
    """Put every reply under its question, as the answer that `new` makes of it; each by itself."""
    edits, left, empty, known = list[Edit](), list[Left](), list[str](), 0
    for one in replies:
        if isinstance(one, Left):
            left.append(one)
        elif not one.reply.text:
            empty.append(one.id)
        elif _stands(one):
            # The same file may come again.
            known += 1
        else:
            try:
                edits.append(answer(notebook, one.standing, one.id, new(one.reply.text), dry_run=dry_run))
            except StudylogError as error:
                left.append(Left(one.reply.line, one.id, one.reply.text, error.message))
    return Filed(tuple(edits), tuple(sorted(left, key=lambda one: one.line)), known, tuple(empty))


def _stands(one: Meant) -> bool:
    """Whether a reply is one of the answers, in any of the ways in which it may have been written down."""
    from studylog.core.asking.replying import replies

    return any(form.says in one.said for form in replies(one.reply.text, ""))
