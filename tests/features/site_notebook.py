"""A notebook with a bit of everything that pages show."""

from datetime import date
from pathlib import Path

from studylog.features.build import BuildReport, build
from studylog.store.index.opening import opened
from studylog.store.notebook import find

TODAY = date(2021, 8, 13)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000030806000000b9eade81"
    "0000000d49444154789c63f8cfc0f01f0005000201e2f9a9f50000000049454e44ae426082"
)
FILES = {
    "studylog.yaml": """\
name: 우리 스터디
language: {language}
start: 2021-08-02
roster: [홍길동, 성춘향, 이몽룡]
courses:
  - {{name: AI Math, from: 2021-08-02, to: 2021-08-08}}
  - {{name: DL Basic, from: 2021-08-09, lectures: {{8: {{title: Transformer, video: "https://youtu.be/abc"}}}}}}
""",
    "notes/2021-08-11.md": """\
---
title: 8/11(수) 회의록
date: 2021-08-11
type: daily
author: 홍길동
attendees: [홍길동, 성춘향]
absent: [이몽룡]
created: 2021-08-06T18:00
tags: [어텐션]
---
## 학습 내용 공유

#### 8강 Further Questions

Q1. 24:37 $W^Q$는 어디에서 오나요? ^q-k3f9a2bc
A. (춘향) 입력에 곱해서 얻습니다. 자세한 것은 [용어집](용어집.md#어텐션)과 [[용어집]]에 있습니다.

$$\\sum_{{i=1}}^n x_i$$

Q2. 헤드를 나누는 차원은 어느 것인가요?
A. 추측입니다만 임베딩 차원입니다.[^1]

Q3. `batch_first=True`이면 입력 축의 순서는 어떻게 되나요?

[^1]: 논문 3쪽

## 논문 리뷰

### (1) Xception

발표자: 이몽룡
발표자료: [slides](../slides/Xception_이몽룡.pdf)

| 모델 | 정확도 |
|:--|--:|
| Xception | 79.0 |

```python
def f(x):  # 주석
    return "값"
```

![한 점](images/point.png)

- [x] 슬라이드를 내일까지 올리기 @몽룡
- [ ] 옵티마이저 비교를 다음 주까지 정리하기 @춘향

## 빈 칸

""",
    "notes/2021-08-12.md": """\
---
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
author: 성춘향
attendees: [홍길동, 성춘향, 이몽룡]
---
## 8강 Transformer

Q. 9분 쯤 위치 인코딩은 왜 더하나요?
확인: 멘토님이 순서를 알려 주기 위해서라고 하셨습니다.

## 논문 리뷰 계획

- EfficientNet (2019) → 리뷰 → 성춘향(8/20 금)

<https://arxiv.org/abs/1706.03762>
""",
    "notes/2021-08-05.md": """\
---
date: 2021-08-05
type: mentoring
---
## 3강 기저

Q. 기저는 왜 직교해야 하나요?
""",
    "notes/용어집.md": "# 용어집\n\n## 어텐션\n\n주목하는 것.\n",
    # No PDF, so that no process has to be started for it: what is drawn has tests of its own.
    "slides/Xception_이몽룡.pdf": "slides",
}


def make(root: Path, language: str = "ko") -> Path:
    """Writes the notebook."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(language=language), "utf-8")
    (root / "notes/images").mkdir(exist_ok=True)
    (root / "notes/images/point.png").write_bytes(PIXEL)
    return root


def build_site(root: Path, output: Path, today: date = TODAY, *, search: bool = True) -> BuildReport:
    """Builds the site of the notebook."""
    notebook = find(root)
    with opened(notebook, files=True, search=search, hold=True) as index:
        return build(notebook, index, output, today, search=search)


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder by name."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
