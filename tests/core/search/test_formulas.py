"""Formulas in what is found: shown as they are read, found by what they are written with."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.search.documents.document import Document
from studylog.core.search.documents.formulas import read_anywhere, read_in_order, written_for
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from studylog.core.search.results import result_of, words_of
from studylog.store.index.opening import opened
from studylog.store.index.search import StoredSource
from studylog.store.notebook import find
from tests.core.search.memory import index_of
from tests.core.search.notebook import documents
from tests.indexes import notebook

PATH = "2026/2026-09-07-daily.md"
NOTE = r"""---
date: 2026-09-07
type: daily
---
# $\alpha$ 와 $d_k$ 를 고르는 날

#### 8강 $\sqrt{d_k}$ 이야기

Q. 왜 $\frac{1}{\sqrt{d_k}}$ 을 곱하나요? ^q-k3f9a2bc
A. (길동) 분산이 $\sigma^2 = d_k$ 라서요. 코드로는 `x / \sqrt{d_k}` 가 아닙니다.

$$
\operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V
$$

### 2. 논문 리뷰

#### (1) $\beta$-VAE 다시 읽기

발표자: 성춘향

손실에 $\beta > 1$ 을 곱합니다.[^1]

| 항 | 식 |
|--|--|
| KL | $D_{\mathrm{KL}}(q \Vert p)$ |

```math
\hat{x} = f(z)
```

```latex
\hat{x} = f(z)
```

[^1]: 본래는 $\beta = 1$ 이고 $\lambda_{1}$ 은 없습니다.
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    root = tmp_path_factory.mktemp("formulas")
    notebook(root, {PATH: NOTE}, "roster: [홍길동, 성춘향]\n")
    return {one.kind: one for one in documents(root)}


def test_a_question_and_its_answers_have_formulas_as_they_are_read(found: dict[str, Document]) -> None:
    question = found["question"]
    assert "왜 1/√d_k 을 곱하나요?" == question.heading
    assert [
        r"분산이 σ² = d_k 라서요. 코드로는 x / \sqrt{d_k} 가 아닙니다.",
        "softmax(QK^⊤/√d_k)V",
    ] == question.text.splitlines()


def test_so_have_the_title_the_headings_and_the_text_of_a_note(found: dict[str, Document]) -> None:
    note = found["meeting"]
    assert "α 와 d_k 를 고르는 날" == note.title
    assert {"8강 √d_k 이야기", "(1) β-VAE 다시 읽기"} <= set(note.heading.splitlines())
    lines = note.text.splitlines()
    assert {"KL D_KL(q‖p)", "x̂ = f(z)", r"\hat{x} = f(z)"} <= set(lines)
    assert "본래는 β = 1 이고 λ_1 은 없습니다." == lines[-1]


def test_so_has_the_name_of_a_paper(found: dict[str, Document]) -> None:
    assert found["paper"].title.startswith("β-VAE")
    assert "손실에 β > 1 을 곱합니다." in found["paper"].text


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("sqrt", {"question", "meeting"}),
        ("frac", {"question"}),
        ("softmax", {"question"}),
        (r"\sqrt{d_k}", {"question", "meeting"}),
        (r'"\frac{1}{\sqrt{d_k}}"', {"question"}),
        ("d_k kind:question", {"question"}),
        ("top", {"question"}),
        ("β", {"meeting", "paper"}),
        ("beta", {"meeting", "paper"}),
        ("lambda_1", {"meeting", "paper"}),
        ("hat", {"meeting", "paper"}),
    ],
)
def test_it_is_found_by_what_is_read_and_by_what_is_written(
    found: dict[str, Document], query: str, kinds: set[str]
) -> None:
    index = index_of(found.values())
    hits = search(index, parse(query)).hits
    assert kinds == {index.document(hit.number).kind for hit in hits if hit.complete}


def test_what_stands_in_a_question_counts_more_than_what_stands_in_an_answer(tmp_path: Path) -> None:
    asked = "Q. 왜 $\\sqrt{d}$ 로 나누나요?\nA. 그래서요.\n\nQ. 다음은 무엇인가요?\nA. $\\sqrt{d}$ 입니다.\n"
    notebook(tmp_path, {PATH: "#### 8강\n\n" + asked})
    index = index_of([one for one in documents(tmp_path) if one.kind == "question"])
    for query in ("sqrt", "√d"):
        first, second = (index.document(hit.number) for hit in search(index, parse(query)).hits)
        assert ("왜 √d 로 나누나요?", "다음은 무엇인가요?") == (first.heading, second.heading)


def test_the_passage_has_the_formula_as_it_is_read(found: dict[str, Document]) -> None:
    result = result_of(found["question"], 1.0, parse("분산"))
    assert "왜 1/√d_k 을 곱하나요?" == words_of(result.headline)
    assert "분산이 σ² = d_k 라서요." in words_of(result.passage)


def test_what_is_no_formula_is_left_alone() -> None:
    formulas = ((r"\alpha", "α"), ("x^2", "x²"), (r"\frac{a}{b}", "a/b"))
    assert r"α \alphabet x² ax^2 x^25 α로 x² $5" == read_anywhere(
        r"\alpha \alphabet x^2 ax^2 x^25 \alpha로 $x^2$ $5", formulas
    )
    assert r"x² a/b x^2" == read_in_order(r"x^2 \frac{a}{b} x^2", formulas)
    assert "\\alpha\nx^2\nx^2" == written_for(formulas, ("α", 1), ("x²", 2), ("", 1))
    assert "" == written_for((("d_k", "d_k"),), ("d_k", 1))


def test_dollars_put_in_later_are_followed(tmp_path: Path) -> None:
    asked = "#### 8강\n\nQ. 왜 \\alpha 인가요? ^q-k3f9a2bc\nA. (길동) 그래서요.\n\n### 3. 다음\n\n"
    place = tmp_path / "notes" / PATH

    def headline() -> str:
        with opened(find(tmp_path), search=True) as index:
            source = StoredSource(index.db)
            (hit,) = search(source, parse("kind:question")).hits
            return source.document(hit.number).heading

    notebook(tmp_path, {PATH: asked + "나중에 \\alpha\n"})
    assert r"왜 \alpha 인가요?" == headline()
    for later, expected in (
        ("나중에 $\\alpha$\n", "왜 α 인가요?"),
        ("나중에 \\alpha\n", r"왜 \alpha 인가요?"),
    ):
        place.write_text(asked + later, encoding="utf-8")
        assert expected == headline()
    place.write_text(asked.replace("\\alpha", "$\\alpha$"), encoding="utf-8")
    assert "왜 α 인가요?" == headline()


SOURCES = st.text(alphabet="a\\\\$ ", min_size=1, max_size=4)


@given(st.lists(SOURCES, min_size=1, max_size=3, unique=True), st.sampled_from(["", "$", "$$"]))
def test_a_formula_is_read_alone_and_in_its_dollars_whatever_it_is_written_with(
    sources: list[str], dollars: str
) -> None:
    longest = max(sources, key=len)
    read = read_anywhere(f"{dollars}{longest}{dollars}", tuple((source, "가") for source in sources))
    assert "가" in read
    assert len(read) <= len(dollars + longest + dollars)
