"""What the engine does for every line and every token of every note, done sooner and to the same end."""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, text_join
from markdown_it.token import Token
from markdown_it.utils import EnvType


def new_token(type_: str, tag: str, nesting: Literal[-1, 0, 1], level: int, content: str = "") -> Token:
    """A token as the engine makes it, without what its dataclass does for values that are not given."""
    token = Token.__new__(Token)
    token.type, token.tag, token.nesting = type_, tag, nesting
    token.level, token.content = level, content
    token.map = token.children = None
    token.markup = token.info = ""
    token.block = token.hidden = False
    token.attrs, token.meta = {}, {}
    return token


class LeanParserBlock(ParserBlock):
    """The block parser of markdown-it with tokens that are made sooner."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token] | None:
        """Push the tokens of the blocks of the text into `tokens`."""
        if not src:
            return None
        state = _LeanState(src, md, env, tokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _LeanState(StateBlock):
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting < 0:
            self.level -= 1
        token = new_token(ttype, tag, nesting, self.level)
        token.block = True
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


def normalized(state: StateCore) -> None:
    """Make every end of a line a newline, and no character zero; most texts have neither `\\r` nor zeros."""
    if "\r" in state.src:
        state.src = state.src.replace("\r\n", "\n").replace("\r", "\n")
    state.src = state.src.replace("\0", "\ufffd")


def joined(state: StateCore) -> None:
    """Join the texts that stand side by side: where there is only one, there is nothing to join."""
    mixed = [token for token in state.tokens if token.children and not _is_one_text(token.children)]
    if mixed:
        everything, state.tokens = state.tokens, mixed
        text_join(state)
        state.tokens = everything


def _is_one_text(children: list[Token]) -> bool:
    return len(children) == 1 and children[0].type == "text"
