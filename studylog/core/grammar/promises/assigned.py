"""Who has something to do, by what a line says: `춘향: …`, `… - 춘향`, `Ada will …`, `@이름`."""

import re

from studylog.core.dates.forms import DAY_OF_MONTH_EN
from studylog.core.grammar.vocabulary.announced import announces, may_announce
from studylog.core.grammar.vocabulary.markwords import ARROW
from studylog.core.grammar.vocabulary.promising import PAST, TIME
from studylog.core.grammar.vocabulary.verbs import STEMS
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by, unsigned
from studylog.core.people.speakers import speaker as said_by
from studylog.core.sought import sought

# What somebody has to do, in brief behind the name: `춘향: 코드 정리하기 (12/5까지)`, `Ada to book a room`.
TO_DO = sought("기", rf"(?:하|오|보|{STEMS}|정하|읽|풀|듣|나누|찾)기\s*(?:[(（][^()（）\n]*[)）])?[\s.!]*$")
_NAME_WILL = late(
    r"\W*(?P<name>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*)?|[가-힣]{2,4})\s"
    # `Ada still needs to send it`; who has to leave early promises nothing.
    r"(?:(?:will|(?:(?:is\sgoing|volunteered|agreed|offered|promised)\s)?to"
    r"|(?:still\s)?(?:needs|has)\sto(?!\s(?:leave|go|miss|skip|drop|work|stay|wait|retake|know|understand|catch)\b))\s(?!(?:be|have|not|need|the|an?|our|my|his|her|their)\b)[a-z]+\b"
    rf"|(?!presents\s[\"“])[a-z]+s\s[^?!\n]*\b(?:by|on)\s(?:{DAY_OF_MONTH_EN}|tomorrow\b|next\s(?:week|month|time|meeting|session)\b"
    r"|(?i:mon|tues|wednes|thurs|fri|satur|sun)day\b))"
)
# … behind an arrow as well, or with the name at the end: `will ask on the forum (Ada)`.
_THEN_WILL = sought(
    "→ -> ⇒ => ➡", rf"{ARROW}\s?(?P<name>[A-Z][\w.'-]*|[가-힣]{{2,4}})\s(?:will|to)\s(?!be\b)[a-z]+\b"
)
_SIGNED_WILL = sought("will", r"(?:^|[,;:–—-]\s)will\s(?!be\b|have\b|not\b)[a-z]+\b[^?]*[(][^()]+[)][\s.!]*$")
# Somebody who is known, and what he does: `춘향이 일요일까지`, `몽룡 → 코드 정리 (8/10까지)`.
# In `몽룡이 말한 …` he does no more than what the next word says.
_SUBJECT = late(
    r"(?<![\w@])(?P<name>[가-힣]{1,5}?|[A-Z][A-Za-z]{1,15})(?:님)?(?:께서|이가|이|가)(?=\s(?!\S*[한된던는든진]\s))"
)
# `춘향이 오면 물어보기로`, `춘향이 아니까 물어보기`: who is waited for, or asked as he knows, does nothing
# by that; `춘향이 시간 되면 올리기로` does.
_WAITED_FOR = sought(
    "면 때 뒤 후 다음 니까 테니",
    r"(?<![\w@])(?:[가-힣]{1,5}?|[A-Z][A-Za-z]{1,15})(?:님)?(?:께서|이가|이|가)?\s"
    r"(?:(?:(?:다음|담)\s?(?:주|번|시간)|내일|주말|[월화수목금토일]요일|나중|이따)(?:에)?\s)?"
    r"(?:(?:돌아|들어|나)?(?:오시?면|온\s(?:뒤|후|다음)에?|올\s때)|(?:도착|복귀|출근|참석|접속)\s?하시?면"
    r"|(?:답(?:변|장)?\s?(?:을\s)?(?:주|하|해\s?주)|(?:알려|말해)\s?주)시?면|(?:잘\s)?(?:아시?니까|알\s?테니까?|아실\s?테니까?))\s",
)
# `춘향은 5장 풀어오기`, `순서는 춘향 담당`.
_THEME = late(r"\W*(?P<name>[가-힣]{2,5}?|[A-Z][A-Za-z]{1,15})(?:님)?[은는]\s+(?=\S)")
_IN_CHARGE = sought("담당", r"(?<![\w@])(?P<name>[가-힣]{2,5}?)(?:님)?[이가]?\s담당\s*(?=[,.·/(]|$)")
_LEADS = sought("→ -> ⇒ => ➡", rf"\W*(?P<name>[가-힣A-Za-z]{{2,15}}?)(?:님)?\s*{ARROW}\s*(?=\S)")
_UNTIL = sought("까지", r"까지(?:\s?[^\s]{1,8})?[)）]?[\s.!]*$")
_DECIDED = sought(
    "기로",
    r"기로(?:\s?(?:함|하심|(?:했|하셨)(?:습니다|어요|음|다)))?[\s.!~)]*(?:[(（][^()（）\n]{1,20}[)）])?\s*$",
)
_BY_DAY = late(r"[(（][^()（）]*(?:\d(?:[/.-]|월\s?)\d|\d일)[^()（）]*[)）]\s*$")
# `그림 넣기 - 춘향 (일요일까지)`: until when, behind who does it.
_UNTIL_BEHIND = sought(
    "까지 by until",
    r"\s*(?:[(（](?:[^()（）\n]{1,20}까지|(?:by|until)\s[^()（）\n]{1,20})[)）]|,\s[^(),（）\n]{1,15}까지)[\s.!]*$",
)
# What programs for tasks put behind one: how urgent it is, and days.
_TASK_SIGNS = sought(
    "⏫ 🔼 🔽 🔺 ⏬ 🔁 📅 ⏳ 🛫 ➕",
    r"(?:\s*(?:[⏫🔼🔽🔺⏬]\ufe0f?|[📅⏳🛫➕]\ufe0f?\s*\d{4}-\d\d-\d\d|🔁\ufe0f?[^⏫🔼🔽🔺⏬📅⏳🛫➕\n]{1,30}))+\s*$",
)
# `후처리 : 춘향 (8/20까지)`
_OWNED_BY = late(r"[^:：\n]{2,30}[:：]\s*(?P<name>[가-힣]{2,4}|[A-Z][a-z]{1,14})(?:님)?\s*")
_DAY_FIRST = late(r"^\W*\d{1,2}\s?[/.월]\s?\d{1,2}일?\s?(?:[(（][^()（）\n]{1,5}[)）])?\s+")
# `몽룡 코드 짜오기`, `8/19 몽룡 GPU 예약`: who does what a list has to be done.
_FIRST_WORD = late(r"\s*(?P<name>[가-힣]{2,4}|[A-Z][a-z]{1,14})(?:님)?\s+(?=\S)")
_AT_NAME = late(r"(?<![\w@])@(?P<name>[A-Za-z가-힣][\w-]{0,30})")
_LAST_BRACKETS = late(r"[(（](?P<names>[^()（）]{1,30})[)）][\s.!~]*$")
_TODO_OF = late(r"\W*TO-?DO\s?[(（]@?(?P<name>[^()（）\n:]{1,20})[)）]", re.IGNORECASE)


