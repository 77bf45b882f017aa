"""What asks that a note stays among its team, in words that no header has for it, or beside the header."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from studylog.core.findings import Finding, Place
from studylog.core.header.firstlines import FIRST_LINES, first_lines
from studylog.core.header.keys import field_of
from studylog.core.header.parts import Split
from studylog.core.header.wishes import asks, asks_in_text, in_brackets, is_wish, is_word, may_ask
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap

_LINE = late(r"\W*(?P<key>[^\W\d][\w -]{0,20}?)[^\w\s]{0,3}\s?[:：=|]\W*(?P<value>\w[\w ,，#]{0,40}?)\W*")
_BETWEEN = late(r"[\s#]*[,，#][\s#]*")
_LONGEST = 80
# In lists, words are spoken of; behind colons begins a stretch that stays at home.
_NOT_ALONE = late(r"\s*(?:(?:[-*+•]|\d+[.)])\s|:::)")
_TAG = late(r"(?<![^\s,])#(?P<tag>[^\W\d][\w-]*)")
# Fields that have words of a team's own.
_OWN_WORDS = ("type", "tags")

_Words = tuple[int, str]
"""The line of words, and the words."""


def unread(split: Split, root: Node | None, path: str) -> Iterator[Finding]:
    """The first words that ask for privacy: in the name of a file, its header, or the first lines below."""
    pairs = root.pairs if isinstance(root, YamlMap) else ()
    below = ((split.body_line + at, words) for at, words in _in_first_lines(split.body))
    # One line in the header answers them all.
    for line, words in islice(chain(_in_name(path), _in_header(pairs), below), 1):
        message = say("“{words}” asks for privacy, but not in words that are read.", words=words)
        hint = say("Write “private: true” into the header, or “private: false” if all may see the note.")
        yield Finding(Place(path, line), "note", "header-private", message, hint)


def _in_name(path: str) -> Iterator[_Words]:
    if called := in_brackets(path.rpartition("/")[2]):
        yield 1, called


def _in_header(pairs: Sequence[tuple[Scalar, Node]]) -> Iterator[_Words]:
    for key, value in pairs:
        field = field_of(key.text)
        if field == "title" and isinstance(value, Scalar) and (called := in_brackets(value.text)):
            yield value.start.line, called
        elif field is None or field in _OWN_WORDS:
            for asked, said in _scalars(key, value):
                if asks(asked.text, said.text):
                    yield asked.start.line, f"{asked.text}: {said.text}"


def _scalars(key: Scalar, node: Node) -> Iterator[tuple[Scalar, Scalar]]:
    """The single values under a key, each with the key that is nearest to it."""
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, YamlList):
        yield from chain.from_iterable(_scalars(key, item) for item in node.items)
    else:
        yield from chain.from_iterable(_scalars(*pair) for pair in node.pairs)


def _in_first_lines(body: str) -> Iterator[_Words]:
    """What the first lines say of who may see the note, each on a line of its own."""
    lines = body.split("\n", FIRST_LINES)[:FIRST_LINES]
    if may_ask("\n".join(line for line in lines if len(line) <= _LONGEST)):
        for at, (line, title) in enumerate(first_lines(body)):
            said = len(line) <= _LONGEST and (
                _pair(line) or (_alone(line) if title is None else in_brackets(title))
            )
            if said:
                yield at, said


def _pair(line: str) -> str | None:
    """A key and a value that ask for privacy, alone on a line: `비공개: 예`, `Tags: cnn, private`."""
    pair = _LINE.fullmatch(line)
    if pair is None:
        return None
    # In a text, a letter may stand for anything: `공개 키: n`.
    shortest = 1 if field_of(pair["key"]) else 2
    words = (one for one in _BETWEEN.split(pair["value"]) if len(one) >= shortest and is_word(one))
    said = next((one for one in words if asks_in_text(pair["key"], one)), None)
    return f"{pair['key']}: {said}" if said else None


def _alone(line: str) -> str | None:
    """Other words of a line that ask for it: `(대외비)` alone on it, or a tag: `#private`."""
    if not _NOT_ALONE.match(line) and is_wish(line):
        return line.strip()
    return next((tag[0] for tag in _TAG.finditer(line) if is_wish(tag["tag"])), None)
