"""Words that leave a question open: they say that nobody knows, or who will find out."""

import re
from collections.abc import Sequence

from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.promising import only_promises
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.sought import sought

_PART = late(r"(?<![.;,!])[.;,!\n]+(?:\s|$)\s*|\s[-–—]\s|\s?[ㅋㅎㅠㅜ]{2,}\s")
# `Ada will look it up`: a promise where nobody knows, else perhaps what a program does.
_WILL_LOOK = late(
    r"\W*(?:\w+\s){1,3}will\s(?:look\s(?:(?:it|this|that|them)\s)?(?:up|(?:into|at|in)\s\w+)|find\s(?:it\s)?out|ask|check"
    r"|compute|measure|post|report|test|try|read|dig|get\sback)\b"
    # `somebody look it up`, `needs somebody to look`, `ask Ada`, and why her: `she did the proofs`
    r"|\W*(?:(?:[Ss]omebody|[Ss]omeone)\s(?:(?:has|needs)\sto\s|should\s|must\s|please\s)?(?:look|check|ask|find|try|test)"
    r"|[Nn]eeds?\s(?:somebody|someone)\sto\s\w+|(?:[Tt]o\s|[Ll]et['’]s\s|[Ww]e\s(?:should\s)?)?[Aa]sk\s(?:in|on|the|our|[A-Z]\w+)"
    r"|[Ss]?[Hh]e\s(?:did|took|knows|works\son))\b[^?\n]*$"
)

# `춘향이 찾아와서 말해주기로`: the same, where no word tells when.
_TO_FIND = late(
    r"(?:찾아|알아|물어|여쭤|조사|확인|검색|돌려|실험|테스트)[^\n.?!]{0,20}(?:기로|[하오보주]기|[올볼할줄]\s?것)(?:\s?(?:함|했음))?[\s.!~)]*(?:[(（][^()（）\n]{1,20}[)）]\s*)?$"
    # `슬랙으로 답 주신다고 함`
    r"|(?:답변?|회신|연락)(?:을|를)?\s?(?:다시\s)?(?:주(?:시)?|하)(?:신다고|기로)(?:\s?(?:함|하심|했음|하셨음))?[\s.!~)]*$"
)

# `Ada will look in the appendix`: no program, where she is known.
_KNOWN_WILL = sought(
    "will",
    r"\W*(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)\swill\s(?:look\s(?!like\b)|find\s(?:it\s)?out|ask\b|check\b|read\sup)[^.?!\n]*[\s.!]*",
)


def will_find_out(text: str, roster: Roster) -> bool:
    """Whether a text says no more than that somebody known will find out."""
    match = _KNOWN_WILL.fullmatch(text)
    return match is not None and roster.resolve(match["name"]).person is not None


def leaves_open(text: str) -> bool:
    """Whether a text says no more than that nobody knows, and perhaps who will find out."""
    if words.NO_ANSWER.fullmatch(text):
        return True
    return _leave_open(_PART.split(text))


def _leave_open(parts: Sequence[str]) -> bool:
    left = [part for part in parts if not words.NO_ANSWER.fullmatch(part)]
    unknown = any(part not in left and re.search(r"\w", part) for part in parts)
    return unknown and all(_only_promises_so(part) for part in left)


def _only_promises_so(part: str) -> bool:
    """Whether what stands beside words of not knowing does no more than promise."""
    return only_promises(part) or bool(_WILL_LOOK.match(part) or _TO_FIND.search(part))


def says_nothing(text: str) -> bool:
    """Whether a text leaves open, or only promises, in each of its parts."""
    if words.NO_ANSWER.fullmatch(text) or only_promises(text):
        return True
    parts = _PART.split(text)
    return _leave_open(parts) or all(map(only_promises, filter(None, parts)))
