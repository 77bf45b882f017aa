"""A notebook of any size, the same for the same seed: what teams write, in Korean and English."""

import random
from datetime import date, timedelta
from pathlib import Path

from studylog.core.i18n import say, translate

START = date(2026, 1, 5)
TEAM = ("홍길동", "성춘향", "이몽룡", "임꺽정", "황진이")
GIVEN = ("길동", "춘향", "몽룡", "꺽정", "진이")
COURSES = ("수리 기초", "딥러닝 실습")
TERMS = (
    *(
        "어텐션",
        "배치 정규화",
        "드롭아웃",
        "합성곱",
        "경사 하강법",
        "손실 함수",
        "임베딩",
        "잔차 연결",
        "풀링",
    ),
    *("attention", "batch norm", "dropout", "convolution", "gradient descent", "cross entropy", "pooling"),
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
ASKED = (
    "{a}에서 왜 {b:을/를} 나누어 주나요?",
    "{a} 다음에 {b:이/가} 오는 순서를 바꾸면 어떻게 되나요?",
    "{n}분쯤에 나온 {a} 식에서 두 번째 항은 무엇을 뜻하나요?",
    "Why does {a} need {b} before the last layer?",
    "What happens to {a} when {b} is zero?",
)
FORMULAS = (
    r"\mathrm{softmax}(QK^\top / \sqrt{d_k})V",
    r"\frac{\partial L}{\partial w} = \sum_{i=1}^{n} (\hat{y}_i - y_i) x_i",
    r"H(p, q) = -\sum_x p(x) \log q(x)",
    r"\theta_{t+1} = \theta_t - \eta \nabla_\theta J(\theta_t)",
    r"\hat{x} = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}",
)
CODE = (
    "def attention(q, k, v):\n    scores = q @ k.T / q.shape[-1] ** 0.5\n    return softmax(scores) @ v",
    "for batch in loader:\n    loss = model(batch).loss\n    loss.backward()\n    optimizer.step()",
    "class Block(Module):\n    def forward(self, x):\n        return x + self.layers(self.norm(x))",
)
PAPERS = ("Deep Rivers", "Small Mirrors", "Quiet Networks", "Wide Bridges", "Slow Gradients", "Long Windows")


def generate(root: Path, notes: int, seed: int = 812) -> None:
    """Writes a notebook with this many meetings into a folder that may be empty or not there."""
    (root / "notes").mkdir(parents=True, exist_ok=True)
    (root / "studylog.yaml").write_text(_settings(notes), encoding="utf-8")
    for number in range(notes):
        day = START + timedelta(days=number)
        note = _Note(random.Random(f"{seed}/{number}"), number, day)
        folder = root / "notes" / f"{day:%Y}"
        folder.mkdir(exist_ok=True)
        (folder / f"{day}.md").write_text(note.text(), encoding="utf-8")


def _settings(notes: int) -> str:
    middle, last = START + timedelta(days=notes // 2), START + timedelta(days=notes)
    return (
        f"name: 재어 보는 스터디\nstart: {START}\nroster:\n"
        + "".join(f"  - {{name: {name}}}\n" for name in TEAM)
        + f"courses:\n  - {{name: {COURSES[0]}, from: {START}, to: {middle}}}\n"
        + f"  - {{name: {COURSES[1]}, from: {middle + timedelta(days=1)}, to: {last}}}\n"
    )


class _Note:
    def __init__(self, chance: random.Random, number: int, day: date) -> None:
        self.chance, self.number, self.day = chance, number, day

    def text(self) -> str:
        parts = [self._header(), "## 학습 내용 공유", "### 1. 강의 내용 중 질문하기"]
        parts += [self._lecture(), self._lecture(), self._table(), self._code(), self._paper(), self._plans()]
        return "\n\n".join(parts) + "\n"

    def _said(self, sentences: tuple[str, ...]) -> str:
        a, b = self.chance.sample(TERMS, 2)
        minute = self.chance.randint(2, 58)
        return translate(say(self.chance.choice(sentences), a=a, b=b, n=minute), "ko")

    def _paragraph(self) -> str:
        sentences = KOREAN if self.chance.random() < 0.7 else ENGLISH
        return " ".join(self._said(sentences) for _ in range(self.chance.randint(2, 4)))

    def _header(self) -> str:
        weekday = "월화수목금토일"[self.day.weekday()]
        return (
            f"---\ntitle: {self.day.month}/{self.day.day}({weekday}) 회의록\ndate: {self.day}\ntype: daily\n"
            f"author: {TEAM[self.number % len(TEAM)]}\nattendees: [{', '.join(TEAM)}]\n"
            f"created: {self.day}T18:00+09:00\n---"
        )

    def _lecture(self) -> str:
        number = self.chance.randint(1, 12)
        asked = [self._question(mark) for mark in ("Q1.", "Q2.", "Q.")]
        return "\n\n".join([f"#### {number}강", self._paragraph(), *asked])

    def _question(self, mark: str) -> str:
        lines = [f"{mark} {self._said(ASKED)}"]
        who, kind = self.chance.choice(GIVEN), self.chance.random()
        if kind < 0.5:
            lines += [f"A. ({who}) {self._paragraph()}", "", f"$${self.chance.choice(FORMULAS)}$$"]
        elif kind < 0.7:
            lines += [f"추측입니다만 {self._said(KOREAN)} 그래서 ${self.chance.choice(FORMULAS)}$ 입니다."]
        elif kind < 0.85:
            lines += ["", self._paragraph()]
        return "\n".join(lines)

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
        title = f"{self.chance.choice(PAPERS)} {self.number // 5}"
        before = START + timedelta(days=max(0, self.number - 1))
        return (
            f"### 3. 논문 리뷰\n\n#### (1) {title}\n\n발표자: {self.chance.choice(TEAM)}\n"
            f"발표자료: [slides](https://slides.example/{self.number}.pdf)\n\n{self._paragraph()}\n\n"
            f"지난 회의는 [[{before}]], 참고한 글은 <https://reading.example/{self.number}>입니다."
        )

    def _plans(self) -> str:
        who = self.chance.choice(GIVEN)
        return (
            f"### 4. 다음 시간까지\n\n- [ ] {who}님이 {self._term()} 자료를 내일 공유\n- [x] 실습 코드 정리"
        )

    def _term(self) -> str:
        return self.chance.choice(TERMS)
