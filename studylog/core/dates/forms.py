"""The ways in which a date is written, as data: a row for each, with what makes a match no date after all."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from studylog.core.late import late
from studylog.core.values import dataclass

WEEKDAYS_KO = "월화수목금토일"
WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMED = rf"(?:{'|'.join(map(str.title, MONTHS_EN))})[a-z]{{0,6}}\.?"
_ORDINAL = "(?:st|nd|rd|th)"
DAY_OF_MONTH_EN = (
    rf"(?:{_MONTH_NAMED}\s\d{{1,2}}{_ORDINAL}?(?!\w)|\d{{1,2}}{_ORDINAL}?\s{_MONTH_NAMED}(?!\w))"
)
"""`Nov 26` or `26 Nov`, for patterns in which a day is one sign among others."""


_KO = f"[{WEEKDAYS_KO}]"
# Hangul has no case: told so, an expression is compiled without a look at each of 11,172 syllables.
_HANGUL = "(?-i:[가-힣])"
_EN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_MD = r"(?P<month>[0-9]{1,2})%s(?P<day>[0-9]{1,2})(?![0-9])"
_DAY_EN = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

# A lone 일 or 수 after a date may begin a word (8/12 일 나누기): it needs an end, or a meeting, after it.
_LONE = rf"{_KO}(?=\s*(?:$|[\n)\],.:;·~|/–-]|[0-9]{{1,2}}[:시]|오전|오후|회의|모임|미팅|스터디|피어|정기))"
_BEFORE = (
    rf"(?i)(?<![a-z])(?<!{_HANGUL})"
    rf"(?P<weekday>{_EN}(?=[, ])|{_KO}요일(?=[, ])|[(\[]{_KO}(?:요일)?[)\]]),? *\Z"
)
_AFTER = (
    rf"(?i) *[(\[] *(?P<inside>{_KO}(?:요일)?|{_EN})(?=[ ,)\]]) *[)\]]?"
    rf"| *(?P<full>{_KO}요일)| +(?P<lone>{_LONE})|,? +(?P<english>{_EN})"
)
_CLOCK = (
    r"(?i)(?:t|[ ,@]*(?:at +)?)(?P<half>오전|오후|am|pm)? *(?<![0-9])(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?(?![0-9])"
    rf"| *시(?!간)(?: *(?P<minutes>[0-9]{{1,2}}) *분|(?P<past> *반(?!{_HANGUL})))?| *(?=[ap]\.?m))"
    r" *(?P<half_after>[ap]\.?m(?![a-z])\.?)?"
    r"(?: *(?:z(?![a-z])|[+-][0-9]{2}:?[0-9]{2}(?![0-9])|\(?(?:utc|gmt|kst)(?:[+-][0-9:]{1,5})?\)?))?"
)
_LONGEST_WEEKDAY = 16

# What stands around a fraction, a ratio or a score, and not around a day.
_BEFORE_FRACTION = r"[=*×÷+<>≈^${] *\Z"
_AFTER_FRACTION = (
    r"(?i)[0-9a-z/\\%^*=+]|[.:][0-9]|-(?=[0-9a-z])(?![0-9]{1,2}/)| *[=*×÷+<>≈^$}]"
    rf"|(?!까지|부터|에(?:는|도|만)?(?!{_HANGUL})|이전|이후|전까지|날|회의|모임|발표|일정|오전|오후){_HANGUL}"
    r"| +(?:지점|정도|확률|배|크기|길이|비율|가량|이상|이하|만큼|수준|쯤|미만|초과|씩|등분|로 |"
    r"of|size|scale|rate|chance|probability|points?|inch|hours?|the)"
)
# `정리 (1/2)` counts parts, unless the words around it speak of a day.
_PART_NUMBER = r"(?:^|[^님씨])[(\[]\Z"
OF_A_DAY = r"(?i)회의|모임|미팅|발표|스터디|일정|meeting|daily|standup"
"""What speaks of a day, in whatever has figures."""
_FIGURE = late("[0-9]")
_LINK = r"(?i)(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>]+"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern to which case means nothing; made when it is first needed, for few commands need many."""
    return late(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date where it stands in a text, with the weekday and the time that stand with it."""

    core: re.Match[str]
    weekday: str
    clock: re.Match[str] | None
    start: int
    end: int

    @property
    def year(self) -> str | None:
        """The year as written."""
        return self.core.groupdict().get("year")

    def before(self, count: int) -> str:
        """A few characters before the date."""
        return self.core.string[max(self.start - count, 0) : self.start]


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing a date, with one of its `signs`; `doubt` tells a match that is something else."""

    name: str
    signs: tuple[str, ...]
    core: str
    doubt: Callable[[Written], bool]


def dates_in(text: str) -> Iterator[Written]:
    """What looks like a date inside a text, in the order of the text; nothing inside links."""
    if not any(char in "0123456789" for char in text):
        return
    linked = "://" in text or "www." in text.casefold()
    visible = compiled(_LINK).sub(lambda link: " " * len(link[0]), text) if linked else text
    found = (
        (written.start, order, written)
        for order, form in enumerate(_possible(text))
        for core in compiled(form.core).finditer(visible)
        if not form.doubt(written := dressed(core))
    )
    for _, _, written in sorted(found, key=lambda item: item[:2]):
        yield written


def whole_dates(text: str) -> Iterator[Written]:
    """The readings of a text that is a date and nothing else."""
    for form in _possible(text):
        for core in compiled(form.core).finditer(text):
            written = dressed(core)
            if (written.start, written.end) == (0, len(text)):
                yield written


def _possible(text: str) -> Iterator[Form]:
    """The forms that the text may hold: a sign is sooner looked for than a form compiled and tried."""
    folded = text.casefold()
    return (form for form in FORMS if any(sign in folded for sign in form.signs))


def dressed(core: re.Match[str]) -> Written:
    """A day where it stands, with the weekday and the time around it."""
    text, start, end = core.string, core.start(), core.end()
    ahead = text[max(start - _LONGEST_WEEKDAY, 0) : start]
    before = compiled(_BEFORE).search(ahead) if ahead.strip() else None
    after = compiled(_AFTER).match(text, end) if end < len(text) else None
    end = after.end() if after else end
    # No clock without a figure, which is sooner seen than a pattern is compiled.
    clock = compiled(_CLOCK).match(text, end) if _FIGURE.search(text, end) else None
    weekday = after[after.lastgroup or 0] if after else before["weekday"] if before else ""
    start -= len(before[0]) if before else 0
    return Written(core, weekday, clock, start, clock.end() if clock else end)


def _runs_on(written: Written) -> bool:
    return compiled(r"(?i)[0-9a-z]|[./\\][0-9]").match(written.core.string, written.end) is not None


def _may_be_fraction(written: Written) -> bool:
    if written.weekday or written.clock or written.year:
        return _runs_on(written)
    text, before = written.core.string, written.before(8)
    if compiled(_BEFORE_FRACTION).search(before) or compiled(_AFTER_FRACTION).match(text, written.end):
        return True
    counts = int(written.core["month"]) <= int(written.core["day"]) <= 5
    alone = compiled(_PART_NUMBER).search(before) and text.startswith((")", "]"), written.end)
    return bool(counts and alone) and not compiled(OF_A_DAY).search(text)


def _has_no_weekday(written: Written) -> bool:
    in_brackets = compiled(r" *[(\[]").match(written.core.string, written.core.end())
    return not (written.weekday and in_brackets) or _runs_on(written)


def _is_no_year_first(written: Written) -> bool:
    """Whether the year stands behind, as in English, or a version is told: `Ubuntu 22.04.01`."""
    text = written.core.string
    english = compiled("[a-z]").search(text) is not None and not compiled(_HANGUL).search(text)
    return _runs_on(written) or english or compiled(r"[a-z] ?\Z").search(written.before(2)) is not None


def _may_be_count(written: Written) -> bool:
    """Whether six figures are in the midst of a text, where they may count anything."""
    before, after = written.core.string[: written.start], written.core.string[written.end :]
    return _runs_on(written) or bool(before.strip(" [(") and after.strip(" ])") and not written.weekday)


def _may_be_word(written: Written) -> bool:
    month = written.core["month"]
    return _runs_on(written) or (month in ("may", "march", "mar") and not written.year)


FORMS = (
    Form(
        "2021-08-12",
        ("-", "‐", "–"),
        r"(?<![0-9a-z.])(?P<year>[0-9]{4})(?P<sep>[-‐–])" + _MD % "(?P=sep)",
        _runs_on,
    ),
    Form("2021/8/12", ("/",), r"(?<![\w./-])(?P<year>[0-9]{4})/" + _MD % "/" + r"(?!/)", _runs_on),
    Form(
        "2021. 8. 12.",
        (".",),
        r"(?<![\w.])(?P<year>[0-9]{4})\. *" + _MD % r"\. *" + r"(?!\.[0-9])\.?",
        _runs_on,
    ),
    Form(
        "21/08/12",
        ("/", ".", "-"),
        r"(?<![0-9a-z./-])'?(?P<year>1[5-9]|[23][0-9])(?P<sep>[/.-])"
        + r"(?P<month>[01][0-9])(?P=sep)(?P<day>[0-3][0-9])(?![0-9])\.?",
        _is_no_year_first,
    ),
    Form(
        "2021년 8월 12일",
        ("월",),
        r"@?(?<![0-9])(?:(?P<year>[0-9]{4}|'?[0-9]{2}) *년 *)?"
        r"(?P<month>[0-9]{1,2}) *월 *(?P<day>[0-9]{1,2}) *일(?!차|간|째|치|당)",
        _runs_on,
    ),
    Form(
        "8/12",
        ("/",),
        r"(?:(?<![0-9])(?P<year>[0-9]{4}) *년 *)?(?<![\w./\\%&=+*^$-])" + _MD % "/",
        _may_be_fraction,
    ),
    Form("8.12(목)", (".", "-"), r"(?<![\w./-])" + _MD % "[.-] ?" + r"\.?", _has_no_weekday),
    Form(
        "August 12, 2021",
        MONTHS_EN,
        rf"(?<!\w){_MONTH} *{_DAY_EN}(?![\w%]|[.:/][0-9])"
        rf"(?:(?: *\({_EN}\))?,? +(?P<year>[0-9]{{4}})(?!\w))?",
        _may_be_word,
    ),
    Form(
        "12 August 2021",
        MONTHS_EN,
        rf"(?<![\w./-]){_DAY_EN}(?: +of +| +|-){_MONTH}(?:(?:,? +|-)(?P<year>[0-9]{{4}})(?!\w))?",
        _may_be_word,
    ),
    Form(
        "20210812",
        ("19", "20", "21"),
        r"(?<![0-9a-z.])(?P<year>(?:19|20|21)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9a-z])",
        _runs_on,
    ),
    Form(
        "210812",
        tuple("0123456789"),
        r"(?<![0-9a-z.,/-])(?P<year>1[5-9]|[23][0-9])(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9a-z.,/])",
        _may_be_count,
    ),
)
