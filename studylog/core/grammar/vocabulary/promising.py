"""Whether a sentence promises something: `내일 같이 얘기해보자`, `추후 알아올 것`, `찾아보겠습니다`.

A promise has a time (내일, 다음 주까지, 나중에) and a verb of doing: 내일 alone promises nothing. Without
a time, somebody will find something out, or do it himself: `찾아보겠습니다`, `제가 추가할게요`.
"""

import re

from studylog.core.grammar.vocabulary.announced import ASKS_AT_ONCE
from studylog.core.grammar.vocabulary.verbs import STEMS
from studylog.core.late import late

TIME = late(
    r"내일|모레|(?:다음|(?<![가-힣])담)\s?(?:주|시간|회의|번|강(?!의에서)의?|달|모임|멘토링|스터디|피어\s?세션)|추후|나중에|이따가?|주말|[월화수목금토일]요일"
    # 오늘 안건 is about nothing to come.
    r"|(?:오늘|(?:이번|금)\s?주)\s?(?:안(?:에|으로)|중(?:에|으로)|내(?:에|로))|이번\s?주\s?(?:안|내)(?=\s)|오늘\s?(?:밤|저녁)"
    # 보이기까지, 여기까지 set no day: a deadline stands behind something that has one.
    r"|(?:\d\s?(?:일|시|분)?|[주말전후]|시간|회의|모임|수업|멘토링|요일|욜|오늘|아침|저녁|밤)"
    r"\s?(?:\([^()]*\)\s?)?까지(?![의도])"
    r"|\b(?:tomorrow|later|tonight|next\s(?:week|time|meeting|session)|before\s(?:the\s)?next\s[a-z]+"
    r"|(?:by|on|until)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s\d{1,2}/\d{1,2})\b",
    re.IGNORECASE,
)
_DOING = late(
    r"(?:얘기|이야기|논의|의논|토론|공유|정리|조사|확인|준비|발표|제출|작성|실험|구현|설명|복습|질문|업로드|보완|수정|공부|비교|적용|시도|테스트|세팅|셋팅|설치|머지|푸시|배포|통합|\bPR)"
    r"\s?(?:을|를)?\s?(?:하|해|할|합|드리|올리|올려|부탁|예정|$|[-–—.!~()])"
    # `링크를 추가해 둠` tells what was done.
    r"|(?:추가|등록|신청|업데이트|기입)\s?(?:을|를)?\s?(?:해\s?(?:주[세시십]|오기)|부탁)"
    r"|(?:알아|찾아|가져)\s?[보오올와봅옵]|알려\s?(?:드리|드릴|주기|줄)|붙여\s?[보볼]|물어\s?[보봐볼봅]|여쭤|올려|올리|해\s?(?:오기|올게|올\s?것|옵시다|보기|보자|봅시다|볼게|볼\s?것)"
    r"|같이[^\n]*[합봅]시다[\s.!~)]*$|돌려\s?[놓둘]"
    r"|(?:돌려|읽어|써|만들어|풀어)\s?[오올옵보볼봅봐]|정(?:하자|합시다|해\s?(?:보자|봅시다))"
    # `다음 시간: RNN 이해하기` is the title of what comes, and who decides 쉬기로 함 has nothing to do.
    r"|^(?!\W*(?:다음\s?(?:주|시간|강의?|회의)|[월화수목금토일]요일|내일)\s?[:：–—-])[^\n]*[가-힣]\s?(?:하|오|놓|두)기(?=[\s.!~)]*$)"
    r"|(?<!쉬)(?<!않)(?<!빼)(?<!없애)(?<!안 하)기로(?:\s?(?:함|했(?:습니다|어요|음)))?[\s.!~)]*$"
    r"|(?:드릴|놓을)[게께](?:요|습니다)?[\s.!~)]*$|(?:주|올리|보내)신다고\s?(?:함|하심|하셨(?:습니다|어요|음))[\s.!~)]*$"
    rf"|(?:{STEMS}|정하|읽|풀|듣|마치|모이|나누|외우|찾)기(?=[\s.!~)]*$)"
    r"|\b(?:discuss|share|look\s(?:into|(?:it\s|them\s)?up)|find\s(?:it\s)?out|ask|bring|check|prepare|present|write\s(?:it\s|them\s)?up"
    r"|try|talk\sabout|compare|read|send|upload|post|measure|run"
    r"|(?:will|(?<=['’])ll)\s(?!be\b|have\b|not\b|need\b|take\b)[a-z]+)\b",
    re.IGNORECASE,
)
_ALONE = late(
    r"(?:알아|찾아|조사해|정리해|물어|확인해|읽어|해)\s?(?:올|볼|오기|보기)\s?(?:것|거|게요|께요)?(?=[\s.)!]*$)"
    r"|(?:듣|읽|보|풀|하|써|돌려보)고\s?오기(?=[\s.)!]*$)"
    r"|^\W*(?:(?:다음|담)\s?주\s?)?숙제\s?[:：][^\n]*[가-힣]\s?[오보]기(?=[\s.)!]*$)"
    r"|^\W*각자\s[^\n]*[가-힣]\s?[오보]기(?=[\s.)!]*$)|\s각자\s(?:\S+\s)?\S*[가-힣]\s?오기(?=[\s.)!]*$)"
    r"|^\W*TO-?DO\b(?!\s?(?:목록|리스트|항목|lists?\b|apps?\b|앱|,))|^\W*할\s?일\s?[:：]",
    re.IGNORECASE | re.MULTILINE,
)
# `멘토님께 여쭤보기`, `결과를 피어세션 때 공유`: whoever is asked, and the meeting, are to come.
_TO_ASK = (
    r"\s?(?:해\s?)?(?:하|보|드리)?"
    r"(?:기(?:로\s?(?:함|했(?:습니다|어요|음|다))|로)?|자|[합봅]시다|[할볼릴]\s?(?:것|게요|예정(?:입니다)?))"
)
# `피어세션 때 나온 질문` is one that was asked.
_AT_MEETING = late(
    r"(?:(?:멘토|강사|조교|교수)님?\s?(?:께|에게|한테)\s(?:다시\s|같이\s|한\s?번\s)?(?:질문|여쭤|물어)"
    rf"{_TO_ASK}|(?<!어제 )(?<!오늘 )(?<!지난 )(?<!저번 )(?:피어\s?세션|멘토링|오피스\s?아워)"
    rf"\s?(?:때|시간에)\s[^.?!\n]{{0,30}}(?:(?<![은는던온본한된난]\s)(?:공유|발표|질문|논의|얘기|이야기)(?:{_TO_ASK})?"
    rf"|(?:여쭤|물어){_TO_ASK}))(?=[\s.)!~]*$)"
)
# What somebody is about to do needs no day; 설명하겠습니다 does at once what it says.
_END = r"(?:습니다|어요|음|다|요)[\s.!~)]*(?:\([^()]*\))?\s*$"
_WILL = r"(?:(?:하|보|오|두|놓|드리|봐야|야)겠|[할볼올둘릴][게께]|놓을[게께])"
_WILL_FIND_OUT = late(
    rf"(?:알아|찾아|물어|여쭤|돌려|읽어|풀어|(?:조사|확인|실험|테스트|공부)\s?(?:해)?)\s?{_WILL}{_END}"
    r"|(?:(?:알아|찾아|물어|여쭤)\s?[보오]|(?:조사|확인)\s?(?:하|해\s?[보오]))기로(?:\s?(?:함|했(?:습니다|어요|음|다)))?[\s.!~)]*(?:\([^()]{1,20}\)\s*)?$"
    # `확인해서 단톡방에 올리기로 함`
    r"|(?:(?:알아|찾아|물어|여쭤|돌려|풀어)\s?(?:봐서|보고|와서)|찾아서|(?:조사|확인|실험|테스트)\s?(?:해서|하고|(?:해\s?)?보고|한\s(?:뒤|다음)에?))\s[^.?!\n]{0,24}"
    r"(?:공유\s?(?:할\s)?예정(?:임|입니다|이에요)?[\s.!~)]*$|(?:올리|공유하|(?:알려|올려)\s?(?:주(?:시)?|드리)|말(?:씀)?\s?(?:하|드리)|답하)기로"
    r"(?:\s?(?:함|했(?:습니다|어요|음|다)))?[\s.!~)]*$)"
    r"|\bI(?:['’]ll|\swill)\s(?:look\sinto\s(?:it|this|that)|look\s(?:it|this|that|them)\sup|find\s(?:it\s)?out"
    r"|check(?:\s(?:it|this|that))?|ask(?:\s\w+){0,3})[\s.!]*$",
    re.IGNORECASE,
)
_WILL_DO = late(
    rf"(?:(?:만들어|써|(?:추가|수정|정리|구현|작성|업로드|준비|제출|보완|적용|반영|공유|개선)\s?(?:해)?)\s?{_WILL}"
    rf"|(?:올리|고치|만들|보내|채우|옮기|가져오)겠|(?:올릴|고칠|만들|보낼|채울|옮길|가져올)[게께]){_END}"
)
# `@춘향 조사해오기`; `@춘향 : …` only quotes somebody, and `@param …` is of a program.
_ADDRESSED = late(r"^\s*@(?!(?:param|returns?|throws|see|since|author)\b)\S+\s(?!\s*[:：])", re.MULTILINE)
# A sentence that states something promises nothing, unless it states what somebody is going to do.
STATES = late(
    r"(?:다|네요|데요|군요|거든요|[대래]요|죠|는지|까요?|때|[가-힣]면|듯(?:요|함|해요|하네요)?)[\s.!…~]*(?:\([^()]*\))?[\s.!~]*$"
)
INTENDS = late(
    r"겠|[합봅옵읍]시다|신다고\s?하셨|기로\s?(?:했|하|함|한)|예정|계획|(?:부탁|바랍|주시)|[을할볼올갈낼둘줄]\s?것(?:이다|입니다)"
)
# `직접 해보기`: who is asked says so what to do, and is about to find out nothing.
ADVICE = late(r"(?<!조사)(?<!정리)(?<!확인)(?<!실험)(?<!비교)해\s?보기[\s.)!]*$")
# One of these words, in lower case, is in every promise. Each begins with plain letters: it is found faster.
_HINT = late(
    r"내일|모레|다음\s?[주시회번강달모멘스피]|담\s?[주시회번강달모멘스피]|추후|나중에|이따|주말|요일|오늘|이번\s?주|금주|까지|올|볼|오기|보기|할\s?일|@|겠|게요|께요|예정|기로|멘토|강사|조교|교수|피어|아워"
    r"|tomorrow|later|ton|next|day|by\s|todo|to-do|'ll\s|’ll\s|will\s"
)
# What was done yesterday is no promise, and neither is what one wonders about.
PAST = late(
    r"(?<!기로 )(?<!기로)(?:했|였|었|았|됐|봤|왔|갔)(?:습니다|어요|음|다|는데|고)"
    r"|[?？]\s*$|\b(?:was|were|did|had)\b"
)
# A point ends a sentence before a blank: not in `3.2절`.
SENTENCE = late(r"\S[^.!?\n]*(?:[.!?]+(?=[^.!?\s])[^.!?\n]*)*[.!?]*")


