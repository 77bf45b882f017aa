"""Who says a line: names in front of what is said, and behind what is signed."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from studylog.core.late import late
from studylog.core.people.names import is_surely_person
from studylog.core.people.roster import Roster
from studylog.core.sought import sought
from studylog.core.values import dataclass

_LONGEST = 40
_NAME = rf"[^\s()\[\]（）［］:：][^()\[\]（）［］:：\n]{{0,{_LONGEST}}}?"
_BRACKETED = late(
    rf"\s*[(\[（［]\s*(?P<name>{_NAME})(?:\s(?:추가|보충|답변?|의견|added))?\s*[)\]）］](?!\()\s*(?:[:：]|[-–—](?=\s))?\s*"
)
# `(춘향, 서면) …`: who, and by what it came.
_BRACKETED_BY = sought(
    ", ， /",
    rf"\s*[(\[（［]\s*(?P<name>{_NAME})\s*[,，/]\s*"
    r"(?:서면|슬랙|카톡|(?:이)?메일|디코|디스코드|노션|채팅|댓글|원격|불참|결석|(?i:(?:by|on|via)\s[a-z]{3,8}|slack|chat|e?-?mail|absent|remote))(?:으?로)?"
    r"\s*[)\]）］]\s*(?:[:：]\s*)?",
)
# A talk that was copied has the minute of each line: `[춘향] [오후 3:12] …`, or `춘향  오후 3:12` over it.
MINUTE = r"(?:(?:오전|오후)\s?\d{1,2}:\d\d|\d{1,2}:\d\d\s?[AP]M)"
"""How a chat writes the minute of a message: 오후 3:12, 3:12 PM."""

# Of another day, that stands before it.
_WHEN = rf"(?:(?:Today|Yesterday|어제|오늘)(?:\sat)?[ \t]+)?{MINUTE}"

STAMPED = (
    sought(
        "오전 오후 AM PM",
        rf"^[ \t]*\[(?P<name>[^\[\]\n]{{1,20}})\][ \t]*\[{MINUTE}\](?:[ \t]+|\Z)",
        re.MULTILINE,
    ),
    sought(
        "오전 오후 AM PM",
        r"^[ \t]*(?P<name>[^\s\[\]:：,|][^\[\]:：,|\n]{0,20}?)[ \t]+"
        rf"(?:[-–—][ \t])?\[?{_WHEN}\]?[ \t]*(?:\n|$)",
        re.MULTILINE,
    ),
)
"""Patterns of the beginnings of lines: `name` is who speaks there."""

# The same on two lines: of somebody who is known, for a message may end above the minute of the next one.
_STAMPED_BELOW = sought(
    "오전 오후 AM PM",
    r"[ \t]*(?P<name>[^\s\[\]:：,|][^\[\]:：,|\n]{0,20}?)[ \t]*\n"
    rf"[ \t]*\[?{_WHEN}\]?[ \t]*(?:\n|$)",
)
# By a clock of 24 hours, of somebody who is known: in the brackets of a chat, or while people are awake:
# `춘향 3:12` may be said of a video.
_STAMPED_BY_DAY = (
    sought(":", r"[ \t]*\[(?P<name>[^\[\]\n]{1,20})\] ?\[(?:[01]?\d|2[0-3]):[0-5]\d\](?:[ \t]+|\Z)"),
    sought(
        ":",
        r"[ \t]*(?P<name>[^\s\[\]:：,|][^\[\]:：,|\n]{0,20}?)[ \t]+"
        r"(?:[-–—][ \t])?(?:0?[7-9]|1\d|2[0-3]):[0-5]\d[ \t]*(?:\n|$)",
    ),
)
# Captions have the minute before the name, `00:32:02 몽룡: …`; how somebody says it may stand behind.
_MARKED = late(
    rf"\s*(?:[(\[]?(?:\d{{1,2}}:)?\d{{1,3}}:\d\d[)\]]?\s+(?:[-–—]\s+)?)?(?P<name>{_NAME})(?:\s(?:asked|asks))?"
    r"(?:\s?[(（][^()（）\n]{1,20}[)）](?=\s?[:：]))?\s*(?:[)）]\s*[:：]?|[:：](?!//))\s*"
)
_DASHED = late(rf"\s*(?P<name>{_NAME})\s+[-–—]\s+")
_ALONE = late(rf"\s*(?P<name>{_NAME})\s*$")
_SIGNED = late(
    # A look at the first sign is cheap, and most texts have none of these.
    r"(?=[\s(\[（［])(?:"
    r"\s*[(\[（［]\s*(?:by\s+)?(?P<bracketed>[^\s()\[\]（）［］][^()\[\]（）［］\n]{0,20}?)\s*[)\]）］][\s.]*$"
    # … or right behind the sentence, as `_춘향_` stands there in another type.
    r"|(?<=[?？!.다요죠음함됨임지등기])\s(?P<bare>[^\s\-–—?？!.:：()（）]{2,12})\s*$"
    r"|\s(?:[-–—]{1,2}|←|<-)\s?(?P<dashed>@[\w.-]{2,30}|[^\s\-–—][^\-–—\n]{0,20}?)\s*$)"
)
_AND_A_PLACE = sought(", ，", r"\s*[,，]\s?(?=[^,，]*\d)[^,，]*$")
# `… [name=춘향] [time=Thu, Aug 12, 2021]`: how HackMD says who has written a line.
_TAGGED = sought(
    "[name=",
    r"\s*\[name=(?P<name>[^\[\]\n]{1,20})\](?:\s*\[(?:time|color)=[^\[\]\n]{1,40}\])*\s*$",
)
# `(춘향, 슬랙)`: who, and where or of what.
_AND_MORE = late(r"(?<=[^\s,/·])\s*[,/·]\s*[^,/·]+$")
_OWNED = sought(
    "질문 답", r"\W*(?P<name>[^\s()\[\]（）［］:：]{2,20})(?:의|'s)?\s\s?(?:추가\s?)?(?:질문|답변?)"
)
_ONE_SIGN = late(r"[@\s]*[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]\s*")
# Quick looks: between the beginning of a line and the sign behind a name stands none of these signs.
_MAY_BE_BRACKETED = late(r"\s*[(\[（［]")
_IN_BRACKETS = r"[(（][^()（）\n]{1,20}[)）]\s?[:：]"
_MAY_BE_NAMED = late(
    rf"\s*+(?:[(\[（［]|[^()\[\]（）［］:：]{{1,{_LONGEST + 1}}}+"
    rf"\s*+(?:[)）:：]|\[(?:\d|오)|\Z|{_IN_BRACKETS}))"
)
_MAY_BE_DAYTIME = late(r"[^:\n]{2,30}:[0-5]\d[ \t]*(?:\n|$)")
_MAY_BE_MARKED = late(
    rf"\s*+(?:[(\[]\d|[^()\[\]（）［］:：]{{1,{_LONGEST + 1}}}+\s*+(?:[)）:：]|{_IN_BRACKETS}))"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a line: the name as the roster has it, as written, and what is said."""

    name: str
    written: str
    rest: str


