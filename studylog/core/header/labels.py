"""What the lines of a body call a field of the header: `참석 인원: 도우리, 서가람`, `Notes by Grace`."""

import re
from collections.abc import Mapping

from studylog.core.header.keys import KEYS

# Keys that are no labels: in a text, an author may be that of a paper, and members may not have been there.
_KEYS_ALONE = frozenset({"author", "members"})
_FEW = "(?:two|three|four|five|six|seven|eight)"
# What a body calls a field besides, as patterns; what a header may call it as well belongs to its keys.
_MORE: Mapping[str, str] = {
    # Minutes of offices set short labels wide: `일  시`.
    "date": r"when|일\s{1,4}시|날\s{1,4}짜|(?:모임|스터디|세미나|미팅)일",
    # Whatever else was written has no year behind it.
    "created": r"작성\s?(?:일시?|날짜|일자)?(?=\W+(?:19|20)\d\d)",
    "author": r"작\s{1,3}성\s{1,3}자"
    r"|(?:(?:기록하|받아\s?적|적|쓰)는|기록한|(?:받아\s?)?적은|쓴)\s?(?:사람|분)"
    r"|minute[- ]?taker|(?:notes|minutes)(?: taken)? by",
    "moderator": "모더|좌장|chair(?:ed by)?",
    "attendees": r"(?:참석|참가|참여|출석)(?:\s?(?:인원|명단|멤버))?"
    r"|지각(?:자)?|참\s{1,3}석(?:\s{1,3}자)?|멘티(?!\w)|(?:모인|온|(?:함께|같이)\s?한)\s?(?:사람|분|이)(?:들)?"
    r"|(?:members )?present|(?:in )?attendance|attending|in the room|(?:around|at) the table|on the call"
    rf"|(?:just |only )?us(?: {_FEW})?|(?:all |the )?{_FEW} of us"
    r"|who(?:(?:'s| was| is) (?:there|here))?|here",
    "absent": r"(?:불참|결석)\s?인원|못\s?온\s?(?:사람|분)|absentees|apologies|regrets"
    r"|no[- ]?shows?|not (?:here|there|present|attending)"
    r"|(?:couldn['’]t|can['’]t|cannot) (?:come|attend|make it)|excused"
    r"|absent today|(?:who )?could(?:n['’]t| not) make it|missing|away|out today"
    r"|on (?:leave|holiday|vacation)",
}

MAYBE: Mapping[str, str] = {
    "author": "작성|기록|정리|회의록|notes?|minutes",
    "moderator": "진행|사회|host|lead",
}
"""What stands before anything, and before a name only where somebody is known to be there."""

TEAM = "팀원|멤버|구성원|members"
"""Labels of those who belong to a team: they are known in the note, and may not have been there."""


def labels(field: str) -> str:
    """A pattern of all that a body may call a field; case is for its reader to ignore."""
    keys = (re.escape(key).replace(r"\ ", r"[-\s]?") for key in KEYS[field] if key not in _KEYS_ALONE)
    return "|".join((*keys, *filter(None, (_MORE.get(field),))))
