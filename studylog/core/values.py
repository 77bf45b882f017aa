"""Dataclasses that are made sooner: a short command spends much of its time on making the classes of values.

The standard library's take an empty Python's time to import, and the decorator writes and compiles every
method of every class. What compares, hashes, shows and guards a value needs no code of its own: it is the
same for all, over the fields. What makes a value has its own code, compiled with the first value. It fills a
frozen value as an open twin of the same shape, for each field would be a call: a twentieth of a cold build.

Whoever else asks for their fields, with the standard library's own functions, gets what these expect.
"""

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

_NONE: Any = object()


class _Field(NamedTuple):
    """A field: what it is where nobody says, and where it counts."""

    default: Any = _NONE
    default_factory: Any = _NONE
    init: bool = True
    repr: bool = True
    compare: bool = True


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    field = _Field

    def dataclass(*, slots: bool, frozen: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` for what inherits from nothing; it compares and looks as the original."""
        return partial(_made, frozen=frozen)

    def replace(value: Any, /, **changes: Any) -> Any:
        """The same value with other fields."""
        kept = {name: getattr(value, name) for name in value.__match_args__ if name not in changes}
        return value.__class__(**kept, **changes)


def names_of(kind: Any) -> tuple[str, ...] | None:
    """The fields that make a dataclass, in their turn; None of any other type."""
    is_one = "__dataclass_fields__" in getattr(kind, "__dict__", ())
    return tuple(kind.__match_args__) if is_one else None


def _made(cls: type, *, frozen: bool) -> type:
    if cls.__bases__ != (object,):
        raise TypeError(f"{cls.__name__} inherits: the standard library's decorator is for such.")
    fields = {name: _field(vars(cls).get(name, _NONE)) for name in vars(cls).get("__annotations__", ())}
    own = {name: said for name, said in vars(cls).items() if name not in ("__dict__", "__weakref__", *fields)}
    told = tuple(name for name, one in fields.items() if one.init)
    usual = {
        "__slots__": tuple(fields),
        "__match_args__": told,
        "__init__": _first_init(fields, frozen),
        "__dataclass_fields__": _Told(fields, frozen),
        "__dataclass_params__": _Told(fields, frozen),
        **_methods(fields),
        **(_guards(tuple(fields)) if frozen else {"__hash__": None}),
    }
    return type(cls.__name__, (), {**usual, **own})


def _field(said: Any) -> _Field:
    if type(said).__module__ == "dataclasses":
        raise TypeError("A field of the standard library's would be a value here: take ours.")
    return said if isinstance(said, _Field) else _Field(said)


def _methods(fields: dict[str, _Field]) -> dict[str, Callable[..., Any]]:
    compared = _reader(name for name, one in fields.items() if one.compare)
    shown = [name for name, one in fields.items() if one.repr]

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


def _guards(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """What keeps a frozen value as it is, and lets it travel all the same."""

    def restore(self: object, state: list[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__setattr__": _refuse_set,
        "__delattr__": _refuse_delete,
        "__getstate__": lambda self: [getattr(self, name) for name in names],
        "__setstate__": restore,
    }


def _refuse_set(self: object, name: str, value: object) -> None:
    raise _frozen(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> None:
    raise _frozen(f"cannot delete field {name!r}")


def _frozen(words: str) -> AttributeError:
    from dataclasses import FrozenInstanceError

    return FrozenInstanceError(words)


class _Told:
    """What the standard library asks of a dataclass, made when it asks."""

    def __init__(self, fields: dict[str, _Field], frozen: bool) -> None:
        self._fields, self._frozen = fields, frozen

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, value: object, owner: type) -> object:
        import dataclasses

        given = {name: dataclasses.field(**_said(one)) for name, one in self._fields.items()}
        original = type(owner.__name__, (), {"__annotations__": owner.__annotations__, **given})
        original = dataclasses.dataclass(frozen=self._frozen)(original)
        return getattr(original, self._name)


def _said(one: _Field) -> dict[str, Any]:
    return {name: said for name, said in one._asdict().items() if said is not _NONE}


def _first_init(fields: dict[str, _Field], frozen: bool) -> Callable[..., None]:
    """What makes the first value of a class, and writes what makes all others."""

    def first(self: object, *args: object, **kwargs: object) -> None:
        # What inherits without fields of its own is made as its parent is.
        cls = next(one for one in type(self).__mro__ if "__dataclass_fields__" in vars(one))
        cls.__init__ = made = _init_of(fields, frozen, hasattr(cls, "__post_init__"))  # type: ignore[misc]
        made(self, *args, **kwargs)

    return first


def _init_of(fields: dict[str, _Field], frozen: bool, finishes: bool) -> Callable[..., None]:
    """Makes a value as the standard decorator does, but sets the fields of a frozen one while it is open.

    `__class__` may change between classes of the same shape, and back.
    """
    known: dict[str, Any] = {
        "_open": type("Open", (), {"__slots__": tuple(fields)}),
        "_turn": vars(object)["__class__"].__set__,
        "_unsaid": _NONE,
    }
    words = ["self"]
    # The body of a function is never empty.
    lines = ["    _whole = self.__class__", "    _turn(self, _open)"] if frozen else ["    pass"]
    for name, one in fields.items():
        word, value = _word_of(name, one, known) if one.init else (None, _default_of(name, one, known))
        words += [word] if word else []
        lines += [f"    self.{name} = {value}"] if value else []
    if frozen:
        lines.append("    self.__class__ = _whole")
    if finishes:
        lines.append("    self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(words)}):", *lines]), known)
    made: Callable[..., None] = known["__init__"]
    return made


def _word_of(name: str, one: _Field, known: dict[str, Any]) -> tuple[str, str]:
    """How a field is told, and what it becomes: a factory is asked for each value anew."""
    default = _default_of(name, one, known)
    if default is None:
        return name, name
    if one.default_factory is _NONE:
        return f"{name}={default}", name
    return f"{name}=_unsaid", f"{default} if {name} is _unsaid else {name}"


def _default_of(name: str, one: _Field, known: dict[str, Any]) -> str | None:
    given = f"_default_{name}"
    if one.default_factory is not _NONE:
        known[given] = one.default_factory
        return f"{given}()"
    if one.default is _NONE:
        return None
    known[given] = one.default
    return given
