"""The calendar strip: one cell a day, a column a week, darker where more was asked."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from math import ceil

from studylog.core.dates.labels import weekday_name
from studylog.core.digest.site import Site
from studylog.core.digest.targets import Target, card_target
from studylog.core.library import Card
from studylog.core.values import dataclass

_WEEKS = 26
_WIDTH = 380.0
_LEFT = 26.0
_TOP = 20.0
_GAP = 3.0
_CELL_WIDTHS = (8.0, 84.0)
_CELL_HEIGHTS = (13.0, 24.0)
_NUMBERED_FROM = 16.0
# What the name of a month takes, with some space behind it.
_MONTH = 26.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the strip: `level` is 0 without a meeting, else 1 to 4 by its number of questions."""

    x: float
    y: float
    day: date
    level: int
    questions: int
    meeting: Target | None


@dataclass(frozen=True, slots=True)
class WeekdayLabel:
    """The name of a row."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class MonthLabel:
    """Where a month begins above the columns."""

    x: float
    first: date


@dataclass(frozen=True, slots=True)
class Heat:
    """The strip as drawn, and the figures that say the same in words."""

    width: float
    height: float
    cell_width: float
    cell_height: float
    numbered: bool
    cells: tuple[Cell, ...]
    weekdays: tuple[WeekdayLabel, ...]
    months: tuple[MonthLabel, ...]
    first: date
    last: date
    meetings: int
    questions: int
    busiest: Cell


@dataclass(frozen=True, slots=True)
class _Grid:
    monday: date
    weeks: int
    rows: int
    width: float
    height: float

    def x(self, week: int) -> float:
        return round(_LEFT + week * (self.width + _GAP), 2)

    def y(self, row: int) -> float:
        return round(_TOP + row * (self.height + _GAP), 2)

    def day(self, week: int, row: int) -> date:
        return self.monday + timedelta(days=7 * week + row)


def heat(site: Site) -> Heat | None:
    """The last half year up to the last meeting; None without a meeting that has a date."""
    span = site.library.meetings.span()
    if span is None:
        return None
    monday = _monday(*span)
    meetings = site.library.meetings.since(monday)
    grid = _grid(monday, span[1], [one.day for one in meetings if one.day])
    asked = _asked(site, grid)
    cells = _cells(grid, meetings, asked)
    met = [cell for cell in cells if cell.meeting]
    return Heat(
        width=grid.x(grid.weeks),
        height=grid.y(grid.rows),
        cell_width=grid.width,
        cell_height=grid.height,
        numbered=grid.width >= _NUMBERED_FROM,
        cells=cells,
        weekdays=_weekdays(site, grid),
        months=_months(grid),
        first=met[0].day,
        last=met[-1].day,
        meetings=len(meetings),
        questions=sum(asked.values()),
        busiest=max(met, key=lambda cell: cell.questions),
    )


def _monday(first: date, last: date) -> date:
    """The Monday with which the strip begins."""
    begin = max(first, last - timedelta(weeks=_WEEKS - 1))
    return begin - timedelta(days=begin.weekday())


def _grid(monday: date, last: date, days: Sequence[date]) -> _Grid:
    weeks = (last - monday).days // 7 + 1
    width = _between(_CELL_WIDTHS, (_WIDTH - _LEFT) / weeks - _GAP)
    rows = 7 if any(day.weekday() > 4 for day in days) else 5
    return _Grid(monday, weeks, rows, width, _between(_CELL_HEIGHTS, width))


def _between(limits: tuple[float, float], value: float) -> float:
    return round(min(max(value, limits[0]), limits[1]), 2)


def _asked(site: Site, grid: _Grid) -> dict[date, int]:
    """How many questions were first asked on each day: one that comes up again is counted once."""
    numbers: dict[date, int] = {}
    for day, _, count in site.library.questions.asked_by_day(grid.monday, grid.day(grid.weeks, -1)):
        numbers[day] = numbers.get(day, 0) + count
    return numbers


def _cells(grid: _Grid, cards: Sequence[Card], numbers: Mapping[date, int]) -> tuple[Cell, ...]:
    meetings: dict[date, Target] = {}
    for card in cards:
        if card.day:
            meetings.setdefault(card.day, card_target(card))
    most = max(numbers.values(), default=0)
    cells = []
    for week, row in product(range(grid.weeks), range(grid.rows)):
        day = grid.day(week, row)
        number, meeting = numbers.get(day, 0), meetings.get(day)
        level = _level(number, most) if meeting else 0
        cells.append(Cell(grid.x(week), grid.y(row), day, level, number, meeting))
    return tuple(cells)


def _level(number: int, most: int) -> int:
    """1 for a meeting without a question, then 2 to 4 by thirds of the most that were asked on a day."""
    return 1 + ceil(3 * number / most) if number else 1


def _weekdays(site: Site, grid: _Grid) -> tuple[WeekdayLabel, ...]:
    days = (grid.day(0, row) for row in range(grid.rows))
    middle = grid.height / 2
    return tuple(
        WeekdayLabel(round(grid.y(row) + middle, 2), weekday_name(day, site.language))
        for row, day in enumerate(days)
    )


def _months(grid: _Grid) -> tuple[MonthLabel, ...]:
    """The months over the columns in which they begin, each with room for its name."""
    labels: list[MonthLabel] = []
    for week in range(grid.weeks):
        end = grid.day(week, grid.rows - 1)
        if not labels or (labels[-1].first.year, labels[-1].first.month) != (end.year, end.month):
            labels.append(MonthLabel(grid.x(week), end.replace(day=1)))
    ends = [*(label.x for label in labels[1:]), grid.x(grid.weeks)]
    return tuple(label for label, end in zip(labels, ends, strict=True) if end - label.x >= _MONTH)
