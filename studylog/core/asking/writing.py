"""A question written into a note: where it belongs, as people write, pinned, and read back."""

from dataclasses import replace

from studylog.core.asking.edits import Draft, Edit, draft_of
from studylog.core.asking.placing import Spot, spots
from studylog.core.asking.proof import moved_back, says_the_same, without
from studylog.core.asking.refusing import plain_line
from studylog.core.asking.sheet import Region, Sheet
from studylog.core.asking.wording import Asked, phrases
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar import patterns as words
from studylog.core.grammar.locators import locate
from studylog.core.grammar.patterns import patterns_for
from studylog.core.grammar.scan import question_id
from studylog.core.i18n import say
from studylog.core.markdown import parse, plain
from studylog.core.model import NoteQuestion
from studylog.core.people import speaker
from studylog.core.settings import Settings


def as_said(asked: Asked, settings: Settings) -> Asked:
    """The question with what its own text says taken out of it: a mark, for whom it is, who asks, where."""
    text = plain_line(asked.text)
    if not text:
        raise StudylogError(
            say("The question is empty."),
            Exit.USAGE,
            hint=say("Write it like {example}.", example='studylog ask "…?"'),
        )
    mark = patterns_for(settings.patterns).question.match(text)
    text = text[mark.end() :] if mark else text
    to_mentor = words.TO_MENTOR_MARK.match(text)
    text = text[to_mentor.end() :] if to_mentor else text
    said = None if asked.by else speaker(text, settings.roster)
    text = said.rest if said else text
    if words.PIN.search(text) or not any(char.isalnum() for char in text):
        raise StudylogError(
            say("This cannot be written down as a question: {text}", text=asked.text),
            Exit.USAGE,
            hint=say("Say it in plain words, without an id of another question."),
        )
    place = locate(text)
    return replace(
        asked,
        text=text,
        to=asked.to or ("mentor" if to_mentor else None),
        by=asked.by or (said.name if said else None),
        lecture=asked.lecture if asked.about is not None or place is None else place.lecture,
    )


def ask_in(path: str, content: bytes, settings: Settings, asked: Asked) -> Edit:
    """The note with a question that `as_said` has looked at; only lines for it are put in."""
    draft = draft_of(path, content, settings)
    for known in draft.read.note.questions if asked.same_as else ():
        if known.id == asked.same_as:  # it stands here already
            return Edit(path, draft.sheet.text, draft.sheet.text, known, known.place.line)
    for spot in spots(draft, asked):
        told = replace(asked, to=None) if spot.mentoring else asked
        for phrase in phrases(told, settings.roster, settings.language):
            sheet, region = _written(draft.sheet, spot, f"{phrase.line} ^{_id(draft, asked, phrase.text)}")
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


def _written(sheet: Sheet, spot: Spot, line: str) -> tuple[Sheet, Region]:
    """The sheet with headings and the question, each apart from its neighbours by an empty line."""
    # The line of a heading is no place behind which something else may stand at once.
    after = sheet.last_written(min(spot.after, len(sheet.lines)))
    paragraphs = [*spot.headings, line]
    added = ["", *(text for paragraph in paragraphs for text in (paragraph, ""))]
    if after == 0:
        del added[0]
    follows = after + 1
    if follows > len(sheet.lines) or sheet.is_blank(follows):
        added.pop()
    return sheet.with_lines(after, added)


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
