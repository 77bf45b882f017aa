"""What is packed comes back as it was, and nothing else comes back."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.findings import Finding
from studylog.core.i18n import Message, say
from studylog.core.model import Note, NoteQuestion
from studylog.core.packing import packed, unpacked
from studylog.core.parse import read_note
from studylog.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    day: date | None = None
    moment: datetime | None = None
    pair: tuple[int, date] = (0, date.min)


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    best: Leaf | None
    words: tuple[str, ...] = ()


LEAVES = st.builds(
    Leaf,
    st.text(),
    st.none() | st.dates(),
    st.none() | st.datetimes(),
    st.tuples(st.integers(), st.dates()),
)


@given(st.builds(Tree, st.lists(LEAVES).map(tuple), st.none() | LEAVES, st.lists(st.text()).map(tuple)))
def test_every_value_comes_back(tree: Tree) -> None:
    assert tree == unpacked(Tree, packed(tree))


def test_a_message_may_hold_messages() -> None:
    message = say("{a} and {n:note/notes}", a=say("“{b}”", b="글"), n=3)
    assert message == unpacked(Message, packed(message))


def test_a_note_comes_back_whole() -> None:
    text = (
        "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\nattendees: [홍길동]\ncreated: 2021-08-06T18:00\n---\n"
        "#### 7강\n\nQ1. 왜 나누나요? ^q-k3f9a2bc\nA. (길동) [값](../a.pdf)이요. $x$\n\n- [ ] 내일 공유\n"
    )
    note = read_note("notes/a.md", text.encode(), Settings())
    assert note.questions and note.promises and note.links
    assert note == unpacked(Note, packed(note))


@pytest.mark.parametrize("text", ["[]", "{}", "3", '["a"]', "[1", "", "null"])
def test_what_was_packed_of_something_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        unpacked(NoteQuestion, text)


def test_a_type_that_json_cannot_hold_is_refused_at_once() -> None:
    @dataclass(frozen=True)
    class Odd:
        thing: object

    with pytest.raises(TypeError):
        packed(Odd(1))


def test_findings_are_packed_with_their_hints() -> None:
    notes = read_note("notes/a.md", b"---\ndate: 2021-08-32\n---\n", Settings())
    assert notes.findings
    for finding in notes.findings:
        assert finding == unpacked(Finding, packed(finding))
