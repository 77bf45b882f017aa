"""Renders templates of notes that say what they usually say: to import jinja2 takes a quarter of `new`.

That is text, comments, `set`, `include`, `if`, `for`, and values with filters. What is not plainly that, or
goes wrong, is left to jinja2, which alone complains.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from studylog.core.late import late
from studylog.store.templates.expressions import (
    NAME,
    Expression,
    Filters,
    Scope,
    UnusualError,
    asked,
    expression,
    printed,
    variable,
)

_Part = Callable[[Scope], str]
_Pieces = Iterator[tuple[str, str]]

# A comment, a statement, a value; each may swallow the blanks before and after it.
_TAG = late(r"(?s)\{(?:#(-?)(.*?)(-?)#|%(-?)(.*?)(-?)%|\{(-?)(.*?)(-?)\})\}")
_SET = late(rf"({NAME}) = (.+)")
_FOR = late(rf"({NAME})(?:, ({NAME}))? in (.+?)(\.items\(\))?")
_INCLUDE = late(r'"([^"\\]+)"')
# What jinja2 may raise for the same template, and then says better; too deep a template is one.
_WRONG = (LookupError, RecursionError, TypeError, ValueError)


def usual_text(
    name: str, read: Callable[[str], str | None], filters: Filters, values: Mapping[str, object]
) -> str | None:
    """What a template makes of the values, exactly as jinja2 renders it; None where jinja2 has to.

    `read` gives the text of a template by its name.
    """
    try:
        return _rendered(_Reading(read, filters).template(name), dict(values))
    except _WRONG:
        return None


class _Reading(NamedTuple):
    """What is known while a template is read."""

    read: Callable[[str], str | None]
    filters: Filters

    def template(self, name: str) -> tuple[_Part, ...]:
        source = self.read(name)
        if source is None or "\r" in source:
            raise UnusualError
        return self.parts(_pieces(source), ())

    def parts(self, pieces: _Pieces, within: tuple[str, ...]) -> tuple[_Part, ...]:
        """The parts up to the end of the innermost of the statements that they are `within`."""
        found: list[_Part] = []
        begins = not within
        for kind, inside in pieces:
            if kind == "%":
                word, _, rest = inside.strip().partition(" ")
                if within and (word, rest) == (f"end{within[-1]}", ""):
                    return tuple(found)
                begins = begins and word == "set"
                if begins:
                    found.append(self.assignment(rest.strip()))
                else:
                    found.append(self.statement(word, rest.strip(), pieces, within))
            elif kind == "{":
                begins = False
                found.append(printed(inside, self.filters))
            elif kind == "":
                found.append(partial(_same, inside))
        if within:
            raise UnusualError
        return tuple(found)

    def assignment(self, rest: str) -> _Part:
        """A variable that is set before anything asks for one: what jinja2 means later depends on both."""
        told = _SET.fullmatch(rest)
        if told is None:
            raise UnusualError
        return partial(_assigned, variable(told[1]), expression(told[2], self.filters))

    def statement(self, word: str, rest: str, pieces: _Pieces, within: tuple[str, ...]) -> _Part:
        # What is included in a loop sees more than values.
        if word == "include" and "for" not in within and (told := _INCLUDE.fullmatch(rest)):
            return partial(_included, self.template(told[1]))
        if word == "if":
            condition = asked(rest, self.filters)
            return partial(_chosen, condition, self.parts(pieces, (*within, word)))
        if word == "for" and (told := _FOR.fullmatch(rest)):
            names = tuple(variable(name) for name in told.group(1, 2) if name)
            every = asked(told[3], self.filters)
            body = self.parts(pieces, (*within, word))
            return partial(_repeated, names, every, bool(told[4]), body)
        raise UnusualError


def _pieces(source: str) -> _Pieces:
    """Text, and what stands in tags, each behind its kind; statements take their line with them."""
    position, line_begins = 0, True
    for tag in _TAG.finditer(source):
        kind = source[tag.start() + 1]
        left, inside, right = (part for part in tag.groups() if part is not None)
        text = _before(source[position : tag.start()], kind, bool(left), line_begins)
        if text.endswith("{") or (kind == "#" and "+" in (inside[:1], inside[-1:])):
            raise UnusualError
        yield "", _checked(text)
        yield kind, inside
        position = tag.end()
        if right:
            position += len(source) - position - len(source[position:].lstrip())
        elif kind != "{" and source.startswith("\n", position):
            position += 1
        line_begins = source[position - 1] == "\n"
    yield "", _checked(source[position:])


def _before(text: str, kind: str, swallows: bool, line_begins: bool) -> str:
    """The text before a tag without the blanks that the tag takes away."""
    if swallows:
        return text.rstrip()
    line = text.rfind("\n") + 1
    if kind != "{" and (line or line_begins) and not text[line:].strip():
        return text[:line]
    return text


def _checked(text: str) -> str:
    """Text in which no tag begins that does not end."""
    if any(tag in text for tag in ("{{", "{%", "{#")):
        raise UnusualError
    return text


def _rendered(parts: tuple[_Part, ...], scope: Scope) -> str:
    return "".join([part(scope) for part in parts])


def _same(text: str, _: Scope) -> str:
    return text


def _assigned(name: str, value: Expression, scope: Scope) -> str:
    scope[name] = value(scope)
    return ""


def _included(parts: tuple[_Part, ...], scope: Scope) -> str:
    return _rendered(parts, dict(scope))


def _chosen(condition: Expression, parts: tuple[_Part, ...], scope: Scope) -> str:
    return _rendered(parts, scope) if condition(scope) else ""


def _repeated(
    names: tuple[str, ...], every: Expression, pairs: bool, body: tuple[_Part, ...], scope: Scope
) -> str:
    values = every(scope)
    if pairs != isinstance(values, dict):
        raise UnusualError
    items = list(values.items() if isinstance(values, dict) else values)  # type: ignore[call-overload]
    found = []
    for number, item in enumerate(items, 1):
        told = dict(zip(names, item if len(names) > 1 else (item,), strict=True))
        loop = {"first": number == 1, "last": number == len(items), "index": number}
        found.append(_rendered(body, {**scope, **told, "loop": loop}))
    return "".join(found)
