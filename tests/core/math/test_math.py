"""Formulas: those of study notes are shown, and those that would harm are not tried."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.i18n import translate
from studylog.core.math import check, dialect, limits, to_mathml
from studylog.core.math.dialect import rewritten
from studylog.core.math.limits import excess
from tests.effort import within

FORMULAS = Path(__file__).with_name("formulas.txt").read_text(encoding="utf-8").splitlines()
CSS = (Path(__file__).parents[3] / "templates/site/static/math.css").read_text(encoding="utf-8")


def bare(source: str, display: bool = True) -> str:
    """The MathML without the source that it carries along."""
    return re.sub(
        r"</?semantics>|<annotation.*</annotation>", "", to_mathml(source, display), flags=re.DOTALL
    )


def test_there_are_enough_formulas() -> None:
    assert len(FORMULAS) >= 80


@pytest.mark.parametrize("source", FORMULAS)
def test_a_formula_of_a_note_is_shown(source: str) -> None:
    assert check(source, True) is None
    for display in (True, False):
        html = to_mathml(source, display)
        assert html.startswith('<math display="block">' if display else "<math>")
        assert not re.search(r'\s(?:style|id|href|on\w+)="', html)


def test_every_class_of_a_formula_has_a_rule() -> None:
    every = " ".join(to_mathml(source, True) for source in FORMULAS)
    classes = {name for names in re.findall(r'class="([^"]*)"', every) for name in names.split()}
    assert set() == {name for name in classes if f".{name} " not in CSS and not name.startswith("menclose-")}


@pytest.mark.parametrize(
    ("source", "mathml"),
    [
        ("x", '<math display="block"><mi>x</mi></math>'),
        (r"\tag{1}", '<math display="block"><mrow><mspace width="2em"/><mtext>(1)</mtext></mrow></math>'),
        (r"\color{red}x", '<math display="block"><mrow class="hue-red"><mi>x</mi></mrow></math>'),
        (r"a\!", '<math display="block"><mrow><mi>a</mi><mspace class="m-back-thin"/></mrow></math>'),
    ],
)
def test_what_stands_for_inline_styles(source: str, mathml: str) -> None:
    assert mathml == bare(source)


def test_lines_outside_of_an_environment_stay_lines() -> None:
    assert 2 == bare(r"a \\ b").count("<mtr>")
    assert 2 == bare(r"a &= b \\ &= c").count("<mtr>")
    assert 0 == bare(r"\text{a & b}").count("<mtr>")


def test_equations_are_not_numbered_by_themselves() -> None:
    assert "(1)" not in bare(r"\begin{align} a &= b \\ c &= d \end{align}")
    assert "(7)" in bare(r"\begin{align} a &= b \tag{7} \end{align}")


def test_the_source_comes_along_for_copying() -> None:
    source = r"a < b \text{</annotation>}"
    assert r"<annotation encoding=" in to_mathml(source, False)
    assert r"a &lt; b \text{&lt;/annotation&gt;}</annotation>" in to_mathml(source, False)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (r"\foo{x}", r"the command \foo is unknown"),
        (r"\begin{CD} a \end{CD}", "the environment CD is unknown"),
        ("{", 'it cannot be read (Expected closing token "}", but reached end of input)'),
        (r"\def\a{b}\a", "a formula cannot define commands"),
        ("x" * 3_000, "the formula is too long"),
        ("{" * 100 + "}" * 100, "the formula is nested too deeply"),
        ("(" * 40, "the formula has too many brackets"),
    ],
)
def test_a_formula_that_fails_is_shown_as_its_source(source: str, why: str) -> None:
    message = check(source, True)
    assert message is not None
    assert why == translate(message, "en")
    assert f'<code class="math-error">{source}</code>' == to_mathml(source, True)


def test_markup_in_a_source_is_text() -> None:
    assert r'<code class="math-error">\foo{&lt;b&gt;}</code>' == to_mathml(r"\foo{<b>}", False)


KILLERS = [
    r"\hat",
    r"\frac1",
    r"\frac",
    r"\sqrt[",
    r"\sqrt[3]",
    r"\left(",
    r"\begin{matrix}",
    "a^{",
    r"\bigl(",
    "(",
    "[0",
]
KILLERS += [
    r"\{",
    r"\langle ",
    r"\color{red}",
    r"\dots ",
    "a]",
    r"\mathopen|",
    r"\mathbf\lfloor ",
    r"\href\big(",
    "0",
]
KILLERS += [r"\xrightarrow[", r"\sin(", r"{(}", r"\not(", r"\text{$", "'", r"\substack{", r"\norm{", r"\bf "]


@pytest.mark.parametrize("times", [30, 500, 20_000])
def test_no_formula_takes_long_or_the_process_with_it(times: int) -> None:
    with within(seconds=20):
        for killer in KILLERS:
            assert to_mathml(killer * times, True)
            assert to_mathml(killer * times + "}" * times, True)
            assert to_mathml(killer * times + r"\hat)" * times, True)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from([*KILLERS, "a", "1", " ", "}", ")", r"\right)", r"\\", "&", "가", "<", "%", "$"]),
        max_size=60,
    )
)
def test_setting_never_raises(pieces: list[str]) -> None:
    source = "".join(pieces)
    assert (check(source, True) is None) == to_mathml(source, True).startswith("<math")


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [*KILLERS, r"\split", r"\begin{split}", r"\end{align}", r"\left<", r"\large ", r"\label{a}", "a"]
        ),
        max_size=20,
    )
)
def test_quick_looks_at_a_formula_miss_nothing(pieces: list[str]) -> None:
    source = "".join(pieces)
    seen = excess(source), rewritten(source)
    with pytest.MonkeyPatch.context() as patched:
        # So many signs of brackets that nothing is small, and a pattern that every formula has.
        patched.setattr(limits, "_IN_BRACKETS", ("",) * (limits.MOST_UNCLOSED + 1))
        patched.setattr(dialect, "_ANY", re.compile(""))
        assert seen == (excess(source), rewritten(source))
