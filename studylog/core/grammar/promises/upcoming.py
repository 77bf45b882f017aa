"""What stands below *다음 주 (8/19)*, *전달사항* or *Next meeting*: who has what to do, among all else."""

import re
from collections.abc import Mapping, Sequence

from studylog.core.grammar.parts.below import Below, is_over_items
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.vocabulary.verbs import STEMS, TO_COME
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import speaker
from studylog.core.sought import sought
from studylog.core.text import without_emoji

_LONGEST_TITLE = 40
_DAYS_EN = r"(?i:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_SIGNS = r"[\s\d/.,:~–—\-()（）@월화수목금토일시분년요오전후]"
_WHEN = rf"(?:{_SIGNS}|\b(?:{_DAYS_EN})|(?<=\d)(?:st|nd|rd|th|[ap]m)\b)*"
_TITLE = sought(
    "다음 담 차 사항 공지 숙제 ext EXT omework asks ctions ollow",
    r"\W*(?:\d{1,2}[.)]\s*)?(?:전달\s?사항|공지(?:\s?사항)?|공지(?:\s?사항)?\s?(?:[/&·,+]|및|와)\s?(?:해야\s?)?할\s?(?:일|것)|(?:다음|담|차)\s?(?:주차?|시간|모임|회의|회차?|차시|스터디|번|세션|미팅|수업|세미나|일정|계획)"
    r"(?:\s?(?:일정|계획|모임|회의|스터디|예고|공지|준비|안내))?"
    r"|(?:(?:다음|담|이번)\s?(?:주|시간|모임)?(?:까지)?\s?)?숙제"
    r"|(?i:(?:(?:plans?\s)?for\s)?(?:the\s)?next(?:\s(?:weeks?|time|meetings?|sessions?|study|up))?|what(?:['’]s|\sis)\snext"
    r"|homework(?:\sfor\snext\s(?:week|time|meeting|session))?|tasks|actions|follow[-\s]?ups))"
    rf"{_WHEN}\W*",
)
# How an item ends that has somebody do something: `… 잡아두기`, `… 낼 것`, `… 공유해 주세요`, `… 예약`.
_TO_DO = late(
    rf"(?:(?:하|오|보|두|놓|{STEMS}|정하|읽|풀|듣|나누|찾|외우|마치|챙기|알리|[아어해려와켜여내써봐워눠꿔춰다]\s?주)기"
    rf"|(?:할|올|볼|둘|줄|낼|놓을|읽을|{TO_COME})\s?[것거]"
    r"|[가-힣]\s?(?:주세요|오세요|보세요|하세요)|부탁(?:드(?:려요|립니다))?"
    r"|(?:공유|정리|조사|확인|준비|예약|제출|작성|구현|업로드|수정|신청|섭외|요약|보완|연락|전달|문의|공지|번역|테스트|배포|리팩토링|커밋|머지|푸시|PR|(?i:push|commit|merge)))"
    r"(?:\s?[(（][^()（）\n]*[)）])?[^\w가-힣]*(?:\d{4}-\d\d-\d\d)?[^\w가-힣]*$"
)
_DOES = (
    r"(?:book|bring|read|watch|present|do|add|create|implement|set\sup|talk\sto|report|organi[sz]e|contact|submit|solve|send|share|post|prepare|upload|push|open|write|ask|fix|run|collect|summari[sz]e|finish"
    r"|make|print|invite|email|mail|update|find\sout|look\s(?:up|into)|check|try|test|draft|rerun|scan|order|merge|review|put)"
)
# `Ada brings the notes`: what somebody does next has the verb of one who does it.
_TO_DO_EN = late(
    rf"(?:\W*(?:to|will)\s)?{_DOES}\s\w|[A-Z][\w'-]+\s(?!presents\s|reads\s[\"“]){_DOES}e?s\s\w",
    re.IGNORECASE,
)
# `각자 문제 두 개 풀어오기`: what all of them do needs no name.
_EVERYBODY = late(
    r"\W*(?:(?:(?:숙제|과제)\s?[:：]\s?)?(?:각자|다들|모두|전원|다\s?같이|everyone|everybody|all)\s?[:：]?|(?:숙제|과제)\s?[:：])\s",
    re.IGNORECASE,
)
_BY_EVERYBODY = sought("각자 전원 모두", r"[(（]\s?(?:각자|전원|모두(?:\s?다)?)\s?[)）][\s.!]*$")

_DATE = late(r"\d{1,4}\s?[-/.월년]\s?\d|\d{1,2}\s[A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b")
_IN_A_WEEK = late(r"(?:다음|담)\s?주(?!차)|next\sweek", re.IGNORECASE)


def upcoming_items(blocks: Sequence[Block], roster: Roster) -> Mapping[int, str]:
    """The items below a title of the next meeting, and lines of who speaks there, each with that title."""
    found: dict[int, str] = {}
    below = Below(_is_title)
    for block in blocks:
        below.reach(block)
        if block.kind != "text":
            continue
        over = is_over_items(blocks, block)
        if over and _is_title(block):
            below.line = block
        elif below.title is not None and not over and (block.item or _is_said(block, roster)):
            found[block.index] = below.title
    return found


def _is_said(block: Block, roster: Roster) -> bool:
    """Whether a line is that of somebody: `Ada: book the room`."""
    told = None if block.depth or "\n" in block.text else speaker(block.text, roster)
    return told is not None and bool(told.rest.strip())


def says_to_do(said: str) -> bool:
    """Whether what is said of somebody is something to do, and no more than a name of what comes."""
    bare = _EVERYBODY.sub("", said)
    return _TO_DO.search(bare) is not None or _TO_DO_EN.match(bare) is not None


def is_for_everybody(said: str) -> bool:
    """Whether an item begins with a word for all of the team, or has it in brackets at its end."""
    return _EVERYBODY.match(said) is not None or _BY_EVERYBODY.search(said) is not None


def day_in(title: str) -> str:
    """What a title says of the day of the next meeting: a date, or `다음 주`; `다음 시간` sets none."""
    date = _DATE.search(title)
    return title[date.start() :] if date else title if _IN_A_WEEK.search(title) else ""


def _is_title(block: Block) -> bool:
    return len(block.text) <= _LONGEST_TITLE and _TITLE.fullmatch(without_emoji(block.text)) is not None