def speaker(line: str, roster: Roster) -> Speaker | None:
    """Who says a line that begins with `몽룡님 :`, `(몽룡)`, `몽룡)` or `몽룡 - `, or is only `몽룡님`.

    Somebody who is not on the roster needs 님 or 씨; a single letter or number is never a person.
    """
    if not _may_speak(line):
        return None
    for form in _forms():
        match = form.pattern.match(line) if form.may_be(line) else None
        if match and form.is_person(match["name"], roster):
            return _speaker(match, roster)
    return None


def is_stamped(text: str) -> bool:
    """Whether a text begins as the messages of a chat that was copied do, with a name and a minute."""
    return any(form.match(text) for form in (*STAMPED, _STAMPED_BELOW, *_STAMPED_BY_DAY))


def is_stamp(line: str, roster: Roster) -> bool:
    """Whether a line only says who speaks and when: what is said stands below."""
    if ":" not in line:
        return False
    match = STAMPED[1].fullmatch(line)
    if match is None:
        match = _STAMPED_BELOW.fullmatch(line) or _STAMPED_BY_DAY[1].fullmatch(line)
        return match is not None and _is_known(match["name"], roster)
    return is_speaker_name(match["name"], roster)


def signed_by(text: str, roster: Roster) -> str | None:
    """Whose name stands behind a text: `… (춘향)`, `… - 몽룡님`; None where it is nobody's."""
    return unsigned(text, roster)[1]


