"""Values in templates as they are usually written: `date | day`, `title or "…"`, `titles[number]`, `a ~ b`.

The sentences mean what they mean to jinja2; whoever uses more of its language is left to it.
"""

from collections.abc import Callable, Mapping

from studylog.core.late import late

Scope = dict[str, object]
"""The variables of a template where one stands in it."""
Expression = Callable[[Scope], object]
"""What an expression says, by the variables."""
Filters = Mapping[str, Callable[..., str]]
"""What may stand behind `|`, by name."""

NAME = "[A-Za-z][A-Za-z0-9_]*"
"""A variable."""

_TOKEN = late(rf'\s*("(?:[^"\\]|\\n)*"|{NAME}|[()\[\].|~])\s*')
# Words of the language, and names that mean something to it.
_RESERVED = frozenset(
    {
        *("and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None"),
        *("loop", "self", "super", "caller", "varargs", "kwargs"),
    }
)
_OF_LOOPS = ("first", "last", "index")


class UnusualError(ValueError):
    """Only jinja2 knows what this means."""


def expression(written: str, filters: Filters) -> Expression:
    """What is written, ready to be asked for its value."""
    reading = _Reading(written, filters)
    found = reading.whole()
    reading.must_end()
    return found


def asked(written: str, filters: Filters) -> Expression:
    """What stands behind `if` and `in`, where no other `if` is understood."""
    reading = _Reading(written, filters)
    found = reading.either()
    reading.must_end()
    return found


def printed(written: str, filters: Filters) -> Callable[[Scope], str]:
    """What is written as text; `value if condition` alone is nothing where the condition does not hold."""
    reading = _Reading(written, filters)
    value = reading.whole()
    if not reading.takes("if"):
        reading.must_end()
        return lambda scope: str(value(scope))
    condition = reading.either()
    reading.must_end()
    return lambda scope: str(value(scope)) if condition(scope) else ""


def variable(word: str) -> str:
    """The word, if a template can call a value so."""
    if not word[:1].isalpha() or word in _RESERVED:
        raise UnusualError
    return word


class _Reading:
    """The words of an expression, read from left to right."""

    def __init__(self, written: str, filters: Filters) -> None:
        self._words: list[str] = []
        self._filters = filters
        position = 0
        while position < len(written):
            token = _TOKEN.match(written, position)
            if token is None:
                raise UnusualError
            self._words.append(token[1])
            position = token.end()
        self._words.append("")
        self._words.reverse()

    def takes(self, word: str) -> bool:
        """Whether this word comes next; then it is read."""
        found = self._words[-1] == word
        if found:
            self._words.pop()
        return found

    def must_end(self) -> None:
        """Refuse what is left over."""
        if self._words != [""]:
            raise UnusualError

    def whole(self) -> Expression:
        """`a if b else c`, or less; without `else` the condition is left."""
        value = self.either()
        if self._words[-1] != "if" or "else" not in self._words:
            return value
        self._words.pop()
        condition = self.either()
        self._must("else")
        other = self.whole()
        return lambda scope: value(scope) if condition(scope) else other(scope)

    def either(self) -> Expression:
        """`a or b`, or less."""
        value = self._joined()
        if not self.takes("or"):
            return value
        other = self.either()
        return lambda scope: value(scope) or other(scope)

    def _joined(self) -> Expression:
        """`a ~ b`, or less."""
        value = self._filtered()
        if not self.takes("~"):
            return value
        other = self._joined()
        return lambda scope: f"{value(scope)}{other(scope)}"

    def _filtered(self) -> Expression:
        value = self._single()
        while self.takes("["):
            value = _looked_up(value, self.whole())
            self._must("]")
        while self.takes("|"):
            value = _through(self._filters[self._words.pop()], value)
        return value

    def _single(self) -> Expression:
        word = self._words.pop()
        if word == "(":
            value = self.whole()
            self._must(")")
            return value
        if word.startswith('"'):
            text = word[1:-1].replace("\\n", "\n")
            return lambda scope: text
        if word == "loop":
            self._must(".")
            return _of_loop(self._words.pop())
        name = variable(word)
        return lambda scope: scope[name]

    def _must(self, word: str) -> None:
        if not self.takes(word):
            raise UnusualError


def _looked_up(value: Expression, key: Expression) -> Expression:
    def found(scope: Scope) -> object:
        table = value(scope)
        if not isinstance(table, dict):
            raise UnusualError
        return table[key(scope)]

    return found


def _through(change: Callable[..., str], value: Expression) -> Expression:
    return lambda scope: change(value(scope))


def _of_loop(name: str) -> Expression:
    """What a template may ask of the loop it stands in."""
    if name not in _OF_LOOPS:
        raise UnusualError

    def found(scope: Scope) -> object:
        loop = scope["loop"]
        assert isinstance(loop, dict)
        return loop[name]

    return found
