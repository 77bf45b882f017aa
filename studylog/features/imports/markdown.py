"""Markdown files, folders of them and vaults as drafts: notes come as they are, with the files they show.

Headers, text and places stay; every encoding becomes UTF-8. The property lines of a page that somebody has
copied out of Notion become its header.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from studylog.core.doubts import odd_bytes
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.header.parts import split
from studylog.core.i18n import say
from studylog.core.incoming.dated import dated
from studylog.core.incoming.drafts import Attachment, Draft, PageLink, Refused
from studylog.core.incoming.readable import readable_parts
from studylog.core.markdown.destinationforms import attributes_in
from studylog.core.notion.ids import title_of_file
from studylog.core.notion.properties import read_page
from studylog.core.parse import ReadNote, read
from studylog.core.settings import Settings
from studylog.core.text import Decoded, decode, nfc
from studylog.core.values import dataclass, field
from studylog.features.imports.sources import refused
from studylog.features.imports.vault import Vault, vaults
from studylog.store import files
from studylog.store.notebook import MARKDOWN

_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:|//|#|$")
_OF_HEDGEDOC = "/uploads/"
_MOST_NAMED = 5


def drafts(sources: Sequence[Path], settings: Settings, scratch: Path) -> Iterator[Draft | Refused]:
    """The drafts of Markdown files, and of all Markdown files in folders and those below them."""
    taken: set[str] = set()
    for vault in vaults(sources):
        names = _named(vault, taken)
        for path, file in vault.notes.items():
            try:
                yield _draft(path, decode(files.read(file)), vault, names, settings)
            except StudylogError as error:
                yield refused(names[path], error)


def _named(vault: Vault, taken: set[str]) -> dict[str, str]:
    """What each note of a folder is called in this run: by its path, behind that of the folder if need be."""
    folder = ""
    while any(folder + path in taken for path in vault.notes):
        folder += f"{nfc(vault.root.name)}/"
    names = {path: folder + path for path in vault.notes}
    taken.update(names.values())
    return names


def _draft(path: str, decoded: Decoded, vault: Vault, names: dict[str, str], settings: Settings) -> Draft:
    name = names[path]
    text = nfc(decoded.text)
    parted = split(text)
    page = None if parted.header is not None else read_page(text)
    note = read(path, text.encode(), settings)
    references = _References(vault, path, names)
    for reference, is_page in _references_in(note):
        references.add(reference, is_page=is_page, keeps_place=page is None)
    draft = Draft(
        source=name,
        text=page.body if page else text,
        header={**page.header, "source": PurePosixPath(path).name} if page else {},
        place=None if page else _place(path),
        attachments=tuple(references.attachments),
        pages=tuple(references.pages),
        lost=tuple(references.lost),
        visible=readable_parts(parted, note.reading.tokens),
        findings=(*odd_bytes(decoded, name), *_lost(name, references.lost)),
        origin="" if page else nfc(vault.root.resolve().name),
    )
    return dated(draft, settings) if page else draft


def _place(path: str) -> str:
    """A note keeps its place in its folder, without the ids that Notion adds to names."""
    pure = PurePosixPath(path)
    parts = [*(title_of_file(part) for part in pure.parent.parts), title_of_file(pure.stem)]
    return "/".join(parts) + ".md"


@dataclass(slots=True)
class _References:
    """What the references of a note mean: files, other notes, or nothing that was given."""

    vault: Vault
    note: str
    names: dict[str, str]
    attachments: list[Attachment] = field(default_factory=list)
    pages: list[PageLink] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, reference: str, *, is_page: bool, keeps_place: bool) -> None:
        """Tells one reference; `is_page` is for `[[…]]`, which may name a note that nobody wrote yet."""
        page = self.vault.page(reference) if is_page else None
        found = None if page else self.vault.file(self.note, reference)
        target = page or (found[0] if found else None)
        if target in self.names:
            self.pages.append(PageLink(reference, self.names[target]))
        elif found and not found[0].lower().endswith(MARKDOWN):
            self.attachments.append(Attachment(reference, str(found[1]), found[0] if keeps_place else None))
        elif not is_page:
            self.lost.append(reference)


def _references_in(note: ReadNote) -> Iterator[tuple[str, bool]]:
    """The references of a note that are no addresses of the web, each once; and whether it is `[[…]]`."""
    tags = (
        written.text
        for token in note.reading.tokens
        for part in (token, *(token.children or ()))
        if part.type in ("html_block", "html_inline")
        for written in attributes_in(part.content, 0, len(part.content))
    )
    shown = [*(image.source for image in note.note.images), *(link.url for link in note.note.links), *tags]
    references = {reference: False for reference in shown}
    references |= {link.url: True for link in note.note.wikilinks if link.url not in references}
    return (pair for pair in references.items() if not _ADDRESS.match(pair[0]))


def _lost(name: str, references: Sequence[str]) -> Iterator[Finding]:
    if not references:
        return
    names = ", ".join(references[:_MOST_NAMED]) + (", …" if len(references) > _MOST_NAMED else "")
    message = say("{count:link/links} without a file: {names}.", count=len(references), names=names)
    if any(reference.startswith(_OF_HEDGEDOC) for reference in references):
        hint = say("HedgeDoc keeps pictures on its server: put them into `uploads` beside the note.")
    else:
        hint = say("Import the folder that holds the files, too.")
    yield Finding(Place(name), "warning", "dead-link", message, hint)
