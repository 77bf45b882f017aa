"""Change the plan of a paper: in the row of the note that has it, else in the list of papers."""

from studylog.core.editing import editable
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import Message, say
from studylog.core.model import NotePaper, Paper
from studylog.core.papers.edits import Fields, entry_of, with_fields, with_paper
from studylog.core.papers.meant import paper_meant, perhaps_meant
from studylog.core.parse import read_note
from studylog.core.planrows import RowChange, changed_row
from studylog.core.settings import Settings
from studylog.core.text import nfc
from studylog.core.textlines import lines_of
from studylog.core.values import dataclass, replace
from studylog.store.catalogue import Changed, change_catalogue
from studylog.store.edits import changed
from studylog.store.notebook import CATALOGUE, Notebook, note_files


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan that was changed: the title of its paper, and the file that has it now.

    `new` is a paper that nothing named before; `perhaps` is one of another title that may have been meant.
    """

    title: str
    changed: Changed
    new: bool = False
    perhaps: str | None = None


def plan(
    notebook: Notebook,
    papers: tuple[Paper, ...],
    written: str,
    change: RowChange,
    heading: str,
    *,
    dry_run: bool,
) -> Planned:
    """Plans a paper for a day, or for somebody; where its plan stands already, only that changes."""
    paper = paper_meant(written, papers)
    # The header of a note about a paper has no row: what it says is told anew in the list.
    place = paper.planned.place if paper and paper.planned else None
    if paper and place and place.path != CATALOGUE and place.line > 1:
        return Planned(paper.title, _change_note(notebook, place, change, dry_run=dry_run))
    title = paper.title if paper else nfc(written).strip()
    fields = _fields(change)

    def planned(text: str) -> str:
        entry = entry_of(text, paper, title)
        return with_fields(text, entry, fields) if entry else with_paper(text, {"title": title, **fields})

    perhaps = None if paper else perhaps_meant(title, papers)
    listed = change_catalogue(notebook, heading, planned, dry_run=dry_run)
    return Planned(title, listed, paper is None, perhaps)


def _fields(change: RowChange) -> Fields:
    fields: dict[str, str | tuple[str, ...]] = {}
    if change.presenters is not None:
        fields["presenters"] = change.presenters
    if change.day is not None:
        fields["date"] = change.day.isoformat()
    return fields


def _change_note(notebook: Notebook, place: Place, change: RowChange, *, dry_run: bool) -> Changed:
    note = next((one for one in note_files(notebook) if one.path == place.path), None)
    if note is None:
        raise StudylogError(say("There is no note {path}.", path=place.path), Exit.NOT_FOUND)

    def change_row(content: bytes) -> Changed:
        text = editable(content, place.path)
        return Changed(place.path, text, _changed_text(place, text, change, notebook.settings))

    return changed(note.file, change_row, dry_run=dry_run)


def _changed_text(place: Place, text: str, change: RowChange, settings: Settings) -> str:
    """The note with its row changed, in the first way that reads as it is meant, and as nothing else."""
    lines = lines_of(text)
    before = read_note(place.path, text.encode(), settings)
    for row in changed_row([nfc(line) for line in lines], place.line, change, before.date):
        after = "".join((*lines[: place.line - 1], row, *lines[place.line :]))
        note = read_note(place.path, after.encode(), settings)
        if [_meant(paper, place, change) for paper in before.papers] == list(note.papers):
            return after
    message: Message = say("This row of the plan is written in a way that cannot be changed here.")
    raise StudylogError(message, place=place, hint=say("Change it by hand."))


def _meant(paper: NotePaper, place: Place, change: RowChange) -> NotePaper:
    if paper.role != "planned" or paper.place.line != place.line:
        return paper
    presenters = paper.presenters if change.presenters is None else change.presenters
    return replace(paper, presenters=presenters, date=change.day or paper.date)
