"""Lines that are only a name, and items that begin with one: whose is what follows, or stands below."""

from collections.abc import Sequence

from studylog.core.grammar import beside
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.memory import Memory
from studylog.core.people.listing import looks_like_korean_name, looks_like_name
from studylog.core.people.names import is_surely_person, without_honorific
from studylog.core.people.roster import bare_name
from studylog.core.people.speakers import speaker
from studylog.core.text import without_emoji


def person_line(memory: Memory, block: Block, index: int) -> bool:
    """A heading, line or list item that is only a name: what follows is theirs."""
    mentoring = memory.section.kind == "mentoring"
    if memory.asking is not None and block.kind != "heading" and not mentoring:
        return False
    text = _bare(block)
    person = memory.scope.roster.resolve(text).person
    unknown = person is None and (mentoring and _may_be_unknown(memory, text, index))
    if person is None and not unknown and not _is_beside_known(memory, block, text, index):
        return False
    memory.close_question()
    memory.person = person.name if person else bare_name(text)
    memory.person_level = block.level if block.kind == "heading" else None
    memory.person_depth = block.depth if block.item else None
    memory.speaking = None
    return True


def speaking_item(memory: Memory, block: Block, index: int) -> bool:
    """`몽룡 : …` in a list: he goes on speaking in the items below; this one is read on."""
    if not block.item or memory.asking is not None:
        return False
    following = memory.after(index)
    below = following is not None and following.depth > block.depth
    said = speaker(block.text, memory.scope.roster) if below else None
    if said is not None:
        memory.speaking, memory.speaking_depth = said.name, block.depth
    return False


def _bare(block: Block) -> str:
    return without_emoji(block.text).strip(" :：*")


def _may_be_unknown(memory: Memory, text: str, index: int) -> bool:
    """Whether a word may name somebody of whom nothing is known."""
    # `모델` stands over a list as 지안 would: where the team is known, a word needs more than its form.
    if not looks_like_korean_name(without_honorific(text)):
        return False
    if is_surely_person(text):
        return True
    if memory.scope.team:
        return False
    return not memory.blocks[index].depth or beside.of_items(memory, index, _are_hangul_names)


def _is_beside_known(memory: Memory, block: Block, text: str, index: int) -> bool:
    """Whether an item stands in a list of names of which one at least is known."""
    if not block.item or memory.scope.team or not _is_like_name(text):
        return False
    return beside.of_items(memory, index, _are_names_of_some_known)


def _are_hangul_names(memory: Memory, items: Sequence[Block]) -> bool:
    return all(looks_like_korean_name(without_honorific(_bare(item))) for item in items)


def _are_names_of_some_known(memory: Memory, items: Sequence[Block]) -> bool:
    names = [_bare(item) for item in items]
    return all(map(_is_like_name, names)) and any(memory.scope.roster.resolve(one).person for one in names)


def _is_like_name(text: str) -> bool:
    name = without_honorific(text)
    # A letter alone may be any mark.
    return len(name) > 1 and looks_like_name(name)
