"""The ways in which a date is written, as data: a row for each, with what makes a match no date after all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

WEEKDAYS_KO = "월화수목금토일"
WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_KO = f"[{WEEKDAYS_KO}]"
_EN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_MD = r"(?P<month>[0-9]{1,2})%s(?P<day>[0-9]{1,2})(?![0-9])"
_DAY_EN = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

# A lone 일 or 수 after a date may begin a word (8/12 일 나누기): it needs an end, or a meeting, after it.
_LONE = rf"{_KO}(?=\s*(?:$|[\n)\],.:;·~|/–-]|[0-9]{{1,2}}[:시]|오전|오후|회의|모임|미팅|스터디|피어|정기))"
_WEEKDAY_BEFORE = (
    rf"(?:(?<![a-z가-힣])(?P<before>{_EN}(?=[, ])|{_KO}요일(?=[, ])|[(\[]{_KO}(?:요일)?[)\]]),? *)?"
)
_WEEKDAY_AFTER = (
    rf"(?: *[(\[] *(?P<inside>{_KO}(?:요일)?|{_EN})(?=[ ,)\]]) *[)\]]?"
    rf"| *(?P<full>{_KO}요일)| +(?P<lone>{_LONE})|,? +(?P<english>{_EN}))?"
)
_TIME = (
    r"(?:(?:t|[ ,@]*(?:at +)?)(?P<half>오전|오후|am|pm)? *(?<![0-9])(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?(?![0-9])"
    r"| *시(?!간)(?: *(?P<minutes>[0-9]{1,2}) *분|(?P<past> *반(?![가-힣])))?| *(?=[ap]\.?m))"
    r" *(?P<half_after>[ap]\.?m(?![a-z])\.?)?"
    r"(?: *(?:z(?![a-z])|[+-][0-9]{2}:?[0-9]{2}(?![0-9])|\(?(?:utc|gmt|kst)(?:[+-][0-9:]{1,5})?\)?))?)?"
)

# What stands around a fraction, a ratio or a score, and not around a day.
_BEFORE_FRACTION = re.compile(r"[=*×÷+<>≈^${] *$")
_AFTER_FRACTION = re.compile(
    r"[0-9a-z/\\%^*=+]|[.:][0-9]|-(?=[0-9a-z])(?![0-9]{1,2}/)| *[=*×÷+<>≈^$}]"
    r"|(?!까지|부터|에(?:는|도|만)?(?![가-힣])|이전|이후|전까지|날|회의|모임|발표|일정|오전|오후)[가-힣]"
    r"| +(?:지점|정도|확률|배|크기|길이|비율|가량|이상|이하|만큼|수준|쯤|미만|초과|씩|등분|로 |"
    r"of|size|scale|rate|chance|probability|points?|inch|hours?|the)",
    re.IGNORECASE,
)
# `정리 (1/2)` counts parts, unless the words around it speak of a day.
_PART_NUMBER = re.compile(r"(?:^|[^님씨])[(\[]$")
_OF_A_DAY = re.compile(r"회의|모임|미팅|발표|스터디|일정|meeting|daily|standup", re.IGNORECASE)
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing a date; `doubt` tells whether a match inside a text is something else."""

    name: str
    core: str
    doubt: Callable[["re.Match[str]"], bool]


def matches(text: str) -> Iterator["re.Match[str]"]:
    """What looks like a date inside a text, in the order of the text; nothing inside links."""
    if not any(char in "0123456789" for char in text):
        return
    visible = _LINK.sub(lambda link: " " * len(link[0]), text)
    found = [
        (match.start(), order, match)
        for order, form in enumerate(FORMS)
        for match in _compiled(form.core).finditer(visible)
        if not form.doubt(match)
    ]
    for _, _, match in sorted(found, key=lambda item: item[:2]):
        yield match


def whole_matches(text: str) -> Iterator["re.Match[str]"]:
    """The readings of a text that is a date and nothing else."""
    for form in FORMS:
        match = _compiled(form.core).fullmatch(text)
        if match:
            yield match


def written_weekday(match: "re.Match[str]") -> str:
    """The weekday that stands with the date, as written; empty where there is none."""
    names = ("inside", "full", "lone", "english", "before")
    return next((match[name] for name in names if match[name]), "")


@cache
def _compiled(core: str) -> "re.Pattern[str]":
    return re.compile(_WEEKDAY_BEFORE + core + _WEEKDAY_AFTER + _TIME, re.IGNORECASE)


def _runs_on(match: "re.Match[str]") -> bool:
    return bool(re.match(r"[0-9a-z]|[./\\][0-9]", match.string[match.end() :], re.IGNORECASE))


def _may_be_fraction(match: "re.Match[str]") -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if written_weekday(match) or match["hour"] or match["year"]:
        return _runs_on(match)
    if _BEFORE_FRACTION.search(before) or _AFTER_FRACTION.match(after):
        return True
    counts = int(match["month"]) <= int(match["day"]) <= 5 and after[:1] in (")", "]")
    return counts and bool(_PART_NUMBER.search(before)) and not _OF_A_DAY.search(match.string)


def _has_no_weekday(match: "re.Match[str]") -> bool:
    return not match["inside"] or _runs_on(match)


def _may_be_word(match: "re.Match[str]") -> bool:
    month = match["month"]
    return _runs_on(match) or (month.islower() and month in ("may", "march", "mar") and not match["year"])


FORMS = (
    Form("2021-08-12", r"(?<![0-9a-z.])(?P<year>[0-9]{4})(?P<sep>[-‐–])" + _MD % "(?P=sep)", _runs_on),
    Form("2021/8/12", r"(?<![\w./-])(?P<year>[0-9]{4})/" + _MD % "/" + r"(?!/)", _runs_on),
    Form("2021. 8. 12.", r"(?<![\w.])(?P<year>[0-9]{4})\. *" + _MD % r"\. *" + r"(?!\.[0-9])\.?", _runs_on),
    Form(
        "2021년 8월 12일",
        r"@?(?<![0-9])(?:(?P<year>[0-9]{4}|'?[0-9]{2}) *년 *)?"
        r"(?P<month>[0-9]{1,2}) *월 *(?P<day>[0-9]{1,2}) *일(?!차|간|째|치|당)",
        _runs_on,
    ),
    Form(
        "8/12",
        r"(?:(?<![0-9])(?P<year>[0-9]{4}) *년 *)?(?<![\w./\\%&=+*^$-])" + _MD % "/",
        _may_be_fraction,
    ),
    Form("8.12(목)", r"(?<![\w./-])(?P<year>(?!))?" + _MD % "[.-] ?" + r"\.?", _has_no_weekday),
    Form(
        "August 12, 2021",
        rf"(?<!\w){_MONTH} *{_DAY_EN}(?![\w%]|[.:/][0-9])(?:,? +(?P<year>[0-9]{{4}})(?!\w))?",
        _may_be_word,
    ),
    Form(
        "12 August 2021",
        rf"(?<![\w./-]){_DAY_EN}(?: +of +| +|-){_MONTH}(?:(?:,? +|-)(?P<year>[0-9]{{4}})(?!\w))?",
        _may_be_word,
    ),
    Form(
        "20210812",
        r"(?<![0-9a-z.])(?P<year>(?:19|20|21)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9a-z])",
        _runs_on,
    ),
)
