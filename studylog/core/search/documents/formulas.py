"""Formulas of notes in the texts of documents: as they are read, and found by what they are written with."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Formulas: TypeAlias = tuple[tuple[str, str], ...]
"""Formulas as they are written and as they are read in a line."""


def read_in_order(text: str, formulas: Iterable[tuple[str, str]]) -> str:
    """The plain text of tokens with their formulas as they are read, if they stand there in this order."""
    done: list[str] = []
    at = 0
    for source, line in formulas:
        found = text.find(source, at)
        if found >= 0:
            done += (text[at:found], line)
            at = found + len(source)
    return "".join(done) + text[at:]


def read_anywhere(text: str, formulas: Formulas) -> str:
    """A title or a question with the formulas of its notes as they are read."""
    lines = {"": "", **dict(formulas)}
    return "".join(before + lines[source] for before, source in parted(text, lines))


def parted(text: str, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A text in parts, each with the formula behind it as it is written; the last part may have none."""
    here = sorted({source for source in sources if source and source in text}, key=len, reverse=True)
    at = 0
    for found in re.finditer("|".join(map(_alone, here)), text) if here else ():
        # A formula may itself end with a dollar: what was found is compared with its dollars.
        source = next(one for one in here if found[0] in (one, f"${one}$", f"$${one}$$"))
        yield text[at : found.start()], source
        at = found.end()
    yield text[at:], ""


def written_for(formulas: Formulas, *texts: tuple[str, int]) -> str:
    """What the formulas in texts are written with, so that `sqrt` finds `√`, as often as each text counts."""
    different = [(source, line) for source, line in dict.fromkeys(formulas) if source != line]
    found = (
        source for text, often in texts for source, line in different if line in text for _ in range(often)
    )
    return "\n".join(found)


def _alone(source: str) -> str:
    r"""The formula in its dollars, or alone: `\alpha`, not in `\alphabet`."""
    before = r"(?<![0-9A-Za-z])" if source[0].isalnum() else ""
    behind = r"(?![0-9A-Za-z])" if source[-1].isalnum() else ""
    formula = re.escape(source)
    return rf"\$\${formula}\$\$|\${formula}\$|{before}{formula}{behind}"
