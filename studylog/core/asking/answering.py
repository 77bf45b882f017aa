"""An answer written under its question: attributed, in the manner of its place, and read back as one."""

from collections.abc import Iterator, Sequence
from itertools import chain

from studylog.core.asking.drafts import Draft, draft_of, end_of_thread, end_of_words, the_question
from studylog.core.asking.edit import Edit
from studylog.core.asking.manner import Manner, manner_of, put
from studylog.core.asking.pins import pinned
from studylog.core.asking.proof import moved_back, says_the_same
from studylog.core.asking.refusing import plain_text
from studylog.core.asking.replying import Reply, replies
from studylog.core.asking.rows import InRow, below_row, in_row, without_new
from studylog.core.asking.sheet import NOWHERE, Region, Sheet
from studylog.core.asking.wording import spoken_name
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import leaves_open
from studylog.core.i18n import Language, say, translate
from studylog.core.model import Answer, Note, NoteQuestion
from studylog.core.people.names import is_mentor
from studylog.core.people.roster import Roster
from studylog.core.settings import Settings
from studylog.core.text import fold
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer to be written down: by whom, whether it is a guess, or who knows that it is right.

    A text of None confirms what was answered before.
    """

    text: str | None
    by: str | None = None
    tentative: bool = False
    confirmed_by: str | None = None


def add_answer(path: str, content: bytes, settings: Settings, id_: str, answer: NewAnswer) -> Edit:
    """The note with one more answer under a question, which gets its id if it has none yet."""
    before = draft_of(path, content, settings)
    index = the_question(before, id_)
    asked = before.read.note.questions[index]
    _refuse(asked, answer)
    told = _told(answer, settings.language)
    draft = pinned(before, index)
    for sheet, after, line in _ways(draft, index, answer, told) if draft is not None else ():
        return Edit(path, before.sheet.text, sheet.text, after, line)
    raise StudylogError(
        say("The answer cannot be put under {id} so that nothing else changes.", id=id_),
        hint=say("Write it down in your editor: {path}:{line}", path=path, line=asked.place.line),
    )


def _refuse(asked: NoteQuestion, answer: NewAnswer) -> None:
    """Closed questions take no answer, and what nobody answered cannot be confirmed."""
    if asked.duplicate_of:
        raise StudylogError(
            say("{id} asks the same as {other}.", id=asked.id, other=asked.duplicate_of),
            Exit.DECIDE,
            hint=say("Answer that one: `studylog answer {other}`", other=asked.duplicate_of),
        )
    if asked.closed is not None:
        raise StudylogError(
            say("{id} is closed: {reason}", id=asked.id, reason=asked.closed or "–"),
            Exit.DECIDE,
            hint=say("Open it first: `studylog reopen {id}`", id=asked.id),
        )
    if answer.text is None and not asked.answers:
        raise StudylogError(
            say("{id} has no answer that could be confirmed.", id=asked.id),
            Exit.DECIDE,
            hint=say('Give the answer as well: `studylog answer {id} "…"`', id=asked.id),
        )


def _told(answer: NewAnswer, language: Language) -> str:
    if answer.text is None:
        return translate(say("The answer above is right."), language)
    text = plain_text(answer.text, say("The answer is empty; nothing was written."))
    if leaves_open(text):
        raise StudylogError(
            say("“{text}” leaves the question open.", text=" ".join(text.split())),
            Exit.USAGE,
            hint=say("Nothing has to be written as long as nobody knows the answer."),
        )
    if words.THANKS.match(text):
        raise StudylogError(
            say("“{text}” thanks, and answers nothing.", text=" ".join(text.split())),
            Exit.USAGE,
            hint=say("Give an answer in a few words."),
        )
    return text


def _mark(answer: NewAnswer, roster: Roster, language: Language) -> tuple[str, str]:
    """The sign of an answer (`A.`, `추측)`, `확인:`, `멘토님:`), and what whoever gives it is called."""
    korean = language == "ko"
    who = answer.confirmed_by or answer.by
    if who and is_mentor(who) and not answer.tentative:
        return "멘토님:" if korean else "Mentor:", ""
    name = spoken_name(who, roster) if who else ""
    if answer.confirmed_by:
        return "확인:" if korean else "Confirmed:", name
    if answer.tentative:
        return "추측)" if korean else "Guess:", name
    return "A.", name


def _ways(
    draft: Draft, index: int, answer: NewAnswer, told: str
) -> Iterator[tuple[Sheet, NoteQuestion, int]]:
    """The notes in which an answer is read as meant, the best first, each with its question and a line."""
    sign, name = _mark(answer, draft.settings.roster, draft.settings.language)
    for cell in in_row(draft, index, told, sign, name):
        if (after := _read_in_row(draft, index, cell, answer)) is not None:
            yield cell.sheet, after, cell.line
    below = (
        (*written, reply)
        for reply in replies(told, f"{sign} ({name})" if name else sign)
        for written in _written(draft, index, reply)
    )
    for sheet, region, reply in chain(below_row(draft, index, told, sign, name), below):
        if (after := _read_back(draft, index, sheet, region, answer, reply)) is not None:
            lines = (one.place.line for one in after.answers if region.has(one.place.line))
            yield sheet, after, next(lines, region.first)


def _written(draft: Draft, index: int, reply: Reply) -> Iterator[tuple[Sheet, Region]]:
    """The places for an answer: behind all that was said, else right behind the question."""
    asked = draft.read.reading.asked[index]
    end, words_end = end_of_thread(draft, index), end_of_words(draft, index)
    own = manner_of(draft, asked.thread.question[0].block, nested=True)
    latest = [piece for told in asked.thread.replies if told.mark for piece in told.pieces[:1]]
    usual = manner_of(draft, latest[-1].block, nested=False) if latest else own
    tried = ((end, usual), (end, own), (end, Manner("", "")), (words_end, own), (words_end, Manner("", "")))
    for after, manner in dict.fromkeys(tried):
        yield put(draft.sheet, after, manner, reply.lines)


def _read_back(
    draft: Draft, index: int, sheet: Sheet, region: Region, answer: NewAnswer, reply: Reply
) -> NoteQuestion | None:
    """The question as it is read afterwards; None unless that answer is all that is new."""
    before, after = draft.read.note, draft.reread(sheet).note
    begun = [*(one.line for one in after.sections), *(one.line for one in after.lectures)]
    if any(map(region.has, begun)) or not _nothing_else(before, after, index, region):
        return None
    asked = after.questions[index]
    promised = [one.text for one in after.promises if region.has(one.place.line)]
    new = [one for one in asked.answers if region.has(one.place.line)]
    return asked if _as_meant(new, promised, answer, reply.says, draft) else None


def _read_in_row(draft: Draft, index: int, cell: InRow, answer: NewAnswer) -> NoteQuestion | None:
    """The same for an answer that was put into a row of a table."""
    before, after = draft.read.note, draft.reread(cell.sheet).note
    rest = without_new(before, after, index, cell.line)
    if not _nothing_else(before, rest, index, NOWHERE):
        return None
    asked, kept = after.questions[index], rest.questions[index].answers
    promised = [one.text for one in after.promises if one not in rest.promises]
    new = [one for one in asked.answers if one not in kept]
    return asked if _as_meant(new, promised, answer, cell.said.says, draft) else None


def _nothing_else(before: Note, after: Note, index: int, region: Region) -> bool:
    """Whether all else is as it was: what the note says, the other questions, and their earlier answers."""
    questions = moved_back(after.questions, region)
    as_many = len(before.questions) == len(after.questions) == len(questions)
    if not as_many or not says_the_same(before, after, region):
        return False
    pairs = enumerate(zip(before.questions, questions, strict=True))
    if not all(one == other for at, (one, other) in pairs if at != index):
        return False
    asked, was = questions[index], before.questions[index]
    if replace(asked, answers=(), promise=None) != replace(was, answers=(), promise=None):
        return False
    return _kept(was.answers, asked.answers) and len(asked.answers) <= len(was.answers)


def _kept(before: Sequence[Answer], after: Sequence[Answer]) -> bool:
    """Whether all earlier answers are there; bare pictures and code may stand beside the question now."""
    left = list(before)
    for one in after:
        while left and left[0] != one and left[0].marker is None:
            del left[0]
        if not left or left.pop(0) != one:
            return False
    return all(one.marker is None for one in left)


def _as_meant(
    new: Sequence[Answer], promised: Sequence[str], answer: NewAnswer, says: str, draft: Draft
) -> bool:
    """Whether one answer says what was said, by whom, and as surely; words of doubt in it make it a guess.

    A promise to find out is kept as one, and leaves the question without an answer.
    """
    if not new:
        return bool(promised) and fold("".join(promised)).endswith(says)
    told, who = new[0], answer.confirmed_by or answer.by
    named = who is None or is_mentor(who) or told.by == draft.settings.roster.canonical(who)
    sure = told.confirmed if answer.confirmed_by else told.tentative or not answer.tentative
    return len(new) == 1 and named and sure and fold(told.text) == says and told.marker is not None