def unsigned(text: str, roster: Roster) -> tuple[str, str | None]:
    """A text without the name that stands behind it, and whose name that is."""
    tagged = _TAGGED.search(text)
    if tagged:
        return text[: tagged.start()], roster.canonical(tagged["name"])
    before, end = text[:-_LONGEST], text[-_LONGEST:]
    match = _SIGNED.search(end)
    name = (match["bracketed"] or match["dashed"] or match["bare"]) if match else None
    if match is None or not name:
        return text, None
    if match["bracketed"]:
        # `(춘향, 12분)`: where in the lecture, too; and of somebody known anything more.
        more = _AND_MORE.sub("", name)
        name = more if _is_known(more, roster) else _AND_A_PLACE.sub("", name)
    if not is_speaker_name(name, roster):
        return text, None
    if match["bare"] and not _is_known(name, roster):
        return text, None
    return before + end[: match.start()], roster.canonical(name)


def named_in(mark: str, roster: Roster) -> str | None:
    """Whose question or answer a mark says it is: `춘향님 답변 :`."""
    match = _OWNED.match(mark)
    return roster.canonical(match["name"]) if match and is_speaker_name(match["name"], roster) else None


def is_speaker_name(name: str, roster: Roster) -> bool:
    """Whether a name in front of a line says who speaks: somebody known, or what can only be a name."""
    return _is_known(name, roster) or (is_surely_person(name) and not _ONE_SIGN.fullmatch(name))


def _speaker(match: re.Match[str], roster: Roster) -> Speaker:
    return Speaker(
        roster.canonical(match["name"]), match[0].strip().replace("\n", " "), match.string[match.end() :]
    )


def _is_known(name: str, roster: Roster) -> bool:
    return bool(roster.resolve(name).candidates) and not _ONE_SIGN.fullmatch(name)


def _is_unknown(name: str, roster: Roster) -> bool:
    return is_surely_person(name)


class _Form(NamedTuple):
    """A way of naming who speaks: how a line looks that may have it, the pattern, and who it may name."""

    may_be: Callable[[str], object]
    pattern: re.Pattern[str]
    is_person: Callable[[str, Roster], bool]


def _may_speak(line: str) -> bool:
    """One look for all forms, because most lines have none of them."""
    return _MAY_BE_NAMED.match(line) is not None or _has_dash(line)


def _has_dash(line: str) -> bool:
    return "-" in line or "–" in line or "—" in line


def _has_two_brackets(line: str) -> bool:
    return "] [" in line or "][" in line


def _may_be_by_day(line: str) -> bool:
    return ":" in line and _MAY_BE_DAYTIME.match(line) is not None


def _is_short(line: str) -> bool:
    return len(line.strip()) <= _LONGEST + 1


@cache
def _forms() -> tuple[_Form, ...]:
    # Made when somebody may speak: whoever only looks for names needs none of them.
    return (
        _Form(_MAY_BE_BRACKETED.match, STAMPED[0].pattern, is_speaker_name),
        _Form(STAMPED[1].may_be_in, STAMPED[1].pattern, is_speaker_name),
        _Form(_STAMPED_BELOW.may_be_in, _STAMPED_BELOW.pattern, _is_known),
        _Form(_has_two_brackets, _STAMPED_BY_DAY[0].pattern, _is_known),
        _Form(_may_be_by_day, _STAMPED_BY_DAY[1].pattern, _is_known),
        _Form(_MAY_BE_BRACKETED.match, _BRACKETED, is_speaker_name),
        _Form(_BRACKETED_BY.may_be_in, _BRACKETED_BY.pattern, _is_known),
        _Form(_MAY_BE_MARKED.match, _MARKED, is_speaker_name),
        _Form(_has_dash, _DASHED, _is_known),
        _Form(_is_short, _ALONE, _is_unknown),
    )