# `여쭤보기로 ✋`, `올릴게요ㅎㅎ`: what a sentence ends with says nothing, but that something is done.
_TAIL = late(
    r"(?<=[가-힣.!~)])\s*[ㅋㅎㅠㅜ\u2600-\u2610\u2612-\u2704\u2706-\u2712\u2715-\u27bf\U0001f300-\U0001faff]"
    r"[\sㅋㅎㅠㅜ\u2600-\u2610\u2612-\u2704\u2706-\u2712\u2715-\u27bf\U0001f300-\U0001faff\ufe0f.!~]*$"
)


def is_promise(sentence: str) -> bool:
    """Whether a sentence says that somebody will do something."""
    return may_promise(sentence) and promises(sentence)


def may_promise(text: str) -> bool:
    """Whether a closer look is worth while: most texts have no word that all promises need."""
    return _HINT.search(text.lower()) is not None


def promises(sentence: str) -> bool:
    """The closer look: a sign of a promise, or a time and something to do, and nothing of the past."""
    sentence = _TAIL.sub("", sentence)
    timed = TIME.search(sentence) or _ADDRESSED.search(sentence)
    alone = (_ALONE, _AT_MEETING, _WILL_FIND_OUT, _WILL_DO)
    signed = any(sign.search(sentence) for sign in alone) or (timed and _DOING.search(sentence))
    if not signed or PAST.search(sentence) or ASKS_AT_ONCE.search(sentence):
        return False
    return not STATES.search(sentence) or bool(INTENDS.search(sentence))


def only_promises(text: str) -> bool:
    """Whether a reply does nothing but promise one, so that the question is still without an answer."""
    if not may_promise(text):
        return False
    sentences = [sentence for sentence in SENTENCE.findall(text) if re.search(r"\w", sentence)]
    # `네, 추가하겠습니다` answers who asks for it, as long as it is not put off to a day.
    return bool(sentences) and all(
        is_promise(sentence)
        and (TIME.search(sentence) or not (_WILL_DO.search(sentence) or ADVICE.search(sentence)))
        for sentence in sentences
    )
