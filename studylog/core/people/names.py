"""How Korean and Latin names are built and addressed: surnames, honorifics; words that only look like one."""

import re
from functools import cache

from studylog.core.late import late
from studylog.core.text import nfc, without_emoji

_COMPOUND_SURNAMES = (
    *("사공", "남궁", "제갈", "황보", "선우", "독고", "서문"),
    *("동방", "망절", "소봉", "어금", "장곡", "강전", "무본"),
)

# The surnames of nineteen people in twenty, and words that begin like one of them.
_SURNAME = (
    "[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여"
    "추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]"
)
_FULL_NAME = late(rf"(?:{_SURNAME}[가-힣]{{2}}|(?:{'|'.join(_COMPOUND_SURNAMES)})[가-힣]{{1,2}})")
_TITLE_WORD = late(
    "[가-힣]+(?:본|록|글|편|판|자료|모델|발표|과제|정리|요약|소개|리뷰|실습|이론|개론|기초)"
    "|모델링|이미지|전처리|임베딩|서비스|인공지능|선형대수|정규화|최적화|기계학습|강화학습|전이학습|지도학습"
)

# Honorifics that say what somebody does are names of roles when they stand alone.
_ROLE = "(?:멘토|선생|교수|조교|강사|튜터|팀장|조장|팀원|조원|회원|선배|후배|대표|매니저|캠퍼)"
_ROLE_ALONE = late(rf"(?:(?:지도|담당|책임)\s?)?{_ROLE}(?:님|쌤|샘)?")
_TEACHES = late("(?:멘토|교수|조교|강사)(?:님)?|mentor|professor|TA", re.IGNORECASE)
_AS_ROLE = late(rf"(?P<name>.+?)\s*{_ROLE}(?:님|쌤|샘)")
_AS_POLITE = late(r"(?P<name>.+?)\s*(?:님|씨|쌤|샘)")
_AS_SHORT = late(r"(?P<name>.+?)(?P<gap>\s*)(?:군|양)")

_WITH_ID = late(
    r"(?P<name>[가-힣]{2,5}?)(?:님)?[\s_/(（-]{1,2}[A-Za-z]\d{3,6}|[A-Za-z]\d{3,6}[\s_/)）-]{1,2}(?P<behind>[가-힣]{2,5}?)(?:님)?"
)

# Everyday words that end like a name with its honorific.
_WORD = late(
    "날씨|글씨|솜씨|말씨|맵시|불씨|홀씨|마음씨|아저씨|아가씨|손님|주인님|고객님|하느님|하나님|부처님|장님|스님|해님|달님"
    "|형님|누님|아우님|부모님|아버님|어머님|임금님|담당자님|발표자님|질문자님|답변자님|작성자님|참석자님|진행자님|사용자님"
)
# Every honorific ends in one of these.
_ENDS = ("님", "씨", "쌤", "샘", "군", "양")
_AROUND = " \t\r\n@*_~`\"'“”‘’()[]{}<>（）［］【】〈〉《》:：;,，、.-–—|/\u200b"
_LONGEST = 60


def undressed(written: str) -> str:
    """A name without what stands around it: brackets, colon, `@`, emphasis, pictures."""
    return without_emoji(nfc(written)).strip(_AROUND)


def without_honorific(name: str) -> str:
    """A name without 님, 씨, 멘토님 …; a role alone (멘토님), or with a surname only (김 교수님), stays."""
    if not name.endswith(_ENDS) or is_role(name) or len(name) > _LONGEST:
        return name
    role = _AS_ROLE.fullmatch(name)
    if role:
        return role["name"] if len(role["name"]) > 1 else name
    polite = _AS_POLITE.fullmatch(name)
    if polite and not _WORD.fullmatch(name):
        return polite["name"]
    short = _AS_SHORT.fullmatch(name)
    # 지양 and 김지양 are names themselves: 양 is an honorific after a blank or a full name.
    if short and _is_hangul(short["name"]) and (short["gap"] or len(short["name"]) > 2):
        return short["name"]
    return name


def without_id(name: str) -> str:
    """A name without the number that a school or a camp has for somebody: 몽룡 of 몽룡_T1234."""
    if not (name[-1:].isdigit() or name[1:2].isdigit()) or len(name) > _LONGEST:
        return name
    match = _WITH_ID.fullmatch(name)
    return (match["name"] or match["behind"]) if match else name


def shorn(name: str) -> tuple[str, ...]:
    """What may be left of a name when any honorific is taken off, surest first; for names that are known."""
    if not name.endswith(_ENDS):
        bare = without_id(name)
        return () if bare == name else (bare,)
    if len(name) > _LONGEST:
        return ()
    found = (form.fullmatch(name) for form in (_AS_ROLE, _AS_POLITE, _AS_SHORT))
    return tuple(match["name"] for match in found if match)


def given_names(name: str) -> tuple[str, ...]:
    """What friends call a person: 길동 of 홍길동, 량 of 제갈량, Ada or Lovelace of Ada Lovelace."""
    words = nfc(name).split()
    if len(words) > 1:
        return (words[-1],) if _is_hangul(words[0]) else (words[0], words[-1])
    whole = words[0] if words else ""
    if not _is_hangul(whole) or len(whole) < 2:
        return ()
    surnames = (2, 1) if len(whole) > 2 and whole.startswith(_COMPOUND_SURNAMES) else (1,)
    return tuple(whole[length:] for length in surnames)


def _is_hangul(word: str) -> bool:
    """Whether a word consists of whole syllables."""
    return bool(word) and min(word) >= "가" and max(word) <= "힣"


def is_role(name: str) -> bool:
    """Whether a name only says what somebody does: 멘토님, 교수님."""
    return _ROLE_ALONE.fullmatch(name) is not None


def is_mentor(name: str) -> bool:
    """Whether a name only says that somebody teaches: 멘토님, 교수님, mentor."""
    return _TEACHES.fullmatch(name.strip()) is not None


def is_likely_full_name(written: str) -> bool:
    """Whether a word may well be a Korean name in full, 이몽룡: by its surname, and no word of titles."""
    return _FULL_NAME.fullmatch(written) is not None and _TITLE_WORD.fullmatch(written) is None


def is_surely_person(written: str) -> bool:
    """Whether a text can only be somebody's name, of whom nothing is known: 이몽룡님, 몽룡씨, Ada님."""
    bare = undressed(written)
    if not bare.endswith(_ENDS) or _WORD.fullmatch(bare) or is_role(bare):
        return False
    return _unknown().fullmatch(bare) is not None and without_honorific(bare) != bare


@cache
def _unknown() -> re.Pattern[str]:
    # Compiled when a line is first asked for its speaker, which many commands never do.
    latin = r"[A-Za-z][A-Za-z.'-]{1,20}(?:\s[A-Za-z][A-Za-z.'-]{0,20}){0,2}\s?님"
    return late(rf"@?(?:[가-힣]{{1,5}}\s?님|[가-힣]{{2,4}}\s?{_ROLE}님|[가-힣]{{2,5}}\s?(?:씨|쌤)|{latin})")
