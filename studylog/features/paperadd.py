"""Add papers to the list: by title, arXiv id, DOI or address, from BibTeX, or from the paper as a PDF."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from studylog.core.digest.weblinks import shown
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.model import Paper
from studylog.core.papers.edits import Fields, entry_of, with_fields, with_paper
from studylog.core.papers.meant import paper_meant
from studylog.core.papers.names import number_name, written_arxiv, written_doi
from studylog.core.text import nfc
from studylog.core.values import dataclass
from studylog.store.catalogue import Changed, change_catalogue
from studylog.store.notebook import Notebook

GIVE = say("Give a title, an arXiv id, a DOI, a .bib or a .pdf.")
"""What a paper may be named by."""

_LONGEST = 300
# What addresses end with, whatever paper they lead to.
_NO_NAMES = frozenset(("abs", "download", "forum", "full", "html", "index", "paper", "pdf", "view"))
# What the team wrote of a paper has more to say than what is added once more.
_KEPT = frozenset(("title", "authors", "year", "arxiv", "doi", "url"))


@dataclass(frozen=True, slots=True)
class Added:
    """The papers that were added or given more, those that had all of it already, and the file."""

    titles: tuple[str, ...]
    known: tuple[str, ...]
    changed: Changed


def paper_fields(written: str, file: Path | None) -> list[Fields]:
    """What is known of the papers that somebody names; a `file` is what the words name on the disk.

    Raises StudylogError for a file of another kind, or one that says nothing of a paper.
    """
    if file is not None and file.suffix.lower() == ".bib":
        from studylog.store.bib import read_bib

        return [dict(fields) for fields in read_bib(file)]
    if file is not None and file.suffix.lower() == ".pdf":
        from studylog.store.pdf.titles import title_of_pdf

        title, arxiv = title_of_pdf(file)
        return [_known({"title": title} if title else {}, arxiv, None)]
    if file is not None:
        message = say("{file} is neither a BibTeX file nor a PDF.", file=file.name)
        raise StudylogError(message, Exit.USAGE, hint=GIVE)
    return [_named(nfc(written).strip())]


def _named(written: str) -> Fields:
    arxiv, doi = written_arxiv(written), written_doi(written)
    if arxiv or doi:
        return _known({}, arxiv, doi)
    if urlsplit(written).scheme in ("http", "https"):
        return {"title": _title_of_address(written), "url": written}
    if not written or len(written) > _LONGEST or not any(char.isalnum() for char in written):
        message = say("“{title}” is no title of a paper.", title=written[:80])
        raise StudylogError(message, Exit.USAGE, hint=GIVE)
    if written.lower().endswith((".bib", ".pdf")):
        raise StudylogError(say("There is no file {file}.", file=written), Exit.NOT_FOUND)
    return {"title": " ".join(written.split())}


def _known(fields: dict[str, str], arxiv: str | None, doi: str | None) -> Fields:
    return {**fields, **({"arxiv": arxiv} if arxiv else {}), **({"doi": doi} if doi else {})}


def _title_of_address(url: str) -> str:
    """Nothing is fetched: an address says of its paper what stands last in it, if that is a name."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    name = (last.rpartition(".")[0] or last).replace("_", " ").strip()
    return name if re.search(r"[^\W\d_]", name) and name.lower() not in _NO_NAMES else shown(url)


def add(
    notebook: Notebook,
    papers: tuple[Paper, ...],
    found: Sequence[Fields],
    more: Fields,
    heading: str,
    *,
    dry_run: bool,
) -> Added:
    """Adds papers to the list; of one that stands there, only what it does not say yet is added.

    `more` is what somebody says of them: presenters, a day, slides.
    """
    new: list[str] = []
    known: list[str] = []

    def changed(text: str) -> str:
        new.clear()
        known.clear()
        for fields in found:
            name, after = _with(text, _same(papers, fields), {**fields, **more})
            (known if after == text else new).append(name)
            text = after
        return text

    file = change_catalogue(notebook, heading, changed, dry_run=dry_run)
    return Added(tuple(new), tuple(known), file)


def _same(papers: tuple[Paper, ...], fields: Fields) -> Paper | None:
    for key in ("arxiv", "doi", "title"):
        if key in fields and (paper := paper_meant(str(fields[key]), papers, surely=True)):
            return paper
    return None


def _name(fields: Fields) -> str:
    title = fields.get("title")
    number = number_name(str(fields.get("arxiv") or "") or None, str(fields.get("doi") or "") or None)
    return str(title or number)


def _with(text: str, paper: Paper | None, fields: Fields) -> tuple[str, str]:
    """What a paper is called in the list, and the list that has it."""
    entry = entry_of(text, paper, _name(fields), fields)
    if entry is None:
        return _name(fields), with_paper(text, fields)
    told = dict(fields)
    if "slides" in told:
        before = [link.url for link in entry.slides]
        told["slides"] = tuple(dict.fromkeys([*before, str(told["slides"])]))
    return entry.titles[0], with_fields(text, entry, told, keep=_KEPT)
