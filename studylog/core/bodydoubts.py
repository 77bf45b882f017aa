"""What is doubtful in the body of a note: what is not shown as it was meant, and what was left empty."""

from collections.abc import Iterator, Sequence

from studylog.core.facts import Facts
from studylog.core.findings import Finding, Place
from studylog.core.grammar.scan import Reading
from studylog.core.header.parts import Split
from studylog.core.i18n import say
from studylog.core.markdown import Token
from studylog.core.math import check
from studylog.core.model import Section
from studylog.core.textlines import lines_of

_FORMULAS = frozenset({"math_inline", "math_inline_double", "math_block"})


def body_doubts(
    facts: Facts, reading: Reading, sections: Sequence[Section], *, merged: bool
) -> Iterator[Finding]:
    """What is odd in a body; two versions that git could not merge have the ids of their questions twice."""
    if facts.kind == "meeting":
        yield from _empty_sections(facts.path, sections)
    yield from _broken_formulas(facts.path, reading.tokens)
    yield from _open_code(facts.path, facts.split, reading.tokens)
    if merged:
        yield from _asked_twice(facts.path, reading)


def _empty_sections(path: str, sections: Sequence[Section]) -> Iterator[Finding]:
    """Sections of a meeting under which nothing was written; the digest leaves them out."""
    for section in sections:
        if section.empty:
            message = say("Nothing is written under “{title}”.", title=section.title)
            yield Finding(Place(path, section.line), "note", "empty-section", message)


def _broken_formulas(path: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    """Formulas that cannot be set, and are shown as their source."""
    for token in tokens:
        for part in token.children or (token,):
            kind = part.type
            if kind in _FORMULAS and (why := check(part.content, display=kind != "math_inline")):
                message = say("A formula cannot be shown: {why}", why=why)
                place = Place(path, (token.map or [0])[0] + 1)
                yield Finding(place, "warning", "formula", message)


def _open_code(path: str, split: Split, tokens: Sequence[Token]) -> Iterator[Finding]:
    """A block of code without an end, in which questions and answers are hidden."""
    fences = [token for token in tokens if token.type == "fence"]
    lines = lines_of(split.body.rstrip()) if fences else []
    for token in fences:
        start, end = token.map or (0, 0)
        last = end - split.body_line + 1 >= len(lines)
        if last and not _is_end(lines[-1], token.markup, end - start):
            message = say("The block of code that begins here is never closed: all that follows is code.")
            hint = say("Close it with {fence} on a line of its own.", fence=token.markup)
            yield Finding(Place(path, start + 1), "warning", "code-unclosed", message, hint)


def _is_end(line: str, fence: str, lines: int) -> bool:
    bare = line.strip(" \t>")
    return lines > 1 and bare.startswith(fence) and not bare.strip(fence[0])


def _asked_twice(path: str, reading: Reading) -> Iterator[Finding]:
    """Questions with an id that stands behind an earlier one: they count as one, whatever they ask."""
    lines: dict[str, int] = {}
    for question in (asked.question for asked in reading.asked if asked.question.pinned):
        line = lines.setdefault(question.id, question.place.line)
        if line != question.place.line:
            message = say(
                "The id {id} stands behind the question of line {line} as well.", id=question.id, line=line
            )
            hint = say("Delete one of the two questions, or this id if they ask something else.")
            yield Finding(Place(path, question.place.line), "warning", "question-twice", message, hint)
