"""The text of a note with its block: put at the top, or refreshed where it is; nothing else changes."""

from studylog.core.carry.block import new_block, refreshed_block
from studylog.core.carry.outlook import Outlook
from studylog.core.carry.writing import END_LINE
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Place
from studylog.core.grammar.references import BEGIN, END
from studylog.core.header.parts import split
from studylog.core.i18n import Language, say
from studylog.core.textlines import lines_of


def with_block(text: str, path: str, outlook: Outlook, language: Language, title_line: int | None) -> str:
    """The text of a note with what is carried into it; `title_line` is the heading that is its title."""
    lines = lines_of(text)
    place = _located(text, path) if BEGIN.search(text) else None
    parted = split(text)
    if place is None:
        top = title_line or parted.body_line - 1
        block = [] if outlook.empty else new_block(outlook, path, language)
        return _put_in(lines, top, block, parted.newline) if block else text
    start, end = place
    block = [line.rstrip("\r\n") for line in lines[start:end]]
    fresh = refreshed_block(block, outlook, path, language)
    if fresh == block:
        return text
    # The last line of a file may end without a break.
    ending = lines[end - 1][len(block[-1]) :]
    return "".join([*lines[:start], parted.newline.join(fresh), ending, *lines[end:]])


def _put_in(lines: list[str], at: int, block: list[str], newline: str) -> str:
    """The lines with a block behind the first of them, and the blank lines that follow these."""
    while at < len(lines) and not lines[at].strip("\ufeff \t\r\n"):
        at += 1
    before, rest = "".join(lines[:at]), "".join(lines[at:])
    if before and not before.endswith(("\n", "\r", "\ufeff")):
        before += newline
    if before and before != "\ufeff" and lines[at - 1].strip():
        before += newline
    return f"{before}{newline.join(block)}{newline}{newline if rest else ''}{rest}"


def _located(text: str, path: str) -> tuple[int, int] | None:
    """The lines of the block, both comments included; None where no comment begins one."""
    # Late, because a new note has none yet.
    from studylog.core.markdown import parse

    parted = split(text)
    begun: int | None = None
    for token in parse(parted.body, parted.body_line):
        comment = token.content.strip() if token.type == "html_block" and token.level == 0 else ""
        line = (token.map or [0])[0]
        if begun is None and BEGIN.fullmatch(comment):
            begun = line
        elif begun is not None and END.fullmatch(comment):
            return begun, line + 1
    if begun is None:
        return None
    raise StudylogError(
        say("What was carried over begins here and ends nowhere."),
        Exit.DECIDE,
        place=Place(path, begun + 1),
        hint=say("Put the line {line} behind it, and run the command again.", line=END_LINE),
    )
