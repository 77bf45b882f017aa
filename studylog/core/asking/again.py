"""A question behind the one that was asked before: what was read back of that one holds for its like.

To read a note takes longer than all else that asking does. Two questions of nothing but letters, digits and
blanks, alike in all that was said of them, differ in their words alone: they are put down in the same form,
stand in the same place, and neither can begin, end, link, promise or break anything. So where the text of a
note is the very one in which the first was read as meant, the second is too. Anything else is read.
"""

import hashlib
from dataclasses import replace

from studylog.core.asking.edit import Edit
from studylog.core.asking.sheet import Sheet, sheet_of
from studylog.core.asking.wording import Asked
from studylog.core.editing import editable
from studylog.core.findings import Place
from studylog.core.grammar.locators import locate
from studylog.core.identity import question_id
from studylog.core.late import late
from studylog.core.model import NoteQuestion
from studylog.core.people.speakers import is_speaker_name, speaker
from studylog.core.settings import Settings
from studylog.core.values import dataclass

_LETTERS = late(r"[A-Za-z가-힣0-9]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """The question that was asked last: of what, how it is read, and the fingerprint of its note since."""

    sha256: str
    asked: Asked
    question: NoteQuestion


def standing_of(edit: Edit, asked: Asked, settings: Settings) -> Standing | None:
    """What can be told of the next question by the one that an edit wrote; None where it is not plain."""
    question = edit.question
    # A course without a lecture gets a heading for every question.
    headed = asked.course is not None and asked.about is None
    if edit.after == edit.before or asked.same_as or headed or not _is_plain(asked.text, settings):
        return None
    line = sheet_of(edit.after).line(edit.line)
    if not line.endswith(_ending(question, asked)) or not question.text.endswith(asked.text):
        return None
    told = (question.id, question.answers, question.promise, question.parent, question.number)
    plain = (question_id(question.course, asked.about, question.text), (), None, None, None)
    return Standing(_fingerprint(edit.after.encode()), asked, question) if told == plain else None


def ask_behind(
    standing: Standing, path: str, content: bytes, settings: Settings, asked: Asked
) -> Edit | None:
    """The edit that `ask_in` makes, without reading the note; None where it has to be read."""
    first, was = standing.question, standing.asked
    if path != first.place.path or replace(asked, text="") != replace(was, text=""):
        return None
    if not _is_plain(asked.text, settings) or _fingerprint(content) != standing.sha256:
        return None
    text = first.text.removesuffix(was.text) + asked.text
    if locate(text) != first.locator:
        return None
    sheet = sheet_of(editable(content))
    line = sheet.line(first.place.line)
    if not line.endswith(_ending(first, was)):
        return None
    new = replace(first, id=question_id(first.course, asked.about, text), text=text)
    return _edit(path, sheet, line.removesuffix(_ending(first, was)), new, asked)


def _edit(path: str, sheet: Sheet, front: str, new: NoteQuestion, asked: Asked) -> Edit:
    after, region = sheet.with_paragraphs(new.place.line, [front + _ending(new, asked)])
    number = next(line for line in range(region.first, region.first + region.count) if after.line(line))
    return Edit(path, sheet.text, after.text, replace(new, place=Place(path, number)), number)


def _ending(question: NoteQuestion, asked: Asked) -> str:
    return f"{asked.text} ^{question.id}"


def _is_plain(text: str, settings: Settings) -> bool:
    """Whether nothing in the words of a question means anything to a reader, besides the words."""
    # The sign at its end keeps it from promising anything; blanks at its ends or in a row would not be kept.
    words = text.removesuffix("?").split(" ")
    if not text.endswith("?") or not all(words) or text[0].isdecimal():
        return False
    if settings.patterns or _LETTERS.fullmatch("".join(words)) is None or locate(text) is not None:
        return False
    return speaker(text, settings.roster) is None and not is_speaker_name(text[:-1], settings.roster)


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
