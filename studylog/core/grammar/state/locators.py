"""Where in a lecture a question arose: `6강 확률론 21분`, `24:37`, `필수 퀴즈 8-4번`, `slide 7`."""

import re
from collections.abc import Callable

from studylog.core.late import late
from studylog.core.model import Locator
from studylog.core.sought import Sought, sought
from studylog.core.text import half_width
from studylog.core.values import replace

_ABOUT = r"(?P<about>\s?(?:쯤|경(?![가-힣])|정도|즈음|부근|근처|약간))?"
# Bare minutes may be a duration (`30분정도 걸려요`): they count beside a lecture, or in front.
LECTURE = sought(
    "강 lec Lec",
    r"(?:제\s?)?(?<![\d.:])(?P<number>\d{1,3})\s?강(?!남|북|원|점|제|도|력|화|한|하)"
    r"|\b(?:[Ll]ecture|[Ll]ec)\.?\s?#?0*(?P<latin>\d{1,3})\b",
)
# `(L5) Why …`, `L6 ~52 min: …`: in front of all words, and no norm.
_SHORT_LECTURE = sought(
    "L", r"^\s*[(\[]?L(?P<latin>(?![012]\b(?!\s?[,~]\s?\d))\d{1,2})(?=\s?[)\]:,]|\s~?\s?\d{1,3}(?::|\s?min))"
)
_MINUTES = sought(
    "분",
    rf"(?<![\d:])(?:(?P<hours>\d{{1,2}})\s?시간\s?)?(?P<minutes>\d{{1,3}})\s?분(?:\s?(?P<seconds>\d{{1,2}})\s?초)?{_ABOUT}",
)
_ENGLISH_MINUTES = sought("m", r"\b(?P<minutes>\d{1,3})\s?(?:min(?:ute)?s?|m)\b(?P<about>)")
# What is counted so is no duration, wherever it stands.
_THE_MINUTE = sought("inute", r"\b[Mm]inute\s(?P<minutes>\d{1,3})\b(?P<about>)")
_CLOCK = sought(
    ":", r"(?<![\d:.])(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?(?!:?\d)" + _ABOUT
)
_QUIZ = sought(
    "퀴즈 uiz",
    r"(?:(?:필수|선택|기본|심화)\s?)?(?:퀴즈|[Qq]uiz)\s?(?P<lecture>\d{1,2})-(?P<item>\d{1,2})(?:\s?,\s?\d{1,2})*\s?번?",
)
_QUIZ_OF = sought("퀴즈 uiz", r"(?:(?:필수|선택|기본|심화)\s?)?(?:퀴즈|[Qq]uiz)\s?(?P<lecture>\d{1,2})\s?강")
_ASSIGNMENT = sought(
    "과제 퀴즈 uiz ssignment omework",
    r"(?:(?:필수|선택|기본|심화)\s?)?(?:과제|[Aa]ssignment|[Hh]omework)\s?(?P<item>\d{1,2})\s?번?"
    r"|(?:(?:필수|선택|기본|심화)\s?)?퀴즈\s?\d{1,2}\s?번|\b[Qq]uiz\s?\d{1,2}\b(?!\s?[강-])"
    r"|(?:필수|선택|기본|심화)\s?(?:과제|퀴즈)",
)
PAGE = sought(
    "슬라이드 lide p 쪽 페이지",
    r"(?:슬라이드|[Ss]lide)\s?(?P<a>\d{1,3})(?:\s?번)?"
    r"|(?<![\w.])(?P<b>\d{1,3})\s?(?:p(?![A-Za-z\d_.])|쪽|페이지|pages?\b)"
    r"|\bp\.?\s?(?P<c>\d{1,3})\b",
)
# Alone in brackets in front of all words or behind them, or behind `@`, a time is of the lecture: `(18:40)`.
_APART = sought(
    "@ ( （ [",
    r"(?:^|(?<=[\s?？!.]))(?:@\s?|[(（\[]\s*(?:[^\W\d][^()（）\[\]\n,:]{0,20},\s*)?(?:(?:약|대략|around|about|at|~|@)\s*)?)"
    r"(?=(?:\d{1,3}:[0-5]\d|\d{1,3}\s?(?:분|min)|\d{1,2}\s?시간)[^()（）\[\]\n?？]{0,16}[)）\]]?(?P<end>(?:\s[-–—]\s\S{2,12})?\s*$)?)",
)
# `통계학 19분 30초에 나오는 식`, `강의 17분 부분`: where something is shown is no duration, either.
_SHOWN_AT = late(
    r"(?:\d{1,2}\s?시간\s?)?\d{1,3}\s?분(?:\s?\d{1,2}\s?초)?\s?(?:쯤|경|대|즈음|부근|정도|께)?"
    r"(?:에서?\s(?:[가-힣]{1,6}(?:이|가|께서)\s)?(?:나오는(?!데)|나온|나왔던|보이는|보면|보시면|말씀|말한|말하는|설명|언급|소개|등장|쓰인|쓴\s)"
    r"|\s?(?:부분|장면|지점|화면|슬라이드)|부터\s(?:보|나오))"
)
# `식을 바꾸는 부분 (17:20)`: in brackets behind what is shown.
_IN_BRACKETS = sought(
    ": ：",
    r"(?:부분|장면|파트|지점|화면|슬라이드|설명|예[제시]|그림|코드|식|\b(?:part|bit|slide|section|example|step|video|lecture|recording|clip))(?:에서)?"
    r"\s?[(（\[]\s?(?:약\s?|~\s?)?(?=\d{1,3}:[0-5]\d(?::[0-5]\d)?\s?(?:쯤|경|정도)?[)）\]])",
)
# `강의 31:20 쯤에 넘어가셔서`, of a minute of the lecture wherever it is told; `강의 10:30 시작` is none.
_IN_LECTURE = sought(
    "강의 영상",
    r"(?:강의|영상)\s?(?=\d{1,3}:[0-5]\d(?::[0-5]\d)?\s?(?:쯤|경|즈음|정도|에서|부분|에\s(?!시작|끝)))",
)
# `강의 14분쯤 …`, where a question begins so; who heard `강의 30분쯤 듣고` tells how long.
_BEGINS_IN_LECTURE = sought(
    "강의 영상",
    r"^\s*(?:강의|영상)\s?(?=\d{1,3}\s?분\s?(?:쯤|경|즈음|부분)(?:에서?|의)?[\s,\"“‘'](?!\S{0,6}\s?(?:듣|들[었어으]|봤|보다|지나|남|밀|늦|걸)))",
)
# `He divides by n at 12:30, why?`, `… (see 41:10)`; `at 9:30 pm` and `at 1:10 ratio` are none.
_AT_CLOCK = sought(
    ":",
    r"\b(?:at|around|about|see|from|near)\s(?:about\s|around\s|roughly\s|~\s?)?"
    r"(?=\d{1,3}:[0-5]\d(?::[0-5]\d)?(?!:?\d|\s?(?:[ap]\.?m\b|o['’]clock|ratio|split|odds|(?-i:[A-Z]{2,4})\b)))",
    re.IGNORECASE,
)
# … of which a day has some, too.
_OF_A_DAY = late(
    r"\b(?:meet\w*|start(?:s|ed)?|begins?|opens?|closes?|deadlines?|due|exams?|cron\w*|schedul\w+|jobs?|fires?"
    r"|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)
_LASTS = late(r"(?:하루|매일|에폭에?|발표|학습|휴식|회의|총|단)\s?$|(?i:epoch에?)\s?$")
# Behind the sign of a question, too, unless it asks how long something takes.
_BEHIND = sought(
    "? ？",
    r"[?？][\s)]*(?:@|(?:강의|영상)\s)?(?=(?:\d{1,3}\s?분(?:\s?(?:쯤|경|정도))?|\d{1,2}(?::[0-5]\d){1,2})\s*$)",
)
_HOW_LONG = late(r"얼마|몇\s?(?:분|시간|초)|걸[리려린]|how\s(?:long|many|much)", re.IGNORECASE)
# One of these is in every place.
_NUMBER_OR_EXERCISE = late(r"[\d과퀴]")
# A clock stands in front of a question, or right behind its lecture; elsewhere `1:10` may be a ratio.
_NEAR_START = 14
_NEAR_LECTURE = 30
_SHOWN_BEFORE = 40
_FAR = 90


def locate(question: str) -> Locator | None:
    """The place that a question names, or None; `at` is HH:MM:SS from the start of the video."""
    text = half_width(question[: _FAR * 4])
    if not _NUMBER_OR_EXERCISE.search(text):
        return None
    spans: list[tuple[int, int]] = []
    quiz = _first(_QUIZ, text, spans)
    quiz_of = None if quiz else _first(_QUIZ_OF, text, spans)
    lecture = None if quiz_of else _first(LECTURE, text, spans) or _first(_SHORT_LECTURE, text, spans)
    if quiz is None and quiz_of is None:
        _first(_ASSIGNMENT, text, spans)
    at, about = _moment(text, lecture, spans)
    page = _first(PAGE, text, spans)
    if not spans:
        return None
    return Locator(
        written=_written(question, spans),
        lecture=_lecture_number(lecture, quiz, quiz_of),
        at=at,
        about=about,
        quiz=f"{int(quiz['lecture'])}-{int(quiz['item'])}" if quiz else None,
        page=page_of(page) if page else None,
    )


def located(question: str, beside: str) -> Locator | None:
    """The place that a question names, or what stands `beside` it; its minute may be told there."""
    own = locate(question)
    if own is None or own.at or not beside:
        return own or locate(beside)
    other = locate(beside)
    if other is None or other.at is None or own.lecture not in (None, other.lecture):
        return own
    return replace(own, written=f"{other.written} {own.written}", at=other.at, about=other.about)


def page_of(match: re.Match[str]) -> int:
    """The page of slides that a match of PAGE names."""
    return int(match["a"] or match["b"] or match["c"])


def _first(
    pattern: Sought,
    text: str,
    spans: list[tuple[int, int]],
    allowed: Callable[[int], bool] | None = None,
) -> re.Match[str] | None:
    """The first match of the pattern that overlaps nothing found before; its span is remembered."""
    for match in pattern.finditer(text):
        start, end = match.span()
        if any(start < other_end and other_start < end for other_start, other_end in spans):
            continue
        if allowed is None or allowed(start):
            spans.append((start, end))
            return match
    return None


def _moment(
    text: str, lecture: re.Match[str] | None, spans: list[tuple[int, int]]
) -> tuple[str | None, bool]:
    """The moment as HH:MM:SS, and whether it is approximate."""
    after = lecture.end() if lecture else -_FAR
    apart = {match.end() for match in _APART.finditer(text) if match["end"] is not None or not match.start()}
    apart |= {
        match.end()
        for shown in (_IN_BRACKETS, _IN_LECTURE, _BEGINS_IN_LECTURE)
        for match in shown.finditer(text)
    }
    if not _OF_A_DAY.search(text):
        apart |= {match.end() for match in _AT_CLOCK.finditer(text)}
    if not _HOW_LONG.search(text):
        apart |= {match.end() for match in _BEHIND.finditer(text)}

    def near(start: int) -> bool:
        return start < _NEAR_START or 0 <= start - after <= _NEAR_LECTURE or start in apart

    clock = _first(_CLOCK, text, spans, near)
    if clock:
        return _clock_time(clock), bool(clock["about"])

    def beside(start: int) -> bool:
        return start <= 1 or 0 <= start - after <= _NEAR_LECTURE or start in apart

    def shown(start: int) -> bool:
        lasts = start >= _SHOWN_BEFORE or _LASTS.search(text[:start])
        return not lasts and _SHOWN_AT.match(text, start) is not None

    minutes = (
        _first(_MINUTES, text, spans, beside)
        or _first(_MINUTES, text, spans, shown)
        or _first(_THE_MINUTE, text, spans)
        or _first(_ENGLISH_MINUTES, text, spans, beside)
    )
    if minutes is None:
        return None, False
    told = minutes.groupdict()
    hours, seconds = (int(told.get(part) or 0) for part in ("hours", "seconds"))
    return _stamp(hours * 3600 + int(minutes["minutes"]) * 60 + seconds), bool(minutes["about"])


def _clock_time(clock: re.Match[str]) -> str:
    first, second = int(clock["first"]), int(clock["second"])
    if clock["third"]:
        return _stamp(first * 3600 + second * 60 + int(clock["third"]))
    return _stamp(first * 60 + second)


def _stamp(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _lecture_number(
    lecture: re.Match[str] | None, quiz: re.Match[str] | None, quiz_of: re.Match[str] | None
) -> int | None:
    if lecture:
        return int(lecture.groupdict().get("number") or lecture["latin"])
    found = quiz or quiz_of
    return int(found["lecture"]) if found else None


def _written(text: str, spans: list[tuple[int, int]]) -> str:
    """The locator as written: one stretch where its parts stand together, else the parts alone."""
    ordered = sorted(spans)
    pieces = [ordered[0]]
    for start, end in ordered[1:]:
        before_start, before_end = pieces[-1]
        if start - before_end <= _NEAR_LECTURE and "\n" not in text[before_end:start]:
            pieces[-1] = (before_start, end)
        else:
            pieces.append((start, end))
    return " ".join(text[start:end].strip() for start, end in pieces)
