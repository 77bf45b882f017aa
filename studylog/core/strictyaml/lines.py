"""Reads the lines of which headers and settings mostly consist, without the YAML parser.

They are keys with a word, a list or a map in brackets behind them, or with items or further keys below them.
Whatever else there is in YAML is left to the parser, which takes longer to import than most commands to run;
what is read here reads the same there, to the character.
"""

import re

from studylog.core.late import late
from studylog.core.strictyaml.tree import Tree
from studylog.core.values import dataclass

# Tabs, marks of the byte order, and ends of lines that are some only to some.
_STRANGE = late("[\t\r\x85\u2028\u2029\ufeff]")
_LINE = late(r"(?P<indent> *)(?P<dash>- +)?(?P<rest>[^ #\n])|(?P<nothing> *(?:#[^\n]*)?(?:\n|\Z))")
_END = late(r" *(?: #[^\n]*)?(?:\n|\Z)")
_KEY = late(r"(?P<key>\w(?:[\w ./()-]{0,98}[\w./()-])?):(?: +(?P<value>(?=[^ #\n]))|(?= *(?: #|\n|\Z)))")
_WORD = late(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`](?:[^\n:#]|:(?=[^ \n]))*(?<! )""")
_KEY_INSIDE = late(r"(?P<key>\w[\w ./()-]{0,98}): +")
_WORD_INSIDE = late(r"""\w(?:[\w ()~./+%·'"-]*[\w()~./+%·'"-])?""")
_QUOTES = ('"', "'")
_QUOTED = late(r"""(?P<quote>["'])(?P<words>[^"'\\\n]*)(?P=quote)""")
_CLOSING = {"[": "]", "{": "}"}


class _UnusualError(Exception):
    """The parser has to look at this text."""


@dataclass(slots=True)
class _Block:
    """Lines that begin in one column and belong together: the items of a list, or the keys of a map."""

    column: int
    is_list: bool


def read_lines(tree: Tree) -> bool:
    """Whether the text of a tree could be read into it; if not, the tree is of no use any more.

    Raises UnreadableError for what is too deep or too much, whoever reads it.
    """
    try:
        _Lines(tree).read()
    except _UnusualError:
        return False
    return True


class _Lines:
    """The blocks that are open, the innermost last, and the place of a key that waits for its value."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._text = tree.text[tree.shift :]
        self._blocks: list[_Block] = []
        self._waiting: int | None = None

    def read(self) -> None:
        """Read all lines into the tree."""
        # Whatever is strange cannot be printed, which is sooner seen than a pattern is compiled.
        if not self._text.replace("\n", " ").isprintable() and _STRANGE.search(self._text):
            raise _UnusualError
        at = 0
        while at < len(self._text):
            line = _LINE.match(self._text, at)
            if line is None:
                raise _UnusualError
            at = line.end() if line["rest"] is None else self._line(line)
        self._fill()
        while self._blocks:
            self._close()

    def _line(self, line: re.Match[str]) -> int:
        """Read a line to its end; a map may begin behind the dash of an item."""
        column, start, at = len(line["indent"]), line.end("indent"), line.start("rest")
        is_item = line["dash"] is not None
        self._enter(_Block(column, is_item), start)
        key = _KEY.match(self._text, at)
        if key and is_item:
            self._begin(_Block(column + at - start, is_list=False), at)
        if key:
            at = self._pair(key)
        elif is_item:
            at = self._value(at)
        end = _END.match(self._text, at)
        if end is None:
            raise _UnusualError
        return end.end()

    def _enter(self, block: _Block, start: int) -> None:
        """Go to the block that a line belongs to: a new one below a key that waits, or one that is open."""
        if self._waiting is not None:
            column = self._blocks[-1].column
            # The items of a list may stand in the column of its key.
            if block.column > column or (block.is_list and block.column == column):
                self._waiting = None
                self._begin(block, start)
                return
            self._fill()
        while self._blocks and self._blocks[-1] != block and self._blocks[-1].column >= block.column:
            self._close()
        if not self._blocks and self._tree.root is None:
            self._begin(block, start)
        elif not self._blocks or self._blocks[-1] != block:
            raise _UnusualError

    def _begin(self, block: _Block, start: int) -> None:
        self._blocks.append(block)
        self._tree.begin(start, is_list=block.is_list, flow=False, anchor=None)

    def _close(self) -> None:
        self._blocks.pop()
        self._tree.end(0)

    def _fill(self) -> None:
        """A key that still waits for a value has none."""
        if self._waiting is not None:
            self._scalar("", self._waiting)
            self._waiting = None

    def _pair(self, key: re.Match[str]) -> int:
        self._scalar(key["key"], key.start())
        if key["value"] is not None:
            return self._value(key.end())
        self._waiting = key.end()
        return key.end()

    def _value(self, at: int) -> int:
        """Read the word, list or map that stands here, and give the place behind it."""
        return self._brackets(at) if self._text[at] in _CLOSING else self._word(_WORD, at)

    def _brackets(self, at: int) -> int:
        is_list, closing = self._text[at] == "[", _CLOSING[self._text[at]]
        self._tree.begin(at, is_list=is_list, flow=True, anchor=None)
        at = self._behind_blanks(at + 1)
        while not self._text.startswith(closing, at):
            if not is_list:
                at = self._word_before_colon(at)
            inside = self._text[at : at + 1] in ("[", "{")
            at = self._behind_blanks(self._brackets(at) if inside else self._word(_WORD_INSIDE, at))
            if self._text.startswith(",", at):
                at = self._behind_blanks(at + 1)
                if self._text.startswith(closing, at):
                    raise _UnusualError
            elif not self._text.startswith(closing, at):
                raise _UnusualError
        self._tree.end(at + 1)
        return at + 1

    def _word_before_colon(self, at: int) -> int:
        key = _KEY_INSIDE.match(self._text, at)
        if key is None or key["key"].endswith(" "):
            raise _UnusualError
        self._scalar(key["key"], at)
        return key.end()

    def _word(self, form: re.Pattern[str], at: int) -> int:
        quoted = _QUOTED.match(self._text, at) if self._text.startswith(_QUOTES, at) else None
        word = quoted or form.match(self._text, at)
        if word is None:
            raise _UnusualError
        if quoted:
            self._tree.scalar(quoted["words"], quoted.span(), quoted["quote"], typeless=False, anchor=None)
        else:
            self._scalar(word[0], at)
        return word.end()

    def _scalar(self, word: str, start: int) -> None:
        self._tree.scalar(word, (start, start + len(word)), "", typeless=True, anchor=None)

    def _behind_blanks(self, at: int) -> int:
        while self._text.startswith(" ", at):
            at += 1
        return at
