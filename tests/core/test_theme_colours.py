"""Code and coloured formulas can be read by day and by night: contrast 4.5 to 1 and better."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "templates/site"
STATIC = THEME / "static"
STYLE = "".join(part.read_text(encoding="utf-8") for part in sorted((THEME / "style").glob("*.css")))
COLOURS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", STYLE))
HUES = dict(
    re.findall(
        r"\.(hue-\w+) \{ color: light-dark\((#\w{6}, #\w{6})\)", (STATIC / "math.css").read_text("utf-8")
    )
)
INKS = (
    {name: pair for name, pair in COLOURS.items() if name.startswith("code-")}
    | HUES
    | {"ink": COLOURS["ink"]}
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_theme_has_the_colours_of_code_and_formulas() -> None:
    assert 5 <= sum(name.startswith("code-") for name in INKS)
    assert 7 == len(HUES)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("ink", INKS)
def test_contrast(ink: str, ground: str, night: bool) -> None:
    assert contrast(INKS[ink].split(", ")[night], COLOURS[ground].split(", ")[night]) >= 4.5
