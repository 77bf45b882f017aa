"""Tables of questions: each row asks something, and has its answer, and who asked, in cells of their own.

A row is read as its cells would be on lines of their own, each behind the title of its column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from studylog.core.grammar.parts.questioncolumns import Row, columns_of, rows_of
from studylog.core.grammar.vocabulary.markwords import CONFIRMATION, GUESS
from studylog.core.grammar.vocabulary.words import NO_ANSWER, PIN
from studylog.core.late import late
from studylog.core.markdown import Token, plain
from studylog.core.values import dataclass

_HANGUL = late(r"[가-힣]")
_LETTER = r"(?:q|a|질문|답변?|question|answer)\s?(?:\d{1,3}(?:-\d{1,2})?)?\s?"
_MARK = late(rf"{_LETTER}[.:)]?", re.IGNORECASE)
# Words may begin as a mark does: `Are they shared?`, `답은 3이다`.
_MARKED = late(rf"{_LETTER}[.:)]", re.IGNORECASE)
_ASKS = late(r"q|질문|question", re.IGNORECASE)
# An answer may say itself what it is: `추측) …`, `멘토님: …`.
_OWN = late("|".join((r"(?i:(?:a|답변?|answer)\s?\d{0,3}\s?[.:)])", *GUESS, *CONFIRMATION)))
_BREAK = late(r"<br\s*/?>", re.IGNORECASE)
_NUMBER = late(r"\d{1,3}")
_LECTURE = late(r"강|차시|lec", re.IGNORECASE)
_PAGE = late(r"쪽|페이지|슬라이드|page|slide", re.IGNORECASE)
_MINUTE = late(r"분|min", re.IGNORECASE)
_POINT = late(r"^\s*(?:\(\d{1,2}\)|\d{1,2}\s?[.)])\s+")
# Columns that are words of the question or its answer, or say whose they are.
_TOLD = ("question", "answer", "asker", "answerer")
_WORDS = ("question", "answer", "noted answer")
BESIDE = "beside"
"""Where tokens tell that they stand beside a question, and where in a lecture that arose."""
ROW = "row"
"""Where the tokens of a question tell that it stands in a row, and where answers may stand there."""
CELL = "cell"
"""What all tokens of a table of questions tell: what stands below belongs to no row."""
MARKED = "marked"
"""Where the tokens of a question tell that a mark (`Q`) begins its row, and answers have rows of theirs."""


class RowPlaces(NamedTuple):
    """The columns of a table that answers may stand in, the one for who answered, and how many there are."""

    answers: tuple[int, ...]
    answerer: int | None
    width: int


_NONE = Row(0, ())


class _Told(NamedTuple):
    """An answer in a cell: its mark, and its words."""

    mark: str
    words: list[Token]


class _Marks(NamedTuple):
    """What stands before the cells of a row on lines of their own."""

    question: str
    behind_number: str
    asker: str
    answer: str


_KOREAN = _Marks("질문 ", ": ", "질문자: ", "답변: ")
_ENGLISH = _Marks("Q", ". ", "Asked by: ", "A. ")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that asks: the titles of its columns, what each of these has, and how deep its tokens stand."""

    heads: Sequence[str]
    columns: Mapping[int, str]
    level: int

    @property
    def places(self) -> Mapping[str, int]:
        """Where each column is; only of answers there may be several."""
        return {name: index for index, name in self.columns.items()}

    @property
    def answers(self) -> tuple[int, ...]:
        """The columns of answers."""
        return tuple(index for index, name in self.columns.items() if name.endswith("answer"))

    @property
    def marks(self) -> _Marks:
        """The marks in the language of the table."""
        return _KOREAN if _HANGUL.search(self.heads[self.places["question"]]) else _ENGLISH


def as_lines(tokens: Sequence[Token]) -> list[Token] | None:
    """The tokens of a table of questions as paragraphs; None for any other table."""
    # Markdown wants a head: whoever has none to write leaves it empty, and the next row is the first.
    filled = [row for row in rows_of(tokens) if any(cell.content.strip() for cell in row.cells)]
    head, *rows = filled or [_NONE]
    heads = [head.said(index) for index in range(len(head.cells))]
    level = tokens[0].level
    columns = columns_of(heads)
    if columns:
        table = _Table(heads, columns, level)
        return [part for row in rows for part in _asked(row, table)]
    if len(heads) == 2 and rows and _ASKS.match(heads[0]):
        marked = [head, *rows]
        if all(_MARK.fullmatch(row.said(0)) for row in marked):
            return [part for row in marked for part in _marked(row, level)]
    return None


def _asked(row: Row, table: _Table) -> Iterator[Token]:
    """The row as lines: its question, who asked it, what stands beside that, its answers."""
    yield from _question(row, table)
    if asker := _unpinned(_cell(row, table, "asker")):
        yield from _line(row, table.level, table.marks.asker, [_text(asker)], meta={BESIDE: ""})
    yield from _beside(row, table)
    yield from _answers(row, table)


def _question(row: Row, table: _Table) -> Iterator[Token]:
    said = _cell(row, table, "question")
    if not said:
        return
    number = _NUMBER.fullmatch(_cell(row, table, "number"))
    asking = f"{table.marks.question}{number[0] if number else ''}".rstrip() + table.marks.behind_number
    mark = "" if _MARKED.match(said) else asking
    pin = _pin(row, len(table.heads), [index for index, name in table.columns.items() if name not in _WORDS])
    words = _unnumbered(row.words(table.places["question"]))
    # Where a state says that it is open, an answer among the notes would not be one.
    answers = tuple(at for at in table.answers if table.columns[at] == "answer")
    meta = {ROW: RowPlaces(answers, table.places.get("answerer"), len(table.columns))}
    yield from _line(row, table.level, mark, words, pin=pin, meta=meta)


