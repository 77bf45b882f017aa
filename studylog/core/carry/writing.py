"""What is carried over as lines of Markdown: a heading, and groups of references under their titles."""

from collections.abc import Iterator
from datetime import date

from studylog.core.carry.outlook import DuePromise, OpenQuestion, Outlook, PaperOfDay
from studylog.core.carry.quoting import address, quoted
from studylog.core.dates.labels import day_label
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.values import dataclass
from studylog.core.words import STATES, lecture_name

HEADING = say("Carried over")
OPEN, PROMISED = say("Still open"), say("Promised")
PAPERS, MISSING = say("Papers of the day"), say("Without slides")
NOTHING = say("Nothing is left open")
TITLES = (OPEN, PROMISED, PAPERS, MISSING, NOTHING)
"""The titles of the groups, in their order."""

_BEGIN = say("Write an answer under its question. `studylog carry` refreshes these lines and keeps yours.")


@dataclass(frozen=True, slots=True)
class Group:
    """A title with its line, and the references under it by their ids."""

    title: Message
    line: str
    references: tuple[tuple[str, str], ...] = ()


def begin_line(language: Language) -> str:
    """The comment before the block; it tells people what the block is for."""
    return f"<!-- studylog:carry {translate(_BEGIN, language)} -->"


END_LINE = "<!-- /studylog:carry -->"
"""The comment behind it."""


def heading_line(language: Language) -> str:
    """The heading of the block."""
    return f"## {translate(HEADING, language)}"


def groups(outlook: Outlook, path: str, language: Language) -> tuple[Group, ...]:
    """What the note of a path is told, group by group; groups without anything are left out."""
    return tuple(_groups(outlook, path, language)) or (Group(NOTHING, title_line(NOTHING, language)),)


def title_line(title: Message, language: Language, more: str = "") -> str:
    """The line of a title, with what it says besides."""
    return f"**{translate(title, language)}**" + (f" · {more}" if more else "")


def _groups(outlook: Outlook, path: str, language: Language) -> Iterator[Group]:
    if outlook.questions:
        shown, total = len(outlook.questions), outlook.questions_total
        more = translate(say("the latest {shown} of {total}", shown=shown, total=total), language)
        title = title_line(OPEN, language, more if total > shown else "")
        lines = ((one.id, _question(one, outlook.day, path, language)) for one in outlook.questions)
        yield Group(OPEN, title, tuple(lines))
    if outlook.promises:
        promised = ((one.id, _promise(one, path, language)) for one in outlook.promises)
        yield Group(PROMISED, title_line(PROMISED, language), tuple(promised))
    for title_of, papers in ((PAPERS, outlook.papers), (MISSING, outlook.missing)):
        if papers:
            yield Group(title_of, title_line(title_of, language, "; ".join(map(_paper, papers))))


def _question(one: OpenQuestion, day: date, path: str, language: Language) -> str:
    lecture = lecture_name(one.course, one.lecture)
    about = [
        translate(lecture, language) if lecture is not None else "",
        translate(STATES[one.state], language) if one.state != "open" else "",
        translate(say("{n:day/days} old", n=(day - one.asked_on).days), language) if one.asked_on else "",
        _link(one.path, one.asked_on, path, language),
    ]
    return f"- {_line(one, about)}"


def _promise(one: DuePromise, path: str, language: Language) -> str:
    due = translate(say("due {day}", day=day_label(one.due, language)), language) if one.due else ""
    about = [
        quoted(", ".join(one.people)) if one.people else "",
        due,
        _link(one.path, one.made_on, path, language),
    ]
    return f"- [ ] {_line(one, about)}"


def _line(one: OpenQuestion | DuePromise, about: list[str]) -> str:
    return f"{quoted(one.text, formulas=one.formulas)} — {' · '.join(filter(None, about))} · `{one.id}`"


def _link(target: str, day: date | None, path: str, language: Language) -> str:
    label = day_label(day, language) if day else quoted(target.rpartition("/")[2].removesuffix(".md"))
    return f"[{label}]({address(target, path)})"


def _paper(paper: PaperOfDay) -> str:
    return quoted(paper.title) + (f" ({quoted(paper.presenter)})" if paper.presenter else "")
