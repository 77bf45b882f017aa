"""What a YAML text consists of: single values, lists and maps, each with its place."""

from studylog.core.late import late
from studylog.core.values import dataclass

_INTEGER = late(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = late(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A position: `index` in the text that was loaded, `line` and `column` in the file, from 1."""

    index: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value and its text; `style` is empty for a plain one, else its quote, `|` or `>`."""

    value: str | bool | int | float | None
    text: str
    start: Mark
    end: Mark
    style: str = ""


@dataclass(frozen=True, slots=True)
class YamlList:
    """A list; `flow` when it is written in brackets."""

    items: tuple["Node", ...]
    start: Mark
    end: Mark
    flow: bool = False


@dataclass(frozen=True, slots=True)
class YamlMap:
    """Keys and their values in the order of the file, each key once; `flow` when written in braces."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    start: Mark
    end: Mark
    flow: bool = False


Node = Scalar | YamlList | YamlMap


def plain(node: Node | None) -> object:
    """The node as ordinary Python values: a list, a dict by the text of its keys, or a single value."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, YamlList):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.pairs} if node else None


def typed(text: str) -> str | bool | int | float | None:
    """What an unquoted word means: true/false, a decimal number, nothing, or the text itself."""
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if text[0] not in "-0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
