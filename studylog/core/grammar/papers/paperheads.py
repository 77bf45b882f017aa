"""What stands over a paper: a heading in a section for papers, or whatever has something of a paper below.

No section need announce `## [ViT] An Image is Worth 16x16 Words` over `- 발표자: 춘향` and a link to arXiv.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import (
    PaperDraft,
    is_any_material,
    is_paper,
    presented_inside,
    presenter_label,
    titles_in,
    without_addresses,
)
from studylog.core.grammar.state.sections import OpenSection
from studylog.core.grammar.titles.askingheadings import heading_asks
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.titlewords import (
    NUMBERING,
    OF_PRACTICE,
    PART_OF_A_PAPER,
    SECTION_ALONE,
)
from studylog.core.late import late
from studylog.core.papers.names import name_key
from studylog.core.people.speakers import unsigned
from studylog.core.sought import sought
from studylog.core.text import without_emoji
from studylog.core.values import replace

_NEAR = 5  # lines in which it is said who presented, with which slides
_FAR = 12  # lines below an item
_LONGEST = 160
_SHORTEST_TITLE = 6  # letters: `PDF` is none
_BARE_ID = late(r"\s*arxiv\s*[:.]?\s*(?P<id>\d{4}\.\d{4,5})(?!\d)", re.IGNORECASE)
_ADDRESS_ALONE = late(r"\s*<?https?://\S+\s*")
_ONLY_A_LINK = late(r"링크|원문|주소|pdf|link|arxiv|abs", re.IGNORECASE)
_NOT_A_PAPER = late(
    r"^(?:(?:발표\s?자료|슬라이드|요약|정리|느낀\s?점|총평|참고(?:\s?자료)?|링크|코드|토론|질문|질의\s?응답|q\s?&\s?a|소감|계획|일정)\b"
    r"|(?:slides?|summary|notes?|references?|links?|code|discussion|questions?|plan|schedule)\s*(?:$|[:(\[/&]|and\b))",
    re.IGNORECASE,
)
# `## 발표: Xception`, `## 1부. Xception`, `## Paper 1: Xception`
_TALK = late(
    r"(?:(?:\(?\d{1,2}[.)]\s*)?(?:논문\s?)?(?:발표|리뷰)\s?[:：]|(?:\d{1,2}\s?부|[Pp](?:art|aper)\s\d{1,2})\s?[.:：)–—-])\s*(?=[A-Z\"“])"
)
# `## 논문 리뷰 - Xception`: a section that is about one paper.
_REVIEW = sought(
    "논문 aper",
    r"\s*(?:(?:오늘의?\s)?논문\s?(?:발표|리뷰|스터디)|[Pp]aper\s?(?:[Rr]eview|[Pp]resentation))"
    r"\s?(?:[:：]|\s[-–—]\s)\s*(?=[A-Z\"“])",
)
# `Xception (몽룡) - 시간이 없어 절반만`
_REMARK = sought(") ）", r"(?<=[)）])\s+[-–—]\s+[가-힣][^\n]*$")
# What stands in a paragraph of its own over who presents it.
_LATIN_TITLE = late(r"[A-Z\"“][^가-힣\n]{2,119}(?<![.?!])")
_PRESENTED = late(r"\s*(?:발표|리뷰|presents?|presenting|presented)(?=\s*[)\]）])")


def paper_heading(memory: Memory, block: Block) -> bool:
    """Below a section for papers, a heading is one (or several): `(1) Inception-v3`."""
    if memory.section.kind != "papers" or block.level <= memory.section.level:
        return False
    if memory.paper_level is not None and block.level > memory.paper_level:
        return False
    named, presenters = _presented(memory, block.text)
    titles = titles_in(named)
    bare = without_emoji(block.text).strip()
    if OF_PRACTICE.fullmatch(bare):
        return _beside_papers(memory, block)
    if not titles or _NOT_A_PAPER.match(titles[0].name) or _only_asks(memory, block):
        return False
    if PART_OF_A_PAPER.fullmatch(without_emoji(block.text)):
        return False
    if SECTION_ALONE.fullmatch(bare):
        return _beside_papers(memory, block)
    paper = memory.open_paper(PaperDraft(titles, block.line, presenters=presenters))
    memory.paper_level = block.level
    memory.section.asks = False
    memory.heading = block.text
    for _, url in block.links:
        paper.leads_to(url)
    return True


def _only_asks(memory: Memory, block: Block) -> bool:
    """Whether a heading asks, and nothing below or behind it is of a paper that is called so."""
    if not words.QUESTION_SIGN.search(block.text):
        return False
    near = list(_below(memory, block, _NEAR))
    return not (_leads_to_paper((block, *near)) or any(_is_said_of_paper(memory, one) for one in near))


def _beside_papers(memory: Memory, block: Block) -> bool:
    """A heading that names no paper, as over a plan of them: what stands below is about none above."""
    memory.close_question()
    memory.close_paper()
    memory.section.asks = False
    memory.heading = block.text
    return True


def told_paper(memory: Memory, block: Block) -> bool:
    """A paper of a meeting, told by what stands right below: its link, and who presented it or with what."""
    ends_section = block.kind == "heading" and block.level <= memory.section.level
    if not memory.scope.meeting or (memory.section.kind not in ("other", "papers") and not ends_section):
        return False
    listed = memory.section.kind == "papers" and memory.section.title is not None
    block = block if listed else _over_its_address(block)
    if not (_may_be_listed(memory, block) if listed else _may_head(block)):
        return False
    if len(block.text) > _LONGEST or "\n" in block.text or heading_asks(block):
        return False
    if listed:
        return _listed_paper(memory, block)
    near = list(_below(memory, block, _NEAR))
    if block.kind == "heading" and _is_planned_today(memory, block):
        return _open_section(memory, block, near)
    leads, labelled = _leads_to_paper((block, *near)), _names_the_paper(memory, block)
    beside = _is_signed_beside_another(memory, block)
    if not (leads or labelled or beside) or _is_only_a_section(memory, block):
        return False
    if any(_names_the_paper(memory, one) for one in near):
        return False
    # One sign of a paper alone may be of anything.
    said = any(_is_said_of_paper(memory, one) for one in near)
    said = said or ((labelled or _is_title_of_somebody(block)) and bool(_presented(memory, block.text)[1]))
    if leads + labelled + said + beside < 2:
        return False
    return _open_section(memory, block, near) if block.kind == "heading" else _open(memory, block, near)


def _is_signed_beside_another(memory: Memory, block: Block) -> bool:
    """Whether a heading names who presents, and the one before it that is as large was a paper."""
    told = memory.section.kind == "papers" and memory.section.title is None
    if block.kind != "heading" or not told or block.level != memory.section.level:
        return False
    title, presenters = _presented(memory, block.text)
    return bool(presenters) and _LATIN_TITLE.fullmatch(without_emoji(title).strip()) is not None


def _is_title_of_somebody(block: Block) -> bool:
    """Whether a heading is in Latin letters, but for a name in brackets behind: `## Xception (춘향)`."""
    title = _TALK.sub("", without_emoji(block.text).strip(), count=1).rpartition("(")[0]
    return block.kind == "heading" and _LATIN_TITLE.fullmatch(title.strip()) is not None


def _open_section(memory: Memory, block: Block, near: Sequence[Block]) -> bool:
    memory.open_section(OpenSection("papers", None, block.level), block.line)
    memory.paper_level = block.level
    memory.heading = block.text
    return _open(memory, block, near)


def _is_planned_today(memory: Memory, block: Block) -> bool:
    """Whether a heading has the name of a paper that the note plans for its own day: `## QLoRA — 몽룡`."""
    today = [one for one in memory.found.papers if one.role == "planned" and one.date == memory.scope.day]
    if not today or memory.scope.day is None:
        return False
    planned = {name_key(name) for one in today for name in (*one.titles, *one.aliases)}
    return {name_key(title.name) for title in titles_in(_presented(memory, block.text)[0])} <= planned


def _listed_paper(memory: Memory, block: Block) -> bool:
    """In a section for papers without headings, an item is one when what is below it leads to a paper."""
    below = list(_below(memory, block, _FAR))
    if _is_labelled(memory, block):
        return False
    if not (_leads_to_paper(below) or any(_is_said_of_paper(memory, one) for one in below)):
        return False
    return _open(memory, block, below)


def _may_be_listed(memory: Memory, block: Block) -> bool:
    """Whether a block stands where a section without headings lists its papers, and leads nowhere itself."""
    if memory.paper_level is not None or block.links:
        return False
    return block.depth == 1 if block.item else _is_over_presenter(memory, block)


def _is_over_presenter(memory: Memory, block: Block) -> bool:
    """Whether a line is the name of a paper, and the next one says who presented it."""
    after = memory.after(block) if block.kind == "text" and not block.depth else None
    if after is None or after.kind != "text" or after.line != block.line + 1:
        return False
    label = presenter_label(after.text, memory.scope)
    named = after.text[label.end() :].strip() if label else ""
    return bool(named) and _LATIN_TITLE.fullmatch(block.text) is not None


def _is_labelled(memory: Memory, block: Block) -> bool:
    """Whether an item says itself who presents, or with what."""
    patterns = memory.scope.patterns
    return bool(patterns.presenter.match(block.text) or patterns.slides.match(block.text))


def _over_its_address(block: Block) -> Block:
    """A line that stands right over the address of a paper, as if that were none of its words."""
    line, _, below = block.text.partition("\n")
    addressed = block.kind == "text" and _ADDRESS_ALONE.fullmatch(below) and _paper_url(block)
    return replace(block, text=line, said=line, bold=True) if addressed else block


def _may_head(block: Block) -> bool:
    """Whether a block may be the title of a paper: a heading, a bold line, or one that links to it."""
    if block.kind == "heading" or block.bold or block.titled or not block.links:
        return block.kind == "heading" or block.bold or block.titled
    named = (url for text, url in block.links if len(text) >= _SHORTEST_TITLE and "://" not in text)
    return any(map(is_paper, named)) and (block.bold or block.link_only)


def _is_only_a_section(memory: Memory, block: Block) -> bool:
    """Whether a heading says by its words that papers follow, and names none behind a label."""
    if block.kind != "heading" or _labelled(memory, block.text)[1]:
        return False
    return any(pattern.search(block.text) for _, pattern in memory.scope.patterns.sections)


def _names_the_paper(memory: Memory, block: Block) -> bool:
    """Whether a line names the paper itself: `논문: Xception`."""
    named, labelled = _labelled(memory, block.text)
    rest = without_addresses(named) if labelled else ""
    return bool(rest) and not _ONLY_A_LINK.fullmatch(rest)


def _labelled(memory: Memory, text: str) -> tuple[str, bool]:
    """What stands behind a label of a paper, `2. Paper: …`, and whether there is one; else the text."""
    bare = NUMBERING.sub("", text)
    label = memory.scope.patterns.topic.match(bare) or _REVIEW.match(bare)
    return (bare[label.end() :], True) if label else (text, False)


def _below(memory: Memory, block: Block, most: int) -> Iterator[Block]:
    """What stands below a block without a heading in between; below an item, what is in it."""

    def belongs(one: Block) -> bool:
        return one.kind == "text" and one.depth >= block.depth + bool(block.item and one.item)

    return takewhile(belongs, memory.following(block, most))


def _leads_to_paper(blocks: Sequence[Block]) -> bool:
    return any(_paper_url(block) for block in blocks)


def _paper_url(block: Block) -> str | None:
    linked = next((url for _, url in block.links if is_paper(url)), None)
    bare = None if linked else _BARE_ID.match(block.text)
    return linked or (f"https://arxiv.org/abs/{bare['id']}" if bare else None)


def _is_said_of_paper(memory: Memory, block: Block) -> bool:
    """Whether a line says who presented a paper, or leads to the slides."""
    patterns = memory.scope.patterns
    presenter = presenter_label(block.text, memory.scope)
    if presenter and block.text[presenter.end() :].strip():
        return True
    labelled = patterns.slides.match(block.text)
    if labelled and is_any_material(labelled):
        return False
    return any(labelled or patterns.slides.match(text) for text, _ in block.links)


def _open(memory: Memory, block: Block, below: Sequence[Block]) -> bool:
    text = _PRESENTED.sub("", block.text)
    named, presenters = _presented(memory, _labelled(memory, text)[0])
    titles = titles_in(named)
    if not titles or SECTION_ALONE.fullmatch(named.strip()):
        return False
    paper = memory.open_paper(PaperDraft(titles, block.line, presenters=presenters))
    paper.url = next(filter(None, map(_paper_url, (block, *below))), None)
    return True


def _presented(memory: Memory, text: str) -> tuple[str, tuple[str, ...]]:
    """A title without who presents, in brackets behind it or as a name that signs it; and who does."""
    text = _TALK.sub("", text, count=1)
    remark = _REMARK.search(text)
    if remark and unsigned(text[: remark.start()], memory.scope.roster)[1]:
        text = text[: remark.start()]
    inside, presenters = presented_inside(text, memory.scope)
    title, signed = unsigned(inside, memory.scope.roster)
    return title, (signed,) if signed else presenters
