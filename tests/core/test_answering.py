"""Answers under their questions: read back as exactly one, whatever is in them, and nothing else changes."""

import os
import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studylog.core.asking import NewAnswer, add_answer
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.parts.blocks import blocks_of
from studylog.core.grammar.vocabulary.promising import only_promises
from studylog.core.grammar.vocabulary.words import NO_ANSWER, THANKS
from studylog.core.markdown import parse, plain
from studylog.core.model import Answer, Note, NoteQuestion
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.text import fold
from tests.core.asking_cases import (
    EARLIER,
    HEADER,
    HOSTILE,
    NEXT,
    PATH,
    PLACES,
    SETTINGS,
    USUAL,
    answers,
    note,
)

EDITS = int(os.environ.get("STUDYLOG_EDITS", "50"))
# A sweep takes all; else each place, and what was said there before, gets a third of the answers in turn.
EVERY = 1 if "STUDYLOG_EDITS" in os.environ else 3
PARAGRAPHS = [place for place in PLACES if "paragraph" in place or place in ("two lines", "bold", "heading")]
IN_PLACES = [*product(PLACES, USUAL), *islice(product(PLACES, HOSTILE), 0, None, EVERY)]
AFTER_OTHERS = [*islice(product(PARAGRAPHS, EARLIER, [*USUAL[:4], *HOSTILE[:12]]), 0, None, EVERY)]


# Each note is answered in many ways, and every answer is asked for in several.
@lru_cache(maxsize=256)
def reading(text: str) -> Note:
    return read_note(PATH, text.encode(), SETTINGS)


def question(text: str) -> NoteQuestion:
    """The question that the note is about: the one between the two others."""
    return reading(text).questions[1]


def answered(text: str, answer: NewAnswer) -> str:
    return add_answer(PATH, text.encode(), SETTINGS, question(text).id, answer).after


def is_left(before: str, after: str) -> bool:
    """Whether all lines of a note are still there, in their order; one line may have got an id."""
    left = iter(after.splitlines())
    return all(any(line in (other, bare(other)) for other in left) for line in before.splitlines())


def bare(line: str) -> str:
    """A line without the id that was put into it."""
    return re.sub(r" \^q-[0-9a-z]{8}(?=(?: #+|</summary>)?$)", "", line)


def readings(answer: str) -> set[str]:
    """What may be read of an answer, folded: its blocks, its lines without blocks, or its very letters.

    The line under a heading is none of its words, a backslash that breaks a line none of that, and of blank
    lines above each other one is read.
    """
    blocks = [block.text for block in blocks_of(parse(answer))]
    told = {fold("".join(blocks)), fold(answer)}
    lines = answer.split("\n")
    headings = [token for token in parse(answer) if token.type == "heading_open" and token.map]
    under = {token.map[1] - 1 for token in headings if token.map and token.markup in "=-"}
    broken = [re.sub(r"(?<!\\)((?:\\\\)*)\\$", r"\1", line) for line in lines[:-1]] + lines[-1:]
    again = {at for at in range(1, len(lines)) if not (lines[at].strip() or lines[at - 1].strip())}
    for kept, left_out in product((lines, broken), (set(), under, again, under | again)):
        inside = "<br>".join(line for at, line in enumerate(kept) if at not in left_out)
        inline = [plain(token.children or ()) for token in parse("x " + inside)]
        told.add(fold("".join(inline)).removeprefix("x"))
    return told


def check(text: str, answer: str) -> None:
    before = question(text)
    after = answered(text, NewAnswer(answer, by="성춘향"))
    now = question(after)
    assert (before.id, before.text, True) == (now.id, now.text, now.pinned)
    assert is_left(text, after)
    assert others(reading(text), before.id) == others(reading(after), before.id)
    marked = [said(one) for one in before.answers if one.marker]
    new = [one for one in now.answers if said(one) not in map(said, before.answers)]
    assert marked == [said(one) for one in now.answers if one.marker and one not in new]
    if only_promises(answer):
        assert ([], True) == (new, now.promise is not None)
    else:
        assert [("성춘향", True)] == [(one.by, fold(one.text) in readings(answer)) for one in new]


def said(answer: Answer) -> tuple[str, str | None, str | None, bool]:
    return answer.text, answer.marker, answer.by, answer.tentative


