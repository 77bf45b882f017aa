"""What lists show of a note, with formulas as they are read."""

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.inline import read_in_lines
from studylog.core.parse import read
from studylog.core.search.documents.prose import prose_of
from studylog.core.settings import Settings

PATH = "notes/2026/2026-09-07-daily.md"


def lines(body: str) -> dict[str, str]:
    found = read(PATH, body.encode(), Settings())
    return dict(read_in_lines(found.note, prose_of(found).formulas))


def test_titles_questions_and_promises_are_read_with_their_formulas() -> None:
    body = r"""# 9/7(월) $\alpha$ 고르기

#### 8강 $\sqrt{d_k}$ 이야기

Q. 왜 $\frac{1}{\sqrt{d_k}}$ 을 곱하나요?

- [ ] $\lambda_1$ 유도해 오기 (9/8까지) @길동

### 논문 리뷰

#### $\beta$-VAE

발표자: 춘향
"""
    assert {
        r"9/7(월) $\alpha$ 고르기": "9/7(월) α 고르기",
        r"\sqrt{d_k} 이야기": "√d_k 이야기",
        r"\beta-VAE": "β-VAE",
        r"왜 \frac{1}{\sqrt{d_k}} 을 곱하나요?": "왜 1/√d_k 을 곱하나요?",
        r"\lambda_1 유도해 오기 (9/8까지) @길동": "λ_1 유도해 오기 (9/8까지) @길동",
    } == lines(body)


def test_what_is_no_formula_stays_as_it_is_written() -> None:
    assert {} == lines("Q. 정규식 `\\d+`와 $x$, 5^2는 무엇인가요?\n")


def test_a_formula_may_end_with_a_dollar() -> None:
    assert {r"\alpha\$ 인가요?": "α$ 인가요?"} == lines("Q. $\\alpha\\$$ 인가요?\n")
    assert {r"$\alpha\$$ 고르기": "α$ 고르기"} == lines("# $\\alpha\\$$ 고르기\n")


@given(st.text(alphabet="abx_^{}\\$ \n가Q.", max_size=60))
def test_whatever_is_written_only_whole_texts_of_the_note_are_read(body: str) -> None:
    found = read(PATH, body.encode(), Settings())
    texts = {found.note.title, *(one.text for one in found.note.questions)}
    assert set(lines(body)) <= texts
