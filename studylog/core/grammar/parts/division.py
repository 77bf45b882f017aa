"""Paragraphs and tables that hold several things are divided, so that one block is one thing.

A question has its answer on the next line, or on its own. The divided tokens are what the page is rendered
from: nothing is parsed twice.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from studylog.core.grammar.parts.atonce import Places, may_go_on, parted
from studylog.core.grammar.parts.inlines import said_in
from studylog.core.grammar.parts.questiontables import as_lines
from studylog.core.grammar.parts.setapart import asks_apart, lead_of, name_of
from studylog.core.grammar.parts.toggles import unfolded
from studylog.core.grammar.vocabulary.markwords import ARROW, AT_ONCE, ENDS_IN_L, ENDS_IN_N
from studylog.core.grammar.vocabulary.reportwords import REPORTS
from studylog.core.late import late
from studylog.core.markdown import Token, plain
from studylog.core.text import half_width

_LISTS = ("bullet_list_open", "ordered_list_open")
_BREAKS = ("softbreak", "hardbreak")
# Where a sentence asks and the sign of an answer follows on the same line.
_SIGN = (
    rf"(?=(?:A\s?\d{{0,3}}\s?[.:)]|[Aa]ns(?:wer)?\s?[:.]|답변?\s?[:)]|{ARROW})\s?\S|[-–—]\s{AT_ONCE}"
    r"|[(\[][Aa]nswered\sby\s[^()\[\]\n]{2,20}[)\]]\s?\S)"
)
# Who asked may stand between: `Is it? (춘향) → …`.
_ASKER = r"(?:\s?[(（\[][^()（）\[\]\n]{1,20}[)）\]])?"
# … or an item of a list wonders: `왜 낮아지는지 → …`; a sentence that does may go on so. Behind a mark,
# perhaps with the minute before it, `07:10 ❓비어 있으면 되나 → …`, no more words have to ask.
_BEHIND = rf"{_ASKER}[*_~]{{0,3}}\s+(?={ARROW}\s?\S)"
_TO_ARROW = rf"[^\n?.!]{{0,60}}(?:{ENDS_IN_N}[지가]|{ENDS_IN_L}까|나|냐|\s이유){_BEHIND}"
_MARK = r"^\W{0,3}(?:(?:\d{1,2}:)?\d{1,3}:\d\d\W{1,3})?(?:[❓❔]\ufe0f?|(?:Q|질문)\s?\d{0,3}\s?[.:)])"
# `왜 되느냐 → …` only leads on to what one tells.
_LEADS_ON = rf"(?![^\n?.!]{{0,60}}[느이]냐{_BEHIND})"
_WONDERS = rf"(?:(?:왜|어떻게|무엇|뭐|언제|어디|어떤|얼마|몇){_LEADS_ON}|{_MARK}){_TO_ARROW}"
_ASKED = r"(?:[?？]|[나까가]요)"
_ANSWERED = late(rf"{_ASKED}{_ASKER}\s+{_SIGN}|{_MARK}{_TO_ARROW}")
# The same in what was written, where the question may be bold.
_ANSWERED_IN_LIST = late(rf"{_ASKED}{_ASKER}\s+{_SIGN}|{_WONDERS}")
# … or somebody who is known: `왜 셋인가요? 춘향: …`.
_NAMED = r"(?=(?P<name>[A-Z][a-z]{1,14}|[가-힣]{2,4}?)(?:님)?\s?:[*_]{0,2}\s\S)"
_ANSWERED_BY = late(rf"{_ASKED}{_ASKER}\s+{_NAMED}")
_MAY_BE_ANSWERED = late(
    rf"{_ASKED}[*_~]{{0,3}}{_ASKER}[*_~]{{0,3}}\s+[*_~]{{0,3}}(?:{_SIGN}|{_NAMED})|{_WONDERS}"
)
# … or in bold: `왜 셋인가요? **A:** …`.
_BOLD_SIGN = late(r"(?:A\s?\d{0,3}\s?[.:)]|[Aa]ns(?:wer)?\s?[.:]|답변?\s?[:)])\s*")
_ENDS_ASKING = late(rf"{_ASKED}{_ASKER}\s+$")
_ARROWS = ("→", "->", "=>", "⇒", "➡")
# The beginning of a paragraph and what stands right above a line tell what it is; it may be long.
_FAR = 2_000


def divide(
    written: Sequence[Token],
    begins: Callable[[str, str, str], bool],
    is_known: Callable[[str], bool] = lambda _: False,
    places: Places | None = None,
) -> list[Token]:
    """The tokens with every paragraph divided before a line for which `begins(line, above, whole)` holds.

    `above` is what stands over the line in its part of the paragraph. What follows a question on its own
    line, behind the sign of an answer, is a line of its own, and so is one that begins with a name in bold
    which `is_known`; without any sign, what answers at once does in `places` for questions.
    """
    tokens = list(unfolded(written))
    divided: list[Token] = []
    index = 0
    while index < len(tokens):
        if places and _may_be_title(tokens, index):
            places.pass_by(tokens[index].tag, tokens[index + 1].content)
        # Only a new line in the text of a paragraph makes a break in it, or an answer behind a question.
        if tokens[index].type == "paragraph_open" and _may_divide(tokens[index + 1].content, places):
            divided += _divided_paragraph(
                tokens[index], tokens[index + 1], tokens[index + 2], begins, is_known, places
            )
            index += 3
        elif tokens[index].type == "table_open":
            end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close") + 1
            divided += as_lines(tokens[index:end]) or tokens[index:end]
            index = end
        else:
            divided.append(tokens[index])
            index += 1
    return divided


def _may_be_title(tokens: Sequence[Token], index: int) -> bool:
    """Whether a heading begins here, or a paragraph right over a list."""
    if tokens[index].type != "paragraph_open":
        return tokens[index].type == "heading_open"
    return index + 3 < len(tokens) and tokens[index + 3].type in _LISTS


def _may_divide(text: str, places: Places | None) -> bool:
    if "\n" in text or (places and may_go_on(text)):
        return True
    may_ask = "?" in text or "요" in text or any(sign in text for sign in _ARROWS)
    if may_ask and _MAY_BE_ANSWERED.search(text) is not None:
        return True
    return REPORTS.may_be_in(text) and REPORTS.search(text) is not None


def _divided_paragraph(
    opening: Token,
    inline: Token,
    closing: Token,
    begins: Callable[[str, str, str], bool],
    is_known: Callable[[str], bool],
    places: Places | None,
) -> list[Token]:
    whole = half_width(plain(inline.children or [])[:_FAR])
    groups: list[list[Token]] = [[]]
    offsets = [0]
    breaks = 0
    above = ""
    answered_by = _ANSWERED_IN_LIST if opening.level else _ANSWERED
    for line, at_top in _lines(inline.children or [], answered_by, is_known):
        said = half_width(said_in(line).strip())
        begun = groups[-1] and at_top
        if begun and (
            lead_of(line)
            or begins(said, above, whole)
            or _asked_apart(opening, groups[-1])
            or is_known(name_of(line))
        ):
            if groups[-1][-1].type in _BREAKS:
                groups[-1].pop()  # the break itself goes: the new paragraph replaces it
            groups.append([])
            offsets.append(breaks)
            above = ""
        groups[-1] += line
        breaks += bool(line) and line[-1].type in _BREAKS
        above = _near(f"{above}\n{said}" if above else said)
    if places and may_go_on(inline.content):
        groups, offsets = _parted(groups, offsets, places, item=bool(opening.level))
    if len(groups) == 1:
        return [opening, inline, closing]
    return [
        token
        for group, offset in zip(groups, offsets, strict=True)
        for token in _paragraph(opening, inline, closing, group, offset)
    ]


def _parted(
    groups: Sequence[list[Token]], offsets: Sequence[int], places: Places, *, item: bool
) -> tuple[list[list[Token]], list[int]]:
    """The groups, and how many breaks stand before each, with what asks and answers at once parted."""
    parts: list[list[Token]] = []
    before: list[int] = []
    for group, offset in zip(groups, offsets, strict=True):
        found = parted(group, places, item=item)
        parts += found or [group]
        before.append(offset)
        if found:
            before.append(offset + sum(child.type in _BREAKS for child in found[0]))
    return parts, before


def _asked_apart(opening: Token, above: Sequence[Token]) -> bool:
    """Whether a slanted or bold question stands over a line, outside of all lists."""
    return not opening.level and above[-1].type in _BREAKS and asks_apart(above)


def _near(above: str) -> str:
    return above if len(above) <= 2 * _FAR else f"{above[:_FAR]}\n{above[-_FAR:]}"


def _lines(
    children: Sequence[Token], answered_by: re.Pattern[str], is_known: Callable[[str], bool]
) -> Iterator[tuple[list[Token], bool]]:
    """The children line by line, each with its break, and whether it begins outside all emphasis.

    An answer behind a question is a line without a break before it.
    """
    line: list[Token] = []
    at_top, before = True, ""
    for child, after in zip(children, [*children[1:], None], strict=True):
        more = "…" if after is not None and after.type not in _BREAKS else ""
        if child.type == "strong_open" and _is_bold_sign(line, after, is_known):
            yield line, at_top
            line, at_top = [], True
        answered = _answer_at(before, child, more, answered_by, is_known)
        if answered is not None:
            yield [*line, _text_of(child.content[:answered])], at_top
            line, at_top, child = [], True, _text_of(child.content[answered:])
        line.append(child)
        # Marks of emphasis say nothing.
        before = said_in([child])[-1:] or before
        if child.type in _BREAKS:
            yield line, at_top
            line, at_top, before = [], child.level == 0, ""
    yield line, at_top


def _is_bold_sign(line: Sequence[Token], bold: Token | None, is_known: Callable[[str], bool]) -> bool:
    """Whether what is bold behind a line that asks is the sign of an answer, or who gives it."""
    if bold is None or not (_BOLD_SIGN.fullmatch(bold.content) or _is_named(bold.content, is_known)):
        return False
    return _ENDS_ASKING.search(said_in(line)) is not None


def _is_named(text: str, is_known: Callable[[str], bool]) -> bool:
    return text.rstrip().endswith(":") and is_known(text.strip(" :"))


def _answer_at(
    before: str,
    child: Token,
    more: str,
    answered_by: re.Pattern[str],
    is_known: Callable[[str], bool],
) -> int | None:
    """Where in a text an answer begins: `before` is how what stands in front of it ends, `more` follows."""
    if child.type != "text" or child.level:
        return None
    text = f"{before}{child.content}{more}"
    answered = answered_by.search(text)
    if answered is None and REPORTS.may_be_in(text):
        answered = REPORTS.search(text)
    if answered is None and ":" in text:
        named = _ANSWERED_BY.search(text)
        answered = named if named and is_known(named["name"]) else None
    # `b4 (왜? → 크기 대비 성능)` asks nothing of its own.
    if answered is None or _is_in_brackets(answered.string[: answered.start()]):
        return None
    return answered.end() - len(before)


def _is_in_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


def _text_of(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _paragraph(
    opening: Token, inline: Token, closing: Token, children: list[Token], offset: int
) -> tuple[Token, Token, Token]:
    start, end = inline.map or (0, 0)
    place = [start + offset, end]
    text = plain(children)
    return (
        # A tight list hides its paragraphs; two of them in one item must not run together: these are shown.
        Token("paragraph_open", "p", 1, map=place, level=opening.level, block=True),
        Token("inline", "", 0, map=place, level=inline.level, block=True, content=text, children=children),
        Token("paragraph_close", "p", -1, level=closing.level, block=True),
    )
