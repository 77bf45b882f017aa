"""The scan itself: blocks go past the table of rules once, and what was remembered becomes values."""

from collections.abc import Sequence

from studylog.core.grammar.carried import (
    CarriedHere,
    carried_blocks,
    carried_in,
    carried_line,
    kept_in,
    written_under,
)
from studylog.core.grammar.finished import Asked, asked_in
from studylog.core.grammar.parts.atonce import Places
from studylog.core.grammar.parts.blocks import Block, blocks_of
from studylog.core.grammar.parts.division import divide
from studylog.core.grammar.parts.plaintitles import as_title
from studylog.core.grammar.people.spoken import speakers_in
from studylog.core.grammar.promised import promises_of, told_promises
from studylog.core.grammar.rules import HANDLERS, begins_something
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.titles import headings
from studylog.core.markdown import Token
from studylog.core.model import LectureMention, Link, NotePaper, Promise, SectionKind
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the body of one note says, with the tokens it was read from."""

    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]
    asked: tuple[Asked, ...]
    papers: tuple[NotePaper, ...]
    lectures: tuple[LectureMention, ...]
    promises: tuple[Promise, ...]
    links: tuple[Link, ...]
    speakers: tuple[str, ...]
    section_kinds: dict[int, SectionKind]
    carried: tuple[CarriedHere, ...] = ()
    kept: tuple[str, ...] = ()
    references: frozenset[int] = frozenset()


def scan(tokens: Sequence[Token], scope: Scope, title_line: int | None = None) -> Reading:
    """Reads the tokens of a body; the heading at `title_line` is the note's title and says nothing else."""
    divided = divide(
        tokens,
        lambda line, above, whole: begins_something(scope, line, above, whole),
        lambda name: bool(name) and scope.roster.resolve(name).person is not None,
        Places(scope.patterns, scope.title, minutes=scope.minutes),
    )
    blocks = blocks_of(divided)
    memory = Memory(
        scope, blocks, carried_blocks(divided, blocks), course=scope.course, lecture=scope.lecture
    )
    title = next((block for block in blocks if block.kind == "heading" and block.line == title_line), None)
    headings.section_of_title(memory, title.text if title else scope.title)
    links: list[Link] = []
    for block in blocks:
        if block.line == title_line and block.kind == "heading":
            continue
        _apply(memory, block)
        for text, url in block.links:
            course = memory.course or scope.course_of_day
            links.append(Link(text, url, block.line, course, memory.lecture, memory.heading))
    memory.close_paper()
    promised = promises_of(memory)
    asked = tuple(asked_in(memory, promised))
    carried = tuple(carried_in(memory, promised))
    lectures = (replace(seen, course=seen.course or scope.course_of_day) for seen in memory.found.lectures)
    return Reading(
        tokens=tuple(divided),
        blocks=blocks,
        asked=asked,
        papers=tuple(memory.found.papers),
        lectures=tuple(lectures),
        promises=tuple(told_promises(promised, asked, carried)),
        links=tuple(links),
        speakers=speakers_in(blocks, scope.roster, title_line),
        section_kinds=memory.found.section_kinds,
        carried=carried,
        kept=tuple(dict.fromkeys(kept_in(memory))),
        references=memory.carried - written_under(memory),
    )


def _apply(memory: Memory, block: Block) -> None:
    if block.index in memory.carried:
        carried_line(memory, block)
        return
    if block.index - 1 in memory.carried:
        memory.close_question()
    block = as_title(block, memory.scope.patterns)
    memory.pass_on(block)
    for handle in HANDLERS[block.kind]:
        if handle(memory, block):
            break
    said_by = memory.speaking or memory.person
    if said_by and block.index not in memory.found.speakers:
        memory.found.speakers[block.index] = said_by
