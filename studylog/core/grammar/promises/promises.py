"""What somebody will do, and who, in sentences, lists and tables: `내일 …`, `TODO`, `- [ ]`, `@이름`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studylog.core.dates.due import due
from studylog.core.findings import Place
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.promises.actionitems import action_of
from studylog.core.grammar.promises.assigned import TO_DO, who_does, who_has_to, who_signed, who_will
from studylog.core.grammar.promises.todolists import day_until, says_a_task, says_done, tasks_of
from studylog.core.grammar.promises.together import Together, together_in
from studylog.core.grammar.promises.upcoming import day_in, is_for_everybody, says_to_do
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.vocabulary.announced import announces, may_announce
from studylog.core.grammar.vocabulary.promising import (
    ADVICE,
    INTENDS,
    PAST,
    SENTENCE,
    STATES,
    TIME,
    is_promise,
    may_promise,
)
from studylog.core.grammar.vocabulary.words import PIN
from studylog.core.late import late
from studylog.core.model import Promise
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_stamp, signed_by
from studylog.core.people.speakers import speaker as said_by
from studylog.core.sought import sought
from studylog.core.text import fold, short_hash
from studylog.core.values import replace

# Where all of its alternatives begin with plain signs, a pattern is searched four times as fast.
_MAY_ASSIGN = late(
    r"A(?:[IP]\s?[:：]|ctions?\b[^:：\n]{0,8}[:：])|action[^:：\n]{0,8}[:：]"
    r"|기(?:로)?\s*(?:[(（.!\n]|$)|기\s+[-–—]\s|→|->|⇒|=>|➡|will(?<=\swill)\s|to(?<=\sto)\s"
)
_ASKS_OTHERS = sought(
    "주세 부탁 바랍", r"(?:주세요|부탁(?:드려요|드립니다|해요|합니다)|바랍니다)[\s.!~^ㅎㅋ)]*$"
)
_MARK = late(r"^\s*(?:TODO|TO-DO|할\s?일)\s?(?:[(（][^()（）\n:]{1,20}[)）])?\s?[:：)\-]?\s*", re.IGNORECASE)
# `(몽룡이 알아오기로)`, and the end of `(아무도 모름. 몽룡이 알아오기로)`; a smile closes nothing.
_IN_BRACKETS = late(r"[(（][^()（）]+[)）]")
_CLOSES = late(r"(?<![:;^=-])[)）][\s.!~]*$")


class Standing(NamedTuple):
    """Where a block stands: who speaks there, and the title of things to do or of the next meeting over it.

    An item that is `listed` under things to do is one, and so is one that says under an `upcoming` meeting
    who does what. Where a mentor is asked, `advised` is what to try.
    """

    speaker: str | None
    listed: str | None = None
    upcoming: str | None = None
    advised: bool = False


def promises_in(block: Block, scope: Scope, standing: Standing) -> Iterator[Promise]:
    """The promises of a block, each a sentence; a task that can be ticked is one as a whole.

    What is no minutes promises only tasks that say who or when: the others there are lists to tick off, and
    나중에 tells of what comes further down.
    """
    said = block.said
    tells = scope.minutes and bool(may_promise(said) or _MAY_ASSIGN.search(said) or may_announce(said))
    titled = scope.minutes and (standing.listed is not None or standing.upcoming is not None)
    if not (tells or titled or block.task):
        return
    together = together_in(block, scope.roster)
    one = together.first_alone(block) if together else block
    for promise in _promises_of_one(one, scope, standing, tells=tells):
        yield _of_all(promise, together, scope) if together else promise


def _of_all(promise: Promise, together: Together, scope: Scope) -> Promise:
    """The promise with all of its words, and of all who are named together where the first makes it."""
    text = together.all_in(promise.text)
    id_ = promise.id if text == promise.text else _id(text, scope)
    first = promise.people[:1] == together.people[:1]
    return replace(promise, id=id_, text=text, people=together.people if first else promise.people)


def _promises_of_one(block: Block, scope: Scope, standing: Standing, *, tells: bool) -> Iterator[Promise]:
    """The promises of a block in which nobody promises together with others."""
    roster, speaker = scope.roster, standing.speaker
    if block.task and re.search(r"\w", block.text):
        # A task that asks may bear the id of a question, which is none of its words.
        named = who_does(block.text, PIN.sub("", block.said), roster)
        done = block.task == "done"
        promise = _promise(PIN.sub("", block.text), block.line, scope, named or speaker, done=done)
        promise = _until(promise, scope, day_until(standing.listed or ""))
        if scope.minutes or named or promise.due:
            yield promise
        return
    if standing.listed is not None and scope.minutes and _is_to_do(block.said, roster):
        yield _to_do(block, scope, speaker, day_until(standing.listed))
        return
    if standing.upcoming is not None and scope.minutes and _is_assigned_there(block, roster):
        yield _to_do(block, scope, speaker, day_in(standing.upcoming))
        return
    if tells:
        yield from _in_sentences(block, scope, speaker, advised=standing.advised)


def _in_sentences(block: Block, scope: Scope, speaker: str | None, *, advised: bool) -> Iterator[Promise]:
    """What the sentences of a block promise."""
    roster = scope.roster
    for told in _told(block, speaker, roster):
        if told.action:
            yield _promise(told.text, block.line, scope, told.speaker, done=says_done(block))
            continue
        assigned = who_has_to(told.text, told.saying, roster)
        assigned = assigned or (who_signed(told.text, roster) if block.item else None)
        announced = bool((block.item and told.speaker) or told.saying) and announces(told.text)
        told_so = advised and ADVICE.search(told.whole) and not TIME.search(told.whole)
        if assigned or announced or (is_promise(told.whole) and not told_so):
            who = who_will(told.whole, roster) or assigned or _who_speaks(told, roster)
            promise = _promise(told.text, block.line, scope, who, done=False)
            # `할 일:` alone is a title.
            if promise.text:
                yield promise


class _Told(NamedTuple):
    """A sentence as a `whole` and without who says it; whose words they are, and who has said so here.

    An `action` item says who is to do it, and nothing else says so.
    """

    whole: str
    text: str
    speaker: str | None
    saying: str | None
    action: bool = False


def _told(block: Block, speaker: str | None, roster: Roster) -> Iterator[_Told]:
    """The sentences of a block: who says one goes on speaking, `춘향: 못 봤어요. 내일 알아올게요.`"""
    saying: str | None = None
    for sentence in SENTENCE.finditer(block.said):
        text = block.text[sentence.start() : sentence.end()]
        if action := action_of(text, roster):
            yield _Told(sentence[0], action.rest, action.name or None, saying, action=True)
            continue
        told = said_by(text, roster)
        stamped = told is not None and is_stamp(text, roster)
        if told and (stamped or told.rest.strip()):
            text, speaker, saying = told.rest, told.name, told.name
        if not stamped:
            yield _Told(sentence[0], text, speaker, saying)


def _who_speaks(told: _Told, roster: Roster) -> str | None:
    """Who has signed or said a sentence; who asks the others for something does not do it."""
    return None if _ASKS_OTHERS.search(told.text) else signed_by(told.text, roster) or told.speaker


def to_do_beside(memory: Memory, block: Block) -> bool:
    """Whether an item such as `설정 파일 나누기` stands in a list in which somebody promises the others."""
    said = block.said
    # `방법 : … 학습하기` says how, and no more.
    if not block.item or ":" in said or "：" in said or not TO_DO.search(said):
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
    who = who_does(block.text, block.said, scope.roster) or speaker
    return _until(_promise(words, block.line, scope, who, done=says_done(block)), scope, title)


def _until(promise: Promise, scope: Scope, title: str) -> Promise:
    """The promise, where it names no day on that of the title over it."""
    if promise.due or not title or not scope.day:
        return promise
    return replace(promise, due=due(title, scope.day))


def promises_in_table(block: Block, scope: Scope) -> Iterator[Promise]:
    """The tasks in a table of them, each a promise."""
    for task in tasks_of(block, scope.roster) if scope.minutes else ():
        made = _promise(task.said, task.line, scope, None, done=task.done)
        # A column for days need not say that they are deadlines.
        until = due(f"by {task.until}", scope.day) if scope.day else None
        yield replace(made, due=until, people=task.people)


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
    return is_for_everybody(block.said) or who_does(block.text, block.said, roster) is not None


def _promise(text: str, line: int, scope: Scope, who: str | None, *, done: bool) -> Promise:
    day = scope.day
    said = _MARK.sub("", text.strip())
    return Promise(
        # Of the words with their mark: notes refer to promises by ids that were made so.
        id=_id(said, scope),
        text=_without_brackets(scope.patterns.answer.sub("", said) or said),
        people=(who,) if who else (),
        due=due(text, day) if day else None,
        done=done,
        place=Place(scope.path, line),
    )


def _without_brackets(said: str) -> str:
    """What is said without brackets around it, of which a sentence before may have the other one."""
    if _IN_BRACKETS.fullmatch(said):
        return said[1:-1].strip()
    closing = _CLOSES.search(said)
    if closing and sum(map(said.count, ")）")) > sum(map(said.count, "(（")):
        return said[: closing.start()].rstrip()
    return said


def _id(said: str, scope: Scope) -> str:
    return f"p-{short_hash(scope.day.isoformat() if scope.day else scope.path, fold(said))}"
