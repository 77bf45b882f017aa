"""What lines say of papers: slides, presenters, topics, plans."""

import re
from collections.abc import Sequence
from itertools import takewhile

from studylog.core.dates.reading import parse_date
from studylog.core.findings import Place
from studylog.core.grammar.blocks import Block
from studylog.core.grammar.memory import Memory
from studylog.core.grammar.papers import (
    PaperDraft,
    is_any_material,
    is_paper,
    is_slides,
    names_in,
    presented_inside,
    title_of_file,
    titles_in,
    without_addresses,
)
from studylog.core.grammar.plans import may_be_planned, plan_row, plan_table
from studylog.core.grammar.titlewords import SECTION_ALONE
from studylog.core.late import late
from studylog.core.papers.names import name_key
from studylog.core.people.speakers import is_speaker_name, signed_by, speaker
from studylog.core.text import without_emoji

_LONGEST_TITLE = 120
_LONGEST_LINE = 200
# As far around a line as a meeting tells of one paper in lines of their own.
_NEAR = 3
_LABELLED = late(r"[가-힣A-Za-z ]{2,12}\s?[:：]\s")
_BESIDE_NAMES = late(r"(?<!\s)\s*[·|/,.;]\s*(?:(?:발표\s?)?자료|슬라이드|slides?|deck)\b.*$", re.IGNORECASE)
# What people write before a link that is the paper's own.
_OWN = late(
    r"\A(?:논문|원문|출처|링크|코드|구현|paper|arxiv|doi|url|link|code|github|repo)"
    r"\s?(?:링크|주소|url|link)?\s*(?:[:：]|(?=https?://))|^🔗",
    re.IGNORECASE | re.MULTILINE,
)
# … and what they call it, where links stand side by side.
_OWN_LINK = late(r"(?:논문|원문|paper|arxiv|abs|code|코드|github)(?:\s?(?:링크|link|pdf))?", re.IGNORECASE)

# What more stands behind a title: who presents it, where it appeared.
_ASIDE = late(r"[(（\[][^()（）\[\]\n]*[)）\]]|\s[-–—]\s\S+$")
# A title over what is to be read, and nobody has presented.
_AHEAD = late(
    r"다음|예정|계획|일정|후보|읽(?:을|어)|\b(?:next|upcoming|plan|candidates|to\sread)", re.IGNORECASE
)


# `오늘은 Xception을 춘향이 짧게 발표`, `춘향이 Xception을 발표했습니다`: told in a sentence over the slides.
_BY_WHOM = r"(?P<{}>[가-힣]{{1,5}})(?:님)?(?:이|가)\s"
_TELLS_OF = late(
    rf"(?:{_BY_WHOM.format('before')}(?:[가-힣]{{1,6}}\s)?)?"
    r"(?P<title>[A-Z][A-Za-z0-9 .+:&'-]{0,100}[A-Za-z0-9+])\s?(?:을|를)?\s"
    rf"(?:{_BY_WHOM.format('name')})?(?:[가-힣]{{1,6}}\s)?"
    r"발표(?:함|했음|했습니다|했어요|해\s?주(?:심|셨습니다|셨어요))?[\s.!~:]*$"
)


def slides_line(memory: Memory, block: Block) -> bool:
    """`발표자료: URL`, with the URL on this line, behind a word, or on the next."""
    label = memory.scope.patterns.slides.match(block.text)
    if label and is_any_material(label) and memory.paper is None:
        return False  # unless a paper is open
    wholly = label is not None or _are_slides_expected(memory, block)
    links = (block.links or _bare_path(block.text, label)) if wholly else _called_slides(memory, block)
    says_other = label is not None and bool(block.text[label.end() :].strip())
    if not links and (says_other or not wholly):
        return False
    memory.close_question()
    memory.slides_expected = True
    if links:
        _paper(memory, block, links[0][1]).add_slides(links, block.line)
    if not wholly:
        paper_link(memory, block)
    return True


def _are_slides_expected(memory: Memory, block: Block) -> bool:
    """Whether a link alone on its line leads to slides, because the lines before were about them."""
    to_paper = bool(block.links) and all(is_paper(url) for _, url in block.links)
    return memory.slides_expected and block.link_only and not to_paper


def _called_slides(memory: Memory, block: Block) -> Sequence[tuple[str, str]]:
    """The links that are called slides, whatever they lead to: `[발표자료](…)`, `[📎 slides](…)`."""
    slides = memory.scope.patterns.slides
    return [link for link in block.links if slides.match(without_emoji(link[0]).strip())]


