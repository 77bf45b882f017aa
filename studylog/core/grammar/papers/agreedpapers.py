"""Who presents what next, dealt out in a sentence: `다음 주에는 길동이 BERT, 춘향이 GPT를 발표하기로 함`."""

import re
from collections.abc import Sequence
from datetime import date

from studylog.core.dates.due import due
from studylog.core.findings import Place
from studylog.core.grammar.papers.paperturns import is_of_papers
from studylog.core.grammar.papers.plans import NO_PAPER, planned
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import title_in
from studylog.core.grammar.vocabulary.promising import SENTENCE
from studylog.core.late import late
from studylog.core.model import NotePaper
from studylog.core.sought import sought

_ON = r"\d{1,2}(?:/|월\s?)\d{1,2}일?(?:\s?[(（][월화수목금토일][)）])?"
_AHEAD = (
    rf"(?P<when>(?:(?:다음|담)\s?(?:번\s?)?(?:주|시간|모임|회의|스터디|세미나|번)(?:\s?[월화수목금토일]요일)?|[월화수목금토일]요일|내일|모레|{_ON})"
    rf"(?:\s?[(（]{_ON}[)）])?)(?:에는|에|은|는)?"
)
# `길동이 BERT, 춘향이 GPT 논문을 발표하기로 했다`
_AGREED = sought(
    "발표 리뷰 소개",
    rf"\W*{_AHEAD}[\s:：,]+(?P<turns>\S[^\n]{{3,200}}?)(?P<paper>\s?논문)?(?:을|를)?\s(?:각각\s|나눠서?\s)?(?:발표|리뷰|소개)\s?"
    r"(?:하기로\s?(?:함|했(?:습니다|어요|음|다)|하였(?:습니다|다))|할\s?(?:예정|차례)(?:입니다|이다|임)?|예정(?:입니다|이다|임)?|합니다|한다|해\s?주시기로\s?(?:함|했(?:습니다|어요|음|다)))"
    r"[\s.!~]*",
)
_TITLE = r"(?P<title>[\"“]?[A-Z][A-Za-z0-9 .+:&'/-]{0,100}?[A-Za-z0-9+\"”])"
_TURN = late(
    rf"(?:그리고\s)?(?P<name>[가-힣]{{2,5}}?|[A-Z][a-z]{{1,14}})(?:님)?(?:이|가|은|는)\s{_TITLE}(?P<paper>\s?논문)?(?:을|를)?"
)
_BETWEEN = late(r",\s|\s(?=그리고\s)")
# `Next week Ada presents BERT and Grace GPT-2.`
_AGREED_EN = sought(
    "present cover",
    r"\W*(?P<when>(?:Next|next)\s(?:week|time|meeting|session|month)|(?:On\s|on\s)?(?:(?:Next|next)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Tomorrow|tomorrow)"
    r"[,:]?\s(?P<turns>[A-Z][^\n]{8,200}?)[\s.!]*",
)
_TURN_EN = late(
    r"(?P<name>[A-Z][a-z]{1,14})\s(?P<verb>(?:will\s|is\sgoing\sto\s)?(?:present|cover)s?\s|is\s(?:presenting|covering)\s)?(?:the\s)?"
    r"(?P<title>[\"“]?[A-Z][A-Za-z0-9.+:'-]*(?:\s[A-Za-z0-9.+:'-]+){0,14}?[\"”]?)(?P<paper>\spaper)?"
)
_BETWEEN_EN = late(r",?\sand\s(?=[A-Z][a-z]+\s)|[,;]\s(?=[A-Z][a-z]+\s)")
# What somebody presents, too, and no paper is called so.
_OTHER = late(
    r"[\"“]?(?:PR|MR|EDA|KPT|TIL|QnA|Q&A|README|API|UI|DB|ERD|PPT|HW\d*|Lab\d*|Lec\S*|Ch\d*|(?:Chapter|Lecture)\b.*)[\"”]?"
)
_DAY = late(r"\d|요일|내일|모레|day\b|[Tt]omorrow")


def agreed_papers(memory: Memory, block: Block) -> bool:
    """Who presents what next, as a sentence says it: of the whole block, or of one that is read on."""
    if not memory.scope.meeting or not (_AGREED.may_be_in(block.text) or _AGREED_EN.may_be_in(block.text)):
        return False
    sentences = [sentence[0] for sentence in SENTENCE.finditer(block.text)]
    found = [told for sentence in sentences if (told := _agreed(memory, block, sentence))]
    memory.found.papers += [paper for papers in found for paper in papers]
    return bool(found) and len(found) == len(sentences)


def _agreed(memory: Memory, block: Block, sentence: str) -> Sequence[NotePaper]:
    agreed, rows = _turns(sentence)
    if agreed is None or not rows or not all(_is_turn(memory, row) for row in rows):
        return ()
    # Without the word, a title may be that of a chapter.
    named = agreed.groupdict().get("paper") or any(row["paper"] for row in rows)
    if not named and not is_of_papers(memory):
        return ()
    memory.found.agreed.add(sentence)
    line = block.line + block.text[: block.text.index(sentence)].count("\n")
    when = _day(agreed["when"], memory.scope.day)
    return [_planned(memory, row, line, when) for row in rows]


def _turns(text: str) -> tuple[re.Match[str] | None, Sequence[re.Match[str]]]:
    """The sentence, and who presents what in it; nothing where one of its parts says anything else."""
    forms = ((_AGREED, _BETWEEN, _TURN), (_AGREED_EN, _BETWEEN_EN, _TURN_EN))
    for sentence, between, turn in forms:
        agreed = sentence.fullmatch(text)
        if agreed is None:
            continue
        parts = between.split(agreed["turns"])
        rows = [row for part in parts if (row := turn.fullmatch(part.strip()))]
        # In English the first turn has the verb of all.
        says = rows and ("verb" not in rows[0].groupdict() or rows[0]["verb"])
        return (agreed, rows) if says and len(rows) == len(parts) else (None, ())
    return None, ()


def _is_turn(memory: Memory, row: re.Match[str]) -> bool:
    title = title_in(row["title"]).name
    known = memory.scope.roster.resolve(row["name"]).person is not None
    return known and bool(title) and not (NO_PAPER.fullmatch(title) or _OTHER.fullmatch(title))


def _planned(memory: Memory, row: re.Match[str], line: int, when: date | None) -> NotePaper:
    person = memory.scope.roster.canonical(row["name"])
    return planned((title_in(row["title"]),), Place(memory.scope.path, line), (person,), when)


def _day(told: str, meeting: date | None) -> date | None:
    """The day of a sentence; `다음 주` alone is none."""
    return due(told, meeting) if meeting and _DAY.search(told) else None
