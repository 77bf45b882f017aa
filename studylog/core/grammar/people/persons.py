"""Lines that are only a name, and items that begin with one: whose is what follows, or stands below."""

from collections.abc import Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.grammar.vocabulary.titlewords import REVIEW
from studylog.core.late import late
from studylog.core.people.listing import is_topic, looks_like_korean_name
from studylog.core.people.names import is_surely_person, without_honorific
from studylog.core.people.roster import bare_name
from studylog.core.people.speakers import speaker, unsigned
from studylog.core.text import without_emoji

_SAID = late(r"\s*(?P<name>[가-힣]{2,4}|[A-Z][a-z]{1,15})\s?[:：]\s+(?=\S)")
_THEIRS = late(
    r"(?P<name>[가-힣]{2,5}?)(?:님)?(?:의)?\s(?:코드|풀이|과제|의견|차례|파트|실험|모델|결과|후기|공유)$"
)

_QUESTIONS_OF = late(
    r"(?:(?P<name>[^\s()']{1,20}?)(?:['’]s|의|님의?)?\s?(?:질문(?:들|\s?모음|\s?목록|\s?사항)?|[Qq]uestions?)"
    r"|(?:질문|[Qq]uestions?)\s?(?:(?:from|by)\s|[-–—:(]\s?)(?P<behind>[^()\n]{1,20}))[\s:)]*"
)


def person_line(memory: Memory, block: Block) -> bool:
    """A heading, line or list item that is only a name: what follows is theirs."""
    over = memory.section.kind == "mentoring" or (memory.section.kind == "questions" and block.bold)
    if memory.asking is not None and block.kind != "heading" and not over:
        return False
    if memory.paper is not None and memory.scope.patterns.presenter.match(block.text):
        return False
    text = _bare(block)
    theirs = _THEIRS.match(text) if block.kind == "heading" else None
    if theirs and memory.scope.roster.resolve(theirs["name"]).person:
        text = theirs["name"]
    person = memory.scope.roster.resolve(text).person
    unknown = person is None and over and _may_be_unknown(memory, text, block)
    if person is None and not unknown:
        return False
    memory.close_question()
    memory.person = person.name if person else bare_name(text)
    memory.person_level = block.level if block.kind == "heading" else None
    memory.person_depth = block.depth if block.item else None
    memory.speaking = None
    return True


def who_asks(memory: Memory, block: Block) -> str | None:
    """Who asks: who signs it, else whose it is, but where code is reviewed the others ask."""
    asked, by = unsigned(words.PIN.sub("", block.text), memory.scope.roster)
    # `왜 셋인가요? 일이 셋이라서 (춘향)`: that signs the answer.
    if by is not None and ends_asking(asked):
        return by
    if REVIEW.search(memory.section.title or ""):
        return None
    return _whose(memory, block) or memory.section.asker


def whose_questions(memory: Memory, text: str) -> str | None:
    """Who asks all that stands in a section: `몽룡 질문`, `Ada's questions`, `Questions from Ada`."""
    match = _QUESTIONS_OF.fullmatch(text)
    person = memory.scope.roster.resolve(match["name"] or match["behind"]).person if match else None
    return person.name if person else None


def who_answers(memory: Memory, block: Block) -> str | None:
    """Who answers where nothing says it: whose it is, but to no question of their own."""
    theirs = _whose(memory, block)
    return None if memory.question is not None and memory.question.asked_by == theirs else theirs


def _whose(memory: Memory, block: Block) -> str | None:
    """Whose heading or list a block stands in; a plain paragraph after somebody's list is not theirs."""
    return memory.person if memory.person_level is not None or block.depth else None


def speaking_item(memory: Memory, block: Block) -> bool:
    """`몽룡 : …` in a list: he goes on speaking in the items below; this one is read on."""
    if not block.item or memory.asking is not None:
        return False
    following = memory.after(block)
    below = following is not None and following.depth > block.depth
    said = speaker(block.text, memory.scope.roster) if below else None
    if said is not None:
        memory.speaking, memory.speaking_depth = said.name, block.depth
    return False


def reply_beside_known(memory: Memory, block: Block) -> tuple[Mark, None] | None:
    """`춘향 : …` of somebody unknown, below a question, in a list in which somebody known replies."""
    if memory.asking is None or not block.item or memory.scope.team or not memory.scope.roster.people:
        return None
    said = _SAID.match(block.text)
    if said is None or not beside.of_items(memory, block, _say_something):
        return None
    return Mark("speaker", said[0].strip(), bare_name(said["name"]), block.text[said.end() :]), None


def _say_something(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether each item begins with a name, and one of them with that of somebody known."""
    said = [_SAID.match(item.text) for item in items]
    names = [bare_name(match["name"]) for match in said if match]
    if len(names) < len(items) or any(map(is_topic, names)):
        return False
    return any(memory.scope.roster.resolve(name).person for name in names)


def _bare(block: Block) -> str:
    return without_emoji(block.text).strip(" :：*")


def _may_be_unknown(memory: Memory, text: str, block: Block) -> bool:
    """Whether a word may name somebody of whom nothing is known."""
    # `모델` stands over a list as 지안 would: where the team is known, a word needs more than its form.
    if not looks_like_korean_name(without_honorific(text)):
        return False
    if is_surely_person(text):
        return True
    if memory.scope.team or is_topic(text) or _may_answer(memory, block):
        return False
    return not block.depth or beside.of_items(memory, block, _are_hangul_names)


def _may_answer(memory: Memory, block: Block) -> bool:
    """Whether a word may reply to the open question, `성실함`, where nobody's name stands over that."""
    asked, following = memory.asking, memory.after(block)
    if asked is None or asked.answered or len(asked.pieces) > 1 or memory.person is not None:
        return False
    return asked.marked or following is None or not following.item


def _are_hangul_names(memory: Memory, items: Sequence[Block]) -> bool:
    return all(looks_like_korean_name(without_honorific(_bare(item))) for item in items)
