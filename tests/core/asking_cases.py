"""Notes with questions in every kind of place, and answers as people, and others, write them."""

from datetime import date

from hypothesis import strategies as st

from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Course, LectureSetting, Settings

PATH = "notes/2021/2021-08-12-daily.md"
ID = "q-k3f9a2bc"
SETTINGS = Settings(
    roster=Roster((Person("홍길동"), Person("성춘향"), Person("이몽룡", aliases=("mong",)))),
    courses=(
        Course("AI Math", date(2021, 8, 2), date(2021, 8, 8)),
        Course("DL Basic", date(2021, 8, 9), lectures=(LectureSetting(8, "Transformer"),)),
    ),
)
HEADER = "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\ntype: daily\n---\n\n"
AROUND = """## 학습 내용 공유

### 1. 강의 내용 중 질문하기

#### 7강

Q. 앞의 질문인가요?

⇒ 앞의 답입니다.

{}
{}

### 2. 논문 리뷰

#### (1) Xception

발표자: 이몽룡

[자료](https://slides.example/x.pdf)
"""
NEXT = ("Q. 뒤의 질문인가요?\n\nA. 뒤의 답입니다.", "#### 8강\n\nQ) 뒤의 질문인가요?", "")
# Where a question can stand; what is behind the line that has it belongs to it.
PLACES = {
    "paragraph": "Q. 왜 그런가요? ^q-k3f9a2bc",
    "paragraph, not pinned": "Q. 왜 그런가요?",
    "bold": "**Q. 왜 그런가요?**",
    "bullet": "- Q. 왜 그런가요? ^q-k3f9a2bc\n- 다른 얘기",
    "numbered": "1. Q. 왜 그런가요? ^q-k3f9a2bc",
    "task": "* [ ] Q. 왜 그런가요? ^q-k3f9a2bc",
    "nested bullet": "- 둘레\n  - Q. 왜 그런가요? ^q-k3f9a2bc\n    - 덧붙임",
    "quote": "> Q. 왜 그런가요? ^q-k3f9a2bc",
    "quoted bullet": "> - Q. 왜 그런가요? ^q-k3f9a2bc\n> - 다른 얘기",
    "heading": "#### Q. 왜 그런가요? ^q-k3f9a2bc",
    "closed heading": "##### Q. 왜 그런가요? #####",
    "heading of two lines": "Q. 왜 그런가요?\n----------",
    "summary": "<details>\n<summary>Q. 왜 그런가요?</summary>\n\n</details>",
    "two paragraphs": "Q. 왜 그런지 모르겠는데,\n\n나누는 까닭이 무엇인가요?",
    "two lines": "Q. 왜 그런지\n모르겠습니다. 까닭이 무엇인가요?",
    "with code": "Q. 왜 그런가요?\n\n```python\nprint(1)\n```",
}
# What has been answered before, for questions in paragraphs.
EARLIER = {
    "nothing": "",
    "an answer": "\n\nA. (춘향) 나누기 때문입니다.",
    "an answer on the next line": "\nA. (춘향) 나누기 때문입니다.",
    "a bare answer": "\n\n나누기 때문입니다.",
    "a guess": "\n\n추측입니다만 나누기 때문입니다.",
    "a follow-up": "\n\nA. 나누기 때문입니다.\n\n그럼 왜 나누나요?",
    "a picture": "\n\n![그림](a.png)",
    "a list": "\n\nA. 둘입니다.\n\n- 하나\n- 둘",
    "code": "\n\nA. 이렇게요.\n\n```\nQ. 코드\n```",
    "an addition": "\n\nA. 나누기 때문입니다.\n(+) 그리고 더합니다.",
}
USUAL = (
    "이전 시점까지의 출력입니다.",
    "아마 나누어서 그런 것 같아요.",
    "$\\sqrt{d_k}$로 나누지 않으면 커집니다.",
    "첫 문단입니다.\n\n둘째 문단입니다.",
    "두 가지입니다.\n\n- 하나는 `softmax`\n- 둘은 [자료](https://docs.example/a)",
    "이렇게 씁니다.\n\n```python\nQ. = 1\n```",
    "$$\n\\frac{a}{b}\n$$",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "![그림](images/a.png)",
)
HOSTILE = (
    "Q. 이것도 질문인가요?",
    "먼저 답하고\n\nQ. 이것도 질문인가요?\n\nA. 저것도 답인가요?",
    "먼저 답하고\nQ1) 줄만 바꿔도 되나요?",
    "## 1. 강의 내용 중 질문하기\n\n제목이 답에 있습니다",
    "# 7강\n\n내용",
    "결론\n---\n나머지",
    "7강\n\n9강",
    "답\n\n8강 강의/퀴즈\n\n끝",
    "### 2. 논문 리뷰\n\n#### (1) VGG\n\n발표자: 성춘향",
    "1. 하나\nQ. 왜?\n$$\n## 2. 논문 리뷰\n$$",
    "```\n닫지 않은 코드",
    "~~~~\n```\n닫지 않은 코드",
    "- ```\n  목록 안의 코드",
    "답\n\n---\n\n또 답",
    "<!-- 닫지 않은 주석",
    "답 <!-- 주석 --> 끝",
    "<details><summary>Q. 접힌 질문?</summary>\n\n안",
    "<script>\n닫지 않은",
    "$$\n닫지 않은 수식",
    "- 하나\n  - 둘\n    - Q. 셋인가요?\n      - A. 넷",
    "> Q. 인용 안의 질문?\n> A. 인용 안의 답",
    "> 인용\nQ. 왜?\n\\\n![a](b.png)",
    "답 ^q-k3f9a2bd closed: 끝",
    "^q-k3f9a2bc closed: 끝",
    "내일 같이 얘기해보자",
    "답입니다. 내일 더 알아올게요.",
    "춘향님: 제가 볼 때는\n몽룡님: 저는 달라요",
    "발표자료: https://slides.example/y.pdf",
    "[왜]: https://a.example/\n\n[왜]",
    "[^1]: 각주\n\n글[^1]",
    "확인: 맞아요\n\n멘토님: 네",
    "끝에 빗금 \\\n이어서",
    "    들여 쓴 줄",
    "1. 하나\n2. 둘\n\n2-1. 셋",
    "|---|\nQ. 표",
    "DL Basic",
    "이몽룡",
    "그럼 왜 그런가요??",
    "왜요? A. 그래서요.",
    "정말요? → 네",
    "🙋 왜요?\n💡 그래서요",
    "문: 왜?\n답: 그래서",
    "Q - why?\nA - because",
    "[!question] 왜?\n그래서",
    "질문:\n- 왜?\n- 언제?",
    "세 번째 줄?\n아니요",
)
_LINES = st.sampled_from(
    [
        *(
            "",
            "답입니다",
            "Q. 왜?",
            "A. 그래서",
            "- Q. 왜?",
            "## 2. 논문 리뷰",
            "#### 7강",
            "7강",
            "---",
            "===",
            "> 인용",
        ),
        *(
            "```",
            "~~~",
            "$$",
            "<!--",
            "-->",
            "<details>",
            "</details>",
            "    코드",
            "1. 하나",
            "  - 둘",
            "이몽룡",
        ),
        *(
            "춘향님: 네",
            "| a |",
            "|---|",
            "[a]: b",
            "^q-k3f9a2bd",
            "(+) 더",
            "확인: 네",
            "![a](b.png)",
            "\\",
            "<summary>Q. 왜?",
        ),
    ]
)
answers = st.one_of(
    st.sampled_from([*USUAL, *HOSTILE]),
    st.lists(_LINES, min_size=1, max_size=7).map("\n".join),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60),
)


def note(place: str, earlier: str = "nothing", after: int = 0) -> str:
    """A note with a question in a place, answered before, and followed by something."""
    return HEADER + AROUND.format(PLACES[place] + EARLIER[earlier], "\n" + NEXT[after] if NEXT[after] else "")
