"""Letters of their own: what is bold, and questions that are set apart, with no more than a name behind."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from studylog.core.grammar.parts.inlines import wholly
from studylog.core.grammar.vocabulary.markwords import ARROW
from studylog.core.late import late
from studylog.core.markdown import Token, plain

_STYLES = ("em_open", "strong_open")

LETTER = late(r"(?P<letter>[QA])\s?(?P<number>\d{1,3})?\s*")
"""A letter that marks a line by being bold, without any sign: `**Q2** Why seven?` over `**A** Days.`"""

_ENDS = late(r"[?？][\s!?？.~\"'”’)]*$")
_SIGN = late(rf"\s*(?:{ARROW}|↳|└|ㄴ)\s*")
_LONGEST_NAME = 120
_NAME = late(r"\s*(?:[(（][^()（）\n]{1,20}[)）]|[-–—]\s?[^\s,.]{1,15})?\s*")


def lead_of(line: Sequence[Token]) -> str:
    """The letter that a line begins with in bold, before more words; empty for any other line."""
    visible = [child for child in line[:5] if child.content or child.nesting]
    if len(visible) < 4 or visible[0].type != "strong_open" or visible[2].type != "strong_close":
        return ""
    letter = visible[1].content
    behind = plain(line).lstrip()[len(letter) :] if LETTER.fullmatch(letter) else ""
    return letter if behind[:1].isspace() and behind.strip() else ""


def name_of(line: Sequence[Token]) -> str:
    """What a line begins with in bold, as a name may: before more words, or behind the sign of a reply."""
    visible = [child for child in line[:6] if child.content or child.nesting]
    if len(visible) > 1 and visible[0].type == "text" and _SIGN.fullmatch(visible[0].content):
        del visible[0]
    if len(visible) < 4 or visible[0].type != "strong_open" or visible[2].type != "strong_close":
        return ""
    name, behind = visible[1].content.strip(), visible[3].content
    return name if len(name) <= _LONGEST_NAME and behind[:1].isspace() and not LETTER.fullmatch(name) else ""


def asks_apart(line: Sequence[Token]) -> bool:
    """Whether a line is a question in letters of its own: `*Why seven?* (Ada)`."""
    visible = [child for child in line if child.content.strip() or child.nesting]
    if not visible or visible[0].type not in _STYLES:
        return False
    end = next((i for i, child in enumerate(visible) if i and child.nesting < 0 and not child.level), None)
    if end is None or not _ENDS.search(plain(visible[:end])):
        return False
    return _NAME.fullmatch(plain(visible[end + 1 :])) is not None


class Letters(NamedTuple):
    """Which letters of its own a paragraph or a heading has, and what it begins with in bold."""

    bold: bool = False
    struck: bool = False
    apart: bool = False
    lead: str = ""
    named: str = ""


_PLAIN = Letters()


def letters_of(children: Sequence[Token], types: Set[str], *, text: bool, listed: bool) -> Letters:
    """The letters of what has children of these types: only a `text` begins so, and asks outside of lists."""
    strong, slanted, struck = "strong_open" in types, "em_open" in types, "s_open" in types
    if not (strong or slanted or struck):
        return _PLAIN
    return Letters(
        bold=strong and wholly(children, "strong"),
        struck=struck and wholly(children, "s"),
        apart=(strong or slanted) and text and not listed and asks_apart(children),
        lead=lead_of(children) if strong and text else "",
        named=name_of(children) if strong and text else "",
    )
