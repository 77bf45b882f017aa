"""All notes together: what each says is merged into the questions, papers and lectures of the notebook."""

from collections.abc import Iterable, Iterator
from datetime import date

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.lectures import gather_lectures
from studylog.core.model import Collection, Note
from studylog.core.papers import FindFile, LocalFile, gather_papers, papers_in
from studylog.core.questions import gather_questions
from studylog.core.settings import Settings
from studylog.core.text import fold, nearest
from studylog.core.wikinames import names_of

_MOST_HINTS = 20


def _no_file(note_path: str, reference: str) -> LocalFile | None:
    return None


def collect(notes: Iterable[Note], settings: Settings, find_file: FindFile = _no_file) -> Collection:
    """The collection of the notes, in order of their days; `find_file` tells which slides are at hand."""
    ordered = tuple(sorted(notes, key=lambda note: (note.date or date.max, note.path)))
    questions = gather_questions(ordered, [course.name for course in settings.courses])
    findings = (*(finding for note in ordered for finding in note.findings), *_lost_wikilinks(ordered))
    return Collection(
        notes=ordered,
        questions=questions,
        papers=gather_papers(map(papers_in, ordered), settings.roster, find_file),
        lectures=gather_lectures(ordered, questions, settings),
        findings=tuple(findings),
    )


def page_names(notes: Iterable[Note]) -> dict[str, str]:
    """The path of a note by every name that a wikilink may call it, folded: title, file name, path."""
    names: dict[str, str] = {}
    for note in notes:
        for name in names_of(note.path, note.title):
            names.setdefault(name, note.path)
    return names


def _lost_wikilinks(notes: tuple[Note, ...]) -> Iterator[Finding]:
    names = page_names(notes)
    titles = [note.title for note in notes]
    hints: dict[str, str | None] = {}
    for note in notes:
        for link in note.wikilinks:
            page = link.url.split("#")[0].strip()
            if not page or fold(page.removesuffix(".md")) in names:
                continue
            # Looking for the nearest title is slow: worth it for a few typing errors, not for a lost half.
            if page not in hints:
                hints[page] = nearest(page, titles) if len(hints) < _MOST_HINTS else None
            near = hints[page]
            yield Finding(
                Place(note.path, link.line),
                "warning",
                "wikilink",
                say("No note is called “{page}”.", page=page),
                say("Did you mean {near}?", near=near) if near else None,
            )
