"""Emphasis beside Korean, Chinese and Japanese letters, where people write no space.

CommonMark asks what stands on both sides of `**`; a bracket or a quotation mark inside and a letter outside
make it literal text, so `**한국어(Korean)**는` never becomes bold. The CJK-friendly amendment
(github.com/tats-u/markdown-cjk-friendly) lets a CJK letter count like a space there, and CJK punctuation
like a letter. Everything else stays as CommonMark has it.
"""

from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

from studylog.core.markdown.lean import new_token

_EMOJI = range(0x1F000, 0x20000)
_FIRST_RADICAL = 0x2E80  # wide characters before it, but for the Hangul letters, are emoji
_HANGUL_LETTERS = (range(0x1100, 0x1200), range(0xD7B0, 0xD800))


class CjkParserInline(ParserInline):
    """The inline parser of markdown-it with another way of looking at delimiter runs."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Push the inline tokens of the text into `tokens`."""
        if src and not self.terminator_re.search(src):
            tokens.append(new_token("text", "", 0, 0, src))
            return tokens
        state = _CjkState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _CjkState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = _previous(self.src, start)
        after = self.src[end] if end < self.posMax else " "
        left = _flanks(after, before)
        right = _flanks(before, after)
        can_open = left and (canSplitWord or not right or _is_punctuation(before))
        can_close = right and (canSplitWord or not left or _is_punctuation(after))
        return Scanned(can_open, can_close, end - start)


def _flanks(inner: str, outer: str) -> bool:
    """Whether a run leans on `inner`, seen from `outer` on its other side."""
    if isWhiteSpace(ord(inner)):
        return False
    if not _is_punctuation(inner) or _is_cjk(inner):
        return True
    return isWhiteSpace(ord(outer)) or _is_punctuation(outer) or _is_cjk(outer)


def _previous(src: str, start: int) -> str:
    """The character before a run, without a selector that only varies its glyph."""
    if start > 1 and "\ufe00" <= src[start - 1] <= "\ufe0e":
        return src[start - 2]
    return src[start - 1] if start else " "


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_cjk(char: str) -> bool:
    point = ord(char)
    if any(point in block for block in _HANGUL_LETTERS) or 0xE0100 <= point <= 0xE01EF:
        return True
    wide = east_asian_width(char) in "WFH"
    return wide and (point >= _FIRST_RADICAL or char in "₩〈〉") and point not in _EMOJI
