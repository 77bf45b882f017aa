"""The questions about a lecture in the order of its video; a minute leads to that second."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from studylog.cli.shown.output import Item
from studylog.cli.shown.questiontable import STYLES
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.digest.lectures.video import video_at
from studylog.core.i18n import Language, say, translate
from studylog.core.model import Lecture, Question
from studylog.core.words import STATES, lecture_name, spot


def by_minute(
    asked: Iterable[tuple[Lecture, Sequence[Question]]], in_line: Mapping[str, str], language: Language
) -> Table:
    """The questions of lectures, a group for each lecture under its title, which `in_line` may have."""
    columns = (
        Column(say("Id"), pipe_only=True),
        Column(say("Minute"), style="dim", align="right"),
        Column(say("State")),
        Column(say("Course"), pipe_only=True),
        Column(say("Lecture"), pipe_only=True),
        Column(say("Question"), wide=True),
        Column(say("Place"), pipe_only=True),
        Column(say("Video"), pipe_only=True),
    )
    groups = [
        Rows(tuple(_rows(lecture, questions, language)), _title(lecture, in_line, language))
        for lecture, questions in asked
    ]
    return Table(columns, tuple(groups), header=False)


def asked_item(question: Question, video: str | None) -> Item:
    """A question of `lectures N --json`; `url` is the video at its second."""
    locator = question.locator
    return {
        "id": question.id,
        "text": question.text,
        "state": question.state,
        "at": locator.at if locator else None,
        "locator": locator.written if locator else None,
        "url": _url(question, video),
    }


def _title(lecture: Lecture, in_line: Mapping[str, str], language: Language) -> str:
    name = lecture_name(lecture.course, lecture.number)
    words = translate(name, language) if name is not None else ""
    return f"{words} · {in_line.get(lecture.title, lecture.title)}" if lecture.title else words


def _rows(lecture: Lecture, questions: Iterable[Question], language: Language) -> Iterator[tuple[Field, ...]]:
    for one in questions:
        where, url = spot(one.locator), _url(one, lecture.video) or ""
        at = one.locator.at if one.locator else None
        place = f"{one.places[0].path}:{one.places[0].line}"
        yield (
            one.id,
            Cell(translate(where, language) if where is not None else "", plain=at or "", link=url),
            Cell(translate(STATES[one.state], language), STYLES[one.state], one.state),
            lecture.course or "",
            str(lecture.number),
            Cell(one.text, below=f"{one.id}  {place}", plain=one.text),
            place,
            url,
        )


def _url(question: Question, video: str | None) -> str | None:
    """The video at the second of a question; None where either is not known."""
    at = question.locator.at if question.locator else None
    return video_at(video, at) if at else None
