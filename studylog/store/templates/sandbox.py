"""jinja2's sandbox, as strict as it comes, with a short way to what it would let through anyway.

It asks a dozen questions about each attribute and each call. Their answers for the fields of our own frozen
values, for a few methods of values that cannot change, for macros and for the words given to all templates
are known beforehand; everything else is still asked about.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import lru_cache
from types import BuiltinMethodType
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studylog.store.templates.code import Code
from studylog.store.templates.macros import ShortMacro

_OURS = "studylog."
_TEXTS = 4_096
_DAY = frozenset({"year", "month", "day", "isoformat", "strftime", "weekday", "isoweekday"})
_TIME = frozenset({"hour", "minute", "isoformat", "strftime"})
_LOOP = frozenset({"first", "last", "index", "index0", "revindex", "revindex0", "length"})
_METHODS = {
    date: _DAY,
    datetime: _DAY | _TIME,
    time: _TIME,
    LoopContext: _LOOP,
    str: frozenset({"split"}),
}


class _Open(dict[type, frozenset[str]]):
    """Which attributes of values of a type may be read without a question."""

    def __missing__(self, kind: type) -> frozenset[str]:
        self[kind] = _METHODS.get(kind) or _fields(kind)
        return self[kind]


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of all templates; `words` are functions of ours that every template may call."""

    code_generator_class = Code
    # By the name that jinja2 writes into the code of templates.
    Macro = ShortMacro

    def __init__(self, *, words: Mapping[str, object], **options: Any) -> None:
        super().__init__(**options)
        self.globals.update(words)
        # By identity, for whatever is called need not be hashable; the mapping keeps them alive.
        self.words = {id(word): word for word in words.values()}
        self.readable = _Open()
        # Pages say the same things again and again. A mapping by text alone would not tell text from HTML.
        self.escaped = lru_cache(_TEXTS, typed=True)(self.filters["escape"])

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template sees, as one dict: each page copies it, and a chain of dicts is copied slowly."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of a value, or what stands for one that may not be read."""
        kind = type(obj)
        if attribute in self.readable[kind]:
            return getattr(obj, attribute)
        if kind is TemplateModule and type(found := vars(obj).get(attribute)) is ShortMacro:
            return found
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a call gives."""
        if type(obj) is ShortMacro:
            args = (context.eval_ctx, *args)
        elif id(obj) not in self.words and not self._is_open(obj):
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(*args, **kwargs)

    def _is_open(self, obj: Any) -> bool:
        """Whether it is a method of a value that may be read without a question."""
        return type(obj) is BuiltinMethodType and obj.__name__ in self.readable[type(obj.__self__)]


def _fields(kind: type) -> frozenset[str]:
    """The public fields of a frozen dataclass of ours: they hold values, never a method or an internal."""
    if not kind.__module__.startswith(_OURS) or not is_dataclass(kind):
        return frozenset()
    frozen = kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    return frozenset(one.name for one in fields(kind) if frozen and not one.name.startswith("_"))
