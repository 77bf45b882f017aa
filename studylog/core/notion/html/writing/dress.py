"""Runs of text as people would have dressed them: no blanks at their ends, no marks that show nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from studylog.core.notion.html.model import BREAK, END, PLAIN, Marks, Run
from studylog.core.text import nfc
from studylog.core.values import replace

Line = list[Run]

# Nobody sees whether code is bold; marks around it only get in the way.
_FAINT: Marks = frozenset({"bold", "italic", "underline"})
_BLANKS = re.compile("[\u00a0\u2007\u202f]")
_SPACES = re.compile(r"\s+")
# What closes a sentence may as well stand behind the mark: `**중요**!입니다`.
_SIGNS = re.compile(r"[.,:;!?…·、。，：；！？]+$")
_PAIRS = dict(zip("([{<「『《〈【“‘\"'", ")]}>」』》〉】”’\"'", strict=True))


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The lines that runs make; an empty one was left empty."""
    lines: list[Line] = [[]]
    for run in runs:
        if run.kind in ("break", "end"):
            lines.append([])
        elif run.kind != "gap":
            lines[-1].append(run)
    return [_dressed(line) for line in lines]


def paragraphs_of(runs: Iterable[Run]) -> Iterator[list[Line]]:
    """The paragraphs that runs make; an empty line ends one, too."""
    paragraph: list[Line] = []
    for line in lines_of(part for run in runs for part in ((BREAK, BREAK) if run is END else (run,))):
        if line:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def one_line(runs: Iterable[Run]) -> Line:
    """All that the runs hold in a single line."""
    line: Line = []
    for run in _dressed([Run("text", " ") if run.kind in ("break", "end", "gap") else run for run in runs]):
        if run.kind == "text":
            run = replace(run, text=_SPACES.sub(" ", run.text))
        if run.text != " " or not line or not line[-1].text.endswith(" "):
            line.append(run)
    return line


def without_bold(line: Line) -> Line:
    """The line without the mark that all of its words have: headings are bold anyway."""
    if all("bold" in run.marks for run in line if _has_words(run)):
        return [replace(run, marks=run.marks - {"bold"}) for run in line]
    return line


def _dressed(line: Sequence[Run]) -> Line:
    return _merged(_loosened(_fainted(_split(_addressed(_trimmed(_merged(line)))))))


def _merged(line: Iterable[Run]) -> Line:
    """Neighbours in the same dress as one run; all blanks are alike."""
    merged: Line = []
    for run in line:
        text = _BLANKS.sub(" ", run.text) if run.kind == "text" else run.text
        run = replace(run, text=text, marks=run.marks - {"code"})
        last = merged[-1] if merged else None
        if last and run.kind in ("text", "code") and replace(last, text="") == replace(run, text=""):
            merged[-1] = replace(last, text=nfc(last.text + text))
        elif text or run.source:
            merged.append(run)
    return merged


def _trimmed(line: Line) -> Line:
    """The line without blanks at its ends."""
    start, end = 0, len(line)
    while start < end and line[start].kind == "text" and not line[start].text.strip():
        start += 1
    while start < end and line[end - 1].kind == "text" and not line[end - 1].text.strip():
        end -= 1
    return line[start:end]


def _addressed(line: Line) -> Line:
    """The line with links that show nothing but where they lead as addresses."""
    return [
        replace(run, kind="address", text=run.text.strip(), link=None)
        if run.kind == "text" and run.link in (run.text.strip(), f"mailto:{run.text.strip()}")
        else run
        for run in line
    ]


def _split(line: Line) -> Line:
    """The line with the blanks between its runs as runs of their own, and none at its ends."""
    parts: Line = []
    for number, run in enumerate(line):
        if not _has_words(run):
            parts.append(run)
            continue
        words = run.text.strip()
        before, after = run.text.split(words, 1) if words else ("", "")
        pieces = (before if number else "", words, after if number < len(line) - 1 else "")
        parts += [replace(run, text=piece) for piece in pieces if piece]
    return parts


def _fainted(line: Line) -> Line:
    """Blanks, code, formulas and pictures are dressed only where the words on both sides are."""
    before = list(_nearest(line))
    after = list(_nearest(line[::-1]))[::-1]
    return [
        run if _has_words(run) else _between(run, left, right)
        for run, left, right in zip(line, before, after, strict=True)
    ]


def _nearest(line: Sequence[Run]) -> Iterator[Run]:
    """For each run, the last one with words before it."""
    last = Run("text")
    for run in line:
        yield last
        if _has_words(run):
            last = run


def _between(run: Run, left: Run, right: Run) -> Run:
    shared = left.marks & right.marks
    if run.kind == "text":
        return replace(run, marks=run.marks & shared, link=run.link if left.link == right.link else None)
    return replace(run, marks=(run.marks - _FAINT) | (run.marks & shared))


def _loosened(line: Line) -> Line:
    """The line with signs outside of marks that they would keep from closing before a letter."""
    parts: Line = []
    for number, run in enumerate(line):
        left = line[number - 1] if number else None
        right = line[number + 1] if number + 1 < len(line) else None
        if _has_words(run) and run.link is None and (_clings(run, right, -1, 0) or _clings(run, left, 0, -1)):
            parts += _pieces(run, left, right)
        else:
            parts.append(run)
    return parts


def _clings(run: Run, beside: Run | None, own: int, other: int) -> bool:
    """Whether marks end between a sign of the run and a letter beside it."""
    if beside is None or not (run.marks - beside.marks) or not beside.text:
        return False
    return not run.text[own].isalnum() and beside.text[other].isalnum()


def _pieces(run: Run, left: Run | None, right: Run | None) -> Iterator[Run]:
    text = run.text
    outside = run.marks & (right.marks if right else PLAIN)
    signs = _SIGNS.search(text)
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1]:
        yield replace(run, text=text[0], marks=run.marks & (left.marks if left else PLAIN))
        yield replace(run, text=text[1:-1])
        yield replace(run, text=text[-1], marks=outside)
    elif signs and signs.start():
        yield replace(run, text=text[: signs.start()])
        yield replace(run, text=signs[0], marks=outside)
    else:
        yield run


def _has_words(run: Run) -> bool:
    return run.kind == "text" and bool(run.text.strip())
