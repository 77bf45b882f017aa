"""Papers out of a BibTeX file, read by a package that is installed on request."""

import logging
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from studylog.core.editing import editable
from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.papers.names import written_arxiv, written_doi
from studylog.core.text import nfc
from studylog.store import files
from studylog.store.failures import shown

Value = str | tuple[str, ...] | int
MOST_BYTES = 4 << 20
"""How large a BibTeX file may be."""

_BETWEEN_AUTHORS = re.compile(r"\s+and\s+")


def read_bib(file: Path) -> list[dict[str, Value]]:
    """The papers of a BibTeX file, each by the keys of `papers.yaml`."""
    if not find_spec("bibtexparser"):
        raise StudylogError(
            say("BibTeX files are read with one more package."),
            hint=say("Install it with: {command}", command="pip install 'studylog[bib]'"),
        )
    content = files.read(file)
    read = _entries(editable(content, shown(file))) if len(content) <= MOST_BYTES else ()
    papers = [paper for fields in read if (paper := dict(_paper(fields)))]
    if not papers:
        message = say("No paper could be read from {file}.", file=shown(file))
        raise StudylogError(message, hint=say("Add the paper by its title, arXiv id or DOI."))
    return papers


def _entries(text: str) -> Iterator[Mapping[str, str]]:
    """The entries with their fields in small letters; what cannot be read is left out."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    # What it has to say goes nowhere: what was left out shows in what was added.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    library = parse_string(text.removeprefix("\ufeff"), append_middleware=[LatexDecodingMiddleware()])
    for entry in library.entries:
        yield {field.key.lower(): " ".join(nfc(str(field.value)).split()) for field in entry.fields}


def _paper(fields: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    arxiv = written_arxiv(fields.get("eprint", "")) or written_arxiv(fields.get("url", ""))
    doi = written_doi(fields.get("doi", "")) or written_doi(fields.get("url", ""))
    title = _bare(fields.get("title", ""))
    if title:
        yield "title", title
    elif not (arxiv or doi):
        return
    if fields.get("author"):
        yield "authors", tuple(map(_name, _BETWEEN_AUTHORS.split(fields["author"])))
    year = fields.get("year") or fields.get("date", "")[:4]
    if re.fullmatch(r"[12]\d{3}", year):
        yield "year", int(year)
    if arxiv:
        yield "arxiv", arxiv
    if doi:
        yield "doi", doi
    if not (arxiv or doi) and fields.get("url"):
        yield "url", fields["url"]


def _name(written: str) -> str:
    """`He, Kaiming` as Kaiming He."""
    last, _, first = _bare(written).partition(",")
    return f"{first.strip()} {last.strip()}".strip()


def _bare(written: str) -> str:
    """What is written without the braces that keep BibTeX from changing its letters."""
    return written.replace("{", "").replace("}", "").strip()
