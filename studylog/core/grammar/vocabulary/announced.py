"""What somebody says in a list under his own name that he is about to do: `기록도 남겨둘게요`.

Elsewhere such a sentence may tell what a text does next, or what a program will do; in somebody's own
list it is his work.
"""

import re

from studylog.core.grammar.vocabulary.verbs import STEMS, TO_COME
from studylog.core.late import late

# 펴보 looks at what follows at once, and 나오 is nothing that somebody does.
_FOR = "[려내해와워여어아겨줘]"
_WILL = (
    rf"(?:(?<!펴)(?<!펴\s)보|두|놓|{_FOR}\s?드리|(?<!나)(?<![이가]\s)오|하|시키|{STEMS})"
    r"겠(?:습니다|어요|음|다)"
)
_GOING = rf"(?:(?<!펴)(?<!펴\s)볼|둘|놓을|{_FOR}\s?드릴|(?<!나)(?<![이가]\s)올|할|시킬|{TO_COME})"
_END = r"[\s.,!~)]*(?:\([^()]*\))?\s*$"
# One of these is in every such sentence.
_HINT = late(r"[겠게께]|예정|계획|생각|['’]ll\s|ill\s|oing\s|lan")
# Korean says so last: what ends otherwise is not looked at for how it says so.
_ENDS_SO = late(rf"(?:겠|[게께]|예정|계획|생각)[가-힣]{{0,3}}{_END}")
_KOREAN = late(rf"(?:{_WILL}|{_GOING}(?:[게께]요?|\s?(?:예정|계획|생각)(?:입니다|이에요|이다|임|중)?)){_END}")
_ENGLISH = late(
    r"^\W*(?:I(?:['’]ll|\swill|['’]m\sgoing\sto|\sam\sgoing\sto|\splan\sto)|will|going\sto|planning\sto)\s(?:also\s|then\s)?"
    r"(?:add|push|merge|try|fix|write|update|test|run|clean|move|rename|open|post|upload|send|share|implement|refactor|train"
    r"|retrain|tune|measure|check|prepare|review|document|replace|switch|remove|submit|compare|finish|make|build|plot|ask|read"
    r"|file|create|schedule|book|bring|email|mail|draft|print|order|collect|summari[sz]e|report|look\sinto|set\sup|work\son)\b(?![^\n]*[?？])",
    re.IGNORECASE,
)
# What is not done, what is done at once with the words, and what only is so.
_NOT = late(
    r"(?:^|\s)(?:안|못)(?:\s|하겠|할|쓰|써|쓸|돌|넣|올리|올릴|맡)|더\s?이상\s"
    r"|(?:말씀|설명|발표|소개|시작|이야기|얘기|질문|인사|감사)(?:을|를)?\s?(?:해\s?)?(?:드리|하|보|할|드릴|볼)(?:겠|[게께])"
    r"|제가\s먼저\s|(?:회의|모임|세션|발표)(?:를|을)?\s?진행|(?:^|\s)(?:이만|이상으로|여기서|여기까지|지금부터|잠깐|잠시|아래|위에서|방금)(?:\s|에)"
    r"|(?:가능|필요|충분|비슷|유사|동일|적절|적합|중요|당연|부족|위험|편|안전|복잡|간단|유리|불리|유용|애매|곤란|확실|힘들|어려워)\s?하겠"
)

ASKS_AT_ONCE = late(r"(?:하나|가지|질문)(?:만|를|을)?\s?(?:더\s?)?(?:여쭤|물어)")
"""`하나만 여쭤볼게요` asks, and needs no reminder."""


def may_announce(text: str) -> bool:
    """Whether a closer look is worth while."""
    return _HINT.search(text) is not None


def announces(text: str) -> bool:
    """Whether a sentence says that its speaker is about to do something, some time after he said so."""
    if _ENDS_SO.search(text) and _KOREAN.search(text):
        return not (_NOT.search(text) or ASKS_AT_ONCE.search(text))
    return _ENGLISH.match(text) is not None
