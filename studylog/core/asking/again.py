"""A question behind the one that was asked before: what was read back of that one holds for its like.

To read a note takes longer than all else that asking does. Two questions of nothing but words, of one kind by
all that was said of them, are put down in the same form and belong in the same place, and neither can begin,
end, link, promise or break anything. So where the text of a note is the very one in which the first was read
as meant, the second is too. Anything else is read.
"""

import hashlib
from collections.abc import Iterator

from studylog.core.asking.edit import Edit
from studylog.core.asking.sheet import sheet_of
from studylog.core.asking.wording import Asked, texts
from studylog.core.editing import editable
from studylog.core.findings import Place
from studylog.core.grammar.state.locators import locate
from studylog.core.identity import question_id
from studylog.core.late import late
from studylog.core.model import Locator, NoteQuestion
from studylog.core.people.speakers import is_speaker_name, speaker
from studylog.core.settings import Settings
from studylog.core.values import dataclass, replace

# `multi-head`, `isn't`, and a word before a comma.
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*,?")

# A note has few lectures, and each a few kinds of questions; what was asked long ago is read again.
_MOST = 16


@dataclass(frozen=True, slots=True)
class Like:
    """A plain question that was read back as it was meant: what was said of it, and how it is read.

    The next of its kind belongs behind the line `behind`: its own, or that of a plain one of another kind.
    """

    asked: Asked
    question: NoteQuestion
    behind: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The questions of a note behind which their like can be put, and its fingerprint since."""

    sha256: str
    likes: tuple[Like, ...]


def standing_of(
    edit: Edit, asked: Asked, settings: Settings, last: Standing | None = None
) -> Standing | None:
    """What can be told of the next question by what an edit wrote, and by what was told before it."""
    if edit.after == edit.before:
        return last
    if asked.course is not None and asked.about is None:
        # A course without a lecture gets a heading for every question, in the middle of others.
        return None
    new = _like(edit, asked, settings)
    staying = () if last is None else _staying(last, edit, plain=new is not None)
    likes = (*(like for like in staying if _said(like.asked) != _said(asked)), *((new,) if new else ()))
    return Standing(_fingerprint(edit.after.encode()), likes[-_MOST:]) if likes else None


def _like(edit: Edit, asked: Asked, settings: Settings) -> Like | None:
    """The question that an edit wrote, if another one may be put behind it; None where it is not plain."""
    question = edit.question
    if asked.same_as or not _is_plain(asked.text, settings):
        return None
    line = sheet_of(edit.after).line(edit.line)
    if not line.endswith(_ending(question)) or not question.text.endswith(asked.text):
        return None
    told = (question.id, question.answers, question.promise, question.parent, question.number)
    plain = (question_id(question.course, asked.about, question.text), (), None, None, None)
    return Like(asked, question, edit.line) if told == plain else None


def _staying(last: Standing, edit: Edit, *, plain: bool) -> Iterator[Like]:
    """The earlier questions of whose next ones is still told where they belong, and where that is now."""
    before, after = sheet_of(edit.before), sheet_of(edit.after)
    if last.sha256 != _fingerprint(edit.before.encode()):
        return
    put_in = len(after.lines) - len(before.lines)
    end = after.last_written(edit.line - 1)
    for like in last.likes:
        line = like.question.place.line
        moved = _at(like.question, line if line < edit.line else line + put_in)
        if like.behind != end:
            yield Like(like.asked, moved, like.behind if like.behind < edit.line else like.behind + put_in)
        elif plain:
            yield Like(like.asked, moved, edit.line)


def ask_behind(
    standing: Standing, path: str, content: bytes, settings: Settings, asked: Asked
) -> Edit | None:
    """The edit that `ask_in` makes, without reading the note; None where it has to be read."""
    like = next((one for one in standing.likes if _said(one.asked) == _said(asked)), None)
    if like is None or path != like.question.place.path or _fingerprint(content) != standing.sha256:
        return None
    sheet = sheet_of(editable(content, path))
    line, ending = sheet.line(like.question.place.line), _ending(like.question)
    new = _in_its_form(like, asked, settings) if _is_plain(asked.text, settings) else None
    if new is None or not line.endswith(ending):
        return None
    after, region = sheet.with_paragraphs(like.behind, [line.removesuffix(ending) + _ending(new)])
    number = next(line for line in range(region.first, region.first + region.count) if after.line(line))
    return Edit(path, sheet.text, after.text, _at(new, number), number)


def _in_its_form(like: Like, asked: Asked, settings: Settings) -> NoteQuestion | None:
    """The question as it is read where its place in the lecture is written as that of its like is."""
    first, found = like.question, locate(like.question.text)
    forms = zip(texts(like.asked, settings.language), texts(asked, settings.language), strict=True)
    text = next((its for was, its in forms if was == first.text), None)
    place = locate(text) if text else None
    if text is None or found != first.locator or _kind(place) != _kind(found):
        return None
    if place and (place.at, place.quiz) != (asked.at, asked.quiz):
        return None
    return replace(first, id=question_id(first.course, asked.about, text), text=text, locator=place)


def _kind(place: Locator | None) -> Locator | None:
    """What a place tells besides its moment and its quiz."""
    return place and replace(place, written="", at=None, quiz=None)


def _said(asked: Asked) -> Asked:
    """What was said of a question that decides about its form and its spot in the note."""
    return replace(asked, text="", at=asked.at and "", quiz=asked.quiz and str(asked.about))


def _ending(question: NoteQuestion) -> str:
    return f"{question.text} ^{question.id}"


def _at(question: NoteQuestion, line: int) -> NoteQuestion:
    return replace(question, place=Place(question.place.path, line))


def _is_plain(text: str, settings: Settings) -> bool:
    """Whether nothing in the words of a question means anything to a reader, besides the words."""
    # The sign at its end keeps it from promising anything; blanks at its ends or in a row would not be kept.
    words = text.removesuffix("?").split(" ")
    if not text.endswith("?") or not all(map(_WORD.fullmatch, words)) or text[0].isdecimal():
        return False
    if settings.patterns or locate(text) is not None:
        return False
    return speaker(text, settings.roster) is None and not is_speaker_name(text[:-1], settings.roster)


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
