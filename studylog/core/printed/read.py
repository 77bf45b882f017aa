"""A printed page of Notion as the parts of a note: title, properties, text, pictures and doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.printed.blocks import Block, joined
from studylog.core.printed.content import Content, contents
from studylog.core.printed.lines import Line
from studylog.core.printed.model import Printed
from studylog.core.printed.outline import outline
from studylog.core.printed.pages import page_blocks
from studylog.core.printed.styles import fonts_of
from studylog.core.printed.tables import Table
from studylog.core.printed.write import markdown
from studylog.core.text import nfc


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """What a printed page holds: properties as written, a body in Markdown, the files of its pictures."""

    title: str
    properties: tuple[tuple[str, str], ...]
    body: str
    pictures: tuple[str, ...]
    visible: str
    findings: tuple[Finding, ...]


def read_printed(document: Printed, path: str, formula: str) -> PrintedNote:
    """The note that a printed document shows; `path` names it in findings, `formula` its formulas."""
    pages = contents(document)
    fonts = fonts_of(pages, document.fonts)
    starts: set[float] = set()
    read = [page_blocks(page, fonts, starts) for page in pages]
    blocks = list(joined([block for page in read for block in page.blocks]))
    title, blocks = _titled(blocks)
    table, properties = _properties(read[0].tables if read else ())
    body = [block for block in blocks if not (table and block.table is table)]
    shown = [block.picture for block in body if block.picture and block.picture.file]
    return PrintedNote(
        nfc(title),
        properties,
        nfc(markdown(outline(body), formula)),
        tuple(picture.file for picture in shown),
        nfc("\n".join((title, *_visible(pages)))),
        tuple(_doubts(body, path)),
    )


def _titled(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The first block of the size of a title, and the others, which are headings if they are as large."""
    first = next((block for block in blocks if block.kind == "title"), None)
    rest = [block for block in blocks if block is not first]
    as_heading = [replace(one, kind="heading", level=1) if one.kind == "title" else one for one in rest]
    return _plain(first) if first else "", as_heading


def _plain(block: Block) -> str:
    return "".join(span.text for span in block.spans).replace("\n", " ").strip()


def _properties(tables: Sequence[Table]) -> tuple[Table | None, tuple[tuple[str, str], ...]]:
    """The table of properties: two columns, and names in a paler colour than text has."""
    for table in tables[:1]:
        names = [line for row in table.rows for line in row[0]]
        if len(table.rows[0]) == 2 and names and all(line.muted for line in names):
            return table, tuple((_joined(name), _joined(value)) for name, value in table.rows)
    return None, ()


def _joined(lines: Sequence[Line]) -> str:
    return nfc(" ".join(line.text for line in lines))


def _visible(pages: Sequence[Content]) -> Iterator[str]:
    for page in pages:
        yield "".join(glyph.text for glyph in page.glyphs)
        yield from (text for _, text in page.formulas)


def _doubts(blocks: Sequence[Block], path: str) -> Iterator[Finding]:
    formulas = sum(block.kind == "formula" for block in blocks)
    if formulas:
        message = say(
            "Kept as pictures, with their characters beneath: {count:formula/formulas}.", count=formulas
        )
        hint = say("Write those that matter as TeX between $$ and $$.")
        yield Finding(Place(path), "note", "formula", message, hint)
