"""What days are called: in titles, on lists, in full, as a week of the study, and seen from today."""

from collections.abc import Iterable
from datetime import date

from studylog.core.dates.forms import WEEKDAYS_KO
from studylog.core.i18n import Language, Message, say

WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
"""The weekdays, to be named in a sentence."""

MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
"""The months, January first."""


_ON_LISTS = {"ko": "{month}/{day}({weekday})", "en": "{weekday} {month}/{day}"}
_DATED = {"ko": "{year}. {month}. {day}.", "en": "{day} {name} {year}"}


def forms_of_days(language: Language) -> dict[str, str | list[str]]:
    """How `day_label` and `dated_label` are made, for a script: forms, weekdays from Monday on, months."""
    weekdays = [*WEEKDAYS_KO] if language == "ko" else [name.text[:3] for name in WEEKDAYS]
    months = [name.text[:3] for name in MONTHS]
    return {"day": _ON_LISTS[language], "dated": _DATED[language], "weekdays": weekdays, "months": months}


def weekday_name(day: date, language: Language) -> str:
    """The weekday in short, as it stands in titles: 목, Thu."""
    return WEEKDAYS_KO[day.weekday()] if language == "ko" else WEEKDAYS[day.weekday()].text[:3]


def day_label(day: date, language: Language) -> str:
    """The day as teams name a meeting: 8/12(목), Thu 8/12."""
    weekday = weekday_name(day, language)
    return _ON_LISTS[language].format(month=day.month, day=day.day, weekday=weekday)


def long_day(day: date, language: Language) -> str:
    """The day in full: 2021년 8월 12일 목요일, Thursday 12 August 2021."""
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일 {weekday_name(day, language)}요일"
    return f"{WEEKDAYS[day.weekday()].text} {day.day} {MONTHS[day.month - 1].text} {day.year}"


def headline_day(day: date, language: Language) -> str:
    """The same for a line of its own: where it has to be parted, the day stays with its month."""
    first, *held, last = long_day(day, language).split()
    return " ".join((first, "\N{NO-BREAK SPACE}".join(held), last))


def dated_label(day: date, language: Language) -> str:
    """The day with its year, where another would be meant without it, never over two lines: 12 Aug 2021."""
    name = MONTHS[day.month - 1].text[:3]
    label = _DATED[language].format(year=day.year, month=day.month, day=day.day, name=name)
    return label.replace(" ", "\N{NO-BREAK SPACE}")


def days_label(first: date, last: date, language: Language) -> str:
    """From one day to another: 2021년 8월 9일(월) – 15일(일), Mon 9 – Sun 15 August 2021."""
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if language == "ko":
        month = "" if same_month else f"{last.month}월 "
        until = f"{'' if same_year else f'{last.year}년 '}{month}{last.day}일({weekday_name(last, language)})"
        return f"{first.year}년 {first.month}월 {first.day}일({weekday_name(first, language)}) – {until}"
    month = "" if same_month else f" {MONTHS[first.month - 1].text}"
    since = f"{weekday_name(first, language)} {first.day}{month}{'' if same_year else f' {first.year}'}"
    until = f"{weekday_name(last, language)} {last.day} {MONTHS[last.month - 1].text} {last.year}"
    return f"{since} – {until}"


def in_several_years(days: Iterable[date | None]) -> bool:
    """Whether a list has to tell the years of its days."""
    return len({day.year for day in days if day}) > 1


def week_name(day: date | None, start: date | None) -> Message | None:
    """Which week and day of the study a date is; None before the start and without one."""
    if day is None or start is None or day < start:
        return None
    weeks, days = divmod((day - start).days, 7)
    return say("Week {week}, day {day}", week=weeks + 1, day=days + 1)


def distance(days: int) -> Message:
    """How far a day is from today, ahead or back."""
    near = {0: say("today"), 1: say("tomorrow"), -1: say("yesterday")}
    if days in near:
        return near[days]
    return say("in {n:day/days}", n=days) if days > 0 else say("{n:day/days} ago", n=-days)


def month_name(day: date) -> Message:
    """The month of a day with its year."""
    return say("{month} {year}", month=MONTHS[day.month - 1], year=day.year)
