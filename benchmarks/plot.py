"""A plot of building times over sizes, both axes logarithmic, as an SVG that is read in light and in dark."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from benchmarks.record import Key, Kind, Record

_WIDTH, _HEIGHT = 800, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 220, 50, 60
_LINES: tuple[tuple[str, Kind, str, str], ...] = (
    ("Hugo", "cold", "Hugo, cold", "peer"),
    ("Hugo", "changed", "Hugo, one note changed", "peer dashed"),
    ("Hugo", "again", "Hugo, nothing changed", "peer dotted"),
    ("studylog", "cold", "studylog, cold", "ours"),
    ("studylog", "changed", "studylog, one note changed", "ours dashed"),
    ("studylog", "again", "studylog, nothing changed", "ours dotted"),
)
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 16px; font-weight: 600 }
.grid { stroke: #8c959f; stroke-opacity: 0.35 }
.line { fill: none; stroke-width: 2.5 }
.dashed { stroke-dasharray: 9 5 } .dotted { stroke-dasharray: 2 5; stroke-linecap: round }
.ours { stroke: #0550ae } .peer { stroke: #bc4c00 }
text.ours { fill: #0550ae; stroke: none } text.peer { fill: #bc4c00; stroke: none }
.ground { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .ours { stroke: #79c0ff } .peer { stroke: #ffa657 }
  text.ours { fill: #79c0ff } text.peer { fill: #ffa657 }
  .ground { fill: #0d1117 }
}
"""


def plot(record: Record, sizes: Sequence[int]) -> str:
    """The whole picture; a line has a point for each size that was measured."""
    lines = [
        (label, look, [(size, took) for size in sizes if (took := record.took(Key(size, name, kind)))])
        for name, kind, label, look in _LINES
    ]
    drawn = [(label, look, points) for label, look, points in lines if points]
    frame = _Frame(sizes, [took for _, _, points in drawn for _, took in points])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        "<title>Seconds that a build takes, by the number of notes</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>',
        f'<text class="title" x="{_LEFT}" y="28">Seconds that a build takes, by the number of notes</text>',
        *frame.grid(sizes),
        *frame.lines(drawn),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Frame:
    """The axes: where a size and a time have their place."""

    def __init__(self, sizes: Sequence[int], times: Sequence[float]) -> None:
        self._small, self._large = log10(min(sizes)), log10(max(sizes))
        self._bottom = floor(log10(min(times, default=0.1)))
        self._top = max(ceil(log10(max(times, default=1))), self._bottom + 1)

    def x(self, size: float) -> float:
        """From the left; a single size stands in the middle."""
        wide = self._large - self._small
        share = (log10(size) - self._small) / wide if wide else 0.5
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, seconds: float) -> float:
        """From the top."""
        share = (self._top - log10(seconds)) / (self._top - self._bottom)
        return round(_TOP + share * (_HEIGHT - _TOP - _BOTTOM), 1)

    def grid(self, sizes: Sequence[int]) -> Iterator[str]:
        """A line for each size, and one for each power of ten of seconds."""
        right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
        for size in sizes:
            x = self.x(size)
            yield f'<line class="grid" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>'
            yield f'<text x="{x}" y="{bottom + 22}" text-anchor="middle">{size:,}</text>'
        for power in range(self._bottom, self._top + 1):
            y = self.y(10**power)
            yield f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}"/>'
            yield f'<text x="{_LEFT - 10}" y="{y + 4}" text-anchor="end">{10**power:g} s</text>'
        yield f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 14}" text-anchor="middle">notes</text>'

    def lines(self, drawn: Sequence[tuple[str, str, Sequence[tuple[int, float]]]]) -> Iterator[str]:
        """Each line with its points, and its name beside its end, no two names upon each other."""
        taken: list[float] = []
        for label, look, points in sorted(drawn, key=lambda line: line[2][-1][1], reverse=True):
            places = [(self.x(size), self.y(took)) for size, took in points]
            yield f'<polyline class="line {look}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'
            for x, y in places:
                yield f'<circle class="line {look.split()[0]}" cx="{x}" cy="{y}" r="3"/>'
            x, y = places[-1]
            y = max(y + 4, taken[-1] + 17 if taken else 0)
            taken.append(y)
            yield f'<text class="{look.split()[0]}" x="{x + 12}" y="{y}">{label}</text>'
