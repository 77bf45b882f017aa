"""What the sentences of a line do: they ask, they only suggest, or there are several of them."""

import re

from studylog.core.grammar import words
from studylog.core.late import late

# `먼저 정리할까요?` suggests; `어떻게 할까요?`, `고정해야 할까요?` and `둘이 유사할까요?` ask.
_SUGGESTS = late(
    r"어떨까|어때요|(?<!야)(?<!야\s)(?<!유사)(?<!비슷)(?<!동일)(?<!가능)(?<!필요)(?<!중요)(?<!적합)(?<!적절)(?<!충분)할까요"
    r"|(?:볼|갈|쉴|모일|나눌|바꿀|미룰)까요|(?<!주)실\s분|shall we|how about|why don't",
    re.IGNORECASE,
)
_ASKS_OPENLY = late(r"어떻게|어떤|무엇|무슨|뭘|뭐[가를]|왜|언제|어디|얼마|걸까요|아닐까요|않을까요")
# A time in brackets behind a question is no other sentence.
_SENTENCE_ENDS = late(
    r"[.!?？](?=\s+(?![(（\[][^()（）\[\]]{0,10}\d\s?(?::\d\d|분)|@?\d{1,3}\s?(?:분|:\d\d)|#\w)\S)"
)


def ends_asking(text: str) -> bool:
    """Whether a text ends as questions do: with their sign, or wondering."""
    return bool(words.QUESTION_SIGN.search(text) or words.WONDERS.search(text))


def asks_plainly(text: str) -> bool:
    """Whether a text ends with the sign of a question, and does not reply in the form of one."""
    return bool(words.QUESTION_SIGN.search(text)) and not words.RHETORICAL.search(text)


def only_states(text: str) -> bool:
    """Whether a text ends as statements do, and has no sign that it asks."""
    return bool(words.STATES.search(text)) and not (words.WONDERS.search(text) or words.ASKS.search(text))


def goes_beyond_asking(text: str) -> bool:
    """Whether a text that asks says more than a question: in another sentence, or because it suggests."""
    return bool(_SENTENCE_ENDS.search(text)) or _suggests(text)


def _suggests(text: str) -> bool:
    """Whether a question only proposes something: `먼저 정리할까요?`."""
    return bool(_SUGGESTS.search(text)) and not _ASKS_OPENLY.search(text)
