"""What a team agreed to do always, under *그라운드 룰* or *Ground rules*: rules, which nobody promises."""

from collections.abc import Mapping, Sequence

from studylog.core.grammar.parts.below import Below
from studylog.core.grammar.parts.blocks import Block
from studylog.core.late import late
from studylog.core.model import Promise
from studylog.core.sought import sought
from studylog.core.text import without_emoji

_LONGEST_TITLE = 40
_RULES = sought(
    "규칙 룰 원칙 수칙 방식 방법 방침 ules ULES",
    r"\W*(?:\d{1,2}[.)]\s*)?(?:\S{1,8}\s){0,3}?"
    r"(?:\S{0,6}(?:규칙|원칙|수칙|방침)|그라운드\s?룰|\S{0,4}룰|(?:진행|운영|회의|스터디|모임|세션|발표|리뷰)\s?(?:방식|방법)"
    r"|(?i:(?:ground|team|house|study|meeting)\srules?|(?:the|our)\srules|rules))"
    r"(?:들)?(?:\s?(?:정하기|논의|공유|정리|안내|제안))?\W*",
)
_LABEL = late(r"\s*(?P<title>[^:：\n]{1,20}?)\s?[:：]\s")
_ALWAYS = sought(
    "매 항상 very lways",
    r"(?<![가-힣])(?:매(?:일|주|번|회|달)|항상)|\b(?i:every\s(?:day|week|time|meeting|session|\w+day)|always)\b",
)


def without_rules(
    blocks: Sequence[Block], promised: Mapping[int, Sequence[Promise]]
) -> dict[int, list[Promise]]:
    """The promises of blocks, by their places, without what the team only agreed to do always."""
    may_rule = promised and any(_RULES.may_be_in(block.text) for block in blocks)
    below = _rules(blocks) if may_rule else frozenset()
    kept = {
        index: [one for one in group if not _is_a_rule(one, blocks[index], below=index in below)]
        for index, group in promised.items()
    }
    return {index: group for index, group in kept.items() if group}


def _rules(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks below a title of rules, or behind such a label: `규칙: …`."""
    found: set[int] = set()
    below = Below(lambda heading: _is_title(heading.text))
    for block in blocks:
        below.reach(block)
        if block.kind != "text":
            continue
        label = _LABEL.match(block.text)
        if below.title is not None or (label and _is_title(label["title"])):
            found.add(block.index)
        elif _is_title(block.text):
            below.line = block
    return frozenset(found)


def _is_a_rule(promise: Promise, block: Block, *, below: bool) -> bool:
    """Whether what is read as a promise only says what is to be done each time: it has no day of its own."""
    if block.task:
        return False
    always = _ALWAYS.may_be_in(block.said) and _ALWAYS.search(block.said)
    return bool(always) or (below and promise.due is None)


def _is_title(text: str) -> bool:
    title = without_emoji(text).strip()
    return len(title) <= _LONGEST_TITLE and "\n" not in title and _RULES.fullmatch(title) is not None
