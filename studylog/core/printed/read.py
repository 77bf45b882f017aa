"""A printed page of Notion as the parts of a note: title, properties, text, pictures."""

from collections.abc import Iterator, Sequence

from studylog.core.printed.blocks import Block, joined, passages
from studylog.core.printed.codes import are_marked
from studylog.core.printed.content import sheets
from studylog.core.printed.model import Printed
from studylog.core.printed.pages import page_blocks
from studylog.core.printed.properties import Property, properties_of
from studylog.core.printed.styles import fonts_of
from studylog.core.printed.visible import visible_of
from studylog.core.printed.write import Writer
from studylog.core.text import nfc
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """What a printed page holds: properties as written, a body in Markdown, the files of its pictures.

    `visible` is the title and all characters of the body, as `visible_of` finds them. `formulas` is how many
    are kept as pictures, `lost` how many pictures could not be read.
    """

    title: str
    properties: tuple[Property, ...]
    body: str
    pictures: tuple[str, ...]
    visible: str
    formulas: int = 0
    lost: int = 0


def read_printed(document: Printed, formula: str) -> PrintedNote:
    """The note that a printed document shows; `formula` is what pictures of formulas are called."""
    pages = sheets(document)
    fonts = fonts_of([page.content for page in pages], document.fonts)
    read = page_blocks([page.content for page in pages], fonts, set())
    first = [block for block in read if block.page == 0]
    table, properties = properties_of(first, pages[0].content) if pages else (None, ())
    title, body = _titled(joined([block for block in read if block is not table]))
    marked = are_marked((block.lines, block.right) for block in _all(body) if block.kind == "code")
    text = Writer(formula, marked).markdown(body).strip("\n")
    name = _plain(title) if title else ""
    apart = [block for block in (title, table) if block]
    return PrintedNote(
        nfc(name),
        tuple((nfc(key), nfc(value)) for key, value in properties),
        nfc(text) + "\n" if text else "",
        tuple(_files(body)),
        nfc(f"{name}\n{visible_of(pages, body, apart)}"),
        sum(block.kind == "formula" for block in _all(body)) + sum(1 for _ in _formulas_in(body)),
        sum(block.kind == "picture" and not block.file for block in _all(body)),
    )


def _titled(blocks: Sequence[Block]) -> tuple[Block | None, list[Block]]:
    """The first block of the size of a title, and the others, which are headings if they are as large."""
    first = next((block for block in blocks if block.kind == "title"), None)
    return first, _as_headings([block for block in blocks if block is not first])


def _as_headings(blocks: Sequence[Block]) -> list[Block]:
    levelled = [replace(one, kind="heading", level=1) if one.kind == "title" else one for one in blocks]
    return [replace(one, parts=tuple(_as_headings(one.parts))) if one.parts else one for one in levelled]


def _plain(block: Block) -> str:
    return "".join(span.text for span in block.spans).replace("\n", " ").strip()


def _all(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.parts)


def _files(blocks: Sequence[Block]) -> Iterator[str]:
    """The pictures that are shown: those between lines, and those of formulas in lines."""
    for block in _all(blocks):
        if block.file:
            yield block.file
    yield from _formulas_in(blocks)


def _formulas_in(blocks: Sequence[Block]) -> Iterator[str]:
    """The pictures of formulas that stand in lines of text."""
    for line in (line for passage in passages(blocks) for line in passage.lines):
        yield from (span.style.picture for span in line.spans if span.style.picture)
