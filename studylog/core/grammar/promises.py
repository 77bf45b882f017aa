"""What somebody will do, and who, in sentences, lists and tables: `내일 …`, `TODO`, `- [ ]`, `@이름`."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.dates.due import due
from studylog.core.dates.forms import DAY_OF_MONTH_EN
from studylog.core.findings import Place
from studylog.core.grammar import beside
from studylog.core.grammar.actionitems import action_of
from studylog.core.grammar.announced import announces, may_announce
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.markwords import ARROW
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.promising import (
    ADVICE,
    INTENDS,
    PAST,
    SENTENCE,
    STATES,
    TIME,
    is_promise,
    may_promise,
)
from studylog.core.grammar.scope import Scope
from studylog.core.grammar.todolists import says_a_task, says_done, tasks_of
from studylog.core.grammar.upcoming import day_in, is_for_everybody, says_to_do
from studylog.core.grammar.verbs import STEMS
from studylog.core.grammar.words import PIN
from studylog.core.late import late
from studylog.core.model import Promise
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by, unsigned
from studylog.core.people.speakers import speaker as said_by
from studylog.core.sought import sought
from studylog.core.text import fold, short_hash
from studylog.core.values import replace

# What somebody has to do, in brief behind the name: `춘향: 코드 정리하기 (12/5까지)`, `Ada to book a room`.
_TO_DO = sought("기", rf"(?:하|오|보|{STEMS}|정하|읽|풀|듣|나누|찾)기\s*(?:[(（][^()（）\n]*[)）])?[\s.!]*$")
_NAME_WILL = late(
    r"\W*(?P<name>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*)?|[가-힣]{2,4})\s"
    r"(?:(?:will|to)\s(?!(?:be|have|not|need|the|an?|our|my|his|her|their)\b)[a-z]+\b"
    rf"|[a-z]+s\s[^?!\n]*\b(?:by|on)\s(?:{DAY_OF_MONTH_EN}|tomorrow\b|next\s(?:week|month|time|meeting|session)\b"
    r"|(?i:mon|tues|wednes|thurs|fri|satur|sun)day\b))"
)
# … behind an arrow as well, or with the name at the end: `will ask on the forum (Ada)`.
_THEN_WILL = sought(
    "→ -> ⇒ => ➡", rf"{ARROW}\s?(?P<name>[A-Z][\w.'-]*|[가-힣]{{2,4}})\s(?:will|to)\s(?!be\b)[a-z]+\b"
)
_SIGNED_WILL = sought("will", r"(?:^|[,;:–—-]\s)will\s(?!be\b|have\b|not\b)[a-z]+\b[^?]*[(][^()]+[)][\s.!]*$")
# Where all of its alternatives begin with plain signs, a pattern is searched four times as fast.
_MAY_ASSIGN = late(
    r"A(?:[IP]\s?[:：]|ctions?\b[^:：\n]{0,8}[:：])|action[^:：\n]{0,8}[:：]"
    r"|기(?:로)?\s*(?:[(（.!\n]|$)|기\s+[-–—]\s|→|->|⇒|=>|➡|will(?<=\swill)\s|to(?<=\sto)\s"
)
# Somebody who is known, and what he does: `춘향이 일요일까지`, `몽룡 → 코드 정리 (8/10까지)`.
# In `몽룡이 말한 …` he does no more than what the next word says.
_SUBJECT = late(
    r"(?<![\w@])(?P<name>[가-힣]{1,5}?|[A-Z][A-Za-z]{1,15})(?:님)?(?:께서|이가|이|가)(?=\s(?!\S*[한된던는든진]\s))"
)
# `춘향은 5장 풀어오기`, `순서는 춘향 담당`.
_THEME = late(r"\W*(?P<name>[가-힣]{2,5}?|[A-Z][A-Za-z]{1,15})(?:님)?[은는]\s+(?=\S)")
_IN_CHARGE = sought("담당", r"(?<![\w@])(?P<name>[가-힣]{2,5}?)(?:님)?[이가]?\s담당\s*(?=[,.·/(]|$)")
_LEADS = sought("→ -> ⇒ => ➡", rf"\W*(?P<name>[가-힣A-Za-z]{{2,15}}?)(?:님)?\s*{ARROW}\s*(?=\S)")
_UNTIL = sought("까지", r"까지(?:\s?[^\s]{1,8})?[)）]?[\s.!]*$")
_DECIDED = sought(
    "기로", r"기로(?:\s?(?:함|했(?:습니다|어요|음|다)))?[\s.!~)]*(?:[(（][^()（）\n]{1,20}[)）])?\s*$"
)
_BY_DAY = late(r"[(（][^()（）]*(?:\d(?:[/.-]|월\s?)\d|\d일)[^()（）]*[)）]\s*$")
# `그림 넣기 - 춘향 (일요일까지)`: until when, behind who does it.
_UNTIL_BEHIND = sought(
    "까지 by until",
    r"\s*(?:[(（](?:[^()（）\n]{1,20}까지|(?:by|until)\s[^()（）\n]{1,20})[)）]|,\s[^(),（）\n]{1,15}까지)[\s.!]*$",
)
# `후처리 : 춘향 (8/20까지)`
_OWNED_BY = late(r"[^:：\n]{2,30}[:：]\s*(?P<name>[가-힣]{2,4}|[A-Z][a-z]{1,14})(?:님)?\s*")
_DAY_FIRST = late(r"^\W*\d{1,2}\s?[/.월]\s?\d{1,2}일?\s?(?:[(（][^()（）\n]{1,5}[)）])?\s+")
# `몽룡 코드 짜오기`, `8/19 몽룡 GPU 예약`: who does what a list has to be done.
_FIRST_WORD = late(r"\s*(?P<name>[가-힣]{2,4}|[A-Z][a-z]{1,14})(?:님)?\s+(?=\S)")
_AT_NAME = late(r"(?<![\w@])@(?P<name>[A-Za-z가-힣][\w-]{0,30})")
_LAST_BRACKETS = late(r"[(（](?P<names>[^()（）]{1,30})[)）][\s.!~]*$")
_TODO_OF = late(r"\W*TO-?DO\s?[(（]@?(?P<name>[^()（）\n:]{1,20})[)）]", re.IGNORECASE)
_MARK = late(r"^\s*(?:TODO|TO-DO|할\s?일)\s?(?:[(（][^()（）\n:]{1,20}[)）])?\s?[:：)\-]?\s*", re.IGNORECASE)


def promises_in(
    block: Block,
    scope: Scope,
    speaker: str | None,
    *,
    listed: str | None = None,
    upcoming: str | None = None,
    advised: bool = False,
) -> Iterator[Promise]:
    """The promises of a block, each a sentence; a task that can be ticked is one as a whole, and so is an
    item that is `listed` under a title of things to do, or says under one of the `upcoming` meeting who does
    what. Where a mentor is asked, `advised` is what to try.

    What is no minutes promises only tasks that say who or when: the others there are lists to tick off, and
    나중에 tells of what comes further down.
    """
    roster = scope.roster
    if block.task and re.search(r"\w", block.text):
        # A task that asks may bear the id of a question, which is none of its words.
        named = _who_does(block.text, PIN.sub("", block.said), roster)
        done = block.task == "done"
        promise = _promise(PIN.sub("", block.text), block.line, scope, named or speaker, done=done)
        if scope.minutes or named or promise.due:
            yield promise
        return
    if listed is not None and scope.minutes and _is_to_do(block.said, roster):
        yield _to_do(block, scope, speaker, listed)
        return
    if upcoming is not None and scope.minutes and _is_assigned_there(block, roster):
        yield _to_do(block, scope, speaker, day_in(upcoming))
        return
    if not scope.minutes or not (
        may_promise(block.said) or _MAY_ASSIGN.search(block.said) or may_announce(block.said)
    ):
        return
    yield from _in_sentences(block, scope, speaker, advised=advised)


def _in_sentences(block: Block, scope: Scope, speaker: str | None, *, advised: bool) -> Iterator[Promise]:
    """What the sentences of a block promise; who speaks in one goes on in the next."""
    roster = scope.roster
    saying: str | None = None
    for sentence in SENTENCE.finditer(block.said):
        text = block.text[sentence.start() : sentence.end()]
        if action := action_of(text, roster):
            yield _promise(action.rest, block.line, scope, action.name or None, done=says_done(block))
            continue
        # Who says it is no word of it, and goes on speaking: `춘향: 못 봤어요. 내일 알아올게요.`
        told = said_by(text, roster)
        if told and told.rest.strip():
            text, speaker = told.rest, told.name
            saying = told.name
        assigned = _assigned(text, saying, roster) or (_signed_to_do(text, roster) if block.item else None)
        announced = bool((block.item and speaker) or saying) and announces(text)
        told_so = advised and ADVICE.search(sentence[0]) and not TIME.search(sentence[0])
        if assigned or announced or (is_promise(sentence[0]) and not told_so):
            who = _who(sentence[0], roster) or assigned or signed_by(text, roster) or speaker
            promise = _promise(text, block.line, scope, who, done=False)
            # `할 일:` alone is a title.
            if promise.text:
                yield promise


def to_do_beside(memory: Memory, block: Block) -> bool:
    """Whether an item such as `설정 파일 나누기` stands in a list in which somebody promises the others."""
    said = block.said
    # `방법 : … 학습하기` says how, and no more.
    if not block.item or ":" in said or "：" in said or not _TO_DO.search(said):
        return False
    return beside.of_items(memory, block, _any_promises)


def is_over_turns(memory: Memory, block: Block) -> bool:
    """Whether an item only says what those below it plan: `다음 주 발표`, over papers on their days."""
    after = memory.after(block) if block.item and memory.found.papers else None
    if after is None or after.depth <= block.depth:
        return False
    return any(paper.role == "planned" and paper.place.line == after.line for paper in memory.found.papers)


def _any_promises(_: Memory, items: Sequence[Block]) -> bool:
    return any(announces(item.said) or is_promise(item.said) for item in items)


def _to_do(block: Block, scope: Scope, speaker: str | None, title: str) -> Promise:
    """An item among the things to do, on the day of its title where it names none."""
    told = said_by(block.text, scope.roster)
    # Who says it is no word of it.
    words = told.rest if told and told.rest.strip() else block.text
    who = _who_does(block.text, block.said, scope.roster) or speaker
    made = _promise(words, block.line, scope, who, done=says_done(block))
    return made if made.due or not scope.day else replace(made, due=due(title, scope.day))


def _who_does(text: str, said: str, roster: Roster) -> str | None:
    """Who does what a list has to be done: `춘향: …`, `8/17 춘향 - …`, `… - 춘향`."""
    told = said_by(text, roster) or said_by(_DAY_FIRST.sub("", text), roster)
    by = told.name if told else signed_by(_UNTIL_BEHIND.sub("", said), roster)
    first = _FIRST_WORD.match(_DAY_FIRST.sub("", text))
    named = _person(first, roster) if first else None
    return _who(said, roster) or by or _assigned(said, None, roster) or named


def promises_in_table(block: Block, scope: Scope) -> Iterator[Promise]:
    """The tasks in a table of them, each a promise."""
    for task in tasks_of(block, scope.roster) if scope.minutes else ():
        made = _promise(task.said, task.line, scope, task.who, done=task.done)
        # A column for days need not say that they are deadlines.
        yield replace(made, due=due(f"by {task.until}", scope.day) if scope.day else None)


def _is_to_do(said: str, roster: Roster) -> bool:
    """Whether an item among the things to do says one: no name alone, and nothing that is or was."""
    if not says_a_task(said) or roster.resolve(said.strip(" :：")).person or "?" in said:
        return False
    return not PAST.search(said) and (not STATES.search(said) or bool(INTENDS.search(said)))


def _is_assigned_there(block: Block, roster: Roster) -> bool:
    """Whether an item of what comes next says who is to do something; who is to present is a plan."""
    told = said_by(block.said, roster)
    said = told.rest if told else block.said
    if not says_to_do(said.strip()) or PAST.search(said) or says_done(block):
        return False
    return is_for_everybody(block.said) or _who_does(block.text, block.said, roster) is not None


def _assigned(text: str, speaker: str | None, roster: Roster) -> str | None:
    """Who has something to do: whose name stands before `… 공유하기`, or before `will` or `to` and a verb."""
    if speaker and _TO_DO.search(text):
        return speaker
    # `몽룡이 3장까지 읽음` sets no day.
    until = _DECIDED.search(text) or (_UNTIL.search(text) and TIME.search(text))
    if until and not (PAST.search(text) or "?" in text or "？" in text):
        return _subject(text, roster)
    if may_announce(text) and announces(text) and (by := _subject(text, roster)):
        return by
    to_do = _TO_DO.search(text)
    leads = _LEADS.match(text)
    if leads and (until or to_do or _BY_DAY.search(text)):
        return _person(leads, roster)
    if to_do and (by := _subject(text, roster)):
        return by
    if PAST.search(text):
        return None
    if named := _NAME_WILL.match(text) or _THEN_WILL.search(text):
        return _person(named, roster)
    return signed_by(text, roster) if _SIGNED_WILL.search(text) else None


def _signed_to_do(text: str, roster: Roster) -> str | None:
    """Who has signed what is to do: `시트 만들기 - 춘향`, `후처리 : 춘향 (8/20까지)`."""
    bare = _UNTIL_BEHIND.sub("", text)
    owned = _OWNED_BY.fullmatch(bare) if bare != text else None
    if owned and (by := _person(owned, roster)):
        return by
    said, by = unsigned(bare, roster) if _TO_DO.may_be_in(bare) else (bare, None)
    return by if by and _TO_DO.search(said) and not PAST.search(text) else None


def _subject(text: str, roster: Roster) -> str | None:
    """Who is known and does something in a sentence: `몽룡이 …`, or `몽룡 → …`."""
    signs = (*_SUBJECT.finditer(text), _LEADS.match(text), _THEME.match(text), _IN_CHARGE.search(text))
    found = (_person(one, roster) for one in signs if one)
    return next((name for name in found if name), None)


def _person(match: re.Match[str], roster: Roster) -> str | None:
    person = roster.resolve(match["name"]).person
    return person.name if person else None


def _promise(text: str, line: int, scope: Scope, who: str | None, *, done: bool) -> Promise:
    path, day = scope.path, scope.day
    said = _MARK.sub("", text.strip())
    return Promise(
        # Of the words with their mark: notes refer to promises by ids that were made so.
        id=f"p-{short_hash(day.isoformat() if day else path, fold(said))}",
        text=scope.patterns.answer.sub("", said) or said,
        who=who,
        due=due(text, day) if day else None,
        done=done,
        place=Place(path, line),
    )


def _who(text: str, roster: Roster) -> str | None:
    """Who will do it, where the text says so: `@춘향`, or `(춘향)` at its end."""
    mentioned = _AT_NAME.search(text) or _TODO_OF.match(text)
    if mentioned:
        # `TODO(춘향, 몽룡)`: the first of them does it.
        return roster.canonical(mentioned["name"].split(",")[0])
    bracketed = _LAST_BRACKETS.search(text)
    # `(춘향, 8/15까지)`: who and until when.
    names = bracketed["names"].split(",") if bracketed else ()
    people = (roster.resolve(name.strip()).person for name in names)
    return next((person.name for person in people if person), None) or _subject(text, roster)
