"""What a question says of itself beside its words: for whom it is, and that nobody has settled it."""

from typing import NamedTuple

from studylog.core.grammar.vocabulary import words
from studylog.core.late import late
from studylog.core.sought import sought

_OPEN = r"(?:still\s)?(?:open|un(?:resolved|answered|solved))|미해결|미답변?"
_STATES = sought(
    "[ ( （ 【",
    # The state stands in front or behind; that it is settled, its answer tells.
    rf"\s*[\[(（【]\s?(?:(?P<open>(?i:{_OPEN}))|(?i:answered|resolved)|해결(?:됨|완료)?|답변\s?완료)\s?[\])）】]\s*[:：]?\s*",
)
_BEHIND = sought("] ) ） 】", r"\s*[\[(（【][^\[\]()（）【】\n]{2,30}[\])）】](?=\s*(?:\^q-[^\n]*)?$)")
# `(멘토님께 질문)`, `(ask the mentor)`; who is a mentor asks in `(멘토)`.
_TO_MENTOR = late(
    r"\s*[\[(（【]\s?(?:[→@]\s?)?(?:멘토(?:님)?(?:께|에게|한테)(?:\s?(?:질문|문의|여쭤|여쭙|물어)[가-힣\s]{0,8})?"
    r"|(?i:(?:to|for|ask)\s(?:the\s|our\s)?mentors?))\s?[\])）】]"
)


class Asides(NamedTuple):
    """The words of a question without what is said beside: whom it is for, and whether it is said open."""

    text: str
    to: str | None = None
    unsettled: bool = False


def asides_of(text: str, before: Asides | None = None) -> Asides:
    """What a text that asks says of itself in brackets, in front of its words or behind them.

    What was said `before`, in front of the name of who asks, counts as well.
    """
    state = _STATES.match(text)
    rest = text[state.end() :] if state else text
    to = words.TO_MENTOR_MARK.match(rest)
    rest = rest[to.end() :] if to else rest
    behind = _BEHIND.search(rest)
    state_behind = _STATES.fullmatch(behind[0]) if behind else None
    to_behind = _TO_MENTOR.fullmatch(behind[0]) if behind else None
    if behind and (state_behind or to_behind):
        rest = rest[: behind.start()] + rest[behind.end() :]
    before = before or Asides("")
    if not rest.strip():
        return Asides(text, before.to, before.unsettled)
    said_open = before.unsettled or any(one and one["open"] for one in (state, state_behind))
    return Asides(rest, "mentor" if to or to_behind else before.to, said_open)
