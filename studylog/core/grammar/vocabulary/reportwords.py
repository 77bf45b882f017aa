"""How sentences in minutes report a question: data."""

import re

from studylog.core.late import late
from studylog.core.sought import sought

_ASKS = (
    r"(?:asked|asks|wondered|wonders|was\swondering|want(?:ed|s)\sto\sknow)"
    r"\s(?=(?:whether|if|why|how|what|which|when|where)\s)"
)
REPORTS = sought("asked asks wonder want", rf"\b{_ASKS}[^.?!\n]{{8,240}}[.?!]\s+(?=\S)")
"""A sentence that reports a question, up to the one behind it."""

REPORTED = sought(
    "asked asks wonder want",
    rf"\W*(?P<name>(?:Prof\.\s|Dr\.\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)?)\s(?:(?:also|then|again|first|later)\s)?{_ASKS}"
    r"(?P<asked>[^.?!\n]{8,240})[.?!]*\s*",
)
"""All of such a sentence: who asks, and what."""

OF_THE_TEAM = late(
    r"\b(?:meet(?:ings?)?|(?:the|this|our|study)\ssessions?|rooms?|next\s(?:week|time)|deadlines?|postpone|reschedule|recordings?|lunch|break"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|volunteers?|anyone|anybody|everyone|everybody)\b",
    re.IGNORECASE,
)
"""What is asked so concerns the team and its days, and nothing that it learns."""
