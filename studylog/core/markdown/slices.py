"""A stretch of tokens that is closed in itself, inside the lists and quotes that it stood in."""

from collections.abc import Iterator, Sequence
from copy import copy

from markdown_it.token import Token


def closed_slice(around: Sequence[Token], inside: Sequence[Token], *, whole: bool) -> list[Token]:
    """Some tokens with the containers around them, closed in themselves.

    A `whole` slice keeps all lists and quotes around it; another only those that it leaves on its way.
    """
    left = _left(inside)
    kept = around if whole else around[len(around) - left :] if left else []
    if kept and not whole and kept[0].type == "list_item_open":
        kept = around[len(around) - left - 1 :]
    opened = [*_numbered_on(kept), *inside]
    return [*_visible(opened), *_closing(opened)]


class Around:
    """The containers that are open before a token, outermost first; asked for in the order of the tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._open: list[tuple[int, Token]] = []

    def at(self, index: int) -> list[Token]:
        """The containers that are open before the token with the index; an item of which something stands
        before it goes on there."""
        for place in range(self._next, index):
            token = self._tokens[place]
            if token.nesting > 0:
                self._open.append((place, token))
            elif token.nesting < 0:
                self._open.pop()
        self._next = index
        begun = index - len(self._open)
        return [
            _going_on(token) if place < begun + depth else token
            for depth, (place, token) in enumerate(self._open)
        ]


def _going_on(token: Token) -> Token:
    """A container that was shown before; an item has had its mark there."""
    if token.type != "list_item_open":
        return token
    token = copy(token)
    token.attrs = {**token.attrs, "class": f"{token.attrs.get('class', '')} goes-on".strip()}
    return token


def _left(tokens: Sequence[Token]) -> int:
    """How many containers the tokens close that they did not open."""
    depth = lowest = 0
    for token in tokens:
        depth += token.nesting
        if depth < lowest:
            lowest = depth
    return -lowest


def _numbered_on(kept: Sequence[Token]) -> Iterator[Token]:
    """The containers, where a numbered list goes on with the number of its item."""
    for index, token in enumerate(kept):
        item = kept[index + 1] if index + 1 < len(kept) else None
        if token.type == "ordered_list_open" and item is not None and item.info not in ("", "1"):
            token = copy(token)
            token.attrs = {**token.attrs, "start": item.info}
        yield token


def _visible(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens; paragraphs that their list hid are shown where the list is not."""
    lists = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.hidden and lists == 0:
            token = copy(token)
            token.hidden = False
        yield token


def _closing(tokens: Sequence[Token]) -> list[Token]:
    """What closes the containers that the tokens leave open."""
    stack: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            stack.append(token)
        elif token.nesting < 0:
            stack.pop()
    return [
        Token(token.type.replace("_open", "_close"), token.tag, -1, block=True, markup=token.markup)
        for token in reversed(stack)
    ]
