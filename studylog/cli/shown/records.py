"""The items of `--json` that only commands have: what a day finds, slides, people."""

from typing import TYPE_CHECKING

from studylog.core.records import Item, iso_day, slides_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studylog.core.carry.outlook import DuePromise, OpenQuestion, PaperOfDay
    from studylog.core.people.attendance import Attendance
    from studylog.core.standing import MeetingOfDay
    from studylog.features.people import Member, Record
    from studylog.features.slides.adding import Added
    from studylog.features.slides.listing import PaperSlides
    from studylog.store.index.lists.people import Met


def slides_item(line: "PaperSlides") -> Item:
    """An item of `slides --json`."""
    slides = line.slides
    return {
        "paper_id": slides.paper_id,
        "paper": slides.paper,
        "presenter": slides.presenter,
        "presenter_evidence": slides.presenter_evidence,
        "date": line.day,
        **slides_fields(slides),
        "places": [{"path": place.path, "line": place.line} for place in line.places],
    }


def added_item(added: "Added") -> Item:
    """The item of `slides add --json`."""
    return {
        "path": added.path,
        "sha256": added.sha256,
        "paper": added.paper,
        "presenter": added.presenter,
        "note": added.note,
        "copied": added.copied,
    }


def member_item(member: "Member") -> Item:
    """An item of `people --json`; `seen` and `hinted` are what is only shown, and never counted as stated."""
    one, person = member.standing, member.person
    return {
        "name": one.name,
        "aliases": list(person.aliases) if person else [],
        "attended": one.attended,
        "absent": one.absent,
        "asked": one.asked,
        "answered": one.answered,
        "presented": one.presented,
        "seen": one.seen,
        "unknown": one.unknown,
        "hinted": one.hinted,
        "moderated": one.moderated,
        "on_roster": person is not None,
        "login": person.login if person else None,
        "since": iso_day(person.since) if person else None,
        "until": iso_day(person.until) if person else None,
        "may_be": [candidate.name for candidate in member.candidates],
    }


def whole_member_item(record: "Record") -> Item:
    """An item of `people NAME --json`: the above, with all that it counts."""
    return {
        **member_item(record.member),
        "meetings": [
            {"path": met.path, "date": iso_day(met.day), **_presence(met.people[0])}
            for met in record.meetings
        ],
        "questions_asked": [line.id for line in record.asked],
        "questions_answered": [line.id for line in record.answered],
        "papers": [paper.id for paper in record.papers],
        "promises": [
            {
                "text": promise.text,
                "due": iso_day(promise.due),
                "done": promise.done,
                "path": promise.place.path,
                "line": promise.place.line,
            }
            for promise, _ in record.promises
        ],
    }


def met_item(met: "Met") -> Item:
    """An item of `people --attendance --json`: a meeting, and everybody of whom it tells."""
    return {
        "path": met.path,
        "date": iso_day(met.day),
        "type": met.type,
        "title": met.title,
        "people": [{"name": one.name, **_presence(one)} for one in met.people],
    }


def _presence(one: "Attendance") -> Item:
    return {"presence": one.presence, "evidence": list(one.evidence)}


def question_items(questions: "Sequence[OpenQuestion]") -> list[Item]:
    """Open questions as JSON has them."""
    return [
        {
            "id": one.id,
            "text": one.text,
            "state": one.state,
            "course": one.course,
            "lecture": one.lecture,
            "asked_on": iso_day(one.asked_on),
            "path": one.path,
        }
        for one in questions
    ]


def promise_items(promises: "Sequence[DuePromise]") -> list[Item]:
    """Promises as JSON has them."""
    return [
        {
            "id": one.id,
            "text": one.text,
            "who": one.people[0] if one.people else None,
            "people": list(one.people),
            "due": iso_day(one.due),
            "path": one.path,
            "line": one.line,
        }
        for one in promises
    ]


def paper_items(papers: "Sequence[PaperOfDay]") -> list[Item]:
    """Papers as JSON has them."""
    return [{"title": one.title, "presenter": one.presenter, "date": iso_day(one.day)} for one in papers]


def meeting_item(one: "MeetingOfDay | None") -> Item | None:
    """A meeting as JSON has it."""
    if one is None:
        return None
    day = one.day.isoformat()
    return {"path": one.path, "title": one.title, "type": one.type, "date": day, "questions": one.questions}
