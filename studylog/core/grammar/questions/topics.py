"""What has the sign of a question and asks nobody: titles, topics, and what a paper asks itself."""

from studylog.core.grammar.questions.doubting import only_adds_a_doubt
from studylog.core.late import late
from studylog.core.sought import sought

# `8/16 춘향 GIN (How Powerful Are They?)`: what is read on a day has a title that asks.
_NAMED_OF_A_DAY = late(r"[\s~]*\d{1,2}/\d{1,2}\s[^\n]*[(（][^()（）\n]*[?？][)）]\s*$")
# `so what? → …` leads on to what one tells.
_OF_NOTHING = late(r"\W*(?:(?i:so\swhat)|그래서|어쩌라고|그럼에도)\s?[?？]+\W*")
# `게이트란?` over what it is.
_EXPLAINED = sought("란 ?", r"\W*(?:\S{1,20}\s){0,3}\S{1,20}란\s?[?？]+\W*")
# `Motivation: why not in vision?`, `핵심 가설: 나눌 수 있는가?`
_OF_A_PAPER = sought(
    ": ：",
    r"\W*(?:\S{1,15}\s){0,2}\S{0,4}(?:가설|핵심|아이디어|동기|배경|문제\s?정의|연구\s?(?:문제|질문)|목표|목적"
    r"|(?i:motivation|background|hypothesis|goal|key\sidea|research\squestions?|contributions?))\s?[:：]\s",
)


def asks_nobody(text: str) -> bool:
    """Whether the sign of a question is that of a title, of a topic, or of a doubt in brackets."""
    topic = _EXPLAINED.fullmatch(text) or _OF_A_PAPER.match(text)
    titled = topic or _NAMED_OF_A_DAY.match(text) or _OF_NOTHING.fullmatch(text)
    return bool(titled) or only_adds_a_doubt(text)
