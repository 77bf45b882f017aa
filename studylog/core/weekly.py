"""A week as Markdown: its meetings, what was asked and answered by lecture, papers, promises."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from studylog.core.carry.outlook import PaperOfDay
from studylog.core.carry.quoting import quoted
from studylog.core.dates.labels import day_label
from studylog.core.dates.titled import subject
from studylog.core.dates.weeks import Week
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.model import Question
from studylog.core.standing import MeetingOfDay
from studylog.core.values import dataclass
from studylog.core.words import STATES, lecture_name

_Formulas = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MadePromise:
    """A promise that was made in the week, and whether it has been kept, with the formulas of its note."""

    id: str
    text: str
    people: tuple[str, ...]
    due: date | None
    kept: bool
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weekly:
    """What a week brought; `answered` are older questions that got an answer in it.

    `originals` are the words of questions by id, of which those above are duplicates, each with the path of
    its note. `formulas` are those of the notes that all these stand in, by their paths.
    """

    week: Week
    meetings: tuple[MeetingOfDay, ...]
    asked: tuple[Question, ...]
    answered: tuple[Question, ...]
    papers: tuple[PaperOfDay, ...]
    promises: tuple[MadePromise, ...]
    originals: tuple[tuple[str, str, str], ...] = ()
    formulas: tuple[tuple[str, tuple[str, ...]], ...] = ()


def markdown(found: Weekly, name: str, language: Language) -> str:
    """The week as a Markdown document."""
    lines = [f"# {quoted(name)} · {_title(found.week, language)}"]
    formulas = dict(found.formulas)
    originals = {
        id_: quoted(text, linked=True, formulas=formulas.get(path, ())) for id_, text, path in found.originals
    }
    sections = (
        (say("Meetings"), _meetings(found.meetings, language)),
        (say("Questions"), _questions(found.asked, originals, formulas, language)),
        (say("Older questions with new answers"), _questions(found.answered, originals, formulas, language)),
        (say("Papers"), (f"- {_paper(paper)}" for paper in found.papers)),
        (say("Promised"), (_promise(one, language) for one in found.promises)),
    )
    for title, body in sections:
        told = list(body)
        if told:
            lines += ["", f"## {translate(title, language)}", *([""] if told[0] else []), *told]
    if len(lines) == 1:
        lines += ["", translate(say("Nothing was written down in this week."), language)]
    return "\n".join(lines) + "\n"


def _title(week: Week, language: Language) -> str:
    days = f"{day_label(week.first, language)} – {day_label(week.last, language)}"
    return f"{translate(week.name, language)} ({days})"


def _meetings(meetings: Sequence[MeetingOfDay], language: Language) -> Iterator[str]:
    for one in meetings:
        about: list[Message] = []
        about += [say("{n:question/questions}", n=one.questions)] if one.questions else []
        about += [say("there: {names}", names=", ".join(one.attendees))] if one.attendees else []
        about += [say("absent: {names}", names=", ".join(one.absent))] if one.absent else []
        words = " · ".join(quoted(translate(part, language)) for part in about)
        title = quoted(subject(one.title))
        told = f"- **{day_label(one.day, language)}**" + (f" {title}" if title else "")
        yield told + (f" — {words}" if words else "")


def _questions(
    questions: Iterable[Question], originals: Mapping[str, str], formulas: _Formulas, language: Language
) -> Iterator[str]:
    """The questions by lecture, each with its state and its first answer, or why it needs none."""
    for (course, lecture), asked in groupby(questions, key=lambda one: (one.course, one.lecture)):
        name = lecture_name(course, lecture)
        yield ""
        yield f"### {quoted(translate(name if name is not None else say('no lecture'), language))}"
        yield ""
        for one in asked:
            by = f" ({quoted(one.asked_by)})" if one.asked_by else ""
            state = translate(STATES[one.state], language)
            text = quoted(one.text, linked=True, formulas=formulas.get(one.places[0].path, ()))
            yield f"- **{state}** {text}{by} `{one.id}`"
            told = (*_closed(one, originals, language), *_answer(one, formulas))
            yield from (f"  - {line}" for line in told)


def _closed(question: Question, originals: Mapping[str, str], language: Language) -> Iterator[str]:
    """Of what it is a duplicate, or the reason for which it was closed."""
    if question.duplicate_of:
        text = originals.get(question.duplicate_of)
        same = say("the same as “{text}”", text=text) if text else say("the same as")
        yield f"{translate(same, language)} `{question.duplicate_of}`"
    elif question.reason:
        yield quoted(question.reason, linked=True)


def _answer(question: Question, formulas: _Formulas) -> Iterator[str]:
    """The surest of its answers, of several the first; a confirmation behind the answer that it confirms."""
    told = [answer for answer in question.answers if answer.text.strip()]
    ranks = [(not answer.confirmed, answer.tentative) for answer in told]
    at = ranks.index(min(ranks)) if told else 0
    for one in told[max(0, at - 1) : at + 1] if told and told[at].confirmed else told[at : at + 1]:
        text = quoted(one.text, linked=True, formulas=formulas.get(one.place.path, ()))
        yield text + (f" — {quoted(one.by)}" if one.by else "")


def _paper(paper: PaperOfDay) -> str:
    return quoted(paper.title) + (f" — {quoted(paper.presenter)}" if paper.presenter else "")


def _promise(one: MadePromise, language: Language) -> str:
    about = [quoted(", ".join(one.people))] if one.people else []
    about += [translate(say("due {day}", day=day_label(one.due, language)), language)] if one.due else []
    words = f" — {' · '.join(about)}" if about else ""
    return f"- [{'x' if one.kept else ' '}] {quoted(one.text, linked=True, formulas=one.formulas)}{words}"
