"""Dataclasses that are made sooner: a short command spends much of its time on making the classes of values.

The standard decorator writes and compiles every method of every class. What compares, hashes and shows a
value needs no code of its own: it is the same for all, over the fields.
"""

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """`dataclasses.dataclass` for frozen values, which compare and look as those of the original do."""

        def made(cls: type) -> type:
            value = dataclasses.dataclass(frozen=frozen, slots=slots, repr=False, eq=False)(cls)
            for name, method in _methods(dataclasses.fields(value)).items():
                if name not in vars(cls):
                    setattr(value, name, method)
            return value

        return made


def _methods(fields: tuple["dataclasses.Field[Any]", ...]) -> dict[str, Callable[..., Any]]:
    compared = _reader(each.name for each in fields if each.compare)
    shown = [each.name for each in fields if each.repr]

    def same(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    def told(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({values})"

    return {"__eq__": same, "__hash__": hashed, "__repr__": told}


def _reader(names: Iterable[str]) -> Callable[[object], object]:
    """What reads some fields of a value at once."""
    found = tuple(names)
    return attrgetter(*found) if found else lambda _: ()
