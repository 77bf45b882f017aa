"""Markdown files and folders as drafts: headers stay as they are, Notion's property lines become one."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from studylog.core.doubts import odd_bytes
from studylog.core.drafts import Attachment, Draft, note_text
from studylog.core.errors import Exit, StudylogError
from studylog.core.facts import note_facts
from studylog.core.frontmatter import split
from studylog.core.i18n import say
from studylog.core.notion.properties import read_page, title_of_file
from studylog.core.parse import read_note
from studylog.core.settings import Settings
from studylog.core.text import decode, nfc
from studylog.store import files
from studylog.store.failures import shown
from studylog.store.references import file_of
from studylog.store.walk import walk

ENDINGS = (".md", ".markdown")
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:|//|#|$")


def drafts(source: Path, settings: Settings) -> Iterator[Draft]:
    """The drafts of a Markdown file, or of all Markdown files in a folder and those below it."""
    if source.is_dir():
        for path in sorted(walk(source, source)):
            if path.lower().endswith(ENDINGS):
                yield _draft(Path(path), source, settings)
    elif source.suffix.lower() in ENDINGS:
        yield _draft(source, source.parent, settings)
    else:
        raise StudylogError(
            say("{path} is no Markdown file and no folder.", path=shown(source)),
            Exit.USAGE,
            hint=say("Files that end in .md or .markdown can be imported, and folders of them."),
        )


def _draft(file: Path, root: Path, settings: Settings) -> Draft:
    name = nfc(os.path.relpath(file, root).replace(os.sep, "/"))
    decoded = decode(files.read(file))
    text = nfc(decoded.text)
    page = None if split(text).header is not None else read_page(text)
    found = tuple(odd_bytes(decoded, name))
    attached = tuple(_attachments(name, text, root, settings))
    if page is None:
        return Draft(name, text, {}, _place(name), attached, findings=found)
    header = {**page.header, "source": PurePosixPath(name).name}
    draft = Draft(name, page.body, header, None, attached, findings=found)
    return _dated(draft, settings)


def _place(name: str) -> str:
    """A note keeps its place in its folder, without the ids that Notion adds to names."""
    path = PurePosixPath(name)
    parts = [*(title_of_file(part) for part in path.parent.parts), title_of_file(path.stem)]
    return "/".join(parts) + ".md"


def _dated(draft: Draft, settings: Settings) -> Draft:
    """The draft with the day of its meeting, as its title and the time of its writing tell it."""
    facts = note_facts(draft.source, note_text(draft).encode(), settings)
    if facts.day is None or "date" in draft.header:
        return draft
    title, *rest = draft.header.items()
    header = dict([title, ("date", facts.day.isoformat()), *rest])
    return replace(draft, header=header)


def _attachments(name: str, text: str, root: Path, settings: Settings) -> Iterator[Attachment]:
    """The files beside a note that its pictures and links lead to; nothing outside the source is read."""
    note = read_note(name, text.encode(), settings)
    references = [*(image.source for image in note.images), *(link.url for link in note.links)]
    for reference in dict.fromkeys(references):
        if _ADDRESS.match(reference):
            continue
        file = file_of(root, name, reference)
        if file is not None and not str(file).lower().endswith(ENDINGS):
            yield Attachment(unquote(reference), str(file))
