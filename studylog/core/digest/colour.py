"""The accent of a site, in tones that can be read on its light and on its dark paper."""

import colorsys
import re

from studylog.core.values import dataclass

PAPER = {"light": "#fbfaf7", "dark": "#171614"}
"""The two papers; the style sheet names the same."""

_WANTED = 5.2
_STEPS = 100
_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_DEFAULT = "#3b6ea5"


@dataclass(frozen=True, slots=True)
class Accent:
    """The accent as set, and its two tones for text and lines."""

    set: str
    light: str
    dark: str


def accent(written: str | None) -> Accent:
    """The tones of an accent; what is no `#rgb` or `#rrggbb` is taken for the usual blue."""
    match = _HEX.fullmatch(written.strip()) if written else None
    digits = match[1] if match else _DEFAULT[1:]
    colour = "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).lower()
    return Accent(colour, _readable(colour, PAPER["light"], 0.0), _readable(colour, PAPER["dark"], 1.0))


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG 2 measures it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: str, paper: str, towards: float) -> str:
    """The tone nearest to the colour that is read on the paper; `towards` is black or white."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS):
        tone = _hex(colorsys.hls_to_rgb(hue, lightness + (towards - lightness) * step / _STEPS, saturation))
        if contrast(tone, paper) >= _WANTED:
            return tone
    return _hex((towards, towards, towards))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
