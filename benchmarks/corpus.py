"""A notebook of any size, the same for the same seed: what teams write, in Korean and English."""

import random
from datetime import date, timedelta
from pathlib import Path

from studylog.core.i18n import say, translate

START = date(2026, 1, 5)
# How many meetings a course lasts, and its lectures.
MEETINGS, LECTURES = 60, 12
TEAM = ("홍길동", "성춘향", "이몽룡", "임꺽정", "황진이")
GIVEN = ("길동", "춘향", "몽룡", "꺽정", "진이")
COURSES = ("수리 기초", "딥러닝 실습", "자연어 처리", "컴퓨터 비전", "강화 학습")
TERMS = (
    *("어텐션", "배치 정규화", "드롭아웃", "합성곱", "경사 하강법", "손실 함수", "임베딩", "풀링"),
    *("교차 검증", "활성화 함수", "가중치 감쇠", "학습률", "역전파", "토큰", "사전 학습", "미세 조정"),
    *("attention", "batch norm", "dropout", "convolution", "gradient descent", "cross entropy", "pooling"),
    *("beam search", "weight decay", "learning rate", "transfer learning", "fine-tuning"),
)
KOREAN = (
    "{a}에서 값이 커지면 {b}도 따라 커지는데, 실습에서 확인한 결과와 맞았습니다.",
    "교수님이 {a}의 예를 들면서 {b:과/와} 비교하신 부분을 다시 들어 보기로 했습니다.",
    "처음에는 {a}만 바꾸어 보았고, 그다음에 {b:을/를} 함께 바꾸니 차이가 분명해졌습니다.",
    "같은 데이터라도 {a:을/를} 먼저 적용하면 {b}의 효과가 줄어드는 것을 그래프로 보았습니다.",
    "배치 크기를 절반으로 줄이자 {a}의 분산이 커졌고, 그래서 {b:을/를} 조금 낮추었습니다.",
    "논문에서는 {a:이라고/라고} 부르지만 강의 자료에는 {b:이라고/라고} 적혀 있어서 처음에 헷갈렸습니다.",
    "결국 {a:은/는} 차원을 맞추는 일이고 {b:은/는} 정보를 섞는 일이라고 정리했습니다.",
)
ENGLISH = (
    "Once {a} was switched off the curve flattened, which is what the lecture said about {b}.",
    "We ran it twice with the same seed, and only {b} made a difference that one could see.",
    "The slides call it {a}, the paper calls it something else, and both mean {b} in the end.",
    "It helps to draw the shapes first: {a} keeps the length, {b} mixes the channels.",
    "Nobody could reproduce the figure for {a} until we noticed that {b} was frozen.",
)
# Pages and minutes, because two meetings seldom ask the very same.
ASKED = (
    "교재 {page}쪽의 {a}에서 왜 {b:을/를} 나누어 주나요?",
    "{page}번 슬라이드처럼 {a} 다음에 {b:이/가} 오는 순서를 바꾸면 어떻게 되나요?",
    "{minute}분쯤에 나온 {a} 식에서 {b:이/가} 든 항은 무엇을 뜻하나요?",
    "실습 {page}번에서 {a:을/를} 빼고 {b}만 쓰면 결과가 달라지나요?",
    "On page {page}, why does {a} need {b} before the last layer?",
    "What happens to {a} in exercise {page} when {b} is zero?",
)
FORMULAS = (
    r"\mathrm{softmax}(Q_{N}K_{N}^\top / \sqrt{d_k})V_{N}",
    r"\frac{\partial L_{N}}{\partial w} = \sum_{i=1}^{N} (\hat{y}_i - y_i) x_i",
    r"H(p, q_{N}) = -\sum_{x=1}^{N} p(x) \log q_{N}(x)",
    r"\theta_{N} = \theta_t - \eta \nabla_\theta J(\theta_t)",
    r"\hat{x}_{N} = \frac{x_{N} - \mu}{\sqrt{\sigma^2 + \epsilon}}",
)
CODE = (
    "def attention(q, k, v):\n    scores = q @ k.T / q.shape[-1] ** 0.5\n    return softmax(scores) @ v",
    "for batch in loader:\n    loss = model(batch).loss\n    loss.backward()\n    optimizer.step()",
    "class Block(Module):\n    def forward(self, x):\n        return x + self.layers(self.norm(x))",
)
PAPERS = ("Deep Rivers", "Small Mirrors", "Quiet Networks", "Wide Bridges", "Slow Gradients", "Long Windows")


def generate(root: Path, notes: int, seed: int = 812) -> None:
    """Writes a notebook with this many meetings, one a day, into a folder that may be empty or not there."""
    (root / "notes").mkdir(parents=True, exist_ok=True)
    (root / "studylog.yaml").write_text(_settings(notes), encoding="utf-8")
    for number in range(notes):
        day = START + timedelta(days=number)
        note = _Note(random.Random(f"{seed}/{number}"), number, day)
        folder = root / "notes" / f"{day:%Y}"
        folder.mkdir(exist_ok=True)
        (folder / f"{day}.md").write_text(note.text(), encoding="utf-8")


