"""Frozen values as plain lists that JSON can hold, and back: how values are kept from one run to the next.

A dataclass becomes the list of its fields, a date its ISO form, a tuple a list. Unlike a pickle, what comes
back can only be what was asked for, whoever wrote the file.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from studylog.core.values import names_of

_Value = TypeVar("_Value")
_Step = Callable[[Any], Any]

# What JSON has itself needs no step: None stands for that.
_PLAIN = (str, int, float, bool, NoneType)


def packed(value: object, kind: Any = None) -> str:
    """A value as JSON; `kind` is its type where it is no dataclass, such as `tuple[Part, ...]`."""
    step = _packer(kind or type(value))  # type: ignore[arg-type]
    return _ENCODER.encode(step(value) if step else value)


def unpacked(kind: type[_Value], text: str) -> _Value:
    """The value of a type that `packed` made this text of; ValueError or TypeError for any other text."""
    step: _Step = _unpacker(kind) or _same  # type: ignore[arg-type]
    value: _Value = step(json.loads(text))
    return value


def picked(kind: type, text: str, *names: str) -> tuple[Any, ...]:
    """Some fields of a dataclass that `packed` made this text of, for whoever looks at many."""
    values = json.loads(text)
    return tuple(step(values[place]) if step else values[place] for place, step in _picks(kind, names))


@cache
def _picks(kind: type, names: tuple[str, ...]) -> tuple[tuple[int, _Step | None], ...]:
    places = {name: place for place, name in enumerate(names_of(kind) or ())}
    steps = dict(_steps(kind, _unpacker)())
    return tuple((places[name], steps.get(places[name])) for name in names)


def _same(value: Any) -> Any:
    return value


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


@cache
def _packer(kind: Any) -> _Step | None:
    if names_of(kind) is not None:
        return _fields_packer(kind)
    if kind in (date, datetime):
        return lambda value: value.isoformat()
    if get_origin(kind) is tuple:
        return _all_of(_item_steps(kind, _packer), list)
    if get_origin(kind) in (Union, UnionType):
        return _union_packer(get_args(kind))
    _require_plain(kind)
    return None


@cache
def _unpacker(kind: Any) -> _Step | None:
    if names_of(kind) is not None:
        return _fields_unpacker(kind)
    if kind in (date, datetime):
        step: _Step = kind.fromisoformat
        return step
    if get_origin(kind) is tuple:
        return _all_of(_item_steps(kind, _unpacker), tuple)
    if get_origin(kind) in (Union, UnionType):
        return _union_unpacker(get_args(kind))
    _require_plain(kind)
    return None


def _require_plain(kind: Any) -> None:
    if kind not in _PLAIN and get_origin(kind) is not Literal:
        raise TypeError(f"{kind} cannot be packed")


def _item_steps(kind: Any, step_of: Callable[[Any], _Step | None]) -> tuple[_Step | None, ...] | _Step | None:
    """For `tuple[X, ...]` the step of every item; for `tuple[X, Y]` the step of each."""
    inner = get_args(kind)
    if inner[-1] is Ellipsis:
        return step_of(inner[0])
    return tuple(step_of(one) for one in inner)


def _all_of(steps: tuple[_Step | None, ...] | _Step | None, whole: Callable[[Any], Any]) -> _Step:
    if steps is None:
        return whole
    if isinstance(steps, tuple):
        each = steps
        return lambda values: whole(
            [step(value) if step else value for step, value in zip(each, values, strict=True)]
        )
    step = steps
    return lambda values: whole([step(value) for value in values])


def _hints(kind: Any) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[name] for name in names_of(kind) or ()]


def _fields_packer(kind: Any) -> _Step:
    values_of, steps = attrgetter(*(names_of(kind) or ())), _steps(kind, _packer)
    # Of a single name it would give the value itself.
    several = len(names_of(kind) or ()) > 1

    def pack(value: Any) -> list[Any]:
        values = list(values_of(value)) if several else [values_of(value)]
        for place, step in steps():
            values[place] = step(values[place])
        return values

    return pack


def _steps(kind: Any, step_of: Callable[[Any], _Step | None]) -> Callable[[], list[tuple[int, _Step]]]:
    """The places of the fields that need a step, with it; looked up when first needed."""

    # A message may hold messages.
    @cache
    def steps() -> list[tuple[int, _Step]]:
        return [(place, step) for place, hint in enumerate(_hints(kind)) if (step := step_of(hint))]

    return steps


def _fields_unpacker(kind: Any) -> _Step:
    count, steps = len(names_of(kind) or ()), _steps(kind, _unpacker)

    def unpack(values: Any) -> Any:
        if len(values) != count:
            raise ValueError(f"{kind.__name__} has {count} fields")
        for place, step in steps():
            values[place] = step(values[place])
        return kind(*values)

    return unpack


def _union_packer(kinds: tuple[Any, ...]) -> _Step | None:
    step = _only_step(kinds, _packer)
    if step is None:
        return None
    whole: tuple[Any, ...] = tuple(kind for kind in kinds if names_of(kind) is not None)
    if whole and len(kinds) > 2:
        return lambda value: step(value) if isinstance(value, whole) else value
    return lambda value: None if value is None else step(value)


def _union_unpacker(kinds: tuple[Any, ...]) -> _Step | None:
    step = _only_step(kinds, _unpacker)
    if step is None:
        return None
    if any(names_of(kind) is not None for kind in kinds) and len(kinds) > 2:
        # Text and numbers stand for themselves, a list for the dataclass.
        return lambda value: step(value) if isinstance(value, list) else value
    return lambda value: None if value is None else step(value)


def _only_step(kinds: tuple[Any, ...], step_of: Callable[[Any], _Step | None]) -> _Step | None:
    """The one step among the kinds of a union; more than one could not be told apart."""
    steps = [step for kind in kinds if (step := step_of(kind))]
    if len(steps) > 1:
        raise TypeError(f"{kinds} cannot be told apart")
    return steps[0] if steps else None
