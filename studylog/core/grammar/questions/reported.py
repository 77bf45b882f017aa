"""Questions that minutes report in a sentence: `Ada asked whether it stops. It does, …`."""

from studylog.core.grammar.answers.marks import guesses
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.pieces import Mark
from studylog.core.grammar.vocabulary.reportwords import OF_THE_TEAM, REPORTED
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_speaker_name, speaker


def reported_question(memory: Memory, block: Block) -> bool:
    """`Ada asked whether it stops.`: what is asked there; what answers stands in the same paragraph."""
    if not REPORTED.may_be_in(block.said) or not memory.scope.minutes or memory.agenda_level is not None:
        return False
    match = REPORTED.fullmatch(block.said)
    if match is None or not _asks(match["name"], match["asked"], memory.scope.roster):
        return False
    # Without who asked, it would be no sentence.
    draft = memory.drafted(block, block.text, memory.scope.roster.canonical(match["name"]))
    memory.open_question(draft)
    after = memory.after(block)
    # In a paragraph of its own stands something else.
    draft.left = after is None or not (_goes_on(block, after) or _is_said_beside(memory, block, after))
    return True


def reported_answer(memory: Memory, block: Block) -> bool:
    """What stands behind such a sentence in its paragraph: `It does, …`, `Grace: it does, …`."""
    asked = memory.asking
    if asked is None or len(asked.pieces) > 1 or asked.marked:
        return False
    first = asked.pieces[0].block
    if not REPORTED.may_be_in(first.said) or not REPORTED.fullmatch(first.said) or not _goes_on(first, block):
        return False
    said = speaker(block.text, memory.scope.roster)
    rest = said.rest if said else block.text
    asked.reply(
        block, Mark("answer", "", said.name if said else None, rest, guesses(memory.scope.patterns, rest))
    )
    return True


def answers_report(above: str, roster: Roster) -> bool:
    """Whether a sentence that reports the question of somebody known stands over a line."""
    match = REPORTED.fullmatch(above) if REPORTED.may_be_in(above) else None
    return match is not None and _asks(match["name"], match["asked"], roster)


def _asks(name: str, asked: str, roster: Roster) -> bool:
    return is_speaker_name(name, roster) and not OF_THE_TEAM.search(asked)


def _is_said_beside(memory: Memory, block: Block, after: Block) -> bool:
    """Whether somebody else speaks in the next item of a list, or on the next line of minutes."""
    if after.kind != "text" or after.depth != block.depth or bool(after.item) != bool(block.item):
        return False
    said = speaker(after.text, memory.scope.roster)
    if said is None or not said.rest.strip() or REPORTED.fullmatch(after.said):
        return False
    beside = bool(block.item) or after.line == block.line + block.text.count("\n") + 1
    match = REPORTED.fullmatch(block.said)
    return beside and match is not None and said.name != memory.scope.roster.canonical(match["name"])


def _goes_on(block: Block, after: Block) -> bool:
    beside = after.kind == "text" and not after.item and after.depth == block.depth
    return beside and after.line <= block.line + block.text.count("\n") + 1