def others(note: Note, id_: str) -> list[object]:
    """All that a note says besides one question, lines aside."""
    return [
        *(
            (one.id, one.text, one.lecture, [*map(said, one.answers)])
            for one in note.questions
            if one.id != id_
        ),
        *((one.title, one.level, one.kind) for one in note.sections),
        *((one.course, one.number) for one in note.lectures),
        *((one.titles, one.presenters, len(one.slides)) for one in note.papers),
    ]


@pytest.mark.parametrize(("place", "answer"), IN_PLACES)
def test_an_answer_in_every_kind_of_place(place: str, answer: str) -> None:
    check(note(place), answer)


@pytest.mark.parametrize(("place", "earlier", "answer"), AFTER_OTHERS)
def test_an_answer_after_others(place: str, earlier: str, answer: str) -> None:
    check(note(place, earlier), answer)


def _says_nothing(answer: str) -> bool:
    return bool(THANKS.match(answer) or NO_ANSWER.fullmatch(answer))


@settings(max_examples=EDITS, deadline=None)
@given(st.sampled_from([*PLACES]), st.sampled_from(range(len(NEXT))), answers)
def test_whatever_is_answered_is_one_answer(place: str, after: int, answer: str) -> None:
    assume(any(char.isalnum() for char in answer) and not _says_nothing(answer.strip()))
    check(note(place, after=after), answer)


@settings(max_examples=EDITS, deadline=None)
@given(st.sampled_from(PARAGRAPHS), st.sampled_from([*EARLIER]), st.sampled_from(range(len(NEXT))), answers)
def test_whatever_is_answered_after_others_is_one_more(
    place: str, earlier: str, after: int, answer: str
) -> None:
    assume(any(char.isalnum() for char in answer) and not _says_nothing(answer.strip()))
    check(note(place, earlier, after), answer)


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (NewAnswer("맞습니다.", by="이몽룡"), "A. (몽룡) 맞습니다."),
        (NewAnswer("맞습니다.", by="윤슬"), "A. (윤슬님) 맞습니다."),
        (NewAnswer("맞습니다.", by="향단님"), "A. (향단님) 맞습니다."),
        (NewAnswer("맞습니다.", by="멘토님"), "멘토님: 맞습니다."),
        (NewAnswer("맞습니다.", by="mentor"), "멘토님: 맞습니다."),
    ],
)
def test_who_answers_is_called_as_people_call_each_other(answer: NewAnswer, line: str) -> None:
    assert line in answered(note("paragraph"), answer).splitlines()


def test_a_break_within_an_answer_stays_one() -> None:
    after = answered(note("paragraph"), NewAnswer("\\\n춘향님: 네 \\\\\n끝\\", by="이몽룡"))
    assert "A. (몽룡) <br>춘향님: 네 \\\\<br>끝\\" in after.splitlines()


@pytest.mark.parametrize("at", range(3))
def test_each_of_the_questions_below_another_is_answered_by_itself(at: int) -> None:
    text = HEADER + "## 근황\n\n- 왜 그런가요?\n  - 무엇이 그런가요?\n  - 언제 그런가요?\n- 다른 얘기\n"
    before = reading(text).questions
    for answer in ("하나라서요.", "둘이라서요."):
        text = add_answer(PATH, text.encode(), SETTINGS, before[at].id, NewAnswer(answer)).after
    after = reading(text).questions
    assert [one.id for one in after] == [one.id for one in before]
    assert [answer.text for answer in after[at].answers] == ["하나라서요.", "둘이라서요."]
    assert [len(one.answers) for one in after] == [2 * (at == index) for index in range(3)]


def test_nobody_is_called_by_one_syllable() -> None:
    team = replace(SETTINGS, roster=Roster((Person("윤슬"), Person("한가람"))))
    text = note("paragraph")
    id_ = question(text).id
    for name, line in (("윤슬", "A. (윤슬) 네."), ("가람", "A. (가람) 네.")):
        assert (
            line in add_answer(PATH, text.encode(), team, id_, NewAnswer("네.", by=name)).after.splitlines()
        )


@pytest.mark.parametrize(
    "answer", ["", "  \n", "---", "\\", "\u00a0", "감사합니다!", "ㅋㅋ", "종이\x07울린다", "가\u202e나"]
)
def test_what_nobody_can_mean_is_refused(answer: str) -> None:
    with pytest.raises(StudylogError) as error:
        answered(note("paragraph"), NewAnswer(answer))
    assert Exit.USAGE == error.value.exit_code
