"""What a person can read in a note: the keys and values of its header, and its body without its markup."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from studylog.core.header.parts import Split, split
from studylog.core.header.values import flat
from studylog.core.markdown import Token, html_text, parse, plain
from studylog.core.strictyaml import YamlMap, load

_VERBATIM = frozenset({"fence", "code_block", "math_block"})


def readable(text: str) -> str:
    """The words of a whole note, in their order; what Markdown swallows is not among them."""
    parted = split(text)
    return readable_parts(parted, parse(parted.body))


def readable_parts(parted: Split, tokens: Sequence[Token]) -> str:
    """The words of a note whose body was parsed already."""
    header = [] if parted.header is None else _header(parted.header)
    return "\n".join([*header, *_body(tokens)])


def _header(block: str) -> Iterator[str]:
    root = load(block, "").root
    if not isinstance(root, YamlMap):
        yield block
        return
    for key, value in root.pairs:
        yield f"{key.text}: {flat(value)}"


def _body(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [])
        elif token.type in _VERBATIM:
            yield token.content
        elif token.type == "html_block":
            yield html_text(token.content)
        elif token.type == "list_item_open":
            # Only ordered lists have a number here; people see it, and refer to it.
            yield f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "footnote_open":
            yield str(token.meta["label"] or "")


def _inline(children: Sequence[Token]) -> Iterator[str]:
    words = plain(children)
    yield words
    for child in children:
        if child.type == "footnote_ref":
            yield str(child.meta.get("label") or "")
        address = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
        # An address behind other words is not lost, though one has to point at them to read it.
        if "://" in address and address not in words:
            yield from dict.fromkeys((address, unquote(address)))
