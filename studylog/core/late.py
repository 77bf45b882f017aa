"""Patterns that wait: a command asks some dozens of several hundred, and leaves the others uncompiled."""

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; what was asked of it once stands in it for the next time."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(*self._written)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[object, ...]:
        return late, self._written


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked something."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
