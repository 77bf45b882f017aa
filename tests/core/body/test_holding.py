"""Where lines of Korean do not end."""

import pytest

from studylog.core.body.holding import held

JOINT = '<span class="joint"></span>'
X = "<math><mi>x</mi></math>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>분해(SVD)는 왜</p>", f"<p>분해(SVD){JOINT}는 왜</p>"),
        ("<p><b>‘값’</b>은 5%를</p>", f"<p><b>‘값’</b>{JOINT}은 5%{JOINT}를</p>"),
        (f"<p>{X}에 {X}, {X} 값 ({X})</p>", None),
        (f"<p>{X} 는 {X} 는지</p>", f'<p><span class="held">{X} 는</span> {X} 는지</p>'),
        ("<p>분해(SVD) 는 <code>f()</code>는 SVD는</p>", "<p>분해(SVD) 는 <code>f()</code>는 SVD는</p>"),
        ('<a title="값(x)은" href="#값)은">값</a>', '<a title="값(x)은" href="#값)은">값</a>'),
        ("<title>값(x)은</title><option>(x)은</option>", "<title>값(x)은</title><option>(x)은</option>"),
        ('<math display="block"><mi>x</mi></math>다', '<math display="block"><mi>x</mi></math>다'),
    ],
)
def test_a_particle_is_held(html: str, expected: str | None) -> None:
    formulas = (
        f'<p><span class="held">{X}에</span> <span class="held">{X},</span> {X} 값 '
        f'(<span class="held">{X})</span></p>'
    )
    assert (expected or formulas) == held(html)
