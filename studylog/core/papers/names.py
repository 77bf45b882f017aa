"""Names of papers: when two are surely the same, when they may be, and the numbers that papers have."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from studylog.core.late import late
from studylog.core.text import fold, nfc, slug

_ARXIV_ID = r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?"
_ARXIV_URL = late(rf"arxiv\.org/(?:abs|pdf|html|format)/{_ARXIV_ID}", re.IGNORECASE)
_ARXIV_WRITTEN = late(rf"(?:arxiv\s*:\s*)?{_ARXIV_ID}", re.IGNORECASE)
_DOI_ID = r"(?P<id>10\.\d{4,9}/[^\s?#\"<>]+)"
_DOI_URL = late(rf"(?:dx\.)?doi\.org/{_DOI_ID}", re.IGNORECASE)
_DOI_WRITTEN = late(rf"(?:doi\s*:\s*)?{_DOI_ID}", re.IGNORECASE)
# arXiv gives its papers DOIs, too.
_ARXIV_DOI = late(rf"10\.48550/arxiv\.{_ARXIV_ID}", re.IGNORECASE)

# `3.5` must not become `35`.
_POINT = late(r"(?<=\d)\.(?=\d)")
_WORDS_AROUND = late(
    r"^(?:\[?(?:논문|paper)\]?\s*[:：]?\s+)|\s+(?:(?:논문\s*)?(?:리뷰|읽기|정리|발표)|논문|(?:paper\s+)?review|paper)$",
    re.IGNORECASE,
)
_TAIL = late(r"^(?P<head>[^:：]{2,40}?)\s*[:：]\s+(?P<tail>\S.{8,})$", re.DOTALL)
# `VGG-16` is a VGG of 16 layers; `v10`, `3.5` and a year are something else.
_DEPTH = late(r"(?<=[^\W\d_])(?P<gap>[\s_-]?)(?P<depth>\d{2,3})$")
_A_VERSION = late(r"(?:^|[^a-z])v$|[a-z]v$", re.IGNORECASE)
_FIRST_VERSION = late(r"[\s_-]?v1$", re.IGNORECASE)
_NET = late(r"[\s_-]?net$", re.IGNORECASE)
_SHORTEST_STEM = 5
_NUMBERS = late(r"(?:-\d+)+$")


class Reading(NamedTuple):
    """What a name may mean: two may be one paper if the base is the same and nothing speaks against it.

    `depth` and `tail` are what stood behind the base: `16` of VGG-16, the rest of a title behind a colon.
    """

    base: str
    depth: str
    tail: str


def name_key(name: str) -> str:
    """What two spellings of one name share, whatever their case, blanks and signs."""
    return fold(_POINT.sub("p", nfc(name)))


def reading_of(name: str) -> Reading:
    """The name without what people leave out: `XceptionNet` as Xception, `BERT: Pre-training …` as BERT."""
    text = _without_words(nfc(name).strip())
    parted = _TAIL.match(text)
    head, tail = (parted["head"], parted["tail"]) if parted else (text, "")
    depth = _DEPTH.search(head)
    if depth and not _A_VERSION.search(head[: depth.start()]):
        head = head[: depth.start()]
    else:
        depth = None
    shorter = _FIRST_VERSION.sub("", head)
    head = shorter if len(name_key(shorter)) > 1 else head
    stem = name_key(_NET.sub("", head))
    base = stem if len(stem) >= _SHORTEST_STEM else name_key(head)
    return Reading(base or name_key(name), depth["depth"] if depth else "", name_key(tail))


def may_be_one(one: Reading, other: Reading) -> bool:
    """Whether two readings may be names of one paper: what both have behind the base is the same."""
    return (
        one.base == other.base
        and (not one.depth or not other.depth or one.depth == other.depth)
        and (not one.tail or not other.tail or one.tail == other.tail)
    )


def is_like(meant: Reading, names: Iterable[str]) -> bool:
    """Whether a reading may be meant for the paper that has these names."""
    return any(may_be_one(meant, reading_of(name)) for name in names)


def _without_words(text: str) -> str:
    bare = _WORDS_AROUND.sub("", text).strip()
    return bare if name_key(bare) else text


def arxiv_id(url: str) -> str | None:
    """The arXiv id that an address leads to, without its version."""
    text = unquote(url)
    found = _ARXIV_URL.search(text)
    if found is None and (doi := _DOI_URL.search(text)):
        found = _ARXIV_DOI.fullmatch(doi["id"])
    return found["id"].lower() if found else None


def doi_of(url: str) -> str | None:
    """The DOI that an address leads to; that of arXiv is an arXiv id."""
    found = _DOI_URL.search(unquote(url))
    return _trimmed(found["id"]) if found and not _ARXIV_DOI.fullmatch(found["id"]) else None


def written_arxiv(text: str) -> str | None:
    """The arXiv id that a whole text is: alone, behind `arXiv:`, or in an address."""
    found = _ARXIV_WRITTEN.fullmatch(text.strip()) or _ARXIV_DOI.fullmatch(text.strip())
    return found["id"].lower() if found else arxiv_id(text)


def written_doi(text: str) -> str | None:
    """The DOI that a whole text is: alone, behind `doi:`, or in an address."""
    found = _DOI_WRITTEN.fullmatch(text.strip())
    if found is None:
        return doi_of(text)
    return None if _ARXIV_DOI.fullmatch(found["id"]) else _trimmed(found["id"])


def _trimmed(doi: str) -> str:
    # What ends a sentence or a bracket around a DOI is no part of it.
    trimmed = doi.rstrip(".,;:'”’")
    return (trimmed.rstrip(")]") if "(" not in trimmed else trimmed).lower()


def number_name(arxiv: str | None, doi: str | None) -> str | None:
    """What a paper is called of which only a number is known."""
    return f"arXiv:{arxiv}" if arxiv else f"doi:{doi}" if doi else None


def is_number(name: str) -> bool:
    """Whether a name is only such a number."""
    return name.startswith(("arXiv:", "doi:"))


def family_key(title: str) -> str:
    """What titles share whose papers may want one id: the words of the id without numbers at its end."""
    return "named:" + _NUMBERS.sub("", slug(title))
