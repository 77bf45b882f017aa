"""Lines that lead to the slides of a paper, and what stands before them."""

from studylog.core.dates.reading import parse_date
from studylog.core.grammar.papers.paperlinks import bare_path, called_slides, paper_link
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import (
    PaperDraft,
    is_any_material,
    is_paper,
    names_in,
    title_of_file,
    titles_in,
)
from studylog.core.grammar.vocabulary.titlewords import OF_PRACTICE, SECTION_ALONE
from studylog.core.late import late
from studylog.core.people.speakers import is_speaker_name
from studylog.core.text import without_emoji

_LABELLED = late(r"[가-힣A-Za-z ]{2,12}\s?[:：]\s")

_LONGEST_TITLE = 120
_BRACKETED = late(r"\s*[(（][^()（）\n]*[)）].*$")
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
    links = (block.links or bare_path(block.text, label)) if wholly else called_slides(memory, block)
    says_other = label is not None and bool(block.text[label.end() :].strip())
    if not links and (says_other or not wholly):
        return False
    if memory.paper is None and _is_of_practice(memory, block):
        return False
    memory.close_question()
    memory.slides_expected = True
    paper = _paper(memory, block, links[0][1]) if links else None
    if paper is not None:
        paper.add_slides(links, block.line)
    if not wholly:
        paper_link(memory, block)
    return True


def _is_of_practice(memory: Memory, block: Block) -> bool:
    """Whether a title that no paper has stands over a line: `실습 (길동)`."""
    before = memory.before(block)
    title = before.text if before and _may_be_title(before) else memory.over(block)
    return OF_PRACTICE.fullmatch(without_emoji(title).strip()) is not None


def _are_slides_expected(memory: Memory, block: Block) -> bool:
    """Whether a link alone on its line leads to slides, because the lines before were about them."""
    to_paper = bool(block.links) and all(is_paper(url) for _, url in block.links)
    return memory.slides_expected and block.link_only and not to_paper


def _paper(memory: Memory, block: Block, url: str) -> PaperDraft | None:
    """The paper that is open; without one, the line before names it, or the file does, if anything does."""
    if memory.paper is not None:
        return memory.paper
    before = memory.before(block)
    presenters: tuple[str, ...] = ()
    own = memory.scope.patterns.presenter.match(block.text)
    by = memory.scope.patterns.presenter.match(before.text) if before else None
    if own and own.end() < len(block.text):
        # … or on the line that leads to the slides: `Presented by Ada ([slides](…))`.
        presenters = names_in(_BRACKETED.sub("", block.text[own.end() :]), memory.scope.roster)
    elif before and by:
        # Who presents may stand between the title and the slides.
        presenters = names_in(before.text[by.end() :].split("\n")[0], memory.scope.roster)
        before = memory.before(before)
    called, presenters = _told_before(memory, before, presenters)
    told = titles_in(called) if called else ()
    titles = told or titles_in(title_of_file(url))
    if not titles:
        return None
    line = before.line if before and told else block.line
    paper = memory.open_paper(PaperDraft(titles, line, presenters=presenters))
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
