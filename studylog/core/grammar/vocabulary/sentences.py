"""What the sentences of a line do: they ask, they only suggest, or there are several of them."""

import re

from studylog.core.grammar.vocabulary import words
from studylog.core.late import late
from studylog.core.sought import sought

# `먼저 정리할까요?` suggests; `어떻게 할까요?`, `고정해야 할까요?` and `둘이 유사할까요?` ask.
_SUGGESTS = late(
    r"어떨까|어때요|(?<!야)(?<!야\s)(?<!유사)(?<!비슷)(?<!동일)(?<!가능)(?<!필요)(?<!중요)(?<!적합)(?<!적절)(?<!충분)할까요"
    r"|(?:볼|갈|쉴|모일|나눌|바꿀|미룰)까요|(?<!주)실\s분|shall we|how about|why don't",
    re.IGNORECASE,
)
_ASKS_OPENLY = late(r"어떻게|어떤|무엇|무슨|뭘|뭐[가를]|왜|언제|어디|얼마|걸까요|아닐까요|않을까요")
# One short sentence behind the last question: what makes one ask, or what else one thinks.
ASKS_BEFORE_MORE = late(r"[\w)\]\"'”’][?？]+\s+(?P<added>(?:[^.!?？\n]|(?<=\d)\.(?=\d)){2,80}[.!~…ㅎㅋㅠ]*)$")
_ANSWERS_ITSELF = late(
    r"바로|왜냐|그건|그게|이건|이는|답은|정답|당연히|아니|네\b|예\b|(?:because|since|it|that|this|the|they|yes|no|so|well)\b",
    re.IGNORECASE,
)
_GIVES_A_REASON = late(r"(?:[아어여와워려라커해져돼써가나]서|때문(?:에|이)?|니까)[\s.!~…ㅎㅋㅠ]*$")
_CITED = sought(
    "? ？", r"[\"“‘'「][^\"”’'」\n]*[?？][\"”’'」](?=\s?(?:[은는을를이가도]|라는|라고|이라는?|하고)\s)"
)
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


def asks_and_adds(text: str) -> bool:
    """Whether a text ends with the sign of a question, or with one more sentence behind it.

    `셋이면 되나요? 넷인 것도 있던데` asks; who goes on `Because …` or `바로 …` answers himself.
    """
    if words.QUESTION_SIGN.search(text):
        return True
    added = ASKS_BEFORE_MORE.search(text) if words.QUESTION_SIGN.may_be_in(text) else None
    return added is not None and not _ANSWERS_ITSELF.match(added["added"])


def asks_and_wonders(text: str) -> bool:
    """Whether a text asks, and one more sentence behind that states nothing: `… 큰가요? 안 클 것 같은데`."""
    added = ASKS_BEFORE_MORE.search(text) if words.QUESTION_SIGN.may_be_in(text) else None
    if added is None or _ANSWERS_ITSELF.match(added["added"]):
        return False
    return not (words.STATES.search(added["added"]) or _GIVES_A_REASON.search(added["added"]))


def only_states(text: str) -> bool:
    """Whether a text ends as statements do, and has no sign that it asks."""
    if not words.STATES.search(text):
        return False
    # `"왜 썼나요?"는 꼭 나온다` only tells what others ask.
    own = _CITED.sub("", text) if _CITED.may_be_in(text) else text
    return not (words.WONDERS.search(own) or words.ASKS.search(own))


def goes_beyond_asking(text: str) -> bool:
    """Whether a text that asks says more than a question: in another sentence, or because it suggests."""
    return bool(_SENTENCE_ENDS.search(text)) or suggests(text)


def suggests(text: str) -> bool:
    """Whether a question only proposes something: `먼저 정리할까요?`."""
    return bool(_SUGGESTS.search(text)) and not _ASKS_OPENLY.search(text)
