"""What a mentor proposes with a question mark, `게임 화면으로 학습?`: it doubts, and asks nobody."""

from collections.abc import Sequence

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.state import beside
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.vocabulary import words
from studylog.core.late import late
from studylog.core.people.speakers import unsigned
from studylog.core.sought import sought

# Words that ask, and how a sentence ends that does; what only names a thing has neither.
_OPENLY = r"어떻|어떤|어느|무엇|무슨|뭐|뭘|뭔|왜|언제|어디|얼마|몇|누가|누구"
_OPEN = late(_OPENLY)
_ASKS = late(
    r"(?:[까나니냐죠지가래요네데라자고어아해돼음됨함임]|가능|필요|있|없|맞)[\s?？!.~…ㅠㅜㅎㅋ)]*$"
    rf"|{_OPENLY}"
    r"|방법|이유|차이|여부|기준|의미|역할|일정|순서|비결|노하우|추천"
    r"|\b(?i:what|why|how|when|where|which|who|is|are|was|were|do|does|did|can|could|should|would|will|has|have|any)\b"
)
# `끝까지 못 이김 (표본이 적어서?)`: the reason is doubted, and nobody is asked.
_DOUBT_BEHIND = sought(
    "?) ？) ?） ？）",
    r"(?P<said>[^?？()（）\n]+)[(（](?P<doubt>[^?？()（）\n]+)[?？]+[)）][\s.!~…ㅠㅜㅎㅋ]*",
)
_ENDS_OPEN = late(r"[까나니냐죠지가래]\s*$")
_ASKS_POLITELY = late(r"(?:요|죠|니까|는\s?분|신\s?분|계신가)\s*$")


def only_adds_a_doubt(text: str) -> bool:
    """Whether the only thing that a text asks is what it adds in brackets, and to nobody."""
    match = _DOUBT_BEHIND.fullmatch(text)
    if match is None or words.WONDERS.search(match["said"]) or _ENDS_OPEN.search(match["said"]):
        return False
    return not (_ASKS_POLITELY.search(match["doubt"]) or _OPEN.search(text))


def only_doubts(memory: Memory, block: Block) -> bool:
    """Whether an item among other points names one more thing, of which somebody is not sure.

    Of a mentor, the points stand below a topic: what stands above, or below a name, asks.
    """
    text = unsigned(block.text, memory.scope.roster)[0]
    if memory.section.kind in ("questions", "further") or not block.item or has_words_that_ask(text):
        return False
    if memory.section.kind == "mentoring" and (memory.person or block.depth == 1):
        return False
    after = memory.after(block)
    # What has something below it is a question with its answer.
    if after is not None and (after.depth > block.depth or (after.depth == block.depth and not after.item)):
        return False
    return beside.of_items(memory, block, _are_points)


def has_words_that_ask(text: str) -> bool:
    """Whether a text asks by more than its sign: `보통 1% 내외?` answers with some doubt."""
    return _ASKS.search(text) is not None


def _are_points(memory: Memory, items: Sequence[Block]) -> bool:
    """Whether items only name things: none states anything that could answer, not all have the sign."""
    doubted = [item for item in items if words.QUESTION_SIGN.search(item.text)]
    named = [item for item in items if not words.QUESTION_SIGN.search(item.text)]
    asking = any(has_words_that_ask(item.text) for item in doubted)
    return bool(named) and not asking and not any(words.STATES.search(item.text) for item in named)
