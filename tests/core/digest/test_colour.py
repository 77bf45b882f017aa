"""Whatever accent a team chooses, its links can be read; and so can everything else."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.digest.colour import PAPER, accent, contrast

STYLE = (Path(__file__).parents[3] / "templates/site/style/10-tones.css").read_text("utf-8")
TONES = re.findall(r"--([a-z-]+): light-dark\((#\w+), (#\w+)\)", STYLE)


@given(st.from_regex(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", fullmatch=True))
def test_every_accent_gets_tones_that_can_be_read(written: str) -> None:
    tones = accent(written)
    assert contrast(tones.light, PAPER["light"]) >= 5
    assert contrast(tones.dark, PAPER["dark"]) >= 5


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert "#2f5d8c" == accent("#2F5D8C").light


@pytest.mark.parametrize("written", [None, "", "blue", "#12", "#3b6ea5;}*{", "url(x)"])
def test_what_is_no_colour_is_the_usual_blue(written: str | None) -> None:
    assert accent("#3b6ea5") == accent(written)


def test_contrast_is_what_wcag_says() -> None:
    assert 21 == contrast("#000000", "#ffffff")
    assert 4.54 == round(contrast("#767676", "#ffffff"), 2)


def test_the_style_sheet_has_the_papers_that_the_accent_is_made_for() -> None:
    assert {"light": PAPER["light"], "dark": PAPER["dark"]} == next(
        {"light": light, "dark": dark} for name, light, dark in TONES if name == "paper"
    )


@pytest.mark.parametrize(
    "name", ["ink", "grey", "quiet", "open", "tentative", "answered", "confirmed", "settled"]
)
def test_every_tone_of_text_can_be_read_on_paper_and_on_wash(name: str) -> None:
    tones = {name: (light, dark) for name, light, dark in TONES}
    for ground in ("paper", "wash"):
        for theme in (0, 1):
            assert contrast(tones[name][theme], tones[ground][theme]) >= 4.5, (name, ground, theme)