def _settings(notes: int) -> str:
    """The team, and the courses one after the other."""
    courses = []
    for number in range(-(-notes // MEETINGS)):
        first = START + timedelta(days=number * MEETINGS)
        name = f"{COURSES[number % len(COURSES)]} {1 + number // len(COURSES)}"
        courses.append(f"  - {{name: {name}, from: {first}, to: {first + timedelta(days=MEETINGS - 1)}}}\n")
    roster = "".join(f"  - {{name: {name}}}\n" for name in TEAM)
    return f"name: 재어 보는 스터디\nstart: {START}\nroster:\n{roster}courses:\n{''.join(courses)}"


class _Note:
    def __init__(self, chance: random.Random, number: int, day: date) -> None:
        self.chance, self.number, self.day = chance, number, day

    def text(self) -> str:
        parts = [self._header(), "## 학습 내용 공유", "### 1. 강의 내용 중 질문하기", *self._lectures()]
        parts += [self._table(), self._code(), self._paper(), self._plans()]
        return "\n\n".join(parts) + "\n"

    def _said(self, sentences: tuple[str, ...]) -> str:
        a, b = self.chance.sample(TERMS, 2)
        minute, page = self.chance.randint(2, 58), self.chance.randint(2, 400)
        return translate(say(self.chance.choice(sentences), a=a, b=b, minute=minute, page=page), "ko")

    def _paragraph(self, sentences: int = 4) -> str:
        kind = KOREAN if self.chance.random() < 0.7 else ENGLISH
        return " ".join(self._said(kind) for _ in range(sentences))

    def _header(self) -> str:
        weekday = "월화수목금토일"[self.day.weekday()]
        return (
            f"---\ntitle: {self.day.month}/{self.day.day}({weekday}) 회의록\ndate: {self.day}\ntype: daily\n"
            f"author: {TEAM[self.number % len(TEAM)]}\nattendees: [{', '.join(TEAM)}]\n"
            f"tags: [{', '.join(self.chance.sample(TERMS, 2))}]\ncreated: {self.day}T18:00+09:00\n---"
        )

    def _lectures(self) -> list[str]:
        """Two lectures with two questions each, the second the one that follows in the course."""
        first = self.number % MEETINGS * LECTURES // MEETINGS
        aside = [f"식으로는 ${self._formula()}$ 입니다.", f"$$\n{self._formula()}\n$$"]
        return [
            part
            for number, formula in zip((first, (first + 1) % LECTURES), aside, strict=True)
            for part in (
                f"#### {number + 1}강",
                self._paragraph(5),
                formula,
                self._question("Q1."),
                self._question("Q2.", left_open=0.3),
            )
        ]

    def _formula(self) -> str:
        return self.chance.choice(FORMULAS).replace("{N}", f"{{{self.chance.randint(2, 400)}}}")

    def _question(self, mark: str, left_open: float = 0.0) -> str:
        """A question with its answer: one that is signed, a guess, or what stands below; a few have none."""
        asked = f"{mark} {self._said(ASKED)}"
        if self.chance.random() < left_open:
            return asked
        kinds = (
            f"A. ({self.chance.choice(GIVEN)}) {self._paragraph()}",
            f"추측입니다만 {self._said(KOREAN)}\n\n{self._paragraph(3)}",
            f"\n{self._paragraph()}",
        )
        return f"{asked}\n{self.chance.choices(kinds, (3, 1, 1))[0]}"

    def _table(self) -> str:
        rows = [
            f"| {self._term()} | {self.chance.random():.3f} | {self.chance.randint(1, 99)} |"
            for _ in range(5)
        ]
        return "\n".join(["### 2. 실험 기록", "", "| 설정 | 정확도 | 시간 |", "|---|---:|---:|", *rows])

    def _code(self) -> str:
        # One number of its own: no two blocks of a large notebook are quite alike.
        return f"```python\n{self.chance.choice(CODE)}\nprint({self.number})\n```\n\n{self._paragraph()}"

    def _paper(self) -> str:
        # Two numbers at the end of a title would only be two sizes of one paper.
        title = f"{self.chance.choice(PAPERS)} with {2 + self.number // 5} Layers"
        before = START + timedelta(days=max(0, self.number - 1))
        return (
            f"### 3. 논문 리뷰\n\n#### (1) {title}\n\n발표자: {self.chance.choice(TEAM)}\n"
            f"발표자료: [slides](https://slides.example/{self.number}.pdf)\n\n{self._paragraph()}\n\n"
            f"$$\n{self._formula()}\n$$\n\n"
            f"지난 회의는 [[{before}]], 참고한 글은 <https://reading.example/{self.number}>입니다."
        )

    def _plans(self) -> str:
        who = self.chance.choice(GIVEN)
        return (
            f"### 4. 다음 시간까지\n\n- [ ] {who}님이 {self._term()} 자료를 내일 공유\n- [x] 실습 코드 정리"
        )

    def _term(self) -> str:
        return self.chance.choice(TERMS)
