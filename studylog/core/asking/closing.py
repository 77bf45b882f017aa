"""A question closed without an answer, named a duplicate, or opened again: words behind its id."""

from studylog.core.asking.drafts import Draft, draft_of, the_question
from studylog.core.asking.edit import Edit
from studylog.core.asking.pins import pinned
from studylog.core.asking.refusing import plain_line
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say
from studylog.core.model import NoteQuestion
from studylog.core.settings import Settings
from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a question is closed: for a reason, or because another one asks the same."""

    reason: str | None = None
    duplicate_of: str | None = None


def close_question(path: str, content: bytes, settings: Settings, id_: str, why: Closing) -> Edit:
    """The note with a question closed: only the line with its id changes."""
    reason = plain_line(why.reason or "")
    said = _said(Closing(reason, why.duplicate_of), settings.language)
    draft = draft_of(path, content, settings)
    index = the_question(draft, id_)
    after = pinned(draft, index, said)
    if after is None or not _is_closed(after.read.note.questions[index], why.duplicate_of):
        raise StudylogError(
            say("This cannot be written behind the question so that it is read as meant: {text}", text=said),
            Exit.USAGE,
            hint=say("Say it in plain words, without an id of another question."),
        )
    return _edit(draft, after, index)


def reopen_question(path: str, content: bytes, settings: Settings, id_: str) -> Edit:
    """The note with nothing behind the id of a question, so that its answers alone tell its state."""
    draft = draft_of(path, content, settings)
    index = the_question(draft, id_)
    after = pinned(draft, index, "")
    if after is None:
        raise StudylogError(
            say("What closes {id} cannot be told from its words.", id=id_),
            hint=say("Take it out in your editor: {path}:{line}", path=path, line=_line(draft, index)),
        )
    return _edit(draft, after, index)


def _said(why: Closing, language: Language) -> str:
    korean = language == "ko"
    if why.duplicate_of:
        return f"{'중복:' if korean else 'duplicate of'} {why.duplicate_of}"
    return f"{'닫음:' if korean else 'closed:'} {why.reason}"


def _is_closed(question: NoteQuestion, duplicate_of: str | None) -> bool:
    if duplicate_of:
        return question.duplicate_of == duplicate_of
    return bool(question.closed)


def _edit(draft: Draft, after: Draft, index: int) -> Edit:
    question = after.read.note.questions[index]
    return Edit(draft.path, draft.sheet.text, after.sheet.text, question, question.place.line)


def _line(draft: Draft, index: int) -> int:
    return draft.read.note.questions[index].place.line
