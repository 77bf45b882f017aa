"""People as lines list them, `몽룡, 춘향님 · Ada`, and the words that stand there for nobody: 전원, TBD."""

from typing import TYPE_CHECKING

from studylog.core.late import late
from studylog.core.people.names import is_likely_full_name

if TYPE_CHECKING:
    from studylog.core.people.roster import Roster

_BETWEEN = late(r"(?<!\s)\s*(?:,(?:\s?(?:and\b|&))?|，|·|・|/|、|;|\||\band\b|&|(?<=님)\s|\s(?=@))\s*")
_BRACKETED = late(r"(?<!\s)\s*[(（\[][^()（）\[\]]*[)）\]]")
_KOREAN_NAME = late(r"[가-힣]{2,4}")
_LATIN_NAME = late(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]*(?:\s[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]*){0,2}")
# `도우리 교수`: what somebody is; `지도 교수` and `도 교수` have no name without it.
_TITLED = late(
    r"(?!(?:지도|담당|책임)\s)(?P<name>[가-힣]{2,4})\s(?:교수|박사|선생|조교|멘토|강사|팀장|과장|전공의|연구원)"
)
# `Ada Byron for the first half hour`, `Grace until 8`: how long somebody was there.
_WHILE = late(
    r"(?P<name>[A-ZÀ-Þ][\w.'-]*(?:\s[A-ZÀ-Þ][\w.'-]*){0,2})\s(?:for|until|till|from|since|after)\s[\w\s:.'’]{1,30}"
)
# `전원 (도우리, 서가람)`: who all of them are.
_ALL = late(
    r"(?:전원|전체|전부|모두|총?\s?\d{1,2}\s?명|(?i:all|everyone|everybody))\s?[(（](?P<names>[^()（）]+)[)）]"
)
_NOBODY = late(
    r"전원|전체|전부|모두|없음|미정|다들|나머지|팀원|참석|불참|본인|자유|필수|선택|가능|불가|대면|비대면|온라인|오프라인|줌"
    r"|(?i:none|all|everyone|everybody|nobody|tbd|tba|team|n/?a|online|zoom)"
)

# What stands over a list of points as a name would: `공통` beside what everybody has done.
_TOPIC = late(
    r"공[통지]|기타|안건|결[론과]|정리|요약|질문|답변?|내용|회의|발표|과제|일정|목표|계획|실험|모델|데이터|전처리|학습|추론|평가|제출"
    r"|코드|논문|강의|퀴즈|자료|링크|[참비]고|메모|문제점?|해결|원인|방법|의견|아이디어|피드백|회고|후기|잡담|건의|[할한]\s?일|다음|오늘|어제|내일"
    r"|필수|선택|심화|추가|보충|이론|기본|응용|복습|예습|숙제|개념|수식|그림|정답|해설|풀이|확인|미정|완료|보류|장소|시간|일시|날짜|준비물"
    r"|주제|역할|개인|팀|우리\s?[조팀]|(?:느낀|배운|아쉬운|좋은|잘한|힘든)\s?점|장점|단점|오전|오후|휴식|특강|멘토링|멘토님?"
    r"|[가-힣]{1,3}(?:사항|상황|계획|일정|목록|순서|방식|방법|내용|결과|정리|공유|토론|회의|공지|발표|분석|학습|실험|모델)"
    r"|(?i:general|others?|misc|notes|summary|overview|results?|data|models?|baseline|experiments?|training|evaluation|setup|testing"
    r"|plans?|planning|ideas?|links|references|questions?|answers?|agenda|attendees|decisions?|discussion|actions?|todo|updates?"
    r"|progress|status|announcements?|minutes|news|blockers?|done|doing|next|reading|papers?|slides|code|schedule|review|feedback"
    r"|retro(?:spective)?|logistics|housekeeping|demo|today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)


def listed(text: str) -> list[str]:
    """What a list names, one by one; what stands in brackets says more of somebody, `[[…]]` is a link."""
    bare = _BRACKETED.sub("", all_named(text).replace("[[", "").replace("]]", "")).strip(" .")
    # Between names in full, a blank is enough.
    if all(map(is_likely_full_name, bare.split())):
        return bare.split()
    return [_untitled(part) for one in _BETWEEN.split(bare) if (part := one.strip())]


def known_apart(text: str, roster: "Roster") -> list[str]:
    """The people of the roster in a text that names nobody and nothing else, with blanks between them.

    What stands in brackets says more of somebody, or of who else.
    """
    text = _BRACKETED.sub("", text)
    names = text.split()
    people = [roster.resolve(name).person for name in names]
    # `Nora Field` is one person, by both of her names.
    apart = len(names) > 1 and None not in people and len({*people}) == len(names)
    return names if apart and roster.resolve(text).person is None else []


def _untitled(part: str) -> str:
    titled = _TITLED.fullmatch(part) or _WHILE.fullmatch(part)
    return titled["name"] if titled else part


def all_named(text: str) -> str:
    """The names in brackets behind a word for all of the team, else the text as it is."""
    everyone = _ALL.fullmatch(text.strip())
    return everyone["names"] if everyone else text


def looks_like_name(text: str) -> bool:
    """Whether a text may be the name of somebody, of whom nothing is known."""
    return looks_like_korean_name(text) or _LATIN_NAME.fullmatch(text) is not None


def looks_like_korean_name(text: str) -> bool:
    """The same, of a name in Hangul alone: many a word with a capital is no name."""
    return _KOREAN_NAME.fullmatch(text) is not None


def is_nobody(text: str) -> bool:
    """Whether a word stands in a list for nobody in particular: 전원, 없음, everyone."""
    return _NOBODY.fullmatch(text) is not None


def is_topic(text: str) -> bool:
    """Whether a word that looks like a name is what points are about: 공통, 모델, Results."""
    return _TOPIC.fullmatch(text) is not None
