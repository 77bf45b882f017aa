"""Four figures as a month and a day, `0812`, in the name of what was written about then."""

from collections.abc import Iterable
from datetime import date

from studylog.core.dates.forms import OF_A_DAY, compiled, dressed
from studylog.core.dates.reading import DateParts, normal, on_year, read, weekday_matches
from studylog.core.values import replace

_FIGURES = r"(?<![a-z0-9가-힣.,/-])(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])(?![a-z0-9가-힣.,:/%-])"
# They begin a name, perhaps behind its week: `Week2_0812`, `2주차 0812`.
_BEFORE = r"[\W_]*(?:(?:week\s*|w)[0-9]{1,2}|[0-9]{1,2}\s*주차?)?[\W_]*"
# … or end it, set apart: `batch size 1024` counts something.
_SET_APART = ("_", "(", "[")
# Notes are begun a few weeks before a meeting, or finished after it; a day that is further away is none.
_NEAR = 31


def day_in_figures(name: str, near: Iterable[date]) -> DateParts | None:
    """The day, with its year, that four figures begin or end a name with, if one of others is near it."""
    text = normal(name)
    for core in compiled(_FIGURES).finditer(text):
        written = dressed(core)
        begins = compiled(_BEFORE).fullmatch(text[: written.start])
        ends = not text[written.end :].strip(" _)]")
        said = written.weekday or written.before(1) in _SET_APART or compiled(OF_A_DAY).search(text)
        parts = read(written) if begins or (ends and said) else None
        days = [day for one in near if parts and (day := on_year(parts, one)) and _is_near(day, one)]
        if parts and days and weekday_matches(parts, days[0]):
            return replace(parts, year=days[0].year)
    return None


def _is_near(day: date, other: date) -> bool:
    return abs((day - other).days) <= _NEAR
