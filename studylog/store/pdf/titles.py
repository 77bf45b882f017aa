"""The title of a paper that is a PDF: read in a child process with little time and little memory."""

import json
import os
import signal
from contextlib import suppress
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.papers.titles import PaperTitle, Run, paper_title
from studylog.store.failures import shown
from studylog.store.pdf.worker import limit_memory, limit_time

_SECONDS = 20.0
_MOST_CHARACTERS = 4_000
_MOST_BYTES = 1 << 20


def title_of_pdf(file: Path) -> PaperTitle:
    """What a PDF says of its paper; StudylogError where it cannot be read."""
    if not find_spec("pypdfium2"):
        raise StudylogError(
            say("PDFs are read with two more packages."),
            hint=say("Install them with: {command}", command="pip install 'studylog[pdf]'"),
        )
    answer = _asked(file)
    if answer is None:
        message = say("No title could be read from {file}.", file=shown(file))
        raise StudylogError(message, Exit.PROBLEMS, hint=say("Add the paper by its title, arXiv id or DOI."))
    return paper_title(*answer, shown(file.name))


def _asked(file: Path) -> tuple[str, list[Run]] | None:
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, os.fspath(file)), daemon=True)
    process.start()
    theirs.close()
    try:
        with suppress(OSError, EOFError, ValueError, TypeError, KeyError):
            if ours.poll(_SECONDS):
                found: dict[str, Any] = json.loads(ours.recv_bytes(_MOST_BYTES))
                return str(found["title"]), [Run(str(text), float(size)) for text, size in found["runs"]]
        return None
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _serve(connection: Connection, file: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    limit_time(_SECONDS)
    with suppress(Exception):
        connection.send_bytes(json.dumps(_read(file)).encode())


def _read(file: str) -> dict[str, object]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(file)
    page = document[0].get_textpage()
    runs: list[tuple[str, float]] = []
    for at in range(min(page.count_chars(), _MOST_CHARACTERS)):
        char = chr(pdfium.FPDFText_GetUnicode(page, at))
        size = round(pdfium.FPDFText_GetFontSize(page, at), 1)
        # Blanks and ends of lines have sizes of their own.
        if runs and (char.isspace() or runs[-1][1] == size):
            runs[-1] = (runs[-1][0] + char, runs[-1][1])
        else:
            runs.append((char, size))
    return {"title": document.get_metadata_value("Title"), "runs": runs}