def _bare_path(text: str, labelled: re.Match[str] | None) -> tuple[tuple[str, str], ...]:
    """A file that is named behind the label without being a link: `slides: ../slides/VGG.pdf`."""
    path = text[labelled.end() :].strip() if labelled else ""
    return ((path, path),) if "\n" not in path and is_slides(path) else ()


def _paper(memory: Memory, block: Block, url: str) -> PaperDraft:
    """The paper that is open; without one, the line before names it, or the file does."""
    if memory.paper is not None:
        return memory.paper
    before = memory.before(block)
    presenters: tuple[str, ...] = ()
    by = memory.scope.patterns.presenter.match(before.text) if before else None
    if before and by:
        # Who presents may stand between the title and the slides.
        presenters = names_in(before.text[by.end() :].split("\n")[0], memory.scope.roster)
        before = memory.before(before)
    called, presenters = _told_before(memory, before, presenters)
    titles = titles_in(called) if called else ()
    line = before.line if before and titles else block.line
    paper = memory.open_paper(
        PaperDraft(titles or titles_in(title_of_file(url)), line, presenters=presenters)
    )
    memory.slides_expected = True
    return paper


def _told_before(
    memory: Memory, before: Block | None, presenters: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """What the line over the slides calls their paper, and who presented it, as it or one between says."""
    told = _TELLS_OF.search(before.text) if before and before.kind == "text" else None
    name = (told["name"] or told["before"]) if told else None
    if told and name and is_speaker_name(name, memory.scope.roster):
        return told["title"], names_in(name, memory.scope.roster)
    named = before is not None and _may_be_title(before) and not SECTION_ALONE.fullmatch(before.text)
    return before.text if before and named else "", presenters


def _may_be_title(block: Block) -> bool:
    text = block.text.strip()
    if block.kind not in ("text", "heading") or block.links or "\n" in text or len(text) > _LONGEST_TITLE:
        return False
    if block.kind == "text" and _LABELLED.match(text):
        return False
    # A day stands over the whole meeting.
    return not text.endswith((":", "다.", "요.")) and parse_date(text) is None


def presenter_line(memory: Memory, block: Block) -> bool:
    """`발표자: 이몽룡`: who presents the open paper, or the one that is named next."""
    match = memory.scope.patterns.presenter.match(block.text)
    named = block.text[match.end() :].strip().split("\n")[0] if match else ""
    about_paper = memory.paper is not None or memory.section.kind == "papers"
    if not named or not (about_paper or _told_together(memory, block)):
        return False
    memory.close_question()
    beside = [link for link in block.links if _BESIDE_NAMES.search(named) and not is_paper(link[1])]
    links = _called_slides(memory, block) or beside or _path_beside(memory, named)
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
    return _bare_path(text, memory.scope.patterns.slides.match(text))


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
    alone = not together and not presenters
    numbered = match is not None and match["marker"][-1].isdecimal()
    if memory.section.kind == "other" and alone and (numbered or not block.text.startswith("발표")):
        return False
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
        planned = list(plan_table(block, scope.path, scope.day, scope.roster, above=above, shown=shown))
    else:
        rows = (
            plan_row(line, Place(scope.path, block.line + offset), scope.day, scope.roster)
            for offset, line in enumerate(block.text.split("\n"))
            if may_be_planned(line)
        )
        planned = [row for row in rows if row]
    memory.found.papers += planned
    return bool(planned)


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
        own = alone or name_key(text) in called or bool(_OWN_LINK.fullmatch(text))
        if not (own and paper.leads_to(url)) and is_slides(url):
            paper.add_slides([(text, url)], block.line)
    return False


def linked_paper(memory: Memory, block: Block) -> bool:
    """In a section for papers without headings, an item that links to one: `몽룡: [Xception](…)`."""
    listed = memory.section.kind == "papers" and memory.paper_level is None and memory.scope.meeting
    papers = [link for link in block.links if is_paper(link[1]) and _is_named(link[0])]
    if not listed or not block.item or block.depth != 1 or len(papers) != 1:
        return False
    (title, url), slides = papers[0], _called_slides(memory, block)
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
    return bool(titles_in(text)) and "://" not in text and not _OWN_LINK.fullmatch(text.strip())


def bold_paper(memory: Memory, block: Block) -> bool:
    """In a section for papers without headings, a bold line is one."""
    if memory.section.kind != "papers" or not block.bold or memory.paper_level is not None:
        return False
    if SECTION_ALONE.fullmatch(without_emoji(block.text).strip()):
        return False
    told, presenters = presented_inside(block.text, memory.scope)
    memory.open_paper(PaperDraft(titles_in(told), block.line, presenters=presenters))
    paper_link(memory, block)
    return True
