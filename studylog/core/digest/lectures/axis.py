"""The time of a lecture's video as a line, with a mark for each question that names its minute."""

from collections.abc import Sequence

from studylog.core.digest.questions.lines import QuestionLine
from studylog.core.values import dataclass
from studylog.core.words import clock, moment

_STEPS = (60, 120, 300, 600, 900, 1800, 3600)
_MOST_TICKS = 8
_NEAR = 5.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A minute written under the line; `x` is in percent of its length."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A question on the line: its number in the list below, `level` where several stand close together."""

    x: float
    level: int
    number: int
    about: bool
    line: QuestionLine


@dataclass(frozen=True, slots=True)
class Axis:
    """The line as drawn; `levels` is the height of its tallest pile of marks."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    levels: int


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A question with its second in the video; `about` when that is approximate."""

    line: QuestionLine
    second: int
    about: bool


def axis(timed: Sequence[TimedLine]) -> Axis | None:
    """The line for questions in order of time; None when none of them names its minute."""
    if not timed:
        return None
    step = next((step for step in _STEPS if timed[-1].second / step < _MOST_TICKS - 1), _STEPS[-1])
    length = (timed[-1].second // step + 1) * step
    marks: list[Mark] = []
    for number, question in enumerate(timed, 1):
        x = round(100 * question.second / length, 2)
        marks.append(Mark(x, _level(marks, x), number, question.about, question.line))
    return Axis(
        ticks=tuple(_tick(at, length) for at in range(0, length + 1, step)),
        marks=tuple(marks),
        levels=1 + max(mark.level for mark in marks),
    )


def _level(marks: Sequence[Mark], x: float) -> int:
    taken = {mark.level for mark in marks if x - mark.x < _NEAR}
    return next(level for level in range(len(taken) + 1) if level not in taken)


def _tick(at: int, length: int) -> Tick:
    return Tick(round(100 * at / length, 2), clock(moment(at)))
