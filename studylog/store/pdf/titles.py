"""The title of a paper that is a PDF: read in a child process with little time and little memory."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.papers.titlepage import PaperTitle, Run, paper_title
from studylog.store.failures import shown
from studylog.store.pdf.children import Failed, Task, outcomes


def title_of_pdf(file: Path) -> PaperTitle:
    """What a PDF says of its paper; StudylogError where it cannot be read."""
    if not find_spec("pypdfium2"):
        raise StudylogError(
            say("PDFs are read with two more packages."),
            hint=say("Install them with: {command}", command="pip install 'studylog[pdf]'"),
        )
    (told,) = outcomes([Task("title", file, file.parent)], _told_in)
    if isinstance(told, Failed):
        message = say("No title could be read from {file}.", file=shown(file))
        raise StudylogError(message, Exit.PROBLEMS, hint=say("Add the paper by its title, arXiv id or DOI."))
    return paper_title(*told, shown(file.name))


def _told_in(fields: dict[str, Any]) -> tuple[str, list[Run]]:
    """The title that a PDF tells of itself, and what stands on its first page."""
    return str(fields["title"]), [Run(str(text), float(size)) for text, size in fields["runs"]]
