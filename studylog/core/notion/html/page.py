"""One HTML page of a Notion export as the parts of a note."""

from collections.abc import Iterator

from bs4 import Tag

from studylog.core.findings import Finding
from studylog.core.incoming.drafts import HeaderValue
from studylog.core.notion.html.links import is_relative
from studylog.core.notion.html.model import Block
from studylog.core.notion.html.reading.blocks import read_blocks
from studylog.core.notion.html.reading.builder import Notes
from studylog.core.notion.html.reading.header import Property, header, properties_of
from studylog.core.notion.html.reading.hints import Hints, hints_of
from studylog.core.notion.html.reading.tree import find_article, page_id
from studylog.core.notion.html.reading.words import visible, words
from studylog.core.notion.html.writing.blocks import markdown
from studylog.core.values import dataclass, field


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page of Notion.

    `id` is its 32 hexadecimal digits. `references` are the destinations in the body and the header that lead
    into the export, exactly as they stand there. `visible` is what a person could read in the source, taken
    without the way that made the body.
    """

    id: str
    title: str
    header: dict[str, HeaderValue] = field(default_factory=dict)
    body: str = ""
    references: tuple[str, ...] = ()
    visible: str = ""
    findings: tuple[Finding, ...] = ()


def read_html(text: str, path: str = "") -> HtmlPage | None:
    """The page that an HTML text holds, or None when it is none; `path` is for the places of its findings."""
    article = find_article(text)
    if article is None:
        return None
    hints, notes = hints_of(article), Notes(path)
    page = read_blocks(article, hints, notes)
    title = _title(article, hints)
    properties = list(properties_of(article, hints))
    known = header(title, properties)
    return HtmlPage(
        id=page_id(article),
        title=title,
        header=known.values,
        body=markdown(page),
        references=tuple(dict.fromkeys([*_files(properties), *_references(page)])),
        visible="\n".join(filter(None, [title, *known.shown, visible(article, hints)])),
        findings=notes.findings,
    )


def _title(article: Tag, hints: Hints) -> str:
    title = article.find(class_="page-title")
    return words(title, hints) if isinstance(title, Tag) else ""


def _files(properties: list[Property]) -> Iterator[str]:
    return (target for found in properties for target in found.files)


def _references(block: Block) -> Iterator[str]:
    """The destinations in a block that lead into the export, in their order."""
    for part in block.parts:
        if isinstance(part, Block):
            yield from _references(part)
        else:
            yield from (target for target in (part.link, part.source) if target and is_relative(target))
