"""What stands beside a block is looked at once for all of it, however long a list or a section is."""

from collections.abc import Sequence

from studylog.core.grammar.parts.blocks import Block, blocks_of
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.vocabulary.markpatterns import patterns_for
from studylog.core.markdown import parse
from studylog.core.people.roster import Roster

MANY = 1_000


def _memory(text: str) -> Memory:
    scope = Scope("a.md", None, None, None, True, Roster(()), patterns_for({}))
    return Memory(scope, blocks_of(parse(text)))


def test_a_list_of_many_names_is_looked_at_once() -> None:
    seen: list[int] = []

    def verdict(memory: Memory, items: Sequence[Block]) -> bool:
        seen.append(len(items))
        return True

    memory = _memory("- 모델\n" * MANY)

    assert all(beside.of_items(memory, block, verdict) for block in memory.blocks)
    assert seen == [MANY]


def test_items_of_other_lists_and_headings_of_other_sections_stand_elsewhere() -> None:
    seen: list[list[str]] = []

    def verdict(memory: Memory, blocks: Sequence[Block]) -> bool:
        seen.append([block.text for block in blocks])
        return True

    memory = _memory("# A\n\n## B\n\n- 가\n  - 나\n- 다\n\n말\n\n- 라\n\n## C\n\n# D\n\n## E\n")
    there = {block.text: block for block in memory.blocks}

    beside.of_items(memory, there["다"], verdict)
    beside.of_items(memory, there["나"], verdict)
    beside.of_headings(memory, there["C"], verdict)

    assert seen == [["가", "다"], ["나"], ["B", "C"]]
