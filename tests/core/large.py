"""A notebook that is too large for lists on one page: a meeting a day, and as many notes besides."""

from datetime import date, timedelta

from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, Settings

FIRST = date(2024, 1, 1)
MEETINGS, NOTES = 430, 320
COURSES = tuple(
    Course(f"과목 {number}", FIRST + timedelta(days=90 * number), FIRST + timedelta(days=90 * number + 89))
    for number in range(5)
)
SETTINGS = Settings(start=FIRST, roster=Roster((Person("홍길동"), Person("성춘향"))), courses=COURSES)
TODAY = FIRST + timedelta(days=MEETINGS)
"""The day after the last meeting."""

_MEETING = """\
---
date: {day}
type: daily
attendees: [홍길동]
---
#### {lecture}강

Q. {number}번은 왜 그런가요?
{answer}

#### {other}강

Q. {number}번 다음은 무엇인가요?

### 논문 리뷰

#### (1) 논문 {title}

<https://a.example/{number}> [[주제 {number}]] [모두](주제1.md)

- [ ] {number}번 정리하기 @길동
"""


def texts(meetings: int = MEETINGS, notes: int = NOTES) -> list[tuple[str, str]]:
    """The notes by path."""
    return [
        *((f"notes/{day(number)}.md", _meeting(number)) for number in range(meetings)),
        *((f"notes/주제{number}.md", f"# {_title(number)}\n") for number in range(notes)),
    ]


def day(number: int) -> date:
    """The day of a meeting."""
    return FIRST + timedelta(days=number)


def _meeting(number: int) -> str:
    return _MEETING.format(
        day=day(number),
        number=number,
        lecture=number % 7 + 1,
        other=number % 5 + 1,
        title=f"{number}번째",
        answer="A. 그래서 그렇습니다." if number % 3 else "",
    )


def _title(number: int) -> str:
    return f"{'가나다라마바사아자차'[number % 10]} 주제 {number}"
