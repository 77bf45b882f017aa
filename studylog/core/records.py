"""The items of `--json`: fields are promises, missing values are null, lists are whole."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from studylog.core.findings import Finding
from studylog.core.i18n import Language, translate
from studylog.core.listed import ListedNote, ListedSlides, Summary, listed, summary_of
from studylog.core.people.roster import Roster

if TYPE_CHECKING:
    from studylog.core.model import (
        Answer,
        Lecture,
        Mention,
        Note,
        Paper,
        Plan,
        Presentation,
        Question,
        QuestionPlace,
        Section,
        Slides,
    )
    from studylog.core.papers.states import PaperState
    from studylog.core.search.documents.document import Document
    from studylog.core.search.results import Result

Item = Mapping[str, object]
"""What JSON has of one thing."""

# A half of a surrogate pair: a byte of a file name that is not UTF-8.
_HALF = re.compile("[\ud800-\udfff]")
_WITH_ID = ("question", "paper")


def as_json(whole: Mapping[str, object], *, indent: int | None = None) -> bytes:
    """An object as JSON in UTF-8; what UTF-8 cannot hold is written as JSON can."""
    text = json.dumps(whole, ensure_ascii=False, indent=indent)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def enveloped(schema: str, notebook: str | None, items: Sequence[Item]) -> dict[str, object]:
    """Items as `--json` gives them: in an object that says what they are, and of which notebook."""
    return {"schema": f"studylog/{schema}@1", "notebook": notebook, "items": items}


def note_item(line: ListedNote, summary: Summary, canonical: Callable[[str], str]) -> Item:
    """An item of `list --json`; `canonical` calls people as on the roster."""
    return {
        "path": line.path,
        "date": line.day,
        "title": line.title,
        "type": line.type,
        "course": line.course,
        "author": canonical(summary.author) if summary.author else None,
        "attendees": [canonical(name) for name in summary.attendees],
        "absent": [canonical(name) for name in summary.absent],
        "created": _moment(summary.created),
        "updated": _moment(summary.updated),
        "questions": line.questions,
        "papers": line.papers,
    }


def whole_note_item(note: "Note", sections: "Iterable[Section]", roster: Roster) -> Item:
    """An item of `show --json`, with the sections that were asked for."""
    return {
        **note_item(listed(note), summary_of(note), roster.canonical),
        "sections": [
            {"level": section.level, "title": section.title, "line": section.line} for section in sections
        ],
        "links": [{"text": link.text, "url": link.url, "line": link.line} for link in note.links],
        "images": len(note.images),
    }


def question_item(question: "Question", age_days: int | None) -> Item:
    """An item of `questions --json`."""
    locator = question.locator
    return {
        "id": question.id,
        "text": question.text,
        "marked": question.marked,
        "kind": question.kind,
        "state": question.state,
        "confidence": question.confidence,
        "course": question.course,
        "lecture": question.lecture,
        "at": locator.at if locator else None,
        "locator": locator.written if locator else None,
        "asked_by": question.asked_by,
        "to": question.to,
        "answers": [_answer(answer) for answer in question.answers],
        "places": [_question_place(place) for place in question.places],
        "age_days": age_days,
    }


def _answer(answer: "Answer") -> Item:
    return {
        "text": answer.text,
        "marker": answer.marker,
        "by": answer.by,
        "tentative": answer.tentative,
        "line": answer.place.line,
        "path": answer.place.path,
    }


def _question_place(place: "QuestionPlace") -> Item:
    return {**_place(place), "section": place.section, "carried": place.carried}


def paper_item(paper: "Paper", state: "PaperState | None" = None, days_late: int | None = None) -> Item:
    """An item of `papers --json`; how a paper stands depends on the day, and is null where none is told."""
    return {
        "id": paper.id,
        "title": paper.title,
        "aliases": list(paper.aliases),
        "year": paper.year,
        "url": paper.url,
        "presenter": paper.presenter,
        "presenter_evidence": paper.presenter_evidence,
        "planned": _plan(paper.planned) if paper.planned else None,
        "presented": [_place(shown) for shown in paper.presented],
        "slides": [slides_fields(slides) for slides in paper.slides],
        "state": state,
        "days_late": days_late,
        "match": "guess" if paper.guesses else "sure",
        "guessed": [guess.name for guess in paper.guesses],
        "authors": list(paper.authors),
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "code": list(paper.code),
        "questions": list(paper.questions),
        "mentions": [_place(mention) for mention in paper.mentions],
    }


def _plan(plan: "Plan") -> Item:
    return {
        "presenters": list(plan.presenters),
        "date": iso_day(plan.date),
        "path": plan.place.path,
        "line": plan.place.line,
    }


def _place(place: "QuestionPlace | Presentation | Mention") -> Item:
    return {"path": place.path, "date": iso_day(place.date), "line": place.line}


def slides_fields(slides: "Slides | ListedSlides") -> Item:
    """What every item says of slides: where they are, and whether they are there."""
    return {
        "url": slides.url,
        "path": slides.path,
        "sha256": slides.sha256,
        "status": slides.status,
        "found_at": slides.found_at,
    }


def lecture_item(lecture: "Lecture", days: Mapping[str, str | None]) -> Item:
    """An item of `lectures --json`; `days` are those of notes by path."""
    return {
        "course": lecture.course,
        "number": lecture.number,
        "title": lecture.title,
        "questions": len(lecture.questions),
        "open": lecture.open,
        "video": lecture.video,
        "places": [
            {"path": place.path, "date": days.get(place.path), "line": place.line} for place in lecture.places
        ],
    }


def hit_item(result: "Result") -> Item:
    """An item of `search --json`."""
    # Late, because only a search has to pay for it.
    from studylog.core.search.results import words_of

    document = result.document
    return {
        "kind": hit_kind(document),
        "id": hit_id(document),
        "path": document.path or None,
        "line": None if document.kind == "slides" else document.line or None,
        "page": document.line if document.kind == "slides" else None,
        "title": document.title or document.heading,
        "snippet": words_of(result.passage),
        "score": round(result.score, 4),
    }


def hit_kind(document: "Document") -> str:
    """`note`, `question`, `paper` or `slides`: a meeting is a note."""
    return "note" if document.kind == "meeting" else document.kind


def hit_id(document: "Document") -> str:
    """The id of a question or a paper; of a note its path, of a page of slides its place."""
    if document.kind in _WITH_ID:
        return document.id.removeprefix(f"{document.kind}:")
    return hit_place(document) if document.kind == "slides" else document.path


def hit_place(document: "Document") -> str:
    """Where something stands: the file with the line, or with the page of slides; empty for nowhere."""
    sign = "#page=" if document.kind == "slides" else ":"
    return f"{document.path}{sign}{document.line}" if document.path else ""


def finding_item(finding: Finding, language: Language) -> Item:
    """An item of `check --json`; the sentences are in the user's language."""
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": translate(finding.message, language),
        "hint": translate(finding.hint, language) if finding.hint else None,
    }


def iso_day(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.replace(tzinfo=None).isoformat(timespec="minutes") if moment else None
