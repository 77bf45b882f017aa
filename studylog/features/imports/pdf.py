"""PDFs printed from Notion as drafts: text, pictures and properties, and the PDF itself as their source."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say, translate
from studylog.core.incoming.dated import dated
from studylog.core.incoming.drafts import Attachment, Draft, HeaderValue, Refused
from studylog.core.notion.properties import header_of
from studylog.core.printed.read import PrintedNote
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.store.pdf.children import Failed, read_pdfs
from studylog.store.pdf.worker import Reason

_NEEDED = ("pypdfium2", "PIL")
_WHY: Mapping[Reason, Message] = {
    "damaged": say("The PDF is damaged, or no PDF at all."),
    "locked": say("The PDF is locked with a password."),
    "large": say("The PDF is larger than notes are."),
    "slow": say("The PDF takes too long to read."),
    "died": say("The PDF is damaged, or larger than notes are."),
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
    formula = translate(say("formula"), settings.language)
    read = zip(sources, names, folders, read_pdfs(sources, folders, formula), strict=True)
    for source, name, folder, note in read:
        yield (
            _refused(name, _WHY[note.reason])
            if isinstance(note, Failed)
            else _draft(source, name, folder, note, settings)
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


def _draft(source: Path, name: str, folder: Path, note: PrintedNote, settings: Settings) -> Draft | Refused:
    if not note.visible.strip():
        return _refused(name, say("The PDF holds pictures of text, but no text."))
    own = nfc(source.name)
    header: dict[str, HeaderValue] = {**header_of(note.title or source.stem, note.properties), "source": own}
    attachments = (
        Attachment(own, str(source)),
        *(Attachment(picture, str(folder / picture)) for picture in dict.fromkeys(note.pictures)),
    )
    doubts = tuple(_doubts(note, name))
    draft = Draft(name, note.body, header, None, attachments, visible=note.visible, findings=doubts)
    return dated(draft, settings)


def _doubts(note: PrintedNote, name: str) -> Iterator[Finding]:
    if note.formulas:
        message = say(
            "Kept as pictures, with their characters beneath: {count:formula/formulas}.", count=note.formulas
        )
        hint = say("Write those that matter as TeX between $$ and $$.")
        yield Finding(Place(name), "note", "formula", message, hint)
    if note.lost:
        message = say("Could not be read, and is missing: {count:picture/pictures}.", count=note.lost)
        hint = say("Save it from Notion, and put it into the note.")
        yield Finding(Place(name), "warning", "picture", message, hint)
