"""One note read: a pure, picklable function of its path, its bytes and the settings."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import PurePosixPath

from studylog.core.bodydoubts import body_doubts
from studylog.core.dates.figures import day_in_figures
from studylog.core.dates.reading import find_date
from studylog.core.facts import Facts, note_facts
from studylog.core.findings import Finding
from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.people.named import with_named
from studylog.core.grammar.scan import Reading, scan
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.titles.lectures import lecture_of_title
from studylog.core.grammar.vocabulary.markpatterns import patterns_for
from studylog.core.late import late
from studylog.core.markdown import Token, parse
from studylog.core.model import Image, LectureMention, Link, Note, NotePaper, Section
from studylog.core.papers.notes import papers_of
from studylog.core.settings import Settings
from studylog.core.text import nfc, slug, without_emoji
from studylog.core.unmerged import two_versions, undecided, without_lines
from studylog.core.values import dataclass, replace

# A mark or a label with nothing behind it, or no word at all.
_LONGEST_LABEL = 30
_LEFT_OVER = late(r"\W*(?:[QA]\d{0,2}\s?[.):]|[^\n:：]{1,20}[:：])?\W*")


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note as a value, and the reading that its page is made from."""

    note: Note
    reading: Reading
    title_line: int | None


def read_note(path: str, content: bytes, settings: Settings) -> Note:
    """A note as a value; whatever its bytes are, this does not fail."""
    return read(path, content, settings).note


def read(path: str, content: bytes, settings: Settings) -> ReadNote:
    """A note with its tokens, for rendering."""
    facts = note_facts(nfc(path), content, settings)
    tokens, conflicts = _parsed(facts)
    scope = _scope(facts, settings)
    reading = scan(tokens, scope, facts.title_line)
    sections = tuple(_sections(reading, facts.title_line))
    pictures, wikilinks = _inline_things(reading.tokens)
    papers, odd_papers = papers_of(facts, tuple(_anchored(reading, sections)), reading.links, settings.roster)
    note = Note(
        path=facts.path,
        sha256=hashlib.sha256(content).hexdigest(),
        title=facts.title,
        kind=facts.kind,
        type=facts.type,
        date=facts.day,
        course=scope.course or scope.course_of_day,
        header=facts.header,
        body_line=facts.split.body_line,
        sections=sections,
        lectures=(*_header_lectures(facts, scope), *reading.lectures),
        questions=tuple(asked.question for asked in reading.asked),
        papers=papers,
        promises=reading.promises,
        links=reading.links,
        images=pictures,
        wikilinks=wikilinks,
        findings=(
            *(*facts.findings, *conflicts, *odd_papers),
            *body_doubts(facts, reading, sections, merged=not conflicts),
        ),
        carried=tuple(here.carried for here in reading.carried),
        kept=reading.kept,
        speakers=reading.speakers,
    )
    return ReadNote(note, reading, facts.title_line)


def _parsed(facts: Facts) -> tuple[list[Token], list[Finding]]:
    """The body as tokens. Of versions that git could not merge both are read, and what git wrote is not."""
    body, first = facts.split.body, facts.split.body_line
    tokens = parse(body, first)
    above = first - 1
    conflicts = undecided(facts.text, tokens)
    written = {line - above for marks in conflicts for line in marks if line >= above}
    if not written:
        return tokens, []
    # Those that begin in the header are told by it.
    findings = [two_versions(facts.path, marks[0] + 1) for marks in conflicts if marks[0] >= above]
    return parse(without_lines(body, written), first), findings


def _scope(facts: Facts, settings: Settings) -> Scope:
    numbers = _lecture_numbers(facts)
    return Scope(
        path=facts.path,
        day=facts.day,
        course=facts.header.course,
        lecture=numbers[0] if len(numbers) == 1 else None if numbers else lecture_of_title(facts.title),
        meeting=facts.kind == "meeting",
        roster=with_named(settings.roster, facts.header, facts.split.body),
        patterns=patterns_for(settings.patterns),
        courses=tuple(course.name for course in settings.courses),
        course_of_day=settings.course_on(facts.day) if facts.day else None,
        minutes=_is_minutes(facts),
        title=facts.title,
        team=bool(settings.roster.people or facts.header.attendees),
    )


