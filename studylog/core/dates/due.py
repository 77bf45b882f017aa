"""The day until which a promise of a meeting is meant: `내일`, `다음 주까지`, `by Friday`."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from studylog.core.dates.forms import compiled, dates_in
from studylog.core.dates.reading import normal, on_year, read, weekday_number
from studylog.core.late import late
from studylog.core.values import dataclass

_WEEK = 7
_FRIDAY = 4
_SUNDAY = 6

_KO = r"(?P<weekday>[월화수목금토일])(?:요일|욜)"
# `(이번 주 금)`, `(~수)`: a letter alone is a day at the end, or before a time.
_KO_SHORT = r"(?P<weekday>[월화수목금토일])(?= ?(?:[)\],.]|$|까지|밤|저녁|오전|오후|[0-9]{1,2}(?:시|:)))"
_EN = r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
_EN_SHORT = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)s?\b\.?"
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7, "열흘": 10}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_LATER = r" ?(?:뒤|후|안에|안으로|이내)"
_LATER_SIGNS = ("뒤", "후", "안", "이내")
_KO_SIGNS = ("요일", "욜")

# What makes the day before it a deadline rather than one that is only mentioned.
_DEADLINE_AFTER = late(r" ?(?:\([^()]*\) ?)?(?:전?까지|안에|안으로|중으로|이내)")
_DEADLINE_BEFORE = late(r"(?:\b(?:by|until|till|before|due) (?:the )?|📅\ufe0f? ?)$", re.IGNORECASE)


_Match = re.Match[str]
_DayOf = Callable[[date, _Match], date | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A way of naming a day from a meeting on: the words, and the day that they mean.

    One of its `signs` is in every text that it matches: that is sooner looked for than a pattern compiled.
    """

    signs: tuple[str, ...]
    pattern: str
    day: _DayOf


def due(text: str, meeting_day: date) -> date | None:
    """The day that a text of a meeting sets, never before it; a deadline counts more than a mention.

    Of several deadlines the last one sets it, of mentions the first. `다음 주` is a week on, `다음 시간` the
    next working day: teams meet daily.
    """
    plain = " ".join(normal(text).split())
    found = [one for one in _days_in(plain, meeting_day) if one[2] >= meeting_day]
    mentioned: date | None = None
    deadline: date | None = None
    behind = 0
    for start, end, day in sorted(found, key=lambda one: (one[0], -one[1], one[2])):
        # `금요일` in `다음 주 금요일` is no other day.
        if _is_deadline(plain, start, end) and (deadline is None or start >= behind):
            deadline = day
        mentioned = mentioned or day
        behind = max(behind, end)
    return deadline or mentioned


def _days_in(text: str, meeting_day: date) -> Iterator[tuple[int, int, date]]:
    for written in dates_in(text):
        parts = read(written)
        day = on_year(parts, meeting_day) if parts else None
        if day:
            yield written.start, written.end, day
    folded = text.casefold()
    for row in _ROWS:
        if not any(sign in folded for sign in row.signs):
            continue
        for match in compiled(row.pattern).finditer(text):
            day = row.day(meeting_day, match)
            if day:
                yield match.start(), match.end(), day


def _is_deadline(text: str, start: int, end: int) -> bool:
    return bool(_DEADLINE_AFTER.match(text, end) or _DEADLINE_BEFORE.search(text[max(start - 16, 0) : start]))


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _after(days: int) -> _DayOf:
    return lambda day, match: _later(day, days)


def _counted(unit: int) -> _DayOf:
    return lambda day, match: _later(day, unit * _count(match["count"]))


def _count(written: str) -> int:
    word = written.lower()
    return _DAYS.get(word) or _COUNTS.get(word) or int(word)


def _coming(day: date, match: _Match) -> date | None:
    return None if match["other"] else _later(day, (_weekday(match) - day.weekday() - 1) % _WEEK + 1)


def _in_week(weeks: int) -> _DayOf:
    return lambda day, match: _later(day, weeks * _WEEK + _weekday(match) - day.weekday())


def _weekday(match: _Match) -> int:
    return weekday_number(match["weekday"]) or 0


