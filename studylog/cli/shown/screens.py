"""Groups of rows for screens about a day: meetings, questions, promises, papers."""

from collections.abc import Iterable
from datetime import date

from studylog.cli.shown.questiontable import STYLES
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table
from studylog.core.carry.outlook import DuePromise, OpenQuestion, PaperOfDay
from studylog.core.dates.labels import day_label, distance
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.standing import MeetingOfDay
from studylog.core.words import STATES, lecture_name

_COLUMNS = (
    Column(say("Kind"), pipe_only=True),
    Column(say("Id"), style="dim", pipe_only=True),
    Column(say("Date"), style="dim"),
    Column(say("Name")),
    Column(say("Text"), wide=True),
    Column(say("Place"), pipe_only=True),
)
_FAR = 45


class Screen:
    """A screen while it is put together, in a language and seen from a day."""

    def __init__(self, today: date, language: Language) -> None:
        self._today, self._language = today, language
        self._groups: list[Rows] = []

    def table(self) -> Table:
        """The screen as a table."""
        return Table(_COLUMNS, tuple(self._groups), header=False)

    def add(self, title: Message, rows: Iterable[tuple[Field, ...]], more: str = "") -> None:
        """Adds a group under a title; one without rows is left out."""
        told = tuple(rows)
        if told:
            words = translate(title, self._language)
            self._groups.append(Rows(told, f"{words} · {more}" if more else words))

    def say(self, message: Message) -> str:
        """A message in the language of the screen."""
        return translate(message, self._language)

    def line(self, kind: str, text: str, name: str = "") -> tuple[Field, ...]:
        """A row of words, under a name where there is one."""
        return (kind, "", "", name, text, "")

    def meeting(self, one: MeetingOfDay, kind: str) -> tuple[Field, ...]:
        """A meeting with its day, and how much stands in it."""
        counts = [self.say(say("{n:question/questions}", n=one.questions))] if one.questions else []
        counts += [self.say(say("{n:paper/papers}", n=one.papers))] if one.papers else []
        more = "".join(f" · {count}" for count in counts)
        below = Cell(one.title, below=one.path, plain=one.title + more, more=more)
        return (kind, "", Cell(self.day(one.day), plain=_iso(one.day)), self.far(one.day), below, one.path)

    def question(self, one: OpenQuestion) -> tuple[Field, ...]:
        """An open question with its age and its lecture."""
        lecture = lecture_name(one.course, one.lecture)
        about = [self.say(lecture)] if lecture is not None else []
        about += [self.say(STATES[one.state])] if one.state != "open" else []
        age = self.say(say("{n}d", n=(self._today - one.asked_on).days)) if one.asked_on else ""
        text = Cell(one.text, below=" · ".join(about), plain=one.text)
        name = Cell(one.short, STYLES[one.state], plain=one.state)
        return ("question", one.id, Cell(age, plain=_iso(one.asked_on)), name, text, one.path)

    def promise(self, one: DuePromise) -> tuple[Field, ...]:
        """A promise with its day, and how far that is."""
        late = one.due is not None and one.due < self._today
        day = self.day(one.due) if one.due else self.say(say("some day"))
        when = Cell(day, "yellow" if late else "", plain=_iso(one.due))
        far = f" ({self.far(one.due)})" if one.due else ""
        text = Cell(one.text, plain=one.text, more=far)
        return ("promise", one.id, when, ", ".join(one.people), text, f"{one.path}:{one.line}")

    def paper(self, one: PaperOfDay, kind: str) -> tuple[Field, ...]:
        """A paper with who presents it."""
        day = Cell(self.day(one.day) if one.day else "", plain=_iso(one.day))
        return (kind, "", day, one.presenter or "", one.title, "")

    def day(self, day: date) -> str:
        """A day as people write it."""
        return day_label(day, self._language)

    def far(self, day: date) -> str:
        """How far a day is from the one that the screen is seen from."""
        days = (day - self._today).days
        return self.say(distance(days)) if abs(days) <= _FAR else day.isoformat()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