def who_does(text: str, said: str, roster: Roster) -> str | None:
    """Who does what a list has to be done: `춘향: …`, `8/17 춘향 - …`, `… - 춘향`."""
    told = said_by(text, roster) or said_by(_DAY_FIRST.sub("", text), roster)
    bare = _UNTIL_BEHIND.sub("", _TASK_SIGNS.sub("", said))
    by = told.name if told else signed_by(bare, roster)
    first = _FIRST_WORD.match(_WAITED_FOR.sub("", _DAY_FIRST.sub("", text)))
    named = _person(first, roster) if first else None
    return who_will(said, roster) or by or who_has_to(said, None, roster) or named


def who_has_to(text: str, speaker: str | None, roster: Roster) -> str | None:
    """Who has something to do: whose name stands before `… 공유하기`, or before `will` or `to` and a verb."""
    if speaker and TO_DO.search(text):
        return speaker
    # `몽룡이 3장까지 읽음` sets no day.
    until = _DECIDED.search(text) or (_UNTIL.search(text) and TIME.search(text))
    if until and not (PAST.search(text) or "?" in text or "？" in text):
        first = _FIRST_WORD.match(text)
        return _subject(text, roster) or (_person(first, roster) if first else None)
    if may_announce(text) and announces(text) and (by := _subject(text, roster)):
        return by
    to_do = TO_DO.search(text)
    leads = _LEADS.match(text)
    if leads and (until or to_do or _BY_DAY.search(text)):
        return _person(leads, roster)
    if to_do and (by := _subject(text, roster)):
        return by
    named = _NAME_WILL.match(text) or _THEN_WILL.search(text)
    if not (named or _SIGNED_WILL.search(text)) or PAST.search(text):
        return None
    return _person(named, roster) if named else signed_by(text, roster)


def who_signed(text: str, roster: Roster) -> str | None:
    """Who has signed what is to do: `시트 만들기 - 춘향`, `후처리 : 춘향 (8/20까지)`."""
    bare = _UNTIL_BEHIND.sub("", text)
    owned = _OWNED_BY.fullmatch(bare) if bare != text else None
    if owned and (by := _person(owned, roster)):
        return by
    said, by = unsigned(bare, roster) if TO_DO.may_be_in(bare) else (bare, None)
    return by if by and TO_DO.search(said) and not PAST.search(text) else None


def _subject(text: str, roster: Roster) -> str | None:
    """Who is known and does something in a sentence: `몽룡이 …`, or `몽룡 → …`."""
    text = _WAITED_FOR.sub("", text)
    signs = (*_SUBJECT.finditer(text), _LEADS.match(text), _THEME.match(text), _IN_CHARGE.search(text))
    found = (_person(one, roster) for one in signs if one)
    return next((name for name in found if name), None)


def _person(match: re.Match[str], roster: Roster) -> str | None:
    person = roster.resolve(match["name"]).person
    return person.name if person else None


def who_will(text: str, roster: Roster) -> str | None:
    """Who will do it, where the text says so: `@춘향`, or `(춘향)` at its end."""
    mentioned = _AT_NAME.search(text) or _TODO_OF.match(text)
    if mentioned:
        # Several who are known do it `together`; of others, the first.
        return roster.canonical(mentioned["name"].split(",")[0])
    bracketed = _LAST_BRACKETS.search(text)
    # `(춘향, 8/15까지)`: who and until when.
    names = bracketed["names"].split(",") if bracketed else ()
    people = (roster.resolve(name.strip()).person for name in names)
    return next((person.name for person in people if person), None) or _subject(text, roster)
