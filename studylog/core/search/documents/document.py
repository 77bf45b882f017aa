"""What can be found: documents, and what each says in terms."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from studylog.core.search.queries.filters import facet
from studylog.core.search.terms.text import counts
from studylog.core.values import dataclass

# A word of the title says more than one of a heading, and that says more than any number in the text.
TITLE, HEADING, OFTEN = 8, 4, 3
# Where the classes after “once in the text” begin: several times, in a heading, in the title.
FREQUENCIES = (2, 4, 8)
LENGTHS = (8, 16, 32, 64, 128, 256, 512)
_MOST = FREQUENCIES[-1]
_CLASSES = tuple(bisect_right(FREQUENCIES, often) for often in range(_MOST))


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found: a question, a note, a paper, a page of slides.

    `heading` is the question itself, or the headings of a note. `about` has words that tell where it stands
    (course, people); they find it, but are not shown. `facets` are its properties for filters, as pairs of
    key and value; of a person, every name. All texts are in composed form (NFC). `path` and `line` are its
    place in the notes; empty and 0 where it has none.
    """

    id: str
    kind: str
    url: str
    title: str = ""
    heading: str = ""
    text: str = ""
    about: str = ""
    day: date | None = None
    facets: tuple[tuple[str, str], ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a document by the class of their frequency, and the class of its length."""

    length: int
    terms: tuple[tuple[str, ...], ...]


def weigh(document: Document) -> Weighed:
    """What a document says, in terms: a pure function of the document."""
    found = counts(document.about)
    for term, often in counts(document.text).items():
        found[term] += min(often, OFTEN)
    # The name of a paper is that of all its slides: there it says no more than a word of the text.
    title = 1 if document.kind == "slides" else TITLE
    for text, weight in ((document.title, title), (document.heading, HEADING)):
        for term in counts(text):
            found[term] += weight
    classes: tuple[list[str], ...] = ([], [], [], [])
    for term, often in found.items():
        classes[_CLASSES[often] if often < _MOST else -1].append(term)
    classes[0].extend(sorted({facet(key, value) for key, value in _properties(document)}))
    words = sum(len(text.split()) for text in texts_of(document))
    return Weighed(bisect_right(LENGTHS, words), tuple(map(tuple, classes)))


def texts_of(document: Document) -> tuple[str, ...]:
    """All texts of a document."""
    return document.title, document.heading, document.text, document.about


def _properties(document: Document) -> Iterator[tuple[str, str]]:
    yield "kind", document.kind
    yield from document.facets
