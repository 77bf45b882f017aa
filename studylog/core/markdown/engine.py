"""The one Markdown engine: GitHub's dialect, with what study notes need besides.

Two engines work together, because they need different limits: the outer one finds blocks, the inner one
reads the text in them. Nothing is cut off at a limit: what is nested deeper is shown as text.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock, blockquote, lheading, list_block, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from studylog.core.late import late
from studylog.core.markdown.addresses import refused
from studylog.core.markdown.autolinks import autolinks
from studylog.core.markdown.cjk import CjkParserInline
from studylog.core.markdown.definitions import definitions
from studylog.core.markdown.dollars import dollars
from studylog.core.markdown.footnotes import footnotes
from studylog.core.markdown.highlights import highlights
from studylog.core.markdown.labels import keep_labelled_lines
from studylog.core.markdown.lean import LeanParserBlock, joined, normalized
from studylog.core.markdown.privacy import privacy
from studylog.core.markdown.rawhtml import rawhtml
from studylog.core.markdown.starts import by_start
from studylog.core.markdown.tables import tables
from studylog.core.markdown.wikilinks import wikilinks
from studylog.core.textlines import without_its_name

# Lists, quotes and footnotes inside each other. Each costs three frames of Python's thousand.
_DEEPEST_BLOCK = 200
# Brackets inside each other, at three frames each.
_DEEPEST_TEXT = 60
_SURROGATES = late(r"[\ud800-\udfff]")


def parse(body: str, first_line: int = 1) -> list[Token]:
    """The tokens of a note's body, which begins at line `first_line` of its file; `map` counts from 0."""
    tokens = _engine().parse(_without_surrogates(body))
    above = first_line - 1
    for token in tokens:
        if token.map:
            start, end = token.map
            token.map = [start + above, end + above]
    return tokens


def _without_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


class _Engine(MarkdownIt):
    """markdown-it that leaves links as they are written."""

    def __init__(self, deepest: int) -> None:
        super().__init__("gfm-like2")
        self.block = LeanParserBlock()
        self.inline = CjkParserInline()
        # A single tilde is a range in Korean text: 1~3강, 10~20분.
        options = {"maxNesting": deepest, "strikethrough_single_tilde": False}
        self.configure("gfm-like2", options)
        for plugin in (
            autolinks,
            dollars,
            highlights,
            wikilinks,
            footnotes,
            rawhtml,
            definitions,
            tables,
            privacy,
        ):
            self.use(plugin)

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        return not refused(url)


@cache
def _engine() -> MarkdownIt:
    blocks = _Engine(2 * _DEEPEST_BLOCK + 20)
    texts = _Engine(_DEEPEST_TEXT)

    def inline(state: StateCore) -> None:
        above = ""
        for token in state.tokens:
            if token.type == "inline":
                if above == "heading_open":
                    token.content = without_its_name(token.content)
                token.children = texts.inline.parse(token.content, texts, state.env, [])
                if "\n" in token.content:
                    keep_labelled_lines(token.children)
            above = token.type

    blocks.core.ruler.at("inline", inline)
    blocks.core.ruler.at("normalize", normalized)
    blocks.core.ruler.at("text_join", joined)
    interrupts = ["paragraph", "reference", "blockquote"]
    blocks.block.ruler.at("list", _bounded(list_block), {"alt": interrupts})
    blocks.block.ruler.at("blockquote", _bounded(blockquote), {"alt": [*interrupts, "list"]})
    blocks.block.ruler.at("footnote_def", _bounded(footnote_def), {"alt": ["paragraph", "reference"]})
    blocks.block.ruler.at("lheading", _underlined)
    for engine in (blocks, texts):
        by_start(engine)
    return blocks


def _underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for headings with a line under them, spared where no line follows."""
    if start + 1 < end and not state.isEmpty(start + 1):
        return headed(state, start, end, silent)
    # The rule leaves this behind whenever it finds no heading, and later rules look at it.
    state.parentType = "paragraph"
    return False


def headed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for headings with a line under them, which takes no empty item for one.

    People leave `-` alone below an item for what they write there later: for Markdown, the item would be a
    heading.
    """
    if not _is_over_empty_item(state, start, end):
        return lheading(state, start, end, silent)
    last, state.lineMax = state.lineMax, start + 1
    paragraph(state, start, end, silent)
    state.lineMax = last
    return True


def _is_over_empty_item(state: StateBlock, start: int, end: int) -> bool:
    below = start + 1
    if below >= end or not state.blkIndent or state.sCount[below] < state.blkIndent:
        return False
    at = state.bMarks[below] + state.tShift[below]
    return state.src.startswith("-", at) and not state.src[at + 1 : state.eMarks[below]].strip()


def _bounded(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """The rule, silent at the deepest level, so that its line becomes a paragraph."""

    def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        depth = state.env.get("depth", 0)
        if depth >= _DEEPEST_BLOCK:
            return False
        if silent:
            return rule(state, start, end, True)
        state.env["depth"] = depth + 1
        done = rule(state, start, end, False)
        state.env["depth"] = depth
        return done

    return container
