"""What somebody will do: `내일 같이 얘기해보자`, `추후 알아올 것`, `TODO`, `- [ ]`, `@이름`.

A promise has a time (내일, 다음 주까지, 나중에) and a verb of doing: 내일 alone promises nothing. Without
a time, somebody will find something out, or do it himself: `찾아보겠습니다`, `제가 추가할게요`.
"""

import re
from collections.abc import Iterator, Sequence

from studylog.core.dates.due import due
from studylog.core.findings import Place
from studylog.core.grammar import beside
from studylog.core.grammar.announced import ASKS_AT_ONCE, announces, may_announce
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.scope import Scope
from studylog.core.grammar.todolists import says_a_task, says_done, tasks_of
from studylog.core.grammar.words import PIN
from studylog.core.late import late
from studylog.core.model import Promise
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by
from studylog.core.people.speakers import speaker as said_by
from studylog.core.sought import sought
from studylog.core.text import fold, short_hash
from studylog.core.values import replace

_TIME = late(
    r"내일|모레|다음\s?(?:주|시간|회의|번|강(?!의에서)의?|달|모임|멘토링|스터디|피어\s?세션)|추후|나중에|이따가?|주말|[월화수목금토일]요일"
    # 오늘 안건 is about nothing to come.
    r"|(?:오늘|(?:이번|금)\s?주)\s?(?:안(?:에|으로)|중(?:에|으로)|내(?:에|로))|오늘\s?(?:밤|저녁)"
    # 보이기까지, 여기까지 set no day: a deadline stands behind something that has one.
    r"|(?:\d\s?(?:일|시|분)?|[주말전후]|시간|회의|모임|수업|멘토링|요일|욜|오늘|아침|저녁|밤)"
    r"\s?(?:\([^()]*\)\s?)?까지(?![의도])"
    r"|\b(?:tomorrow|later|tonight|next\s(?:week|time|meeting|session)"
    r"|(?:by|on|until)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s\d{1,2}/\d{1,2})\b",
    re.IGNORECASE,
)
_DOING = late(
    r"(?:얘기|이야기|논의|의논|토론|공유|정리|조사|확인|준비|발표|제출|작성|실험|구현|설명|복습|질문|업로드|보완|수정|공부|비교|적용|시도|테스트)"
    r"\s?(?:을|를)?\s?(?:하|해|할|합|드리|올리|올려|부탁|예정|$|[-–—.!~()])"
    r"|(?:알아|찾아|가져)\s?[보오올와봅옵]|물어\s?[보봐볼봅]|여쭤|올려|올리|해\s?(?:오기|올게|올\s?것|옵시다|보기|보자|봅시다|볼게|볼\s?것)"
    r"|같이[^\n]*[합봅]시다[\s.!~)]*$|돌려\s?[놓둘]"
    r"|(?:돌려|읽어|써|만들어|풀어)\s?[오올옵보볼봅봐]|정(?:하자|합시다|해\s?(?:보자|봅시다))"
    # `다음 시간: RNN 이해하기` is the title of what comes, and who decides 쉬기로 함 has nothing to do.
    r"|^(?!\W*(?:다음\s?(?:주|시간|강의?|회의)|[월화수목금토일]요일|내일)\s?[:：–—-])[^\n]*[가-힣]\s?(?:하|오|놓|두)기(?=[\s.!~)]*$)"
    r"|(?<!쉬)(?<!않)(?<!빼)(?<!없애)(?<!안 하)기로\s?(?:함|했(?:습니다|어요|음))[\s.!~)]*$"
    r"|(?:드릴|놓을)[게께](?:요|습니다)?[\s.!~)]*$|(?:주|올리|보내)신다고\s?(?:함|하심|하셨(?:습니다|어요|음))[\s.!~)]*$"
    r"|(?:만들|정하|짜|보내|쓰|읽|풀|듣|끝내|마치|고치|채우|맞추|모으|모이|나누|외우|옮기|바꾸|찾|고르|올리|돌리)기(?=[\s.!~)]*$)"
    r"|\b(?:discuss|share|look\s(?:into|(?:it\s|them\s)?up)|find\s(?:it\s)?out|ask|bring|check|prepare|present|write\s(?:it\s|them\s)?up"
    r"|try|talk\sabout|compare|read|send|upload|post|measure|run"
    r"|(?:will|(?<=['’])ll)\s(?!be\b|have\b|not\b|need\b|take\b)[a-z]+)\b",
    re.IGNORECASE,
)
_ALONE = late(
    r"(?:알아|찾아|조사해|정리해|물어|확인해|읽어|해)\s?(?:올|볼|오기|보기)\s?(?:것|거|게요|께요)?(?=[\s.)!]*$)"
    r"|^\W*각자\s[^\n]*[가-힣]\s?[오보]기(?=[\s.)!]*$)"
    r"|^\W*TO-?DO\b(?!\s?(?:목록|리스트|항목|lists?\b|apps?\b|앱|,))|^\W*할\s?일\s?[:：]",
    re.IGNORECASE | re.MULTILINE,
)
# `멘토님께 여쭤보기`, `결과를 피어세션 때 공유`: whoever is asked, and the meeting, are to come.
_TO_ASK = (
    r"\s?(?:해\s?)?(?:하|보|드리)?"
    r"(?:기(?:로\s?(?:함|했(?:습니다|어요|음|다))|로)?|자|[합봅]시다|[할볼릴]\s?(?:것|게요|예정(?:입니다)?))"
)
# `피어세션 때 나온 질문` is one that was asked.
_AT_MEETING = late(
    r"(?:(?:멘토|강사|조교|교수)님?\s?(?:께|에게|한테)\s(?:다시\s|같이\s|한\s?번\s)?(?:질문|여쭤|물어)"
    rf"{_TO_ASK}|(?<!어제 )(?<!오늘 )(?<!지난 )(?<!저번 )(?:피어\s?세션|멘토링|오피스\s?아워)"
    rf"\s?(?:때|시간에)\s[^.?!\n]{{0,30}}(?:(?<![은는던온본한된난]\s)(?:공유|발표|질문|논의|얘기|이야기)(?:{_TO_ASK})?"
    rf"|(?:여쭤|물어){_TO_ASK}))(?=[\s.)!~]*$)"
)
# What somebody is about to do needs no day; 설명하겠습니다 does at once what it says.
_END = r"(?:습니다|어요|음|다|요)[\s.!~)]*(?:\([^()]*\))?\s*$"
_WILL = r"(?:(?:하|보|오|두|놓|드리|봐야|야)겠|[할볼올둘릴][게께]|놓을[게께])"
_WILL_FIND_OUT = late(
    rf"(?:알아|찾아|물어|여쭤|돌려|읽어|풀어|(?:조사|확인|실험|테스트|공부)\s?(?:해)?)\s?{_WILL}{_END}"
    r"|(?:(?:알아|찾아|물어|여쭤)\s?[보오]|(?:조사|확인)\s?(?:하|해\s?[보오]))기로\s?(?:함|했(?:습니다|어요|음|다))[\s.!~)]*$"
    r"|\bI(?:['’]ll|\swill)\s(?:look\sinto\s(?:it|this|that)|look\s(?:it|this|that|them)\sup|find\s(?:it\s)?out"
    r"|check(?:\s(?:it|this|that))?|ask(?:\s\w+){0,3})[\s.!]*$",
    re.IGNORECASE,
)
_WILL_DO = late(
    rf"(?:(?:만들어|써|(?:추가|수정|정리|구현|작성|업로드|준비|제출|보완|적용|반영|공유|개선)\s?(?:해)?)\s?{_WILL}"
    rf"|(?:올리|고치|만들|보내|채우|옮기|가져오)겠|(?:올릴|고칠|만들|보낼|채울|옮길|가져올)[게께]){_END}"
)
# `@춘향 조사해오기`; `@춘향 : …` only quotes somebody, and `@param …` is of a program.
_ADDRESSED = late(r"^\s*@(?!(?:param|returns?|throws|see|since|author)\b)\S+\s(?!\s*[:：])", re.MULTILINE)
# A sentence that states something promises nothing, unless it states what somebody is going to do.
_STATES = late(
    r"(?:다|네요|데요|군요|거든요|[대래]요|죠|는지|까요?|때|[가-힣]면|듯(?:요|함|해요|하네요)?)[\s.!…~]*(?:\([^()]*\))?[\s.!~]*$"
)
_INTENDS = late(
    r"겠|[합봅옵읍]시다|신다고\s?하셨|기로\s?(?:했|하|함|한)|예정|계획|(?:부탁|바랍|주시)|[을할볼올갈낼둘줄]\s?것(?:이다|입니다)"
)
# What somebody has to do, in brief behind the name: `춘향: 코드 정리하기 (12/5까지)`, `Ada to book a room`.
_TO_DO = late(
    r"(?:하|오|보|쓰|읽|만들|정하|찾|고치|올리|보내|돌리|풀|듣|채우|맞추|나누|바꾸|옮기|끝내|모으|줄이|늘리|넣|빼|지우|그리|합치)기\s*(?:[(（][^()（）\n]*[)）])?[\s.!]*$"
)
# `직접 해보기`: who is asked says so what to do, and is about to find out nothing.
_ADVICE = late(r"(?<!조사)(?<!정리)(?<!확인)(?<!실험)(?<!비교)해\s?보기[\s.)!]*$")
_NAME_WILL = late(
    r"\W*(?P<name>[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*)?|[가-힣]{2,4})\s(?:(?:will|to)\s(?!(?:be|have|not|need|the|an?|our|my|his|her|their)\b)[a-z]+\b"
    r"|[a-z]+s\s[^?!\n]*\bby\s(?:tomorrow|next\s(?:week|month|time|meeting|session)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
# Where all of its alternatives begin with plain signs, a pattern is searched four times as fast.
_MAY_ASSIGN = late(r"기\s*(?:[(（.!\n]|$)|→|->|⇒|=>|➡|will(?<=\swill)\s|to(?<=\sto)\s")
# One of these words, in lower case, is in every promise.
_HINT = late(
    r"내일|모레|다음\s?[주시회번강달모멘스피]|추후|나중에|이따|주말|요일|오늘|이번\s?주|금주|까지|올|볼|오기|보기|할\s?일|@|겠|게요|께요|기로\s?[함했]|멘토|강사|조교|교수|피어|아워"
    r"|tomorrow|later|ton|next|day|by\s|todo|to-do|'ll\s|’ll\s|will\s"
)
# What was done yesterday is no promise, and neither is what one wonders about.
_PAST = late(
    r"(?<!기로 )(?<!기로)(?:했|였|었|았|됐|봤|왔|갔)(?:습니다|어요|음|다|는데|고)"
    r"|[?？]\s*$|\b(?:was|were|did|had)\b"
)
# A point ends a sentence before a blank: not in `3.2절`.
_SENTENCE = late(r"\S[^.!?\n]*(?:[.!?]+(?=[^.!?\s])[^.!?\n]*)*[.!?]*")
# Somebody who is known, and what he does: `춘향이 일요일까지`, `몽룡 → 코드 정리 (8/10까지)`.
# In `몽룡이 말한 …` he does no more than what the next word says.
_SUBJECT = late(
    r"(?<![\w@])(?P<name>[가-힣]{2,5}?|[A-Z][A-Za-z]{1,15})(?:님)?(?:께서|이가|이|가)(?=\s(?!\S*[한된던는든진]\s))"
)
_LEADS = sought("→ -> ⇒ => ➡", r"\W*(?P<name>[가-힣A-Za-z]{2,15}?)(?:님)?\s*(?:→|->|⇒|=>|➡)\s*(?=\S)")
_UNTIL = sought("까지", r"까지(?:\s?[^\s]{1,8})?[)）]?[\s.!]*$")
_DECIDED = sought("기로", r"기로(?:\s?(?:함|했(?:습니다|어요|음|다)))?[\s.!~)]*$")
_BY_DAY = late(r"[(（][^()（）]*(?:\d(?:[/.-]|월\s?)\d|\d일)[^()（）]*[)）]\s*$")
_DAY_FIRST = late(r"^\W*\d{1,2}\s?[/.월]\s?\d{1,2}일?\s?(?:[(（][^()（）\n]{1,5}[)）])?\s+")
_AT_NAME = late(r"(?<![\w@])@(?P<name>[A-Za-z가-힣][\w-]{0,30})")
_LAST_BRACKETS = late(r"[(（](?P<names>[^()（）]{1,30})[)）][\s.!~]*$")
_TODO_OF = late(r"\W*TO-?DO\s?[(（]@?(?P<name>[^()（）\n:]{1,20})[)）]", re.IGNORECASE)
_MARK = late(r"^\s*(?:TODO|TO-DO|할\s?일)\s?(?:[(（][^()（）\n:]{1,20}[)）])?\s?[:：)\-]?\s*", re.IGNORECASE)


def promises_in(
    block: Block, scope: Scope, speaker: str | None, *, listed: str | None = None, advised: bool = False
) -> Iterator[Promise]:
    """The promises of a block, each a sentence; a task that can be ticked is one as a whole, and so is an
    item that is `listed` under a title of things to do. Where a mentor is asked, `advised` is what to try.

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
    if not scope.minutes or not (
        may_promise(block.said) or _MAY_ASSIGN.search(block.said) or (block.item and may_announce(block.said))
    ):
        return
    for sentence in _SENTENCE.finditer(block.said):
        text = block.text[sentence.start() : sentence.end()]
        # Who says it is no word of it, and goes on speaking: `춘향: 못 봤어요. 내일 알아올게요.`
        told = said_by(text, roster)
        if told and told.rest.strip():
            text, speaker = told.rest, told.name
        assigned = _assigned(text, told.name if told else None, roster)
        announced = bool(block.item and speaker) and announces(text)
        told_so = advised and _ADVICE.search(sentence[0]) and not _TIME.search(sentence[0])
        if assigned or announced or (is_promise(sentence[0]) and not told_so):
            who = _who(sentence[0], roster) or assigned or speaker
            promise = _promise(text, block.line, scope, who, done=False)
            # `할 일:` alone is a title.
            if promise.text:
                yield promise


def to_do_beside(memory: Memory, index: int) -> bool:
    """Whether an item such as `설정 파일 나누기` stands in a list in which somebody promises the others."""
    block = memory.blocks[index]
    said = block.said
    # `방법 : … 학습하기` says how, and no more.
    if not block.item or ":" in said or "：" in said or not _TO_DO.search(said):
        return False
    return beside.of_items(memory, index, _any_promises)


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
    by = told.name if told else signed_by(said, roster)
    return _who(said, roster) or by or _assigned(said, None, roster)


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
    return not _PAST.search(said) and (not _STATES.search(said) or bool(_INTENDS.search(said)))


def _assigned(text: str, speaker: str | None, roster: Roster) -> str | None:
    """Who has something to do: whose name stands before `… 공유하기`, or before `will` or `to` and a verb."""
    if speaker and _TO_DO.search(text):
        return speaker
    # `몽룡이 3장까지 읽음` sets no day.
    until = _DECIDED.search(text) or (_UNTIL.search(text) and _TIME.search(text))
    if until and not (_PAST.search(text) or "?" in text or "？" in text):
        return _subject(text, roster)
    to_do = _TO_DO.search(text)
    leads = _LEADS.match(text)
    if leads and (until or to_do or _BY_DAY.search(text)):
        return _person(leads, roster)
    if to_do and (by := _subject(text, roster)):
        return by
    named = _NAME_WILL.match(text)
    return _person(named, roster) if named and not _PAST.search(text) else None


def _subject(text: str, roster: Roster) -> str | None:
    """Who is known and does something in a sentence: `몽룡이 …`, or `몽룡 → …`."""
    found = (_person(one, roster) for one in (*_SUBJECT.finditer(text), _LEADS.match(text)) if one)
    return next((name for name in found if name), None)


def _person(match: re.Match[str], roster: Roster) -> str | None:
    person = roster.resolve(match["name"]).person
    return person.name if person else None


def is_promise(sentence: str) -> bool:
    """Whether a sentence says that somebody will do something."""
    return may_promise(sentence) and promises(sentence)


def may_promise(text: str) -> bool:
    """Whether a closer look is worth while: most texts have no word that all promises need."""
    return _HINT.search(text.lower()) is not None


def promises(sentence: str) -> bool:
    """The closer look: a sign of a promise, or a time and something to do, and nothing of the past."""
    timed = _TIME.search(sentence) or _ADDRESSED.search(sentence)
    alone = (_ALONE, _AT_MEETING, _WILL_FIND_OUT, _WILL_DO)
    signed = any(sign.search(sentence) for sign in alone) or (timed and _DOING.search(sentence))
    if not signed or _PAST.search(sentence) or ASKS_AT_ONCE.search(sentence):
        return False
    return not _STATES.search(sentence) or bool(_INTENDS.search(sentence))


def only_promises(text: str) -> bool:
    """Whether a reply does nothing but promise one, so that the question is still without an answer."""
    if not may_promise(text):
        return False
    sentences = [sentence for sentence in _SENTENCE.findall(text) if re.search(r"\w", sentence)]
    # `네, 추가하겠습니다` answers who asks for it, as long as it is not put off to a day.
    return bool(sentences) and all(
        is_promise(sentence)
        and (_TIME.search(sentence) or not (_WILL_DO.search(sentence) or _ADVICE.search(sentence)))
        for sentence in sentences
    )


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
        return roster.canonical(mentioned["name"])
    bracketed = _LAST_BRACKETS.search(text)
    # `(춘향, 8/15까지)`: who and until when.
    names = bracketed["names"].split(",") if bracketed else ()
    people = (roster.resolve(name.strip()).person for name in names)
    return next((person.name for person in people if person), None) or _subject(text, roster)
