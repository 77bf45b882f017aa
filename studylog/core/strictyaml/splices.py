"""Where YAML has to be cut and what has to stand there, for each way in which a value can be written."""

import re

from studylog.core.errors import StudylogError
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.strictyaml import Node, Scalar, Written, YamlList, YamlMap, plain, written
from studylog.core.textlines import BREAK
from studylog.core.values import dataclass

_COLON = late(r"[ \t]*:")
_BLANKS = late(r"[ \t]*(?=[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Splice:
    """Text that takes the place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


def apply(block: str, splices: list[Splice]) -> str:
    """The block with all splices made."""
    for splice in sorted(splices, key=lambda each: each.start, reverse=True):
        block = block[: splice.start] + splice.text + block[splice.end :]
    return block


def addition(block: str, root: YamlMap | None, key: str, value: Written, newline: str) -> str:
    """The line of a new key, in the column of the others."""
    indent = block[_line_start(block, root.start.index) : root.start.index] if root else ""
    return f"{indent}{written(key)}: {written(value)}{newline}"


def removal(block: str, key: Scalar, node: Node) -> Splice:
    """The lines of a key and its value, a comment behind the value included."""
    start = _line_start(block, key.start.index)
    if block[start : key.start.index].strip():
        raise _refusal(key)
    return Splice(start, _line_end(block, max(key.end.index, node.end.index)), "")


def below(block: str, key: Scalar, node: Node, line: str) -> Splice:
    """A line below a key and its value."""
    end = _line_end(block, max(key.end.index, node.end.index))
    return Splice(end, end, line)


def replacement(
    block: str, key: Scalar, node: Node, value: Written, *, in_list: bool, newline: str
) -> list[Splice]:
    """The changes that give a key its new value, in the style of the old one; `in_list` is for braces."""
    if isinstance(node, Scalar) or node.flow:
        return [_in_place(block, node, _inline(block, node, value, in_list))]
    if isinstance(node, YamlList) and isinstance(value, tuple) and value:
        return [_block_list(block, key, node, value, newline)]
    colon = _COLON.match(block, key.end.index)
    start = _line_start(block, node.start.index)
    if colon is None or start < colon.end():
        raise _refusal(key)
    below = Splice(start, _line_end(block, node.end.index), "")
    return [_insertion(block, colon.end(), written(value)), below]


def _inline(block: str, node: Scalar | YamlList | YamlMap, value: Written, in_list: bool) -> str:
    if isinstance(node, Scalar):
        return written(value, in_list=in_list, quote=node.style if node.style in ("'", '"') else "")
    if isinstance(node, YamlMap) or not isinstance(value, tuple):
        return written(value, in_list=in_list)
    old = {
        repr(plain(item)): block[item.start.index : item.end.index] for item in node.items if _is_short(item)
    }
    return f"[{', '.join(old.get(repr(item)) or written(item, in_list=True) for item in value)}]"


def _in_place(block: str, node: Node, text: str) -> Splice:
    if node.start.index == node.end.index:
        return _insertion(block, node.start.index, text)
    return Splice(node.start.index, node.end.index, text)


def _insertion(block: str, index: int, text: str) -> Splice:
    """A value behind a colon that has none, over the blanks that end the line."""
    blanks = _BLANKS.match(block, index)
    return Splice(index, blanks.end() if blanks else index, " " + text)


def _block_list(
    block: str, key: Scalar, node: YamlList, value: tuple[str | int, ...], newline: str
) -> Splice:
    """A list below its key, item by item, so that the lines of those who stay are not touched."""
    start = _line_start(block, node.start.index)
    dash = block[start : node.start.index] + "- "
    if dash.strip() != "-":
        raise _refusal(key)
    end = _line_end(block, node.end.index)
    if len({item.start.line for item in node.items if _is_short(item)}) < len(node.items):
        return Splice(start, end, "".join(f"{dash}{written(item)}{newline}" for item in value))
    if re.fullmatch(r"[ \t]*-[ \t]+", first := block[start : node.items[0].start.index]):
        dash = first
    return Splice(start, end, _merged(_lines_of(block, node, start), node, value, dash, newline))


def _lines_of(block: str, node: YamlList, start: int) -> list[tuple[str, str]]:
    """For each item the comments and blank lines above it, and its own line."""
    lines = []
    for item in node.items:
        own, end = _line_start(block, item.start.index), _line_end(block, item.end.index)
        lines.append((block[start:own], block[own:end]))
        start = end
    return lines


def _merged(
    lines: list[tuple[str, str]], node: YamlList, value: tuple[str | int, ...], dash: str, newline: str
) -> str:
    # Imported here, because most changes are of single values.
    from difflib import SequenceMatcher

    old, new = [repr(plain(item)) for item in node.items], [repr(item) for item in value]
    text = ""
    for _, since, until, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        stays = old[since:until] == new[first:last]
        text += "".join(above + (line if stays else "") for above, line in lines[since:until])
        if not stays:
            text += "".join(f"{dash}{written(item)}{newline}" for item in value[first:last])
    return text


def _is_short(node: Node) -> bool:
    return isinstance(node, Scalar) and node.start.line == node.end.line and node.style not in ("|", ">")


def _line_start(block: str, index: int) -> int:
    return max(block.rfind("\n", 0, index), block.rfind("\r", 0, index)) + 1


def _line_end(block: str, index: int) -> int:
    found = BREAK.search(block, index)
    return found.end() if found else len(block)


def _refusal(key: Scalar) -> StudylogError:
    message = say("“{key}” is written in a way that cannot be changed line by line.", key=key.text)
    return StudylogError(message, hint=say("Change the header by hand."))
