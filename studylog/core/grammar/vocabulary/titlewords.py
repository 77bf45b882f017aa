"""The words in titles, of sections and over lists, that say what stands below: data, for both languages."""

import re
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.model import SectionKind
from studylog.core.sought import sought


class SectionWords(NamedTuple):
    """A kind of section and the words in its title."""

    kind: SectionKind
    pattern: str


# A title names no minute: `3강 12분`.
MINUTE = late(r"\d\s?(?:분|초|시간)|\d:\d\d")
# `(1)`, `2.` in front of a title.
NUMBERING = late(r"^\s*(?:\(\d{1,2}\)|\d{1,2}\s?[.)](?!\d))\s*")
# What was not understood: `이해 안 된 부분`, `Things we didn't get`.
_UNCLEAR = (
    r"(?:이해(?:가|를)?\s?[안못]\s?(?:[된되가간한했]\S{0,2})|잘\s?모르겠[는던]|모르겠[는던]|헷갈리?(?:는|던|렸던))\s?(?:것|거|점|부분|내용)(?:들)?"
    r"|(?:못\s?푼|안\s?풀린|해결\s?못\s?한)\s?(?:것|거|점|부분|질문)"
    r"|(?:things|what|stuff|parts|bits)\s(?:(?:that\s)?(?:we|i)\s)?(?:did\s?n['’]t|did\snot|don['’]t|do\snot)\s(?:get|understand)"
    r"|(?:still\s)?(?:unclear|confus(?:ing|ed))(?:\s(?:bits|parts|points|things))?|what\sconfused\s(?:us|me)"
)
# What is to be asked, and of whom: `다음에 물어볼 것`.
_TO_ASK = r"(?:물어|여쭤|질문\s?할)\s?볼?\s?(?:것|거|점|내용)(?:들)?|things\sto\sask"
SECTIONS = (
    SectionWords("further", r"further\s+questions?|심화\s?질문|생각해\s?볼\s?질문"),
    SectionWords("mentoring", r"멘토|mentor"),
    SectionWords(
        "papers",
        r"논문|paper\s?(?:review|reading|presentation|talk)s?|^papers?$|reading\sgroup|journal\sclub",
    ),
    SectionWords(
        "questions",
        rf"질문|질의|문답|궁금|\bquestions?\b|q\s?[&/]\s?a\b|\bqna\b|\bfaq\b"
        rf"|^\W*(?:{_UNCLEAR})\W*$|{_TO_ASK}",
    ),
    SectionWords("suggestions", r"건의|suggestions?\b"),
)
# Headings whose list items are questions; 질문하기 (asking) and 질문 나누기 (sharing) only name an activity.
QUESTION_LIST = late(
    r"(?:질문(?:들|지|\s?목록|\s?모음|\s?사항|\s?거리|\s?리스트)?|궁금한\s?(?:점|것)(?:들)?"
    r"|(?:멘토|교수|조교)님께\s(?:드릴\s)?질문|질문\s?(?:[-–—:]\s?|[(]\s?)?(?:멘토|교수|조교)님(?:께|에게)?\s?[)]?"
    r"|^qs:?|\bquestions(?:\s(?:for|from|by|on|about|to\s(?:ask|bring|take)|carried\sover|left(?:\s(?:over|open))?|collected|gathered|submitted|prepared|raised"
    r"|we\s(?:had|have|could\s?n['’]t|could\snot|still\shave))[\w. ]{0,30}"
    r"|(?:\sand\sanswers|\s?&\sanswers)?(?:\s?[-–—:,])?"
    r"(?:\s(?:lecture|lec|week|session)\s?\d{1,2})?)?|q\s?&\s?a(?:(?:\s?[-–—:,])?\s(?:lecture|lec|week|session)\s?\d{1,2})?"
    rf"|(?:^|(?<=\s))(?:{_UNCLEAR}|{_TO_ASK}))\s*(?:[(（][^()（）\n]{{1,30}}[)）]\s*)?$",
    re.IGNORECASE,
)
# The same in a line of its own, over a list: `질문:`, `**Questions raised**`.
LABEL_OF_LIST = late(
    r"\W*(?:[가-힣]{1,6}\s?)?(?:질문(?:들|\s?목록|\s?모음|\s?사항|\s?거리|\s?리스트)?|궁금한\s?(?:점|것)(?:들)?"
    r"|(?:나온|나왔던|받은|있었던)\s질문(?:들)?|질문\s?(?:나온|나왔던|받은|있었던|했던)\s?(?:것|거|점|내용)(?:들)?"
    r"|(?:(?:open|discussion|further|other|more)\s)?questions?"
    r"(?:\s(?:raised|asked|left(?:\s(?:open|over))?|for\s[\w ]{1,20}))?"
    rf"|{_UNCLEAR}|{_TO_ASK}"
    r"|qs|q\s?&\s?a)\s*[:：]?\s*",
    re.IGNORECASE,
)
LABEL_OF_EXERCISES = late(r"심화\s?질문|further\s?questions?", re.IGNORECASE)
# What is none of them, in a bold line over a list: `**멘토님 말씀 정리**`, `**Takeaways**`.
LABEL_OF_NOTES = late(
    r"^(?![^\n]*(?:질문|궁금|[Qq]uestion|[?？]))[^\n]{0,30}(?:정리|요약|말씀|조언|후기|소감|메모|느낀\s?점|팁|꿀팁"
    r"|(?i:summary|takeaways?|notes?|tips|advice))\W*$"
)
# What is asked under such a heading concerns the team and its days, and no lecture.
AGENDA = late(
    r"안건|의제|아젠다|agenda|공지|회고|\b(?:keep|problem|try|kpt)\b|^\W*(?:다음|담)\s?(?:주|시간|모임|회의|스터디)|할\s?일|해야\s?할|향후\s?계획|액션\s?아이템"
    r"|아이스\s?브레이킹|ice\s?break|잡담|체크\s?(?:인|아웃)(?![가-힣])|\bcheck[- ]ins?\b|\btmi\b"
    r"|\bto[- ]?dos?\b|action\s?(?:items?|points?)|announcements?|logistics|\badmin\b|housekeeping|\baob\b"
    r"|next\s(?:time|week|meeting|steps)",
    re.IGNORECASE,
)
# What is asked under somebody's name there is asked of them.
REVIEW = late(r"(?:코드|과제)\s?리뷰|\bcode\sreviews?\b", re.IGNORECASE)
# Behind such a word a meeting looks back on itself: `팀 랩업 요약 : …`. `요약: …` may end an answer.
CLOSING_REMARK = sought(
    "요약 정리 소감 후기 마디 총평 평 결산 느낀 랩업 up UP Up akeaway ummary UMMARY",
    r"\W*(?:(?:오늘|하루|이번\s?주|팀|조|전체|회의|모임|스터디|세션|랩업|마무리)(?:의)?\s?)+"
    r"(?:요약|정리|소감|후기|한\s?마디|총평|평|결산)\s*[:：]"
    r"|\W*(?:한\s?줄\s?(?:평|소감|후기)|소감|총평|느낀\s?점|랩업)\s*[:：]"
    r"|\W*(?i:wrap-?\s?up|(?:today['’]s\s)?takeaways?|summary\sof\s(?:the\s|our\s)?(?:day|meeting|session|week))\s*[:：]",
)
# What papers, and talks about them, are divided into.
PART_OF_A_PAPER = late(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:연구\s?)?(?:배경|목적|방법론?|결과|결론)|서론|본론|고찰|논의|한계점?|의의|(?:[가-힣]{1,4}\s)?(?:코멘트|피드백|의견)"
    r"|(?:background|introduction|motivation|methods?|approach|experiments?|results?|conclusions?|limitations?"
    r"|takeaways?|comments?|feedback))\W*",
    re.IGNORECASE,
)
# Headings over what was read, by whom and when: none of them is the name of a paper. A word for a field
# may stand in front, as in `CNN 논문 리뷰 계획`, where the last word is no part of what is read.
_ARRANGED = r"일정|계획|방법|방식|순서|순번|차례|규칙|목록|리스트|후보|선정|배정|분담"
_OF_A_TEAM = (
    r"한\s?줄\s?(?:평|소감|후기|정리)|총평|느낀\s?점|회고|kpt|토론|토의|질의\s?응답|q\s?&\s?a|잡담|할\s?일|뒷풀이|후속\s?논의|"
    rf"(?:발표|리뷰|스터디)?(?:{_ARRANGED})|발표자?|논문|리뷰|자료|정보|개요|요약|정리|참고|링크|스터디|세션|피어\s?세션|모임|회의"
    r"|진행|전체|구현|역할|담당자?|준비|공유|공지|안내|사항|건의\s?사항|논의|투표|피드백|소감|후기|시작|모음|팁"
    r"|(?:읽|리뷰할|발표할|구현할|다룰)(?:을|는)?|읽는\s법|하는\s법|법|관련|향후|앞으로의?|매주|주차별|날짜별"
    r"|(?:다음|이번|지난)(?:\s?(?:주|시간|모임|회차?))?|오늘의?|\d{1,2}\s?(?:월|주차?|일차|회차?)"
)
SECTION_ALONE = late(
    rf"[\W\d]*(?:[A-Za-z]{{2,12}}\s(?=[가-힣\s]*(?:{_ARRANGED})[\W\d]*$))?(?:(?:{_OF_A_TEAM})(?:들|의)?\s?)+[\W\d]*"
    r"|[\W\d]*(?:week\s?\d{1,2}|(?:papers?|presentations?|presenters?|reviews?|reading|summary|overview|resources"
    r"|follow[-\s]?ups?|action\s(?:items?|points?)|to-?\s?dos?|homework|announcements?|logistics|next\ssteps|from"
    r"|references|links|details|list|schedule|plans?|order|rules|candidates|upcoming|(?:next|this|last)(?:\s(?:time|week))?"
    r"|to\s(?:read|present|review)|of|for|the|our)\b\s?)+[\W\d]*",
    re.IGNORECASE,
)
_OF_PRACTICE = (
    r"(?:(?:코딩|코드|라이브|미니|조별|개인|팀)\s?)?"
    r"(?:실습|과제|숙제|퀴즈|코딩|튜토리얼|핸즈\s?온|특강|문제\s?풀이)"
)
OF_PRACTICE = late(
    rf"[\W\d]*(?:(?:{_OF_PRACTICE}\s?){{1,2}}(?:\s?(?:시간|세션|발표|공유|자료|리뷰|풀이|정리|결과|진행|\d{{1,2}}))*"
    r"|(?i:(?:coding\s|live\s|lab\s)?"
    r"(?:practice|hands-?on|labs?|exercises?|assignments?|homework|quiz|tutorials?)"
    r"(?:\s(?:session|time|talk|review|\d{1,2}))*))"
    r"\s*(?:[(（\[][^()（）\[\]\n]{1,20}[)）\]]|[-–—:]\s?[^\s()（）]{2,12})?\W*"
)
"""`실습 (길동)`, `Coding practice`: somebody shows something, and no paper is called so."""
