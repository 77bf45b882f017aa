"""A question written into a note: where it belongs, as people write, pinned, and read back."""

from studylog.core.asking.drafts import Draft, draft_of
from studylog.core.asking.edit import Edit
from studylog.core.asking.placing import spots
from studylog.core.asking.proof import moved_back, says_the_same, without
from studylog.core.asking.sheet import Region, Sheet
from studylog.core.asking.wording import Asked, phrases
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.state.locators import locate
from studylog.core.i18n import say
from studylog.core.identity import question_id
from studylog.core.markdown import parse, plain
from studylog.core.model import NoteQuestion
from studylog.core.settings import Settings
from studylog.core.values import replace


def ask_in(path: str, content: bytes, settings: Settings, asked: Asked) -> Edit:
    """The note with a question that `as_said` has looked at; only lines for it are put in."""
    draft = draft_of(path, content, settings)
    for known in draft.read.note.questions if asked.same_as else ():
        if known.id == asked.same_as:  # it stands here already
            return Edit(path, draft.sheet.text, draft.sheet.text, known, known.place.line)
    for spot in spots(draft, asked):
        told = replace(asked, to=None) if spot.mentoring else asked
        for phrase in phrases(told, settings.roster, settings.language):
            paragraphs = (*spot.headings, f"{phrase.line} ^{_id(draft, asked, phrase.text)}")
            sheet, region = draft.sheet.with_paragraphs(spot.after, paragraphs)
            question = _read_back(draft, sheet, region, asked, mentoring=spot.mentoring)
            if question is not None:
                return Edit(path, draft.sheet.text, sheet.text, question, question.place.line)
    _refuse_unknown_course(asked, settings)
    raise StudylogError(
        say("The question cannot be put into {path} so that it is read as it was meant.", path=path),
        hint=say("Write it down in your editor; nothing was changed."),
    )


def _refuse_unknown_course(asked: Asked, settings: Settings) -> None:
    """A heading names a course only where the settings have it, or with the number of a lecture."""
    names = [course.name for course in settings.courses]
    if asked.course is None or asked.course in names or asked.about is not None:
        return
    message = say("The course “{name}” is not in studylog.yaml.", name=asked.course)
    hint = say("Add it to `courses` there, or name its lecture as well: --lecture N.")
    raise StudylogError(message, Exit.NOT_FOUND, hint=hint)


def _id(draft: Draft, asked: Asked, text: str) -> str:
    """The id that a question with these words has without a pin, so that asking twice is asking once."""
    return asked.same_as or question_id(asked.course or draft.read.note.course, asked.about, _words(text))


def _read_back(
    draft: Draft, sheet: Sheet, region: Region, asked: Asked, *, mentoring: bool
) -> NoteQuestion | None:
    """The question as it is read then; None unless it is as it was said, and all else is as before."""
    before, after = draft.read.note, draft.reread(sheet).note
    new = [at for at, question in enumerate(after.questions) if region.has(question.place.line)]
    if len(new) != 1:
        return None
    question = after.questions[new[0]]
    if not _as_meant(draft, question, asked, mentoring=mentoring):
        return None
    others = moved_back(tuple(without(after.questions, new[0])), region)
    return question if others == before.questions and says_the_same(before, after, region) else None


def _as_meant(draft: Draft, question: NoteQuestion, asked: Asked, *, mentoring: bool) -> bool:
    place, own = question.locator, locate(asked.text)
    at = asked.at or (own.at if own else None)
    quiz = asked.quiz or (own.quiz if own else None)
    return (
        question.pinned
        and (asked.same_as is None or question.id == asked.same_as)
        and not question.answers
        and question.parent is None
        and question.closed is None
        and question.duplicate_of is None
        and question.text.endswith(_words(asked.text))
        and question.course == (asked.course or draft.read.note.course)
        and question.lecture in _lectures(draft, asked)
        and (place.at if place else None) == at
        and (place.quiz if place else None) == quiz
        and question.to == ("mentor" if mentoring else asked.to)
        and question.asked_by == (asked.by and draft.settings.roster.canonical(asked.by))
    )


def _lectures(draft: Draft, asked: Asked) -> tuple[int | None, ...]:
    """The lecture that was said; where none was, that of the meeting if it is about one."""
    if asked.about is not None:
        return (asked.about,)
    return (None, *(one.number for one in draft.read.note.lectures if one.line < draft.read.note.body_line))


def _words(text: str) -> str:
    """The plain text of a question; a word in front keeps its first sign from making a heading or a list."""
    children = [child for token in parse(f"x {text}") for child in token.children or ()]
    return plain(children)[2:].strip()
