"""Macros that are called at once where it is known how, and remember what they made of the same words.

jinja2 asks with each call what a macro takes and who escapes. Both are known for a macro that takes nothing
unnamed, called where text is escaped.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2.runtime import Macro
from jinja2.utils import missing

# How many outcomes of a macro are remembered: neighbouring pages say much the same.
_REMEMBERED = 512
# Values of different types among these are never equal: text that is marked as HTML is another type.
_PLAIN = (str, bool, type(None), date)


class ShortMacro(Macro):
    """A macro of jinja2; `told` is a call whose outcome is HTML."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        usual = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self.told: Callable[..., str] = self._at_once if usual else self._as_usual
        self._unsaid = tuple((missing,) * count for count in range(len(self.arguments), -1, -1))

    def remember(self, known: tuple[type, ...]) -> None:
        """Remembers outcomes: of plain values, and of frozen ones of types that are told apart quickly.

        It must depend on nothing else than what it is told.
        """
        self.told = _remembering(self.told, frozenset({*_PLAIN, *known}))

    def _at_once(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or len(args) > len(self.arguments):
            named = self.arguments[len(args) :]
            if len(args) > len(self.arguments) or not kwargs.keys() <= set(named):
                return self._as_usual(*args, **kwargs)
            return self._invoke([*args, *(kwargs.get(name, missing) for name in named)], True)
        return self._invoke([*args, *self._unsaid[len(args)]], True)

    def _as_usual(self, *args: Any, **kwargs: Any) -> str:
        return self(*args, **kwargs)


def _remembering(told: Callable[..., str], known: frozenset[type]) -> Callable[..., str]:
    made: dict[Any, str] = {}

    def remembered(*args: Any, **kwargs: Any) -> str:
        if not known.issuperset(map(type, args)) or not known.issuperset(map(type, kwargs.values())):
            return told(*args, **kwargs)
        words = (args, *kwargs.items()) if kwargs else args
        found = made.get(words)
        if found is None:
            if len(made) >= _REMEMBERED:
                made.clear()
            found = made[words] = told(*args, **kwargs)
        return found

    return remembered
