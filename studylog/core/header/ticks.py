"""People of whom a list or a line says whether they were there: `재원 ✅ 소율 ❌(병원)`, `소율(불참)`."""

import re

from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.sought import sought

_REASON = r"\ufe0f?(?:\s*[(（][^()（）\n]*[)）])?"
_NAME = r"(?P<name>[가-힣A-Za-z][^\s,，/·|:：()（）✅☑✔⭕❌✖❎🚫]*)"
_MARKED = late(r"[✅☑✔⭕❌✖❎🚫]|[(（]\s?[OoXx○×]\s?[)）]")
# `재원 O / 소율 X`: one alone may be any letter.
_BARE = sought("O X o x ○ ×", r"(?<=[^\s/,|·:：])\s(?P<sign>[OXox○×])(?=\s*(?:[/,|·(（]|$))")
_THERE = late(r"\s*(?:[✅☑✔⭕]|[(（]\s?[Oo○]\s?[)）])" + _REASON)
_CROSSED = late(_NAME + r"\s*(?:[❌✖❎🚫]|[(（]\s?[Xx×]\s?[)）])" + _REASON)
# `소율(불참)`, `소율 (결석 - 병원)`
_BRACKETED = sought(
    "불참 결석 병가 휴가 bsent away",
    _NAME + r"\s?[(（]\s?(?:불참|결석|병가|휴가|[Aa]bsent|away)[^()（）:：\n]*[)）]",
)
# `… / 소율님은 개인사정으로 불참`, `… (소율, 하준 결석)`, `… (absent: 소율)`, `전원 (소율 제외)`
_BEHIND = sought(
    "불참 결석 못 제외 감기 몸살 병원 아파서 아픔 출장 야근 당직 예비군 휴가 여행 면접 개인 알바 시험"
    " bsent away sick ill out",
    r"\s*[/|(（;]\s*(?:(?P<names>[가-힣A-Za-z][^/|()（）;:：\n]{0,30}?)(?:님)?(?:[은는이가])?\s"
    r"(?:[^/|()（）:：,\n]{1,20}\s)?(?:불참|결석|못\s?(?:옴|오심)|제외|away|absent|sick)(?!\s?[:：자])[^\s/|()（）:：]{0,6}"
    r"|(?:[Aa]bsent|불참|결석)\s?[:：]\s?(?P<labelled>[^()（）:：\n]{2,40}?))\s*[)）]?\s*$"
    # `길동, 춘향 (소율이는 감기)`
    r"|\s*[(（]\s?(?P<why>[가-힣]{1,5}?)(?:님)?이?[은는]\s"
    r"(?:감기|몸살|병원|아파서|아픔|출장|야근|당직|예비군|휴가|여행|면접|개인\s?사정|알바|시험)[^()（）:：\n]{0,10}[)）]\s*$"
    # `Ada, Grace. Linus was sick`
    r"|\s*[.;,]\s+(?P<sentence>@?[A-Z][^\s,.;:()]{1,20}|@[\w-]{2,30})\s(?:is|was)\s(?:sick|ill|away|out|absent)"
    r"(?!\sof\b)\b[^:\n]{0,20}(?::\w{2,20}:\s*)*$",
)
# `… / 지각·결석 없음`, `… (불참 없음)`: nobody was away.
_NOBODY_AWAY = sought(
    "없음 없습니다 없어요 0명",
    r"\s*[/|,(（;]\s*(?:지각|결석|불참)자?(?:\s?[·,/&]\s?(?:지각|결석|불참)자?)*\s?(?:없음|없습니다|없어요|0명)\s*[)）]?\s*$",
)
_BUT = sought("제외 빼고", r"(?P<names>[가-힣]{1,5})(?:님)?\s?(?:제외|빼고)\s?(?=전원|모두|전부)")
# `소율님은 야근으로 못 오심 ㅠ`, a line of its own; what was last week, or will be, is not said of today.
_NAME_OR_TWO = r"[가-힣]{1,5}?(?:님)?(?:\s?[,·]\s?[가-힣]{1,5}?(?:님)?)*"
_COULD_NOT = sought(
    "못 불참 결석",
    rf"[^\w\n]*(?:오늘(?:은)?\s)?(?P<names>{_NAME_OR_TWO})이?[은는가]?\s"
    r"(?![^\n]*(?:지난|저번|다음|내일|모레|어제|\d))(?:[^\n.:?,]{1,20}\s)?"
    r"(?:불참|결석|못\s?(?:옴|오심|오셨|왔|와요)|참석\s?못\s?[함하했])"
    r"(?:심|합니다|했습니다|했음|했어요|하심|하셨습니다|습니다|어요|음)?[\s.!~ㅠㅜㅎㅋ)]*",
)


def missed(line: str, roster: Roster) -> tuple[str, ...]:
    """Who of the roster could not come, where a line says no more than that."""
    said = _COULD_NOT.fullmatch(line)
    people = [roster.resolve(name.strip()).person for name in re.split("[,·]", said["names"])] if said else []
    return tuple(one.name for one in people if one) if all(people) else ()


# `우리 (서기)`, `Ada (notes)`: what somebody did there.
_AS = {
    "author": r"서기|기록(?:자|담당)?|작성자?|scribe|(?:taking\s)?notes|note[- ]?taker|minutes"
    r"|(?:writing|typing)(?:\s(?:this|notes|minutes))?",
    "moderator": r"진행(?:자)?|사회(?:자)?|모더레이터|host|moderator|facilitator|chair",
}
_IN_A_ROLE = late(
    r"(?P<name>[^\W\d][^\s,，/·|:：()（）]*)\s?[(（]\s?(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in _AS.items())
    + r")\s?[)）]",
    re.IGNORECASE,
)


def in_roles(names: str) -> tuple[tuple[str, str], ...]:
    """Whom a list of people names in a role, each behind the field that it is: `Ada (notes)`."""
    if "(" not in names and "（" not in names:
        return ()
    return tuple((match.lastgroup or "", match["name"]) for match in _IN_A_ROLE.finditer(names))


def ticked(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with commas for its ticks and without those who were not there, and these."""
    away: list[str] = []
    line = _NOBODY_AWAY.sub("", line)
    if len(list(_BARE.finditer(line))) > 1:
        line = _BARE.sub(r"(\g<sign>)", line)
    if _MARKED.search(line):
        away += (match["name"] for match in _CROSSED.finditer(line))
        line = _THERE.sub(", ", _CROSSED.sub(", ", line))
    away += (match["name"] for match in _BRACKETED.finditer(line))
    line = _BRACKETED.sub(", ", line)
    for pattern in (_BEHIND, _BUT):
        found = pattern.search(line)
        if found:
            away += filter(None, found.groups())
            line = line[: found.start()] + line[found.end() :]
    return line, tuple(away)