def _is_minutes(facts: Facts) -> bool:
    """Whether a note says itself that it is of a meeting: by type, by people, or by the day in its name."""
    if facts.kind != "meeting":
        return False
    if facts.type or facts.header.attendees or facts.header.moderator:
        return True
    near = [facts.day] if facts.day else []
    names = (facts.title, PurePosixPath(facts.path).stem)
    return any(find_date(name) or day_in_figures(name, near) for name in names)


def _lecture_numbers(facts: Facts) -> tuple[int, ...]:
    """The lectures that the header names: `7`, `7강`, `Lecture 7`."""
    digits = ("".join(char for char in written if char.isdigit()) for written in facts.header.lectures)
    return tuple(int(number) for number in digits if number and len(number) <= 3)


def _header_lectures(facts: Facts, scope: Scope) -> Iterator[LectureMention]:
    course = scope.course or scope.course_of_day
    return (LectureMention(course, number, None, 1) for number in _lecture_numbers(facts))


def _sections(reading: Reading, title_line: int | None) -> Iterator[Section]:
    """The headings of a note, without its title and without headings that are questions."""
    questions = {asked.question.place.line for asked in reading.asked}
    taken: dict[str, int] = {}
    for block in reading.blocks:
        if block.kind != "heading" or block.line == title_line or block.line in questions:
            continue
        yield Section(
            level=block.level,
            title=block.text,
            line=block.line,
            kind=reading.section_kinds.get(block.line, "other"),
            anchor=_anchor(block.text, taken),
            empty=_is_empty(reading.blocks, block),
        )


def _is_empty(blocks: Sequence[Block], heading: Block) -> bool:
    """Whether nothing stands under a heading but what a template left there: `- 오늘 목표:`, `Q.`"""
    for below in blocks[heading.index + 1 :]:
        if below.kind == "heading":
            return below.level <= heading.level
        if below.kind != "rule" and not _is_left_over(below):
            return False
    return True


def _is_left_over(block: Block) -> bool:
    # A look at the length first: the pattern goes to and fro over signs.
    if block.kind != "text" or block.links or len(block.text) > _LONGEST_LABEL:
        return False
    return _LEFT_OVER.fullmatch(block.text) is not None


def _anchor(title: str, taken: dict[str, int]) -> str:
    """An address for a heading that no other heading of the note has; `taken` counts those alike."""
    base = slug(without_emoji(title), 60)
    name, count = base, taken.get(base, 1)
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken[name], taken[base] = 1, count
    return name


def _anchored(reading: Reading, sections: Sequence[Section]) -> Iterator[NotePaper]:
    """The papers with the address of the heading that they stand under."""
    for paper in reading.papers:
        above = bisect_right(sections, paper.place.line, key=attrgetter("line"))
        yield replace(paper, anchor=sections[above - 1].anchor) if above else paper


def _inline_things(tokens: Sequence[Token]) -> tuple[tuple[Image, ...], tuple[Link, ...]]:
    """The pictures and the wikilinks of a body; an embed is a picture."""
    pictures: list[Image] = []
    wikilinks: list[Link] = []
    for token in tokens:
        if not token.children:
            continue
        line = (token.map or [0])[0] + 1
        for child in token.children:
            if child.type == "image":
                pictures.append(Image(str(child.attrs.get("src", "")), child.content, line))
            elif child.type == "embed":
                pictures.append(Image(child.meta["target"], child.content, line))
            elif child.type == "wikilink":
                wikilinks.append(Link(child.content, child.meta["target"], line))
    return tuple(pictures), tuple(wikilinks)
