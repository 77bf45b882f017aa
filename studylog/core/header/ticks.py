"""People who are ticked off or crossed out behind their names: `재원 ✅ 소율 ❌(병원)`, `재원(O) 소율(X)`."""

from studylog.core.late import late

_MARKED = late(r"[✅☑✔⭕❌✖❎🚫]|[(（]\s?[OoXx○×]\s?[)）]")
_REASON = r"\ufe0f?(?:\s*[(（][^()（）\n]*[)）])?"
_THERE = late(r"\s*(?:[✅☑✔⭕]|[(（]\s?[Oo○]\s?[)）])" + _REASON)
_AWAY = late(
    r"(?P<name>[가-힣A-Za-z][^\s,，/·|:：()（）✅☑✔⭕❌✖❎🚫]*)\s*(?:[❌✖❎🚫]|[(（]\s?[Xx×]\s?[)）])"
    + _REASON
)


def ticked(line: str) -> tuple[str, tuple[str, ...]]:
    """The line with commas for its ticks and without those who are crossed out, and these."""
    if (line.isascii() and "(" not in line) or not _MARKED.search(line):
        return line, ()
    away = tuple(match["name"] for match in _AWAY.finditer(line))
    return _THERE.sub(", ", _AWAY.sub(", ", line)), away
