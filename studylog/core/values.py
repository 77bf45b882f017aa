"""Dataclasses that are made sooner: a short command spends much of its time on making the classes of values.

The standard decorator writes and compiles every method of every class. What compares, hashes, shows and
guards a value needs no code of its own: it is the same for all, over the fields. What makes a value has its
own code, compiled with the first value; it fills an open twin of the same shape, for each field of a frozen
value would be a call: a twentieth of a cold build.
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
            # The shape of what inherits is not only that of its own fields.
            plain = slots and cls.__bases__ == (object,) and not hasattr(cls, "__post_init__")
            value = dataclasses.dataclass(
                frozen=frozen and not plain, slots=slots, init=not plain, repr=False, eq=False
            )(cls)
            if plain:
                value.__init__ = _first_init(value)
            if plain and frozen:
                value.__setattr__, value.__delattr__ = _refuse_set, _refuse_delete
                value.__getstate__, value.__setstate__ = _state, _restore
                # A frozen value may inherit from it.
                value.__dataclass_params__.frozen = True
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


def _refuse_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    """What is pickled of a frozen value."""
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


def _reader(names: Iterable[str]) -> Callable[[object], object]:
    """What reads some fields of a value at once."""
    found = tuple(names)
    return attrgetter(*found) if found else lambda _: ()


def _first_init(cls: type) -> Callable[..., None]:
    """What makes the first value of a class, and writes what makes all others."""

    def first(self: object, *args: object, **kwargs: object) -> None:
        cls.__init__ = made = _init_of(cls)  # type: ignore[misc]
        made(self, *args, **kwargs)

    return first


def _init_of(cls: type) -> Callable[..., None]:
    """Makes a value as the standard decorator does, but sets its fields while it is open.

    `__class__` may change between classes of the same shape, and back.
    """
    fields = dataclasses.fields(cls)
    if not all(each.init and not each.kw_only for each in fields):
        raise TypeError(f"{cls.__name__} has a field that is not told in its turn: give it __post_init__.")
    known: dict[str, Any] = {
        "_open": type(cls.__name__, (), {"__slots__": tuple(each.name for each in fields)}),
        "_turn": vars(object)["__class__"].__set__,
        "_unsaid": dataclasses.MISSING,
    }
    # What inherits without fields of its own stays what it is.
    words, lines = ["self"], ["    _whole = self.__class__", "    _turn(self, _open)"]
    for each in fields:
        name, default = each.name, f"_default_{each.name}"
        said, value = name, name
        if each.default_factory is not dataclasses.MISSING:
            known[default] = each.default_factory
            said, value = f"{name}=_unsaid", f"{default}() if {name} is _unsaid else {name}"
        elif each.default is not dataclasses.MISSING:
            known[default] = each.default
            said = f"{name}={default}"
        words.append(said)
        lines.append(f"    self.{name} = {value}")
    exec("\n".join([f"def __init__({', '.join(words)}):", *lines, "    self.__class__ = _whole"]), known)
    made: Callable[..., None] = known["__init__"]
    return made
