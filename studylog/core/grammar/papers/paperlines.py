"""What lines say of papers: slides, presenters, topics, plans."""

import re
from itertools import takewhile

from studylog.core.findings import Place
from studylog.core.grammar.papers.paperlinks import OWN_LINK, bare_path, called_slides, paper_link
from studylog.core.grammar.papers.paperturns import is_of_papers
from studylog.core.grammar.papers.plans import NO_PAPER, may_be_planned, plan_row, plan_table
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import (
    PaperDraft,
    is_paper,
    names_in,
    presented_inside,
    presenter_label,
    titles_in,
    without_addresses,
)
from studylog.core.grammar.vocabulary.titlewords import SECTION_ALONE
from studylog.core.late import late
from studylog.core.papers.names import name_key
from studylog.core.people.speakers import signed_by, speaker, unsigned
from studylog.core.text import without_emoji

_LONGEST_TITLE = 120
_LONGEST_LINE = 200
# As far around a line as a meeting tells of one paper in lines of their own.
_NEAR = 3
# `Link: https://…` on the line below.
_BELOW_IT = late(r"\n[^\w\n]*(?:링크|원문|주소|link|url|pdf|arxiv)\s?[:：]\s*\S+\s*$", re.IGNORECASE)
_BESIDE_NAMES = late(r"(?<!\s)\s*[·|/,.;]\s*(?:(?:발표\s?)?자료|슬라이드|slides?|deck)\b.*$", re.IGNORECASE)

# What more stands behind a title: who presents it, where it appeared.
_ASIDE = late(r"[(（\[][^()（）\[\]\n]*[)）\]]|\s[-–—]\s\S+$")
# A title over what is to be read, and nobody has presented.
_AHEAD = late(
    r"다음|예정|계획|일정|후보|읽(?:을|어)|\b(?:next|upcoming|plan|candidates|to\sread)", re.IGNORECASE
)


def presenter_line(memory: Memory, block: Block) -> bool:
    """`발표자: 이몽룡`: who presents the open paper, or the one that is named next."""
    match = presenter_label(block.text, memory.scope)
    named = block.text[match.end() :].strip().split("\n")[0] if match else ""
    about_paper = memory.paper is not None or memory.section.kind == "papers"
    if not named or not (about_paper or _told_together(memory, block)):
        return False
    memory.close_question()
    beside = [link for link in block.links if _BESIDE_NAMES.search(named) and not is_paper(link[1])]
    links = called_slides(memory, block) or beside or _path_beside(memory, named)
    names = names_in(_without_links(named, block), memory.scope.roster)
    # Where no headings part the papers, a second presenter is that of the next one.
    if memory.paper is None or (memory.paper_level is None and memory.paper.presenters):
        memory.presenters = names
        return True
    memory.paper.presenters = names
    memory.paper.add_slides(links, block.line)
    paper_link(memory, block)
    return True


def _path_beside(memory: Memory, named: str) -> tuple[tuple[str, str], ...]:
    """A file that is named on the line of who presents: `몽룡 · 슬라이드: VGG.pdf`."""
    beside = _BESIDE_NAMES.search(named)
    text = beside[0].lstrip(" ·|/,.;") if beside else ""
    return bare_path(text, memory.scope.patterns.slides.match(text))


def _without_links(named: str, block: Block) -> str:
    """Who is named, without the links and the words about slides beside: `Ada · slides to follow`."""
    named = _BESIDE_NAMES.sub("", named)
    for text, _ in block.links:
        named = named.replace(text, "")
    return named.strip(" ·|/,.-–—")


def topic_line(memory: Memory, block: Block) -> bool:
    """`발표 주제 : …`: papers named in a line of their own."""
    match = memory.scope.patterns.topic.match(block.text)
    rest = block.text[match.end() :].strip().split("\n")[0] if match else ""
    if not rest or memory.section.kind not in ("papers", "other"):
        return False
    rest = without_addresses(rest)
    together = _told_together(memory, block)
    linked = any(is_paper(url) for _, url in block.links)
    if linked and not _names_another(memory, rest, together=together):
        return paper_link(memory, block)
    rest, presenters = presented_inside(rest, memory.scope)
    named, by = unsigned(rest, memory.scope.roster)
    if NO_PAPER.fullmatch(_ASIDE.sub("", named).strip()):
        return False
    alone = not together and not presenters
    numbered = match is not None and match["marker"][-1].isdecimal()
    if memory.section.kind == "other" and alone and (numbered or not block.text.startswith("발표")):
        return False
    if by and not presenters:
        rest, presenters = named, (by,)
    memory.open_paper(PaperDraft(titles_in(rest), block.line, presenters=presenters))
    paper_link(memory, block)
    return True


