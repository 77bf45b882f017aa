"""Slides added: kept in `slides/` under the names of paper and presenter, and linked under their paper."""

import posixpath
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from studylog.core.editing import editable
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.markdown.destinationforms import Lead, Written, rewritten
from studylog.core.model import NotePaper
from studylog.core.papers.slides import name_in_file
from studylog.core.parse import read_note
from studylog.core.text import fold, nfc
from studylog.core.values import dataclass, replace
from studylog.features.slides.choosing import the_paper, titled
from studylog.features.slides.keeping import name_for, place_for
from studylog.features.slides.placing import with_lines
from studylog.features.slides.presenting import Planned, with_heading
from studylog.store import files
from studylog.store.edits import changed
from studylog.store.names import safe_join
from studylog.store.notebook import Notebook, NoteFile
from studylog.store.references import file_of
from studylog.store.slides.ledger import remember

_PDF = b"%PDF-"
# As far as readers of PDFs look for the mark.
_BEGINNING = 1024
_LABELS = {"ko": ("발표자료", "발표자"), "en": ("Slides", "Presenter")}


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added: a PDF, its paper and presenter where they are told, and the note to link it in.

    `planned` is the paper where nobody has presented it yet: the note gets a heading for it.
    """

    source: Path
    note: NoteFile
    paper: str | None = None
    presenter: str | None = None
    planned: Planned | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """Slides that were added: where they are, of which paper, and the note before and after.

    `copied` is false where the notebook had them already.
    """

    path: str
    sha256: str
    paper: str
    presenter: str | None
    note: str
    before: str
    after: str
    copied: bool


def add(notebook: Notebook, addition: Addition, *, dry_run: bool) -> Added:
    """Puts a PDF into the notebook and links it under its paper, unless it is only tried."""
    content = _pdf(addition.source)
    linked = partial(_linked, notebook, addition, content)
    # Tried before anything is written: a file without a link would be lost again.
    tried = changed(addition.note.file, linked, dry_run=True)
    if dry_run:
        return tried
    if tried.copied:
        files.write_new(safe_join(notebook.root, tried.path), content)
    remember(notebook.root, tried.path, tried.sha256)
    return replace(changed(addition.note.file, linked, dry_run=False), copied=tried.copied)


def _pdf(source: Path) -> bytes:
    content = files.read(source)
    if _PDF in content[:_BEGINNING]:
        return content
    hint = say("Export the slides as PDF, and add that: every machine can show it.")
    raise StudylogError(say("{path} is no PDF.", path=source.name), Exit.USAGE, hint=hint)


def _linked(notebook: Notebook, addition: Addition, content: bytes, note: bytes) -> Added:
    """The note with a link to the PDF under its paper, and where the PDF lies, or is to lie."""
    path, text = addition.note.path, editable(note, addition.note.path)
    begun, papers = _begun(notebook, addition, note, text)
    paper = the_paper(papers, path, nfc(addition.source.name), addition.paper)
    title = paper.titles[0]
    told = addition.presenter or ", ".join(addition.planned.presenters if addition.planned else ())
    presenter = told or ", ".join(paper.presenters) or None
    sha256 = files.sha256(content)
    # Who presented by the name of the file is as sure as before by its new name.
    called = presenter or name_in_file(addition.source.name, notebook.settings.roster)
    kept, copied = place_for(notebook, addition.source, name_for(title, called), sha256)
    here = [file for one in paper.slides if (file := file_of(notebook.root, path, one.url))]
    if any(files.sha256_of(file) == sha256 for file in here):
        return Added(kept, sha256, title, presenter, path, text, text, copied=False)
    slides, who = _LABELS[notebook.settings.language]
    link = rewritten(Written("plain", 0, 0, ""), Lead(posixpath.relpath(kept, posixpath.dirname(path))), "")
    by = [f"{who}: {told}"] if told and not paper.presenters else []
    after = with_lines(begun, paper, [*by, f"{slides}: [{_words(PurePosixPath(kept).name)}]({link})"])
    _read_back(notebook, path, after, paper, link or "")
    return Added(kept, sha256, title, presenter, path, text, after, copied)


def _begun(notebook: Notebook, addition: Addition, note: bytes, text: str) -> tuple[str, Sequence[NotePaper]]:
    """The note with a heading for a paper that nobody has presented yet, and the papers that it presents."""
    papers = _presented(notebook, addition.note.path, note)
    if addition.planned is None or titled(papers, addition.planned.title):
        return text, papers
    read = read_note(addition.note.path, note, notebook.settings)
    begun = with_heading(text, read, addition.planned.title)
    return begun, _presented(notebook, addition.note.path, begun.encode())


def _papers(notebook: Notebook, path: str, note: bytes) -> Sequence[NotePaper]:
    """What a note presents or plans; what it only mentions has no slides of its own there."""
    papers = read_note(path, note, notebook.settings).papers
    return [paper for paper in papers if paper.titles and paper.role in ("presented", "planned")]


def _presented(notebook: Notebook, path: str, note: bytes) -> Sequence[NotePaper]:
    return [paper for paper in _papers(notebook, path, note) if paper.role == "presented"]


def _words(name: str) -> str:
    """A name as the words of a link; `_` between two of its words is no sign that has to be escaped."""
    return re.sub(r"([\[\]\\*_`<>&$~|])", r"\\\1", name) if re.search(r"[\[\]\\*`<>&$~|]", name) else name


def _read_back(notebook: Notebook, path: str, text: str, paper: NotePaper, link: str) -> None:
    """Makes sure that the note says what it was meant to."""
    again = [one for one in _papers(notebook, path, text.encode()) if one.titles == paper.titles]
    if not any(fold(link) == fold(one.url) for found in again for one in found.slides):
        message = say(
            "The slides cannot be linked under “{title}” in {path}.", title=paper.titles[0], path=path
        )
        hint = say("Write this line under it by hand: {line}", line=f"[slides]({link})")
        raise StudylogError(message, hint=hint)
