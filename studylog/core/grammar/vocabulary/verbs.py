"""Verbs of doing something to a thing, as data: before 기 and 겠, and with the ㄹ of 올릴게요."""

from studylog.core.hangul import final, with_final

STEMS = (
    "올리|고치|만들|보내|채우|옮기|바꾸|넣|빼|맡|쓰|남기|적|돌리|짜|합치|붙이|맞추|늘리|줄이|높이|낮추|끝내|그리|지우|고르"
    "|뽑|모으|묶|내"
)
"""The stems, one beside the other in a pattern."""


def _to_come(stem: str) -> str:
    """A stem with its ㄹ: 올릴, 만들, 넣을."""
    match final(stem[-1]):
        case "":
            return f"{stem[:-1]}{with_final(stem[-1], 'ㄹ')}"
        case "ㄹ":
            return stem
        case _:
            return f"{stem}을"


TO_COME = "|".join(map(_to_come, STEMS.split("|")))
"""The same with their ㄹ, as what is to come has them: `올릴|고칠`."""
