"""Formulas in a line of text: as people write them where nothing can be set."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.math import check, in_line

FORMULAS = Path(__file__).with_name("formulas.txt").read_text(encoding="utf-8").splitlines()
PARTS = [
    *("a", "x", "1", "23", "가", "=", "+", "-", ",", "|", "(", ")", "{", "}", "^", "_", "&", r"\\", " "),
    *(
        r"\frac",
        r"\sqrt",
        r"\sqrt[3]",
        r"\alpha",
        r"\sum",
        r"\log ",
        r"\hat",
        r"\left(",
        r"\right)",
        r"\text",
    ),
    *(
        r"\begin{pmatrix}",
        r"\end{pmatrix}",
        r"\mathbf",
        r"\to ",
        r"\binom",
        r"\overline",
        "'",
        r"\quad ",
        r"\hspace{1cm}",
    ),
]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        # Fractions and roots, with brackets only where something else would be read.
        (r"\frac{1}{\sqrt{d_k}}", "1/√d_k"),
        (r"\frac{QK^T}{\sqrt{d_k}}V", "QK^T/√d_k V"),
        (r"\frac{1}{2\sigma^2}", "1/(2σ²)"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
        (r"\frac{df}{dx}", "df/dx"),
        (r"\frac{p(x)}{q(x)}", "p(x)/q(x)"),
        (r"\sqrt[3]{x} + \sqrt{2\pi}", "∛x + √(2π)"),
        (r"\binom{n}{k}", "(n; k)"),
        # What stands lower and higher.
        (r"x^{2} + 10^{-3}", "x² + 10⁻³"),
        (r"h_{t-1}^{(l)}", "h_(t-1)^(l)"),
        (r"W_{ij} x_j", "W_ij x_j"),
        (r"\sum_{i=1}^{n} x_i^2", "∑_(i=1)^n x_i²"),
        (r"\int_0^\infty f(x)\,dx", "∫_0^∞ f(x)dx"),
        (r"\lim_{n \to \infty} a_n", "lim_(n→∞) a_n"),
        (r"\hat{y} = \bar{x} + \vec{v}", "ŷ = x̄ + v⃗"),
        (r"\overline{AB}", "ĀB̄"),
        (r"f''(x), 90^\circ", "f''(x), 90°"),
        # Words, signs, letters.
        (r"\text{softmax}(z) = \operatorname{argmax}_i z_i", "softmax(z) = argmax_i z_i"),
        (r"\log p(x \mid y) - \log q(x)", "log p(x|y) - log q(x)"),
        (r"\mathbf{w}^\top x \in \mathbb{R}^{d \times k}", "w^⊤ x ∈ ℝ^(d×k)"),
        (r"\text{입력 } x\text{와}", "입력 x와"),
        (r"\left\| x \right\|_2", "‖x‖_2"),
        (r"a := -b", "a := -b"),
        (r"a\hspace{1cm}b", "a b"),
        (r"a\hskip 2ex b \, c", "a bc"),
        # Rows.
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1, 2; 3, 4)"),
        (r"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}", "{1, x > 0; 0, else"),
        (r"\begin{aligned} a &= b \\ &= c \\ d &= e \end{aligned}", "a = b = c; d = e"),
    ],
)
def test_a_formula_is_a_line(source: str, line: str) -> None:
    assert line == in_line(source) == in_line(source, display=True)


@pytest.mark.parametrize(
    "source", ["d_k", "x", "n-1", "a+b = c", "p(x|y)", r"\nosuch{x}", r"\frac{a", "", "{}"]
)
def test_what_is_a_line_already_or_cannot_be_set_stays_as_it_is(source: str) -> None:
    assert source == in_line(source)


@pytest.mark.parametrize("source", FORMULAS)
def test_nothing_of_the_language_of_formulas_is_left(source: str) -> None:
    line = in_line(source)
    assert line == " ".join(line.split()) != ""
    assert not re.search(r"\\[A-Za-z]|\\begin|[\u2061-\u2064\ufe00\ufe01\U0001d400-\U0001d7ff]", line)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_every_formula_that_can_be_set_is_one_line_with_its_letters(source: str) -> None:
    line = in_line(source)
    if check(source, False) is not None:
        assert source == line
    elif line != source:
        assert "\n" not in line
        assert line.count("가") == source.count("가")


def test_a_deep_formula_is_a_line_too() -> None:
    deep = r"\sqrt{" * 25 + "x" + "}" * 25
    assert check(deep, False) is None
    assert "√" * 25 + "x" == in_line(deep).replace("(", "").replace(")", "")
