"""Which rules of the engine can begin at a character, so that only these are tried there.

Nearly every rule looks at one character and gives up, on each line and at each sign of a text. The tables
say which one it looks at; the order of the rules stays theirs.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# A rule that is not named here may begin at any character.
BLOCKS: Mapping[str, str] = {
    "math_block": "$",
    "privacy": ":",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
TEXTS: Mapping[str, str] = {
    "linkify": ":",
    "newline": "\n",
    "math_inline": "$",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "mark": "=",
    "wikilink": "[!",
    "link": "[",
    "image": "!",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}

_Rule = TypeVar("_Rule", bound=Callable[..., bool])


class Choice(dict[str, Sequence[_Rule]]):
    """The rules of a chain by the character that they can begin at; `anywhere` where none is named."""

    def __init__(self, named: Sequence[tuple[str, _Rule]], starts: Mapping[str, str]) -> None:
        super().__init__()
        self.anywhere = [rule for name, rule in named if name not in starts]
        for char in {char for name, _ in named for char in starts.get(name, "")}:
            self[char] = [rule for name, rule in named if char in starts.get(name, char)]

    def __missing__(self, char: str) -> Sequence[_Rule]:
        return self.setdefault(char, self.anywhere)


class _ByStart(Ruler[_Rule]):
    """The rules of a ruler, each chain of them as one rule that chooses."""

    def __init__(
        self, ruler: Ruler[_Rule], starts: Mapping[str, str], one_of: Callable[[Choice[_Rule]], _Rule]
    ) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._starts, self._one_of = starts, one_of

    def __compile__(self) -> None:
        super().__compile__()
        names: dict[Any, str] = {rule.fn: rule.name for rule in self.__rules__}
        self.__cache__ = {
            chain: [self._one_of(Choice([(names[rule], rule) for rule in rules], self._starts))]
            for chain, rules in (self.__cache__ or {}).items()
        }


def by_start(md: MarkdownIt) -> None:
    """Make the engine try only the rules that can begin; it takes no more rules after that."""
    md.block.ruler = _ByStart(md.block.ruler, BLOCKS, _block_of)
    md.inline.ruler = _ByStart(md.inline.ruler, TEXTS, _text_of)


def _block_of(choice: Choice[RuleFuncBlockType]) -> RuleFuncBlockType:
    def first(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        for rule in choice[state.src[at : at + 1]]:  # noqa: SIM110 - this loop is what parsing does most
            if rule(state, start, end, silent):
                return True
        return False

    return first


def _text_of(choice: Choice[RuleFuncInlineType]) -> RuleFuncInlineType:
    def first(state: StateInline, silent: bool) -> bool:
        for rule in choice[state.src[state.pos]]:  # noqa: SIM110
            if rule(state, silent):
                return True
        return False

    return first
