"""What stands around questions, answers and papers without being a part of them: boxes, titles, agendas."""

import re

from studylog.core.late import late
from studylog.core.sought import sought

# Any other call-out: `[!note]`. What its first line may only be called.
CALL_OUT = late(r"\s*\[!\w{2,12}\][-+]?")
ANSWER_WORD = late(r"\W*(?:답변?|정답|해설|풀이|answer|solution)\W*", re.IGNORECASE)
# What is asked under such a heading concerns the team and its days, and no lecture.
AGENDA = late(
    r"안건|의제|아젠다|agenda|공지|회고|\b(?:keep|problem|try|kpt)\b|^\W*다음\s?(?:주|시간|모임|회의|스터디)|할\s?일|액션\s?아이템"
    r"|\bto-?dos?\b|action\s?(?:items?|points?)|announcements?|logistics|\badmin\b|housekeeping|\baob\b|next\s(?:time|week|meeting)",
    re.IGNORECASE,
)
# `:::info` of HackMD and others opens and closes a box around what people write.
BOX = sought(":::", r"\s*:{3,}\s*[\w-]{0,20}\s*")
# An arrow in front of a question leads on to it from the one before.
LEADS_ON = late(r"\s*(?:⇒|=>|→|->|-->|↳|└|ㄴ)\s?")
# Headings over what was read and how it went: none of them is the name of a paper.
SECTION_ALONE = late(
    r"\W*(?:(?:오늘의?|이번\s?주)\s)?(?:(?:발표|논문|리뷰|자료|정보|개요|요약|정리|참고|링크|일정|계획|다음\s?(?:주|시간|모임))\s?)+\W*"
    r"|\W*(?:papers?|presentations?|summary|overview|resources|references|links|details|next\s(?:time|week))\W*\d*\W*",
    re.IGNORECASE,
)
