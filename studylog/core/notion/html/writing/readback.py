"""Whether Markdown reads back as what it was written from, by the engine that will read it."""

from collections.abc import Iterable, Iterator, Sequence

from studylog.core.markdown import Token, parse, plain
from studylog.core.notion.html.model import Run
from studylog.core.notion.html.writing.dress import Line
from studylog.core.notion.html.writing.spans import one_line_tex
from studylog.core.text import nfc
from studylog.core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader finds in a line or a paragraph: its characters, formulas, code, pictures and links."""

    text: str
    formulas: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()


def meant(lines: Iterable[Line]) -> Reading:
    """What is to be found in lines that are written."""
    runs = [_as_written(run) for line in lines for run in line]
    return Reading(
        text=_squeezed("".join(run.text for run in runs)),
        formulas=tuple(_squeezed(run.text) for run in runs if run.kind == "math"),
        code=tuple(_squeezed(run.text) for run in runs if run.kind == "code"),
        pictures=tuple(run.source for run in runs if run.kind == "image"),
        links=frozenset(run.link for run in runs if run.link)
        | frozenset(run.text for run in runs if run.kind == "address" and "//" in run.text),
    )


def found(children: Sequence[Token]) -> Reading:
    """What inline tokens say."""
    return Reading(
        text=_squeezed(plain(children)),
        formulas=tuple(_squeezed(child.content) for child in children if child.type.startswith("math_")),
        code=tuple(_squeezed(child.content) for child in children if child.type == "code_inline"),
        pictures=tuple(str(child.attrs["src"]) for child in children if child.type == "image"),
        links=frozenset(str(child.attrs["href"]) for child in children if child.type == "link_open"),
    )


def agrees(markdown: str, wanted: Reading, kind: str = "paragraph") -> bool:
    """Whether Markdown is one block of the kind and says what it should; other addresses may lead, too."""
    tokens = parse(markdown)
    if [token.type for token in tokens] != [f"{kind}_open", "inline", f"{kind}_close"]:
        return False
    return matches(found(tokens[1].children or []), wanted)


def matches(read: Reading, wanted: Reading) -> bool:
    """Whether what was read is what was wanted."""
    return (
        read.text == wanted.text
        and read.formulas == wanted.formulas
        and read.code == wanted.code
        and read.pictures == wanted.pictures
        and wanted.links <= read.links
    )


def inlines(tokens: Iterable[Token]) -> Iterator[Reading]:
    """What each cell, paragraph or heading among tokens says."""
    return (found(token.children or []) for token in tokens if token.type == "inline")


def _as_written(run: Run) -> Run:
    return replace(run, text=one_line_tex(run.text)) if run.kind == "math" else run


def _squeezed(text: str) -> str:
    return nfc("".join(text.split()))
