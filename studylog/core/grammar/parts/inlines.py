"""What the inline tokens of a block say: words, links, pictures, what is wholly in a style, cells."""

from collections.abc import Iterator, Sequence

from studylog.core.grammar.vocabulary.markwords import ARROW
from studylog.core.late import late
from studylog.core.markdown import Token, plain

PICTURES = frozenset(("image", "embed"))
UNSAID = frozenset(("code_inline", "math_inline", "math_inline_double"))
_INSTEAD = late(rf"^\s*{ARROW}\s*")


def said_in(children: Sequence[Token]) -> str:
    """The text that people say in inline tokens: what is code or formula is only as long."""
    return "".join(
        "\x00" * len(child.content) if child.type in UNSAID else plain([child]) for child in children
    )


def only_pictures(children: Sequence[Token]) -> bool:
    """Whether nothing but pictures stands there."""
    return all(child.type in PICTURES or not child.content.strip() for child in children)


def wholly(children: Sequence[Token], style: str) -> bool:
    """Whether the whole line is in a style: people write headings bold, and strike out what is done."""
    visible = [child for child in children if child.content.strip() or child.nesting]
    return (
        len(visible) > 2
        and visible[0].type == f"{style}_open"
        and visible[-1].type == f"{style}_close"
        and all(child.level > 0 for child in visible[1:-1])
    )


def cells_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The cells of a table, row by row."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(token)
    return rows


def said_in_cell(children: Sequence[Token], *, struck: bool) -> str:
    """What a cell says; beside what is struck out, only what stands there instead: `~~YOLO~~ → DETR`."""
    if not struck or all(child.type != "s_open" for child in children):
        return plain(children).strip()
    kept, depth = [], 0
    for child in children:
        depth += (child.type == "s_open") - (child.type == "s_close")
        if not depth and child.type != "s_close":
            kept.append(child)
    return _INSTEAD.sub("", plain(kept)).strip() or plain(children).strip()


def links_of(children: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Text and target, as written, of every link among inline tokens."""
    for index, child in enumerate(children):
        if child.type == "link_open":
            end = next(
                (i for i in range(index, len(children)) if children[i].type == "link_close"), len(children)
            )
            yield plain(children[index + 1 : end]).strip(), str(child.attrs.get("href", ""))
