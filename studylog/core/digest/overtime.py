"""Questions over time: a column a week, what is settled below, what is still open on top."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from studylog.core.dates.weeks import Week
from studylog.core.digest.pagenames import week_name
from studylog.core.digest.questions.counts import unsettled
from studylog.core.digest.site import Site
from studylog.core.digest.weeks import all_weeks, asked_by_week
from studylog.core.i18n import Language, Message, translate
from studylog.core.library import States
from studylog.core.model import State
from studylog.core.values import dataclass

_WEEKS, _LEAST = 26, 2
_WIDTH, _HEIGHT, _TOP, _GAP = 380.0, 84.0, 18.0, 3.0
_WIDEST = 44.0
_NAMED, _COUNTED = 8, 14
# How wide a letter of a name is, at the size of the chart: Hangul is as wide as it is high.
_LETTER, _SYLLABLE = 5.8, 10.5
# From the ground up; what is a duplicate or was closed is settled, too.
_PILE: tuple[tuple[State, tuple[State, ...]], ...] = (
    ("answered", ("answered", "confirmed", "duplicate", "closed")),
    ("tentative", ("tentative",)),
    ("open", ("open", "deferred")),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a column: questions that are, or are like, in a state."""

    state: State
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """The questions first asked in a week; `named` and `counted` are whether there is room to say so.

    A name stands under its column, or, where only the first and the last have one, begins or ends with it.
    """

    name: Message
    page: str
    x: float
    middle: float
    label: float
    top: float
    total: int
    left: int
    named: bool
    counted: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """The chart as drawn, and what says the same in words: `left` are still to settle, most of `worst`.

    With `spread`, each column has its name under it; else the chart says where it begins and ends.
    """

    width: float
    height: float
    ground: float
    bar: float
    spread: bool
    columns: tuple[Column, ...]
    total: int
    left: int
    worst: Column | None


def over_time(site: Site) -> OverTime | None:
    """The last half year of weeks with meetings; None for less than two weeks, or without a question."""
    weeks = all_weeks(site)[:_WEEKS][::-1]
    if len(weeks) < _LEAST:
        return None
    asked = asked_by_week(site, weeks[0].first, weeks[-1].last)
    counted = [(week, asked.get(week, {})) for week in weeks]
    most = max(sum(_piled(states)) for _, states in counted)
    return _drawn(counted, most, site.language) if most else None


def _drawn(counted: Sequence[tuple[Week, States]], most: int, language: Language) -> OverTime:
    step = _WIDTH / len(counted)
    bar = min(step - _GAP, _WIDEST)
    widest = max(_width(translate(week.name, language)) for week, _ in counted)
    all_named = len(counted) <= _NAMED and widest + _GAP <= step
    columns = tuple(
        _column(week, states, _Place(place, step, bar, len(counted), all_named), most)
        for place, (week, states) in enumerate(counted)
    )
    worst = max(columns, key=lambda column: column.left)
    return OverTime(
        width=_WIDTH,
        height=_TOP + _HEIGHT + 18,
        ground=_TOP + _HEIGHT,
        bar=round(bar, 2),
        spread=all_named,
        columns=columns,
        total=sum(column.total for column in columns),
        left=sum(column.left for column in columns),
        worst=worst if worst.left else None,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands among `of` columns, each in the middle of its step."""

    number: int
    step: float
    bar: float
    of: int
    all_named: bool

    @property
    def x(self) -> float:
        return self.number * self.step + (self.step - self.bar) / 2

    @property
    def label(self) -> float:
        ends = {0: self.x, self.of - 1: self.x + self.bar}
        return self.x + self.bar / 2 if self.all_named else ends.get(self.number, self.x)


def _column(week: Week, states: States, place: _Place, most: int) -> Column:
    total, ground = sum(_piled(states)), _TOP + _HEIGHT
    stretches = []
    for (state, _), count in zip(_PILE, _piled(states), strict=True):
        height = round(_HEIGHT * count / most, 2)
        ground = round(ground - height, 2)
        if count:
            stretches.append(Stretch(state, ground, height))
    return Column(
        name=week.name,
        page=week_name(week.key),
        x=round(place.x, 2),
        middle=round(place.x + place.bar / 2, 2),
        label=round(place.label, 2),
        top=round(ground - 5, 2),
        total=total,
        left=unsettled(states),
        named=place.all_named or place.number in (0, place.of - 1),
        counted=place.of <= _COUNTED and total > 0,
        stretches=tuple(stretches),
    )


def _width(name: str) -> float:
    return sum(_SYLLABLE if east_asian_width(char) in "WF" else _LETTER for char in name)


def _piled(states: States) -> tuple[int, ...]:
    return tuple(sum(states.get(state, 0) for state in like) for _, like in _PILE)
