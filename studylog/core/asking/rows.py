"""An answer to a question in a table: put into a cell of its row, so that the table stays whole."""

from collections.abc import Iterator
from typing import NamedTuple

from studylog.core.asking.drafts import Draft, end_of_thread
from studylog.core.asking.replying import OneLine, Reply, one_line
from studylog.core.asking.sheet import Region, Sheet
from studylog.core.grammar.parts.questiontables import MARKED, ROW, RowPlaces
from studylog.core.grammar.vocabulary import words
from studylog.core.late import late
from studylog.core.model import Note
from studylog.core.values import replace

# What ends a cell; a sign of it inside of one stands behind a backslash, in code as well.
_END = late(r"(?<!\\)\|")
_AROUND = " \t>"
_RULE = late(r"[\s>]*\|?[\s:|-]*-[\s:|-]*")
_HANGUL = late(r"[가-힣]")
_DASHES = "-–—"


class InRow(NamedTuple):
    """A note with an answer in a cell, the line of that row, and what is to be read back."""

    sheet: Sheet
    line: int
    said: OneLine


def in_row(draft: Draft, index: int, told: str, sign: str, name: str) -> Iterator[InRow]:
    """The ways to put an answer into the row of its question: into an empty cell, else behind an answer.

    Where rows are marked, the empty cell is that of the row below which waits for an answer.

    There are none where the question stands in no row, the table has no column for answers, or the answer
    needs lines of its own. `sign` says what it is, and `name` whose, which may have a column, too.
    """
    asked = draft.read.reading.asked[index].thread.question[0].block
    meta = draft.read.reading.tokens[asked.start].meta
    places: RowPlaces | None = meta.get(ROW)
    said = one_line(told)
    if MARKED in meta and said is not None:
        yield from _waiting_row(draft, end_of_thread(draft, index), asked.line, said, (sign, name))
    if places is None or not places.answers or said is None:
        return
    row = _row_of(draft.sheet.line(asked.line)).filled(places.width)
    at = next((one for one in places.answers if not row.has(one)), places.answers[-1])
    for front, whole in _manners(sign, name, row, places.answerer):
        text = _escaped(f"{front} {said.text}".lstrip())
        cell = f"{row.cell(at)}<br>{text}" if row.has(at) else text
        yield InRow(draft.sheet.with_line(asked.line, whole.with_cell(at, cell).text), asked.line, said)


def _waiting_row(draft: Draft, end: int, asked: int, said: OneLine, by: tuple[str, str]) -> Iterator[InRow]:
    row = _row_of(draft.sheet.line(end)).filled(2)
    if end == asked or row.has(1):
        return
    for front, _ in _manners(*by, row, None):
        text = _escaped(f"{front} {said.text}".lstrip())
        yield InRow(draft.sheet.with_line(end, row.with_cell(1, text).text), end, said)


def below_row(
    draft: Draft, index: int, told: str, sign: str, name: str
) -> Iterator[tuple[Sheet, Region, Reply]]:
    """The ways to put an answer into a row of its own, below a question whose row is marked as one."""
    asked = draft.read.reading.asked[index].thread.question[0].block
    mark: str | None = draft.read.reading.tokens[asked.start].meta.get(MARKED)
    said = one_line(told)
    if mark is None or said is None:
        return
    end = end_of_thread(draft, index)
    if _RULE.fullmatch(draft.sheet.line(end + 1)):
        end += 1
    sign_of_row = "답변" if _HANGUL.search(mark) else "A"
    row = _row_of(draft.sheet.line(asked.line)).filled(2).with_cell(0, sign_of_row)
    for front, _ in _manners(sign, name, row, None):
        whole = row.with_cell(1, _escaped(f"{front} {said.text}".lstrip()))
        line = "|".join((*whole.parts[: whole.end], ""))
        yield *draft.sheet.with_lines(end, (line,)), Reply((line,), said.says)


def _manners(sign: str, name: str, row: "_Row", answerer: int | None) -> Iterator[tuple[str, "_Row"]]:
    """How an answer may begin, the shortest first, in a row that may tell its name in a column for it."""
    by = f"({name})" if name else ""
    bare = "" if sign == "A." else sign
    if name and answerer is not None and not row.has(answerer):
        named = row.with_cell(answerer, _escaped(name))
        yield from ((bare, named), (sign, named))
    for front in (bare, sign, f"A. {sign}"):
        yield f"{front} {by}".strip(), row


def _escaped(text: str) -> str:
    return text.replace("|", r"\|")


class _Row(NamedTuple):
    """A row as it is written: what stands before, between, and behind the signs that end its cells."""

    parts: tuple[str, ...]
    first: int
    end: int

    @property
    def text(self) -> str:
        return "|".join(self.parts)

    def has(self, at: int) -> bool:
        """Whether anything but a dash stands in a cell."""
        return bool(self.cell(at).strip(_DASHES))

    def cell(self, at: int) -> str:
        """What stands in a cell."""
        return self.parts[self.first + at].strip()

    def filled(self, width: int) -> "_Row":
        """The row with all cells of its table, so that what stands behind the last one does so still."""
        if self.end - self.first >= width and self.end < len(self.parts):
            return self
        missing = width - (self.end - self.first)
        head = (
            (*self.parts[:-1], f"{self.parts[-1].rstrip()} ")
            if self.end == len(self.parts)
            else self.parts[: self.end]
        )
        tail = self.parts[self.end :] or ("",)
        return _Row((*head, *([" "] * missing), *tail), self.first, self.first + width)

    def with_cell(self, at: int, text: str) -> "_Row":
        """The row with another text in a cell."""
        place = self.first + at
        return self._replace(parts=(*self.parts[:place], f" {text} ", *self.parts[place + 1 :]))


def _row_of(line: str) -> _Row:
    parts = tuple(_END.split(line))
    begins = 0 if parts[0].strip(_AROUND) else 1
    # An id behind the last cell is none.
    closed = len(parts) > 1 and not words.PIN.sub("", parts[-1]).strip()
    return _Row(parts, begins, len(parts) - closed)


def without_new(before: Note, after: Note, index: int, line: int) -> Note:
    """The note without what it says anew in a row: the answers there, their links, pictures and promises."""
    questions = list(after.questions)
    if index < len(questions) and index < len(before.questions):
        was = before.questions[index].answers
        kept = tuple(one for one in questions[index].answers if one in was)
        questions[index] = replace(questions[index], answers=kept)
    return replace(
        after,
        questions=tuple(questions),
        links=tuple(one for one in after.links if one.line != line or one in before.links),
        images=tuple(one for one in after.images if one.line != line or one in before.images),
        wikilinks=tuple(one for one in after.wikilinks if one.line != line or one in before.wikilinks),
        promises=tuple(one for one in after.promises if one.place.line != line or one in before.promises),
    )
