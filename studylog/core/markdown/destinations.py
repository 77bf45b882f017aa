"""Links and pictures of a Markdown text, led elsewhere: only their destinations change.

Titles, fragments, labels, angle brackets, line ends and everything else stay as they are written. Code and
formulas show destinations without being links: what the engine takes for none is not touched.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from itertools import groupby, islice
from urllib.parse import unquote

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from studylog.core.markdown.destinationforms import (
    Lead,
    Written,
    attributes_in,
    bare_in,
    definitions_in,
    rewritten,
    written_in,
)
from studylog.core.markdown.engine import parse
from studylog.core.text import nfc
from studylog.core.textlines import BREAK
from studylog.core.values import dataclass, field, replace

_DEFINED = re.compile(r"\[[^\]]*\]: ", re.DOTALL)
# A destination that no text has. Each trial reads the whole text, and few texts need even one.
_TRIAL = "\ue812"
_TRIAL_HOST = "e812.invalid"
_MOST_TRIALS = 50
# The words of a link that its destination follows, and what is no word in them.
_WORDS = re.compile(r"\[([^\[\]\s]+)\]\([ \t\r\n]*<?\Z")
_MEANS_MORE = re.compile(r"[\s\[\]*`<>&$|~!()\\\x00-\x1f\x7f-\xa0\ud800-\udfff]|(?<!\w)_|_(?!\w)")
_LONGEST_WORDS = 5_000
_OPAQUE = frozenset({"fence", "code_block", "math_block"})

Span = tuple[int, int]
# How a destination is written, and what it is without escapes: as `Written.meant`.
_Meant = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Led:
    """A text with its destinations changed: how many were, and which references were found in it.

    A reference that cannot be written in the form that it has there does not count as found.
    """

    text: str
    count: int
    references: frozenset[str]


@dataclass(slots=True)
class _Block:
    """Lines that are read as one, and how often the engine finds which destination in them."""

    meant: Counter[_Meant] = field(default_factory=Counter)
    in_table: bool = False
    defines: bool = False


def lead_elsewhere(body: str, leads: Mapping[str, Lead]) -> Led:
    """The body of a note, in which every destination that `leads` names leads where it says.

    The keys are destinations exactly as the text has them, with or without their fragment.
    """
    changes: list[tuple[Span, str]] = []
    found: set[str] = set()
    count = 0
    bare = [reference for reference, lead in leads.items() if lead.address]
    for written, in_table in _destinations(body, bare) if leads else ():
        for reference, fragment in _references(written):
            if reference in leads:
                lead = leads[reference]
                new = rewritten(written, lead, fragment or lead.fragment, in_table=in_table)
                if new is not None:
                    changes += _changes(body, written, new)
                    count += 1
                if new is not None or lead.leaves(written.form):
                    found.add(reference)
                break
    return Led(_spliced(body, changes), count, frozenset(found))


def _references(written: Written) -> Iterator[tuple[str, str]]:
    """What may name a destination, surest first, and the fragment that is not part of the name."""
    text = written.text
    readings = dict.fromkeys(
        (text, text.strip(), unescape(text) if written.form == "html" else unescapeAll(text))
    )
    yield from ((reading, "") for reading in readings)
    for reading in readings:
        path, sign, fragment = reading.partition("#")
        if sign:
            yield path, sign + fragment


def _changes(body: str, written: Written, new: str) -> Iterator[tuple[Span, str]]:
    """The change of a destination, and of the words of its link where these are the same address."""
    if written.form == "bare":
        yield _bare_change(body, written, new)
        return
    yield (written.start, written.end), new
    words = _WORDS.search(body, max(0, written.start - _LONGEST_WORDS), written.start)
    if words and written.form in ("plain", "angle") and _same(words[1], written.text):
        readable = unquote(new)
        yield words.span(1), new if _MEANS_MORE.search(readable) else readable


def _bare_change(body: str, written: Written, new: str) -> tuple[Span, str]:
    """A bare address; in angle brackets where it would not end before what follows."""
    start, end = written.start, written.end
    if body[start - 1 : start] != "<" and not _is_one(body, written, new):
        new = f"<{new}>"
    return (start, end), new


def _same(words: str, address: str) -> bool:
    return "://" in words and nfc(unquote(words)) == nfc(unquote(address))


class _Lines:
    """The lines of a text, and which of them the engine has shown."""

    def __init__(self, body: str) -> None:
        self._starts = [0, *(found.end() for found in BREAK.finditer(body)), len(body)]
        self._shown = [False] * (len(self._starts) - 1)

    def show(self, lines: Sequence[int]) -> Span:
        """Where some lines stand in the text; they are shown from now on."""
        first, last = lines[0], min(lines[1], len(self._shown))
        self._shown[first:last] = [True] * (last - first)
        return self._starts[first], self._starts[last]

    def never_shown(self) -> Iterator[Span]:
        """The stretches between what was shown."""
        for shown, lines in groupby(range(len(self._shown)), key=self._shown.__getitem__):
            if not shown:
                some = list(lines)
                yield self._starts[some[0]], self._starts[some[-1] + 1]


def _destinations(body: str, bare: Sequence[str]) -> Iterator[tuple[Written, bool]]:
    """The destinations of a text, in no order, and whether they stand in a table."""
    tokens, lines = parse(body), _Lines(body)
    for where, block in _blocks(tokens).items():
        span = lines.show(where)
        found = definitions_in(body, *span) if block.defines else _linked(body, span, block.meant, bare)
        yield from ((written, block.in_table) for written in found)
    for token in tokens:
        if token.map and token.type == "html_block":
            yield from ((written, False) for written in attributes_in(body, *lines.show(token.map)))
        elif token.map and token.type in _OPAQUE:
            lines.show(token.map)
    # What the engine has read and shows nowhere are the definitions that links refer to.
    for span in lines.never_shown():
        yield from ((written, False) for written in definitions_in(body, *span))


def _blocks(tokens: Iterable[Token]) -> dict[Span, _Block]:
    """The blocks of a text by their lines."""
    blocks: dict[Span, _Block] = {}
    # Footnotes in the middle of a line do not say where they stand.
    loose: Counter[_Meant] = Counter()
    tables = 0
    for token in tokens:
        tables += token.nesting if token.tag == "table" else 0
        if token.type != "inline":
            continue
        if token.map is None:
            loose.update(_meant(token.children or []))
            continue
        block = blocks.setdefault((token.map[0], token.map[1]), _Block(in_table=tables > 0))
        block.meant.update(_meant(token.children or []))
        block.defines = _is_definition(token.children or [])
    for block in blocks.values():
        block.meant += loose
    return blocks


def _meant(children: Sequence[Token]) -> Iterator[_Meant]:
    for child in children:
        address = child.attrs.get("href" if child.type == "link_open" else "src")
        if child.type in ("link_open", "image"):
            # Those of labels stand in the definition.
            if "label" not in child.meta:
                yield "bare" if child.info == "auto" else "link", str(address)
        elif child.type in ("wikilink", "embed"):
            yield "wiki", child.meta["target"]
        elif child.type == "html_inline":
            yield from (written.meant for written in attributes_in(child.content, 0, len(child.content)))


def _is_definition(children: Sequence[Token]) -> bool:
    """Whether this is a definition that no link refers to: the engine shows it as words."""
    types = [child.type for child in children[:4]]
    if types != ["text", "link_open", "text", "link_close"] or children[1].info != "auto":
        return False
    return _DEFINED.fullmatch(children[0].content) is not None


def _linked(body: str, span: Span, meant: Counter[_Meant], bare: Sequence[str]) -> Iterator[Written]:
    """What looks like a destination, and is one."""
    alike: dict[_Meant, list[Written]] = {}
    for written in (*written_in(body, *span), *bare_in(body, *span, bare)):
        alike.setdefault(written.meant, []).append(written)
    for key, found in alike.items():
        if len(found) <= meant[key]:
            yield from found
        elif meant[key]:
            # One of them is code, or escaped, or stands in another one.
            yield from islice(filter(partial(_is_one, body), found[:_MOST_TRIALS]), meant[key])


def _is_one(body: str, written: Written, new: str = "") -> bool:
    """Whether the engine takes this for a destination: it notices when another one stands there."""
    # What a bare address ends in decides where it ends.
    other = (
        _TRIAL if written.form != "bare" else (new or written.text).replace("://", f"://{_TRIAL_HOST}/", 1)
    )
    trial = replace(written, text=other).meant
    tokens = parse(body[: written.start] + other + body[written.end :])
    return any(trial in _meant(token.children) for token in tokens if token.children)


def _spliced(text: str, changes: Iterable[tuple[Span, str]]) -> str:
    parts, position = [], 0
    for (start, end), new in sorted(changes):
        parts += [text[position:start], new]
        position = end
    return "".join(parts) + text[position:]
