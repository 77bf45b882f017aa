"""What the files of a page say of it: its header, its text, and what a reader of it saw."""

from collections.abc import Iterable, Iterator

from studylog.core.doubts import odd_bytes
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.drafts import HeaderValue
from studylog.core.notion.ids import title_of
from studylog.core.notion.markdown import mended, visible_words
from studylog.core.notion.properties import Written, header_of, read_titled
from studylog.core.text import nfc
from studylog.core.values import dataclass, replace
from studylog.features.imports.notion.catalogue import Page, Spot, decoded_of, text_of
from studylog.features.imports.notion.databases import Database
from studylog.features.imports.notion.linking import visible_value


@dataclass(frozen=True, slots=True)
class Content:
    """What one file says of a page."""

    header: dict[str, HeaderValue]
    body: str
    visible: str
    page_id: str | None = None
    findings: tuple[Finding, ...] = ()


def content_of(page: Page, around: Database | None, title: str) -> Content:
    """What all files of a page say together: the best has the word, the others complete its header.

    `title` is for a page of which there is only a table.
    """
    found = [content for content in _contents(page, around) if content is not None]
    first = found[0] if found else Content(header_of(title, ()), "", title)
    header = dict(first.header)
    for other in found[1:]:
        header |= {key: value for key, value in other.header.items() if key not in header}
    if around is not None:
        header |= _told_by(around, page, header)
    return replace(first, header=header, findings=tuple(f for each in found for f in each.findings))


def _contents(page: Page, around: Database | None) -> Iterator[Content | None]:
    if "html" in page.files:
        yield _from_html(page.source, page.files["html"])
    if "markdown" in page.files:
        yield _from_markdown(page, page.files["markdown"], around)


def _from_html(source: str, spot: Spot) -> Content:
    # Reading HTML costs a tenth of a second before the first page: only who has some pays for it.
    from studylog.core.notion.html import read_html

    text = text_of(spot.file)
    page = read_html(text, source)
    if page is None:
        message = say("This is no page of Notion; its text is kept as it is.")
        finding = Finding(Place(source), "warning", "html", message)
        title = title_of(spot.path)
        return Content(header_of(title, ()), text, title, findings=(finding,))
    return Content(dict(page.header), page.body, page.visible, page.id or None, tuple(page.findings))


def _from_markdown(page: Page, spot: Spot, around: Database | None) -> Content:
    decoded = decoded_of(spot.file)
    read = read_titled(nfc(decoded.text), title_of(spot.path), around.names if around else ())
    day = around.day(page, str(read.header["title"])) if around else None
    header = {**read.header, "title": day} if day else read.header
    visible = "\n".join([*_visible(header, read.properties), visible_words(read.body)])
    return Content(header, mended(read.body), visible, findings=tuple(odd_bytes(decoded, page.source)))


def _visible(header: dict[str, HeaderValue], properties: Iterable[Written]) -> Iterator[str]:
    """The title and the values; one that the header has in another form (a day, a type) is seen in that."""
    title, *values = header.values()
    yield str(title)
    for (_, written), value in zip(properties, values, strict=True):
        yield visible_value(value if isinstance(value, str) else written)


def _told_by(database: Database, page: Page, header: dict[str, HeaderValue]) -> dict[str, HeaderValue]:
    """What the table of a database says of a page, and the page itself does not."""
    told = header_of("", database.properties(page))
    return {key: value for key, value in told.items() if key not in header}