def _answers(row: Row, table: _Table) -> Iterator[Token]:
    if _is_left_open(row, table):
        return
    answerer, usual = _unpinned(_cell(row, table, "answerer")), table.marks.answer
    by = f"({answerer}) " if answerer else ""
    cells = (row.words(index) for index in table.answers if row.said(index))
    for place, one in enumerate(one for cell in cells for one in _told(cell, usual)):
        # A further one with a mark of its own says itself whose it is.
        whose = by if place == 0 or one.mark == usual else ""
        yield from _line(row, table.level, one.mark + whose, one.words)


def _is_left_open(row: Row, table: _Table) -> bool:
    """Whether a row says of its question that it is open, so that what it notes is no answer."""
    state = _unpinned(_cell(row, table, "state"))
    return "noted answer" in table.places and bool(state) and NO_ANSWER.fullmatch(state) is not None


def _told(children: Sequence[Token], usual: str) -> Iterator[_Told]:
    """The answers in a cell, each with its mark: one that has its own may stand behind a break."""
    first = 0
    for at, child in enumerate(children):
        if child.type == "html_inline" and _BREAK.fullmatch(child.content) and _own(children[at + 1 :]):
            yield _answer(children[first:at], usual)
            first = at + 1
    yield _answer(children[first:], usual)


def _answer(children: Sequence[Token], usual: str) -> _Told:
    own = _own(children)
    if not own:
        asks = _MARKED.match(plain(children).strip())
        return _Told("" if asks else usual, list(children))
    rest = children[0].content.lstrip().removeprefix(own).lstrip()
    return _Told(f"{own} ", [_text(rest), *children[1:]])


def _own(children: Sequence[Token]) -> str:
    """The mark that a text begins with; none where that is code, a formula or emphasis."""
    found = _OWN.match(children[0].content.lstrip()) if children and children[0].type == "text" else None
    return found[0] if found else ""


def _unnumbered(children: list[Token]) -> list[Token]:
    """A cell without the number in front: `1. 왜 자르나요?`."""
    first = children[0]
    return [_text(_POINT.sub("", first.content)), *children[1:]] if first.type == "text" else children


def _beside(row: Row, table: _Table) -> Iterator[Token]:
    """The cells that are no words of question or answer; where a question arose may stand in one."""
    for index in range(len(row.cells)):
        name, said = table.columns.get(index, "other"), _unpinned(row.said(index))
        told = name in _TOLD or (name == "noted answer" and not _is_left_open(row, table))
        if not said or told or (name == "number" and _NUMBER.fullmatch(said)):
            continue
        head = table.heads[index] if index < len(table.heads) else ""
        label = f"{head}: " if head else ""
        meta = {BESIDE: _place(name, said, head)}
        yield from _line(row, table.level, label, row.words(index), meta=meta)


def _place(name: str, said: str, head: str) -> str:
    """Where in a lecture a cell says that the question arose, as a question would say it."""
    if name not in ("lecture", "place") or not said.isdigit():
        return said if name in ("lecture", "place") else ""
    units = {"강": _LECTURE, "쪽": _PAGE, "분": _MINUTE}
    unit = next((unit for unit, pattern in units.items() if pattern.search(head)), "")
    return f"{said}{unit}" if unit else ""


def _marked(row: Row, level: int) -> Iterator[Token]:
    """A row of two cells, of which the first is a mark: `| Q | … |`."""
    mark = row.said(0)
    closed = mark if mark[-1:] in ".:)" else f"{mark}:"
    yield from _line(row, level, f"{closed} ", row.words(1), pin=_pin(row, 2), meta={MARKED: mark})


def _cell(row: Row, table: _Table, name: str) -> str:
    """What a row says in one of the columns that a table may have."""
    return row.said(table.places[name]) if name in table.places else ""


def _pin(row: Row, width: int, beside: Sequence[int] = ()) -> str:
    """The id of the question, which may stand behind the last cell: there nobody else shows it.

    In a row that has fewer cells, that is one for something `beside` the question.
    """
    cells = [*(row.cells[at] for at in beside if at < len(row.cells)), *row.cells[width:]]
    pin = PIN.search("".join(plain(cell.children or []) for cell in cells))
    return f" {pin[0].strip()}" if pin else ""


def _unpinned(said: str) -> str:
    return PIN.sub("", said).strip()


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _line(
    row: Row,
    level: int,
    mark: str,
    children: list[Token],
    *,
    pin: str = "",
    meta: Mapping[str, object] = MappingProxyType({}),
) -> tuple[Token, Token, Token]:
    """A paragraph: a mark, what a cell says, the id behind it, and what its tokens tell of it."""
    words = [*([_text(mark)] if mark else []), *children, *([_text(pin)] if pin else [])]
    place = [row.line, row.line + 1]
    return (
        Token("paragraph_open", "p", 1, map=place, level=level, block=True, meta={**meta, CELL: True}),
        Token("inline", "", 0, map=place, level=level + 1, block=True, content=plain(words), children=words),
        Token("paragraph_close", "p", -1, level=level, block=True),
    )
