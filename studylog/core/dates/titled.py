"""Titles of meetings beside their dates."""

from collections.abc import Sequence

from studylog.core.dates.reading import find_date, weekday_number

_SAY_NO_MORE = frozenset(("", "회의록", "회의", "minutes", "meeting", "meeting minutes"))


def subject(title: str) -> str:
    """The title of a meeting without its date, which stands beside it; empty when it says no more."""
    rest = undated(title)
    return "" if rest.casefold() in _SAY_NO_MORE else rest


def undated(title: str) -> str:
    """A title without the date that it begins with; empty when it is nothing else."""
    words = title.split()
    dated = next((count for count in (1, 2) if _is_date(words[:count])), 0)
    return " ".join(words[dated:])


def _is_date(words: Sequence[str]) -> bool:
    """Whether words are a date and nothing else, such as `8/12(목)` or `Thu 8/12`."""
    *before, last = words or [""]
    return find_date(last) is not None and all(weekday_number(word) is not None for word in before)
