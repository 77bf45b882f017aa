"""What stands in a part of a page: tables, code, frames, and the glyphs that are left."""

from collections.abc import Iterator, Sequence

from studylog.core.printed.content import Content
from studylog.core.printed.frames import Frame, frames, grounds, is_ample, outermost
from studylog.core.printed.grids import Grid, grids
from studylog.core.printed.model import Area, Glyph, holds_middle
from studylog.core.printed.styles import Fonts
from studylog.core.values import dataclass

_MOSTLY = 0.9
_SLACK = 0.1


@dataclass(frozen=True, slots=True)
class Code:
    """The ground of a block of code, and its glyphs."""

    area: Area
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """The solid parts of a page, none of them in another, and the glyphs that stand in none."""

    tables: tuple[tuple[Grid, tuple[Glyph, ...]], ...]
    codes: tuple[Code, ...]
    frames: tuple[Frame, ...]
    free: tuple[Glyph, ...]

    @property
    def areas(self) -> list[Area]:
        """The room of each solid part."""
        tables = [grid.area for grid, _ in self.tables]
        return [*tables, *(code.area for code in self.codes), *(frame.area for frame in self.frames)]


def scene_of(content: Content, fonts: Fonts, *, framed: bool = True) -> Scene:
    """The scene of a part of a page; without frames where there were enough of them already."""
    codes = list(_codes(content, fonts))
    coded = {glyph for code in codes for glyph in code.glyphs}
    ink = [glyph for glyph in content.glyphs if not glyph.text.isspace() and glyph not in coded]
    tables = grids(content.boxes)
    around = list(frames(content, ink)) if framed else []
    chosen = outermost([*(grid.area for grid in tables), *(frame.area for frame in around)])
    tables = [grid for grid in tables if grid.area in chosen]
    taken = {grid.area for grid in tables}
    unique = {frame.area: frame for frame in reversed(around) if frame.area in chosen}
    own = tuple(frame for area, frame in unique.items() if area not in taken)
    codes = [code for code in codes if not any(holds_middle(area, code.area) for area in chosen)]
    held = {glyph for code in codes for glyph in code.glyphs}
    free = [glyph for glyph in content.glyphs if glyph not in held]
    cells, free = _shared(tables, free)
    free = [glyph for glyph in free if not any(frame.area.holds(glyph.left, glyph.middle) for frame in own)]
    return Scene(tuple(zip(tables, cells, strict=True)), tuple(codes), own, tuple(free))


def _codes(content: Content, fonts: Fonts) -> Iterator[Code]:
    """Code stands on a ground of its own, in a font of its own; a long line may reach beyond the ground."""
    left = list(content.glyphs)
    areas = [Area(*ground[:4]) for ground in grounds(content)]
    for area in areas:
        held = [glyph for glyph in left if area.holds(glyph.left, glyph.middle)]
        ink = [glyph for glyph in held if not glyph.text.isspace()]
        # Hangul in a block has the size of its code, whatever that is; in a line, code is the smaller one.
        below = max((glyph.size + _SLACK for glyph in ink if fonts.has_code(glyph)), default=0.0)
        coded = sum(fonts.is_code(glyph, below) for glyph in ink)
        if ink and is_ample(area, ink) and coded > _MOSTLY * len(ink):
            beyond = [glyph for glyph in left if _is_beyond(glyph, area, areas) and fonts.is_code(glyph)]
            yield Code(area, (*held, *beyond))
            taken = {*held, *beyond}
            left = [glyph for glyph in left if glyph not in taken]


def _is_beyond(glyph: Glyph, area: Area, others: Sequence[Area]) -> bool:
    if glyph.left <= area.right or not area.top <= glyph.middle <= area.bottom:
        return False
    return not any(other.holds(glyph.left, glyph.middle) for other in others)


def _shared(tables: Sequence[Grid], glyphs: Sequence[Glyph]) -> tuple[list[tuple[Glyph, ...]], list[Glyph]]:
    """The glyphs of each table, and those that stand in none."""
    cells: list[list[Glyph]] = [[] for _ in tables]
    free: list[Glyph] = []
    for glyph in glyphs:
        own = next((n for n, grid in enumerate(tables) if grid.area.holds(glyph.left, glyph.middle)), None)
        (free if own is None else cells[own]).append(glyph)
    return [tuple(cell) for cell in cells], free
