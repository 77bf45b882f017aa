"""People of whom a list says that they were not there, or were: `재원 ✅ 소율 ❌(병원)`, `소율(불참)`."""

from studylog.core.late import late
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
    "불참 결석 못 제외 bsent away sick",
    r"\s*[/|(（;]\s*(?:(?P<names>[가-힣A-Za-z][^/|()（）;:：\n]{0,30}?)(?:님)?(?:[은는이가])?\s"
    r"(?:[^/|()（）:：,\n]{1,20}\s)?(?:불참|결석|못\s?(?:옴|오심)|제외|away|absent|sick)(?!\s?[:：자])[^\s/|()（）:：]{0,6}"
    r"|(?:[Aa]bsent|불참|결석)\s?[:：]\s?(?P<labelled>[^()（）:：\n]{2,40}?))\s*[)）]?\s*$",
)
_BUT = sought("제외 빼고", r"(?P<names>[가-힣]{1,5})(?:님)?\s?(?:제외|빼고)\s?(?=전원|모두|전부)")


def ticked(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with commas for its ticks and without those who were not there, and these."""
    away: list[str] = []
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
