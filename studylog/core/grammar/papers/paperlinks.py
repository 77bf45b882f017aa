"""Links of papers: to a paper itself, to its code, to its slides."""

import re
from collections.abc import Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import is_slides
from studylog.core.late import late
from studylog.core.papers.names import name_key
from studylog.core.text import without_emoji

# What people write before a link that is the paper's own.
_OWN = late(
    r"\A(?:논문|원문|출처|링크|코드|구현|paper|arxiv|doi|url|link|code|github|repo)"
    r"\s?(?:링크|주소|url|link)?\s*(?:[:：]|(?=https?://))|^🔗",
    re.IGNORECASE | re.MULTILINE,
)
OWN_LINK = late(r"(?:논문|원문|paper|arxiv|abs|code|코드|github)(?:\s?(?:링크|link|pdf))?", re.IGNORECASE)
"""What people call it, where links stand side by side."""


def paper_link(memory: Memory, block: Block) -> bool:
    """A link under a paper: to the paper itself, its code, or slides; the line stays where it is.

    A sentence may lead to other papers: the own link is alone, behind a label, or called as the paper is.
    """
    paper = memory.paper
    if paper is None:
        return False
    alone = block.link_only or bool(_OWN.search(block.text))
    called = {name_key(name) for title in paper.titles for name in (title.name, *title.aliases)}
    for text, url in block.links:
        own = alone or name_key(text) in called or bool(OWN_LINK.fullmatch(text))
        if not (own and paper.leads_to(url)) and is_slides(url):
            paper.add_slides([(text, url)], block.line)
    return False


def called_slides(memory: Memory, block: Block) -> Sequence[tuple[str, str]]:
    """The links that are called slides, whatever they lead to: `[발표자료](…)`, `[📎 slides](…)`."""
    slides = memory.scope.patterns.slides
    return [link for link in block.links if slides.match(without_emoji(link[0]).strip())]


def bare_path(text: str, labelled: re.Match[str] | None) -> tuple[tuple[str, str], ...]:
    """A file that is named behind the label without being a link: `slides: ../slides/VGG.pdf`."""
    path = text[labelled.end() :].strip() if labelled else ""
    return ((path, path),) if "\n" not in path and is_slides(path) else ()
