"""Tables of questions: each row asks something, and has its answer, and who asked, in cells of their own.

A row is read as its cells would be on lines of their own, each behind the title of its column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from studylog.core.grammar.patterns import CONFIRMATION, GUESS, PIN
from studylog.core.late import late
from studylog.core.markdown import Token, plain

_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "question": late(
        r"(?:[가-힣A-Za-z]{1,8}\s)?(?:질문|질의|문의)\s?(?:내용|사항)?|궁금한\s?(?:점|것)|(?:the\s|open\s)?questions?|q",
        re.IGNORECASE,
    ),
    "answer": late(
        r"(?:[가-힣]{1,4}\s)?(?:답변?|대답|응답|해설|정답)\s?(?:내용)?\s?\d?|(?:the\s)?(?:answers?|response|reply)\s?\d?|a",
        re.IGNORECASE,
    ),
    "asker": late(
        r"질문(?:자|한\s?사람)|작성자|이름|누가|(?:asked\s)?by|asker|who(?:\sasked)?|name|from", re.IGNORECASE
    ),
    "answerer": late(r"(?:답변|응답)(?:자|한\s?사람)|answered\sby|answerer|respondent", re.IGNORECASE),
    "number": late(r"#|번호|순번|no\.?|nr\.?|id", re.IGNORECASE),
    "lecture": late(r"강의?(?:\s?번호)?|차시|lec(?:ture)?(?:\s?(?:no\.?|#))?", re.IGNORECASE),
    "place": late(
        r"시각|시간|위치|분|타임\s?스탬프|쪽|페이지|슬라이드|time(?:\s?stamp)?|minute|at|where|page|slide",
        re.IGNORECASE,
    ),
}
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
_WORDS = ("question", "answer")
BESIDE = "beside"
"""Where tokens tell that they stand beside a question, and where in a lecture that arose."""
ROW = "row"
"""Where the tokens of a question tell that it stands in a row, and where answers may stand there."""
MARKED = "marked"
"""Where the tokens of a question tell that a mark (`Q`) begins its row, and answers have rows of theirs."""


class RowPlaces(NamedTuple):
    """The columns of a table that answers may stand in, the one for who answered, and how many there are."""

    answers: tuple[int, ...]
    answerer: int | None
    width: int


class _Row(NamedTuple):
    """A row of a table: its line, and the inline token of each cell."""

    line: int
    cells: tuple[Token, ...]


class _Told(NamedTuple):
    """An answer in a cell: its mark, and its words."""

    mark: str
    words: list[Token]


def as_lines(tokens: Sequence[Token]) -> list[Token] | None:
    """The tokens of a table of questions as paragraphs; None for any other table."""
    head, *below = _rows(tokens)
    rows = [row for row in below if any(cell.content.strip() for cell in row.cells)]
    heads = [_said(head, index) for index in range(len(head.cells))]
    columns = _columns(heads)
    if columns:
        level = tokens[0].level
        return [part for row in rows for part in _asked(row, heads, columns, level)]
    if len(heads) == 2 and rows and _ASKS.match(heads[0]):
        marked = [head, *rows]
        if all(_MARK.fullmatch(_said(row, 0)) for row in marked):
            return [part for row in marked for part in _marked(row, tokens[0].level)]
    return None


def _rows(tokens: Sequence[Token]) -> Iterator[_Row]:
    line, cells = 0, list[Token]()
    for token in tokens:
        if token.type == "tr_open":
            line, cells = (token.map or [0])[0], []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            yield _Row(line, tuple(cells))


def _columns(heads: Sequence[str]) -> Mapping[int, str]:
    """What each column has; nothing where the table does not ask: it has questions, and answers or people."""
    columns: dict[int, str] = {}
    for at, head in enumerate(heads):
        bare = head.strip(" *:：?？")
        known = (name for name, pattern in _COLUMNS.items() if pattern.fullmatch(bare))
        name = next((one for one in known if one == "answer" or one not in columns.values()), "other")
        columns[at] = name
    found = set(columns.values())
    letters = {head for at, head in enumerate(heads) if columns[at] == "question" and len(head) == 1}
    enough = "answer" in found or (not letters and found & {"asker", "answerer"})
    return columns if "question" in found and enough else {}


def _asked(row: _Row, heads: Sequence[str], columns: Mapping[int, str], level: int) -> Iterator[Token]:
    """The row as lines: its question, what stands beside that, its answers."""
    at = {name: index for index, name in reversed(tuple(columns.items()))}
    korean = bool(_HANGUL.search(heads[at["question"]]))
    told = {name: _said(row, index) for name, index in at.items()}
    pin = _pin(row, len(heads), [index for index, name in columns.items() if name not in _WORDS])
    number = told.get("number", "")
    number = number if _NUMBER.fullmatch(number) else ""
    if told["question"]:
        asking = f"질문 {number}".rstrip() + ": " if korean else f"Q{number}. "
        mark = "" if _MARKED.match(told["question"]) else asking
        asked = _unnumbered(_children(row, at["question"]))
        yield from _line(row, level, mark, asked, pin=pin, meta={ROW: _places(columns)})
    if named := PIN.sub("", told.get("asker", "")).strip():
        yield from _line(
            row, level, "질문자: " if korean else "Asked by: ", [_text(named)], meta={BESIDE: ""}
        )
    yield from _beside(row, heads, columns, level)
    answerer = PIN.sub("", told.get("answerer", "")).strip()
    by = f"({answerer}) " if answerer else ""
    cells = (
        _children(row, index) for index, name in columns.items() if name == "answer" and _said(row, index)
    )
    usual = "답변: " if korean else "A. "
    for place, one in enumerate(one for cell in cells for one in _answers(cell, usual)):
        # A further one with a mark of its own says itself whose it is.
        whose = by if place == 0 or one.mark == usual else ""
        yield from _line(row, level, one.mark + whose, one.words)


def _places(columns: Mapping[int, str]) -> RowPlaces:
    at = {name: index for index, name in columns.items()}
    answers = tuple(index for index, name in columns.items() if name == "answer")
    return RowPlaces(answers, at.get("answerer"), len(columns))


def _answers(children: Sequence[Token], usual: str) -> Iterator[_Told]:
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


def _beside(row: _Row, heads: Sequence[str], columns: Mapping[int, str], level: int) -> Iterator[Token]:
    """The cells that are no words of question or answer; where a question arose may stand in one."""
    for index in range(len(row.cells)):
        name, said = columns.get(index, "other"), PIN.sub("", _said(row, index)).strip()
        if not said or name in _TOLD or (name == "number" and _NUMBER.fullmatch(said)):
            continue
        head = heads[index] if index < len(heads) else ""
        label = f"{head}: " if head else ""
        yield from _line(row, level, label, _children(row, index), meta={BESIDE: _place(name, said, head)})


def _place(name: str, said: str, head: str) -> str:
    """Where in a lecture a cell says that the question arose, as a question would say it."""
    if name not in ("lecture", "place") or not said.isdigit():
        return said if name in ("lecture", "place") else ""
    units = {"강": _LECTURE, "쪽": _PAGE, "분": _MINUTE}
    unit = next((unit for unit, pattern in units.items() if pattern.search(head)), "")
    return f"{said}{unit}" if unit else ""


def _marked(row: _Row, level: int) -> Iterator[Token]:
    """A row of two cells, of which the first is a mark: `| Q | … |`."""
    mark = _said(row, 0)
    closed = mark if mark[-1:] in ".:)" else f"{mark}:"
    yield from _line(row, level, f"{closed} ", _children(row, 1), pin=_pin(row, 2), meta={MARKED: mark})


def _said(row: _Row, index: int) -> str:
    return plain(row.cells[index].children or []).strip() if index < len(row.cells) else ""


def _children(row: _Row, index: int) -> list[Token]:
    return list(row.cells[index].children or [])


def _pin(row: _Row, width: int, beside: Sequence[int] = ()) -> str:
    """The id of the question, which may stand behind the last cell: there nobody else shows it.

    In a row that has fewer cells, that is one for something `beside` the question.
    """
    cells = [*(row.cells[at] for at in beside if at < len(row.cells)), *row.cells[width:]]
    pin = PIN.search("".join(plain(cell.children or []) for cell in cells))
    return f" {pin[0].strip()}" if pin else ""


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _line(
    row: _Row,
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
        Token("paragraph_open", "p", 1, map=place, level=level, block=True, meta=dict(meta)),
        Token("inline", "", 0, map=place, level=level + 1, block=True, content=plain(words), children=words),
        Token("paragraph_close", "p", -1, level=level, block=True),
    )