def _told_together(memory: Memory, block: Block) -> bool:
    """Whether a meeting tells here, line beside line, what was read and who presented it."""
    if not memory.scope.meeting or memory.section.kind != "other":
        return False
    behind = takewhile(_is_line, (block, *memory.following(block, _NEAR)))
    before = takewhile(_is_line, reversed(memory.preceding(block, _NEAR)))
    near = (*behind, *before)
    patterns = memory.scope.patterns
    topic = any(_is_told(patterns.topic.match(block.text), block) for block in near)
    return topic and any(
        _is_told(pattern.match(block.text), block)
        for block in near
        for pattern in (patterns.presenter, patterns.slides)
    )


def _is_line(block: Block) -> bool:
    return block.kind == "text"


def _is_told(label: re.Match[str] | None, block: Block) -> bool:
    """Whether something stands behind a label, and no more than a line of it."""
    rest = block.text[label.end() :].strip() if label else ""
    rest = _BELOW_IT.sub("", rest)
    return bool(rest) and "\n" not in rest and len(rest) <= _LONGEST_LINE


def _names_another(memory: Memory, rest: str, *, together: bool) -> bool:
    """Whether a line with a link to a paper names one that no heading has named: `논문: [Xception](…)`."""
    inside = memory.section.kind == "papers" or together
    if not inside or memory.paper_level is not None or not rest:
        return False
    known = memory.paper.titles if memory.paper else ()
    return not {name_key(title.name) for title in titles_in(rest)} & {name_key(title.name) for title in known}


def plan_line(memory: Memory, block: Block) -> bool:
    """`VGG-16 (2014) → 리뷰 → 몽룡님(8/10 화)`, one or several on their lines, or a table of them."""
    scope = memory.scope
    if block.kind == "table":
        shown = memory.scope.meeting and memory.section.kind == "papers"
        above = memory.over(block)
        read = scope.meeting and is_of_papers(memory)
        rows = plan_table(block, scope.path, scope.day, scope.roster, above=above, shown=shown, read=read)
        planned = list(rows)
    else:
        found = (
            plan_row(line, Place(scope.path, block.line + offset), scope.day, scope.roster)
            for offset, line in enumerate(block.text.split("\n"))
            if may_be_planned(line)
        )
        planned = [row for row in found if row]
    memory.found.papers += planned
    return bool(planned)


def linked_paper(memory: Memory, block: Block) -> bool:
    """In a section for papers without headings, an item that links to one: `몽룡: [Xception](…)`."""
    listed = memory.section.kind == "papers" and memory.paper_level is None and memory.scope.meeting
    papers = [link for link in block.links if is_paper(link[1]) and _is_named(link[0])]
    if not listed or not block.item or block.depth != 1 or len(papers) != 1:
        return False
    (title, url), slides = papers[0], called_slides(memory, block)
    before, _, behind = block.text.partition(title)
    for text, _ in slides:
        behind = behind.replace(text, "")
    told, signed = speaker(before, memory.scope.roster), signed_by(behind, memory.scope.roster)
    by = told.name if told else signed
    said = f"{told.rest if told else before} {_ASIDE.sub('', behind)}"
    if not (by or slides) or re.search(r"\w", said) or _AHEAD.search(memory.over(block)):
        return False
    names = (by,) if by else ()
    paper = memory.open_paper(PaperDraft(titles_in(title), block.line, url=url, presenters=names))
    paper.add_slides(slides, block.line)
    return True


def _is_named(text: str) -> bool:
    """Whether a link is called as a paper is, and not by its address or `paper`."""
    return bool(titles_in(text)) and "://" not in text and not OWN_LINK.fullmatch(text.strip())


def bold_paper(memory: Memory, block: Block) -> bool:
    """In a section for papers without headings, a bold line is one."""
    if memory.section.kind != "papers" or memory.paper_level is not None:
        return False
    if not (block.bold or block.titled):
        return False
    if SECTION_ALONE.fullmatch(without_emoji(block.text).strip()):
        return False
    told, presenters = presented_inside(block.text, memory.scope)
    memory.open_paper(PaperDraft(titles_in(told), block.line, presenters=presenters))
    paper_link(memory, block)
    return True
