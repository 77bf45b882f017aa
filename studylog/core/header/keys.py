"""The keys of a header in the languages of the teams, and the types of notes, as data."""

from collections.abc import Mapping
from functools import lru_cache

from studylog.core.i18n import Language
from studylog.core.text import fold, nfc

# What each field of a header may be called; a new name for a field belongs here. Case, spaces, signs and
# pictures around a name do not matter.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "제목"),
    "date": (
        *("date", "날짜", "회의 일시", "회의 날짜", "회의일", "일시", "일자", "meeting date"),
        *("모임일", "모임 일시", "모임 날짜", "스터디 일시", "스터디 날짜"),
    ),
    "type": ("type", "회의 유형", "유형", "회의 종류", "meeting type"),
    "course": ("course", "과목"),
    "author": ("author", "작성자", "서기", "기록자", "written by", "scribe", "note taker"),
    "attendees": (
        "attendees",
        "참석자",
        "참가자",
        "참여자",
        "출석자",
        "참석",
        "출석",
        "참여",
        "참가",
        "참석 인원",
        "온 사람",
        "participants",
        "present",
        "members",
        "who",
    ),
    "absent": ("absent", "불참", "불참자", "결석", "결석자"),
    "moderator": ("moderator", "모더레이터", "진행자", "사회자", "facilitator"),
    "lectures": ("lectures", "lecture", "강의"),
    "created": ("created", "작성일시", "작성일", "created at"),
    "updated": ("updated", "최종 편집일시", "수정일시", "최종 수정일시", "last updated"),
    "tags": ("tags", "태그"),
    "publish": ("publish", "public", "공개", "공개 여부"),
    "private": ("private", "비공개", "비공개 여부"),
    "draft": ("draft", "초안"),
}

PEOPLE = ("author", "moderator", "attendees", "absent")
"""The fields that name people."""

BESIDE: Mapping[str, str] = {"absent": "attendees", "attendees": "absent"}
"""The field that a new one stands below, where a header has it: who is absent, below who is there."""

# A type of note: what it is called in Korean and in English, then other names for it.
TYPES: Mapping[str, tuple[str, ...]] = {
    "daily": ("일일 회의", "Daily meeting", "일일", "데일리", "데일리 스크럼"),
    "paper": ("논문 리뷰", "Paper review", "논문", "리뷰"),
    "mentoring": ("멘토링", "Mentoring"),
    "retro": ("회고", "Retrospective", "retro"),
    "project": ("프로젝트 회의", "Project meeting", "프로젝트"),
    "topic": ("주제", "Topic", "개념"),
    "resource": ("자료", "Resource", "링크"),
}

_FIELDS = {fold(name): field for field, names in KEYS.items() for name in names}


def _without_meeting(name: str) -> str:
    folded = fold(name)
    return folded.removesuffix("회의").removesuffix("meeting") or folded


_TYPES = {_without_meeting(name): kind for kind, names in TYPES.items() for name in (kind, *names)}


@lru_cache(maxsize=1024)
def field_of(written: str) -> str | None:
    """The field that a key names in either language, or None for a key of the team's own."""
    return _FIELDS.get(fold(written))


def note_type(written: str) -> str:
    """The type's id (일일 회의 is `daily`); a type that is not built in stays as written."""
    return _TYPES.get(_without_meeting(written), nfc(written).strip())


def type_title(type_id: str, language: Language) -> str:
    """What a type is called; a type that is not built in is called as it is written."""
    names = TYPES.get(type_id)
    return names[0 if language == "ko" else 1] if names else type_id
