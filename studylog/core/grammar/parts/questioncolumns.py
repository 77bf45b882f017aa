"""The columns of a table of questions, told by their titles, and its rows as tokens."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.markdown import Token, plain

# What each column may be called; a new title for one belongs here.
_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "question": late(
        r"(?:[가-힣A-Za-z]{1,8}\s)?(?:질문|질의|문의)\s?(?:내용|사항)?|궁금한\s?(?:점|것)|(?:the\s|open\s)?questions?|q",
        re.IGNORECASE,
    ),
    "answer": late(
        r"(?:[가-힣]{1,4}\s)?(?:답변?|대답|응답|해설|정답)\s?(?:내용)?\s?\d?|(?:the\s)?(?:answers?|response|reply)\s?\d?|a|resolution|outcome|conclusion",
        re.IGNORECASE,
    ),
    "asker": late(
        r"질문(?:자|한\s?사람)|작성자|이름|누가|(?:(?:asked|raised|submitted)\s)?by|asker|who(?:\sasked)?|name|from",
        re.IGNORECASE,
    ),
    "answerer": late(r"(?:답변|응답)(?:자|한\s?사람)|answered\sby|answerer|respondent", re.IGNORECASE),
    "state": late(r"상태|해결(?:\s?여부)?|status|state|resolved\??|answered\??", re.IGNORECASE),
    # Beside a state, what is noted of a question is its answer.
    "notes": late(r"비고|메모|notes?|comments?|remarks?|discussion", re.IGNORECASE),
    "number": late(r"#|번호|순번|no\.?|nr\.?|id", re.IGNORECASE),
    "lecture": late(r"강의?(?:\s?번호)?|차시|lec(?:ture)?\.?(?:\s?(?:no\.?|#))?", re.IGNORECASE),
    "place": late(
        r"시각|시간|위치|분|타임\s?스탬프|쪽|페이지|슬라이드|time(?:\s?stamp)?|minute|at|where|page|slide",
        re.IGNORECASE,
    ),
}


class Row(NamedTuple):
    """A row of a table: its line, and the inline token of each cell."""

    line: int
    cells: tuple[Token, ...]

    def said(self, index: int) -> str:
        """What a cell says; nothing where the row is too short to have it."""
        return plain(self.words(index)).strip() if index < len(self.cells) else ""

    def words(self, index: int) -> list[Token]:
        """The tokens of a cell."""
        return list(self.cells[index].children or [])


def rows_of(tokens: Sequence[Token]) -> Iterator[Row]:
    """The rows of a table, its head first."""
    line, cells = 0, list[Token]()
    for token in tokens:
        if token.type == "tr_open":
            line, cells = (token.map or [0])[0], []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            yield Row(line, tuple(cells))


def columns_of(heads: Sequence[str]) -> Mapping[int, str]:
    """What each column has; nothing where the table does not ask: it has questions, and answers or people."""
    columns: dict[int, str] = {}
    for at, head in enumerate(heads):
        bare = head.strip(" *:：?？")
        known = (name for name, pattern in _COLUMNS.items() if pattern.fullmatch(bare))
        name = next((one for one in known if one == "answer" or one not in columns.values()), "other")
        columns[at] = name
    found = set(columns.values())
    if "state" in found and "notes" in found and "answer" not in found:
        columns = {at: "noted answer" if name == "notes" else name for at, name in columns.items()}
        found.add("answer")
    letters = {head for at, head in enumerate(heads) if columns[at] == "question" and len(head) == 1}
    enough = "answer" in found or (not letters and found & {"asker", "answerer"})
    return columns if "question" in found and enough else {}
