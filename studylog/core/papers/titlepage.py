"""The title of a paper out of its PDF: as its makers say, else what stands largest on the first page."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from studylog.core.papers.names import written_arxiv
from studylog.core.text import nfc

_LONGEST = 300
# What programs write there themselves.
_NO_TITLE = re.compile(
    r"(?:untitled|no title|title|paper|main|제목\s?없음|microsoft (?:word|powerpoint)\b.*|powerpoint .*"
    r"|.*\.(?:docx?|pptx?|pdf|tex|dvi|hwpx?|indd)|arxiv:.*|latex.*|\W*)",
    re.IGNORECASE,
)
# arXiv prints this beside its papers, larger than any title.
_STAMP = re.compile(r"arXiv:(?P<id>\S{9,16})\s*\[")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 3


class Run(NamedTuple):
    """Text of one size, as it stands on a page."""

    text: str
    size: float


class PaperTitle(NamedTuple):
    """What a PDF says of its paper; None for what it does not say."""

    title: str | None
    arxiv: str | None


def paper_title(told: str, runs: Sequence[Run], name: str) -> PaperTitle:
    """The title and the arXiv id of a PDF: `told` is its title by itself, `name` that of its file."""
    text = " ".join(run.text for run in runs)
    stamp = _STAMP.search(text)
    arxiv = (written_arxiv(stamp["id"]) if stamp else None) or written_arxiv(name.rpartition(".")[0])
    title = _clean(told)
    if not title or _NO_TITLE.fullmatch(title):
        title = _largest([run for run in runs if not _STAMP.search(run.text)])
    return PaperTitle(title or None, arxiv)


def _largest(runs: Sequence[Run]) -> str:
    sizes = [run.size for run in runs if len(_LETTER.findall(run.text)) >= _FEWEST_LETTERS]
    if not sizes:
        return ""
    first = next(at for at, run in enumerate(runs) if run.size == max(sizes) and _LETTER.search(run.text))
    title = ""
    for run in runs[first:]:
        if run.size != runs[first].size and run.text.strip():
            break
        title += run.text
    return _clean(title)


def _clean(text: str) -> str:
    # A word that was divided at the end of a line.
    whole = re.sub(r"(?<=[a-z])[-\u00ad\ufffe\u0002]\s*[\r\n]+\s*(?=[a-z])", "", text)
    words = re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]", " ", whole).split()
    return nfc(" ".join(words))[:_LONGEST].strip()
