"""Words by which people ask that a note stays among themselves, beside those that a header has for it."""

from functools import lru_cache

from studylog.core.header.values import NO, YES
from studylog.core.late import late
from studylog.core.text import fold

# As they are when folded. Each of these says alone that something is not for everybody.
_AT_HOME = frozenset(
    (
        *("private", "confidential", "internal", "internalonly", "teamonly", "membersonly", "onlyme"),
        *("donotpublish", "unpublished", "notpublic", "draft", "drafts"),
        *("비공개", "미공개", "대외비", "초안", "내부용", "내부공유용", "팀내부", "팀내부용", "팀원전용"),
        *("사내용", "공개금지", "외부공개금지", "공유금지", "외부공유금지", "나만보기", "프라이빗"),
    )
)
# Of these, texts also speak otherwise (`접근 제어자: private`), unless their key is about a note.
_COMMON = frozenset(("private", "internal", "draft", "drafts", "초안"))
_NO = frozenset((*NO, "n", "x", "0", "아니", "아님", "금지", "불가", "안함"))
_YES = frozenset((*YES, "y", "o", "1"))
_SOME = frozenset(
    ("team", "members", "me", "팀", "팀만", "팀원", "팀원만", "멤버", "멤버만", "나", "나만", "본인")
)
# Parts of keys: of those that ask with whatever they say but no, with a yes, and with a no or for whom.
_CLOSED = ("privat", "confidential", "비공개", "미공개", "대외비", "프라이빗")
_HIDDEN = ("hidden", "secret", "internal", "unlisted", "draft", "초안", "내부", "비밀")
_OPEN = ("public", "publish", "visib", "access", "audience", "share", "공개", "공유", "열람")
_OF_NOTES = (
    *(*_CLOSED, *_HIDDEN, "publish", "visib", "audience", "share", "공개", "공유", "열람"),
    *("status", "type", "categor", "tag", "label", "scope", "note", "page"),
    *(
        "상태",
        "종류",
        "유형",
        "구분",
        "분류",
        "태그",
        "라벨",
        "범위",
        "보안",
        "등급",
        "문서",
        "노트",
        "회의록",
    ),
)
_STEMS = (*_CLOSED, *_HIDDEN, *_OPEN, "only", "팀", "사내", "나만", "금지")
_BRACKETS = late(r"[\[(（【〔「](?P<word>[^\[\](（）)【】〔〕「」\n]{1,20})[\])）】〕」]")
_NEAR = 0.8


def may_ask(text: str) -> bool:
    """Whether any such word can be in a text, which is seen much faster than a wish."""
    folded = text.casefold()
    return any(stem in folded for stem in _STEMS)


@lru_cache(maxsize=1024)
def is_wish(words: str) -> bool:
    """Whether words say that something is not for everybody: `비공개`, `Team only`."""
    return fold(words) in _AT_HOME


def in_brackets(title: str) -> str | None:
    """What a title says in brackets of who may see it, as written: `[비공개] 9/10 멘토링`."""
    return next((found[0] for found in _BRACKETS.finditer(title) if is_wish(found["word"])), None)


@lru_cache(maxsize=1024)
def asks(key: str, value: str) -> bool:
    """Whether a key that is none of a header asks for privacy: `대외비: 예`, `status: draft`, `share: no`."""
    name, said = fold(key), fold(value)
    if said in _AT_HOME:
        return True
    if any(stem in name for stem in _CLOSED):
        return bool(value.strip()) and said not in _NO
    if said in _YES:
        return any(stem in name for stem in _HIDDEN) or _is_near(name, ("private", "draft"))
    if said in _NO:
        return any(stem in name for stem in _OPEN) or _is_near(name, ("publish",))
    return said in _SOME and any(stem in name for stem in _OPEN)


def asks_in_text(key: str, value: str) -> bool:
    """Whether a line of a text asks for it; the heads `Public | Private` of two columns do not."""
    name = fold(key)
    about = name == "access" or any(stem in name for stem in _OF_NOTES)
    return asks(key, value) and (about or fold(value) not in _COMMON)


def is_word(value: str) -> bool:
    """Whether a value says yes, no or for whom, and nothing else."""
    said = fold(value)
    return any(said in words for words in (_AT_HOME, _YES, _NO, _SOME))


def _is_near(name: str, keys: tuple[str, ...]) -> bool:
    """Whether a key is one of these, typed in a hurry."""
    from difflib import get_close_matches

    return bool(get_close_matches(name, keys, 1, _NEAR))