def _end_of_week(day: date, match: _Match) -> date | None:
    return _later(day, _SUNDAY - day.weekday())


def _next_working_day(day: date, match: _Match) -> date | None:
    return _later(day, _WEEK - day.weekday() if day.weekday() >= _FRIDAY else 1)


# Who ignores case looks at every letter of a range, unless the range is spared: eleven thousand of Hangul.
_NO_HANGUL = r"(?<!(?-i:[가-힣]))"
_ROWS = (
    Row(
        ("오늘", "today", "ton"),
        r"오늘(?= ?(?:까지|안|중|밤|저녁))|\bby today\b|\btonight\b",
        _after(0),
    ),
    Row(
        ("모레", "after tomorrow"),
        rf"{_NO_HANGUL}(?:내일 ?)?모레|\b(?:the )?day after tomorrow\b",
        _after(2),
    ),
    Row(("내일", "tomorrow"), rf"{_NO_HANGUL}내일|\btomorrow\b", _after(1)),
    Row(("글피",), rf"{_NO_HANGUL}글피", _after(3)),
    Row(
        _LATER_SIGNS,
        rf"(?<!\w)(?P<count>[0-9]{{1,3}}(?=일)|{'|'.join(_DAYS)})일?{_LATER}",
        _counted(1),
    ),
    Row(("주",), rf"(?<!\w)(?P<count>[0-9]{{1,2}}) ?주일?{_LATER}", _counted(_WEEK)),
    Row((" day",), rf"\b(?:with)?in (?P<count>[0-9]{{1,3}}|{'|'.join(_COUNTS)}) days?\b", _counted(1)),
    Row(
        (" week",),
        rf"\b(?:with)?in (?P<count>[0-9]{{1,2}}|{'|'.join(_COUNTS)}) weeks?\b",
        _counted(_WEEK),
    ),
    Row(_KO_SIGNS, rf"(?:다음|담) ?주 ?{_KO}", _in_week(1)),
    Row(_KO_SIGNS, rf"이번 ?주 ?{_KO}", _in_week(0)),
    Row(_KO_SIGNS, rf"(?P<other>(?:지난|저번|매) ?주? ?)?{_KO}", _coming),
    Row(("주",), rf"(?:다음|담) ?주 ?{_KO_SHORT}", _in_week(1)),
    Row(("주",), rf"이번 ?주 ?{_KO_SHORT}", _in_week(0)),
    Row(("~",), rf"(?<!\w)(?<!\w )~ ?(?P<other>매)?{_KO_SHORT}", _coming),
    Row(
        ("까지",), r"(?<![가-힣0-9])(?<![0-9] )(?P<other>매)?(?P<weekday>[월화수목금토일])(?= ?까지)", _coming
    ),
    Row(("next ",), rf"\bnext (?:week )?(?:on )?{_EN}", _in_week(1)),
    Row(("next ",), rf"\bnext {_EN_SHORT}", _in_week(1)),
    Row(
        ("day",),
        rf"\b(?:by|on|until|till|before|for|this|due) (?P<other>last )?{_EN}",
        _coming,
    ),
    Row(
        ("by ", "till ", "until ", "before ", "due "),
        rf"\b(?:by|until|till|before|due) (?P<other>last )?{_EN_SHORT}",
        _coming,
    ),
    # 다음 주제, 다음 주석 are the next topic and the next comment.
    Row(
        ("다음", "담", "next week"),
        r"(?:다음|담) ?주(?![제요석소의도어변]|차례)|\bnext week\b",
        _after(_WEEK),
    ),
    Row(
        ("주", " week"),
        rf"이번 ?주(?:말| ?(?=까지|안|중|내))|{_NO_HANGUL}주말|\b(?:this|the) week(?:end)?\b",
        _end_of_week,
    ),
    Row(
        ("다음", "next "),
        r"다음 ?(?:시간|번|회의|모임|미팅|세션|피어 ?세션|스터디|수업)"
        r"|\bnext (?:time|meeting|session|class|standup)\b",
        _next_working_day,
    ),
)
