"""Formulas as text: those in a line of text are glyphs of that line, all others pictures and characters."""

import re
from collections.abc import Iterator, Sequence

from studylog.core.printed.model import Formula, Glyph, Page

_WORD = r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+"
_HANGUL = re.compile(rf"({_WORD}(?: {_WORD})*)")
# What TeX would not show.
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "{}%#&$_"} | {"\\": r"\backslash "})
_SPACE = 0.2
_SMALLER = 0.9
_TEXT_SIZE = 16.0


def in_lines(page: Page) -> Iterator[Glyph]:
    """The formulas that stand in lines, each as one glyph: its characters, or its picture."""
    for formula, glyph in zip(page.formulas, _as_drawn(page), strict=True):
        if formula.baseline is not None:
            members = [page.glyphs[index] for index in formula.glyphs]
            yield glyph._replace(text=linear(members)) if formula.linear else glyph


def _as_drawn(page: Page) -> Iterator[Glyph]:
    """Every formula as one glyph, with its characters in the order in which they were drawn."""
    for number, formula in enumerate(page.formulas):
        members = [page.glyphs[index] for index in formula.glyphs]
        yield members[0]._replace(
            text=characters(members),
            left=formula.left,
            right=formula.right,
            baseline=formula.bottom if formula.baseline is None else formula.baseline,
            size=_TEXT_SIZE,
            font=formula.font,
            number=-1 - number,
            picture=formula.file,
        )


def alone(page: Page) -> Iterator[tuple[Formula, str]]:
    """The formulas that stand between lines, with their characters."""
    for formula in page.formulas:
        if formula.baseline is None:
            yield formula, characters([page.glyphs[index] for index in formula.glyphs])


def in_words(page: Page) -> Iterator[Glyph]:
    """Every formula as one glyph, with blanks between its characters: some of them stand higher or lower."""
    for formula, glyph in zip(page.formulas, _as_drawn(page), strict=True):
        apart = " ".join(page.glyphs[index].text for index in formula.glyphs)
        yield glyph._replace(text=apart) if formula.linear else glyph


def characters(members: Sequence[Glyph]) -> str:
    """The characters of a formula in the order in which they were drawn, words in it apart."""
    return "".join(_spaced(last, glyph) for last, glyph in zip((None, *members), members, strict=False))


def _spaced(last: Glyph | None, glyph: Glyph) -> str:
    """A character, after a blank where a word of Hangul begins, beside others or in a row of its own."""
    if last is None or not _HANGUL.match(glyph.text):
        return glyph.text
    far = 0 < glyph.left - last.right > glyph.size * _SPACE
    return f" {glyph.text}" if far or glyph.baseline - last.baseline > glyph.size else glyph.text


def linear(members: Sequence[Glyph]) -> str:
    """A formula of one line as TeX, with what stands lower or higher after `_` or `^`.

    Browsers draw what stands above and below others last: the places tell the order.
    """
    size = max(glyph.size for glyph in members)
    main = next(glyph for glyph in members if glyph.size == size)
    runs: list[dict[str, list[Glyph]]] = [{}]
    for glyph in sorted(members, key=lambda one: one.left):
        shift = glyph.baseline - main.baseline if glyph.size < size * _SMALLER else 0.0
        level = "" if abs(shift) < 1 else "_" if shift > 0 else "^"
        if not level and any(runs[-1]):
            runs.append({})
        runs[-1].setdefault(level, []).append(glyph)
    return "".join(
        _run(level, characters(run[level]).strip())
        for run in runs
        for level in ("", "_", "^")
        if level in run
    )


def _run(level: str, text: str) -> str:
    worded = _HANGUL.sub(r"\\text{\1}", text.translate(_SIGNS))
    return level + (f"{{{worded}}}" if level and len(worded) > 1 else worded)
