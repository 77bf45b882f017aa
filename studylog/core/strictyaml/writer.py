"""Values as YAML that our loader, and every other one, reads back as the same value."""

import re

from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.strictyaml.nodes import typed
from studylog.core.text import nfc

Written = str | bool | int | tuple[str | int, ...]

# Control characters, separators of lines, marks that turn the direction of text, and what is no character.
_INVISIBLE = (
    "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_ESCAPED = late(f"[{_INVISIBLE}]")
_SURROGATE = late("[\ud800-\udfff]")
_SHORT = {"\0": "\\0", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", '"': '\\"'}

# What begins something other than text, ends it, or is trimmed from it.
_UNSAFE = late(r"""[\s\-?:,\[\]{}#&*!|>'"%@`=<]|.*(?::(?:\s|$)|\s\#|\s$)""")
_UNSAFE_IN_LIST = late(r".*[,:?\[\]{}]")
# Words and figures that other readers of YAML (GitHub, Obsidian, Jekyll) take for something else; days stay.
_OTHER_WORDS = late(r"(?i:y|n|yes|no|on|off|true|false|null|~|\.nan|\.inf)")
_FIGURES = late(r"[+.]?[0-9][0-9a-fA-FxXoO_.:,eE+-]*")
_DAY = late(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9:]{4,5})?)?")


def written(value: Written, *, in_list: bool = False, quote: str = "") -> str:
    """The value on one line: plain where that is safe, else quoted, with `quote` where it can be kept.

    `in_list` is for a value between brackets. Half characters (lone surrogates) raise a StudylogError.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value, in_list, quote)
    return f"[{', '.join(written(item, in_list=True) for item in value)}]"


def _text(text: str, in_list: bool, quote: str) -> str:
    # Whatever is sought here cannot be printed, which is sooner seen than a pattern is compiled.
    odd = not text.isprintable()
    if odd and _SURROGATE.search(text):
        raise StudylogError(
            say("This text holds half a character, which no file can hold."),
            hint=say("Write the text anew, without the broken character."),
        )
    if (odd and _ESCAPED.search(text)) or quote == '"':
        return _double_quoted(text)
    if quote == "'":
        return _single_quoted(text)
    if _safe(text) and not (in_list and _UNSAFE_IN_LIST.match(text)):
        return text
    return _single_quoted(text) if ("\\" in text or '"' in text) and "'" not in text else _double_quoted(text)


def _safe(text: str) -> bool:
    if _UNSAFE.match(text) or not isinstance(typed(text), str):
        return False
    other = _OTHER_WORDS.fullmatch(text) or _FIGURES.fullmatch(text)
    return other is None or _DAY.fullmatch(text) is not None


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double_quoted(text: str) -> str:
    return '"' + re.sub(f'["\\\\{_INVISIBLE}]', lambda found: _escape(found[0]), text) + '"'


def _escape(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    return f"\\x{ord(char):02X}" if ord(char) < 0x100 else f"\\u{ord(char):04X}"


def composed(value: Written) -> Written:
    """A value whose texts are in composed form."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, tuple):
        return tuple(nfc(item) if isinstance(item, str) else item for item in value)
    return value
