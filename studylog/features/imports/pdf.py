"""PDFs printed from Notion as drafts: text, pictures and properties, and the PDF itself as their source."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from studylog.core.dated import dated
from studylog.core.drafts import Attachment, Draft, HeaderValue, Refused
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say, translate
from studylog.core.notion.properties import header_of
from studylog.core.printed.model import Printed
from studylog.core.printed.read import read_printed
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.store.pdf.worker import Failed, Reason, read_pdfs

_NEEDED = ("pypdfium2", "PIL")
_WHY: Mapping[Reason, Message] = {
    "damaged": say("The PDF is damaged, or no PDF at all."),
    "locked": say("The PDF is locked with a password."),
    "large": say("The PDF is larger than notes are."),
    "slow": say("The PDF takes too long to read."),
}


def drafts(sources: Sequence[Path], settings: Settings, scratch: Path) -> Iterator[Draft | Refused]:
    """A draft for each PDF, in their order."""
    if not all(map(find_spec, _NEEDED)):
        raise StudylogError(
            say("PDFs are read with two more packages."),
            Exit.PROBLEMS,
            hint=say("Install them with: {command}", command="pip install 'studylog[pdf]'"),
        )
    folders = [scratch / f"pdf-{number}" for number in range(len(sources))]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    names = _names(sources)
    read = zip(sources, names, folders, read_pdfs(sources, folders), strict=True)
    for source, name, folder, document in read:
        yield (
            _refused(name, _WHY[document.reason])
            if isinstance(document, Failed)
            else _draft(source, name, folder, document, settings)
        )


def _names(sources: Sequence[Path]) -> list[str]:
    """What each source is called: its file's name, with folders where two have the same."""
    names = [nfc(source.name) for source in sources]
    return [
        nfc(source.as_posix()) if names.count(name) > 1 else name
        for source, name in zip(sources, names, strict=True)
    ]


def _refused(name: str, why: Message) -> Refused:
    hint = say("Print the page from Notion again, or import its Markdown or HTML.")
    return Refused(name, Finding(Place(name), "error", "pdf", why, hint))


def _draft(source: Path, name: str, folder: Path, document: Printed, settings: Settings) -> Draft | Refused:
    note = read_printed(document, name, translate(say("formula"), settings.language))
    if not note.visible.strip():
        return _refused(name, say("The PDF holds pictures of text, but no text."))
    own = nfc(source.name)
    header: dict[str, HeaderValue] = {**header_of(note.title or source.stem, note.properties), "source": own}
    attachments = (
        Attachment(own, str(source)),
        *(Attachment(picture, str(folder / picture)) for picture in note.pictures),
    )
    draft = Draft(name, note.body, header, None, attachments, visible=note.visible, findings=note.findings)
    return dated(draft, settings)
