"""Words of a note that name a page of slides: `슬라이드 7`, `slide 7`, `7p`, under the heading of a paper."""

import re
from collections.abc import Iterator, Sequence
from copy import copy

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.locators import PAGE, page_of
from studylog.core.markdown import Token
from studylog.core.model import NotePaper

# The pages of the paper itself are no slides.
_OF_PAPER = re.compile(r"(?:논문|본문|교재|책|paper|book)(?:의|에서)?\s*$", re.IGNORECASE)
_NEAR = 8
# Under a line that is no heading, a paper goes on up to the next heading of any kind.
_LOWEST = 6
_OPENING, _CLOSING = ("link_open", "slide_open"), ("link_close", "slide_close")


def mark_slides(tokens: list[Token], blocks: Sequence[Block], papers: Sequence[NotePaper]) -> None:
    """Sets apart the words that name a page of the slides of the paper that they stand under."""
    if all(paper.role != "presented" for paper in papers):
        return
    for block, paper in _under(blocks, papers):
        for index in range(block.start, block.end):
            if tokens[index].type == "inline" and PAGE.search(tokens[index].content):
                tokens[index] = copy(tokens[index])
                tokens[index].children = list(_marked(tokens[index].children or [], paper))


def _under(blocks: Sequence[Block], papers: Sequence[NotePaper]) -> Iterator[tuple[Block, str]]:
    """The blocks that stand under a paper, each with its title."""
    presented = (paper for paper in papers if paper.role == "presented" and paper.titles)
    begins = {paper.place.line: paper.titles[0] for paper in presented}
    paper, level = "", 0
    for block in blocks:
        if block.line in begins:
            paper, level = begins[block.line], block.level or _LOWEST
        elif block.kind == "heading" and block.level <= level:
            paper = ""
        if paper and block.kind != "heading":
            yield block, paper


def _marked(children: Sequence[Token], paper: str) -> Iterator[Token]:
    depth = 0
    for child in children:
        depth += (child.type in _OPENING) - (child.type in _CLOSING)
        if child.type == "text" and depth == 0:
            yield from _divided(child, paper)
        else:
            yield child


def _divided(token: Token, paper: str) -> Iterator[Token]:
    text, done = token.content, 0
    for match in PAGE.finditer(text):
        if _OF_PAPER.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        yield Token("text", "", 0, content=text[done : match.start()])
        meta = {"page": page_of(match), "paper": paper}
        yield Token("slide_open", "a", 1, content=match[0], meta=meta)
        yield Token("text", "", 0, content=match[0])
        yield Token("slide_close", "a", -1)
        done = match.end()
    yield Token("text", "", 0, content=text[done:]) if done else token
