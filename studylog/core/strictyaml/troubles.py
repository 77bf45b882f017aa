"""What the YAML parser stumbled over, in sentences that help to mend it."""

from collections.abc import Callable

from studylog.core.i18n import Message, say
from studylog.core.strictyaml.tree import UnreadableError
from studylog.core.values import dataclass

_QUOTE = say('Put the whole value in quotes: title: "A: B".')
_INDENT = say("Begin keys of one level in the same column, with spaces and no tabs.")
_HASH = say("A “#” after a space begins a comment; put words with “#” in quotes.")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser stopped: `since` is where the thing began that it could not finish."""

    text: str
    at: int
    since: int

    @property
    def before(self) -> str:
        """The line up to the place."""
        start = max(self.text.rfind("\n", 0, self.at), self.text.rfind("\r", 0, self.at))
        return self.text[start + 1 : self.at]

    @property
    def char(self) -> str:
        """The character at the place."""
        return self.text[self.at : self.at + 1]


def explain(problem: str, text: str, at: int, since: int) -> UnreadableError:
    """The parser's problem as a place, a sentence and a hint; an unknown problem is told in general."""
    spot = _Spot(text, at, since)
    for fragment, sentence in _PROBLEMS:
        if fragment in problem:
            return sentence(spot)
    return UnreadableError(at, say("This cannot be read as YAML from here on."), _QUOTE)


def invisible(char: str) -> tuple[Message, Message]:
    """Sentence and hint for a character that no YAML text may hold."""
    code = f"U+{ord(char):04X}"
    return say("The invisible character {code} stands here.", code=code), say("Delete it.")


def _second_colon(spot: _Spot) -> UnreadableError:
    if ":" in spot.before.strip():
        return UnreadableError(spot.at, say("A second “:” stands in this value."), _QUOTE)
    message = say("This line and the one before do not fit together as “key: value” lines.")
    return UnreadableError(spot.at, message, _INDENT)


def _bad_start(spot: _Spot) -> UnreadableError:
    if spot.char == "\t":
        return _tab(spot)
    bracket = max(spot.text.rfind("["), spot.text.rfind("{"))
    if not spot.char.strip() and bracket >= 0:
        return _open_bracket(_Spot(spot.text, spot.at, bracket))
    return UnreadableError(spot.at, say("A value cannot begin with “{char}”.", char=spot.char), _QUOTE)


def _tab(spot: _Spot) -> UnreadableError:
    return UnreadableError(spot.at, say("A tab stands where only spaces may."), _INDENT)


def _open_quote(spot: _Spot) -> UnreadableError:
    message = say("The quotation mark that opens here is never closed.")
    return UnreadableError(spot.since, message, say("Close it at the end of the value."))


def _open_bracket(spot: _Spot) -> UnreadableError:
    message = say("The bracket that opens here is not closed, or a comma is missing behind it.")
    hashed = "#" in spot.text[spot.since : spot.at]
    return UnreadableError(spot.since, message, _HASH if hashed else say("Write lists like this: [A, B]."))


def _misplaced(spot: _Spot) -> UnreadableError:
    if spot.before.rstrip().endswith(('"', "'", "]", "}")):
        message = say("Nothing may follow a closing quotation mark or bracket.")
        return UnreadableError(spot.at, message, say("Put the whole value in quotes, with '' for a ' in it."))
    return UnreadableError(
        spot.at, say("This line does not stand in the column of the lines before."), _INDENT
    )


def _bad_name(spot: _Spot) -> UnreadableError:
    message = say("“{char}” at the beginning has a meaning of its own in YAML.", char=spot.text[spot.since])
    return UnreadableError(spot.since, message, _QUOTE)


def _bad_escape(spot: _Spot) -> UnreadableError:
    message = say("“\\” in double quotes begins a special character, and this is none.")
    return UnreadableError(spot.at, message, say("Write \\\\, or use single quotes."))


def _early_list(spot: _Spot) -> UnreadableError:
    message = say("A list with “-” cannot begin behind a key.")
    return UnreadableError(spot.at, message, say("Begin it on the next line, or write [A, B]."))


# Parts of the sentences of both parsers, with C and without; the first that fits is taken.
_PROBLEMS: tuple[tuple[str, Callable[[_Spot], UnreadableError]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("cannot start any token", _bad_start),
    ("node content", _bad_start),
    ("a tab character", _tab),
    ("unexpected end of stream", _open_quote),
    ("',' or ']'", _open_bracket),
    ("',' or '}'", _open_bracket),
    ("alphabetic or numeric character", _bad_name),
    ("escape", _bad_escape),
    ("hexdecimal", _bad_escape),
    ("sequence entries are not allowed", _early_list),
    ("expected key", _misplaced),
    ("expected '-' indicator", _misplaced),
    ("<block end>", _misplaced),
    ("document start", _misplaced),
)
