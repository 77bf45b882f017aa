"""Changes to a header: planned at the exact marks of its values, then read again and compared."""

from collections.abc import Mapping

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.header.keys import BESIDE, field_of
from studylog.core.header.parts import Split, split
from studylog.core.i18n import say
from studylog.core.strictyaml import Node, Scalar, Written, YamlMap, composed, load, plain
from studylog.core.strictyaml.splices import Splice, addition, apply, below, removal, replacement
from studylog.core.text import nfc

Changes = Mapping[str, Written | None]

_BY_HAND = say("Change the header by hand.")


def set_header(text: str, changes: Mapping[str, Written | None], path: str = "") -> str:
    """The note with these keys set, and nothing else changed; the body, the comments and the order stay.

    A key is found under any of its names (`attendees` finds `참석자`) and keeps the name it has; a new key
    stands below the one that it belongs to (`absent` below `attendees`), else last. None removes a key with
    its lines. A value that is already there is left as it is written. A note without a header gets one.
    Raises StudylogError, with nothing changed, when the header cannot be read or the change could touch more
    than it means; `path` is for the place of that error.
    """
    wanted = {nfc(key): None if value is None else composed(value) for key, value in changes.items()}
    parts = split(text)
    root = _root(parts, path)
    header = _edited(parts, root, wanted)
    if header == (parts.header or ""):
        return text
    changed = _joined(text, parts, header)
    if not _is_as_meant(changed, parts, root, wanted):
        keys = ", ".join(wanted)
        message = say("“{keys}” cannot be changed without touching other parts of the header.", keys=keys)
        raise StudylogError(message, place=Place(path, parts.header_line), hint=_BY_HAND)
    return changed


def _root(parts: Split, path: str) -> YamlMap | None:
    """The map that the header is; None for an empty one."""
    loaded = load(parts.header or "", path, parts.header_line)
    if isinstance(loaded.root, YamlMap) and not loaded.conflict:
        return loaded.root
    errors = [finding for finding in loaded.findings if finding.severity == "error"]
    if errors:
        message = say("The header cannot be read, so it is not changed: {why}", why=errors[0].message)
        raise StudylogError(message, place=errors[0].place, hint=errors[0].hint)
    if loaded.root is None or plain(loaded.root) is None:
        return None
    message = say("The header does not consist of “key: value” lines, so it is not changed.")
    raise StudylogError(message, place=Place(path, parts.header_line), hint=_BY_HAND)


def _edited(parts: Split, root: YamlMap | None, wanted: Changes) -> str:
    block = parts.header or ""
    splices: list[Splice] = []
    new_lines = ""
    for key, value in wanted.items():
        pairs = _named(root, key)
        if value is None:
            splices += (removal(block, *pair) for pair in pairs)
        elif not pairs:
            line = addition(block, root, key, value, parts.newline)
            above = _above(root, key, wanted)
            if above is None:
                new_lines += line
            else:
                splices.append(below(block, *above, line))
        elif not _equal(pairs[0][1], value):
            flow = root is not None and root.flow
            splices += replacement(block, *pairs[0], value, in_list=flow, newline=parts.newline)
    if new_lines and root and root.flow:
        # Lines cannot follow a map in braces; the check below refuses what comes of it.
        return block + new_lines
    return apply(block, splices) + new_lines


def _joined(text: str, parts: Split, header: str) -> str:
    if parts.header is None:
        rule = "---" + parts.newline
        return "\ufeff" * parts.bom + rule + header + rule + parts.body
    start = text.index(parts.newline) + len(parts.newline)
    return text[:start] + header + text[start + len(parts.header) :]


def _is_as_meant(changed: str, parts: Split, root: YamlMap | None, wanted: Changes) -> bool:
    after = split(changed)
    if after.header is None or (after.body, after.bom) != (parts.body, parts.bom):
        return False
    read = load(after.header, "").root
    pairs = read.pairs if isinstance(read, YamlMap) else ()
    return [(key.text, repr(plain(node))) for key, node in pairs] == _meant(root, wanted)


def _meant(root: YamlMap | None, wanted: Changes) -> list[tuple[str, str]]:
    """Keys and values as they must read after the change, in order."""
    values = {_identity(key): value for key, value in wanted.items()}
    meant = []
    seen: set[str] = set()
    for key, node in root.pairs if root else ():
        identity = _identity(key.text)
        if identity not in values or (identity in seen and values[identity] is not None):
            meant.append((key.text, repr(plain(node))))
        elif values[identity] is not None:
            meant.append((key.text, _shown(values[identity])))
        seen.add(identity)
    for new, value in wanted.items():
        if value is None or _identity(new) in seen:
            continue
        above = _above(root, new, wanted)
        at = len(meant) if above is None else 1 + [name for name, _ in meant].index(above[0].text)
        meant.insert(at, (new, _shown(value)))
    return meant


def _above(root: YamlMap | None, key: str, wanted: Changes) -> tuple[Scalar, Node] | None:
    """The key and value that a new key stands below, if the header has such, on lines of its own."""
    beside = BESIDE.get(_identity(key))
    if root is None or root.flow or beside is None or wanted.get(beside, ()) is None:
        return None
    return next(iter(_named(root, beside)), None)


def _named(root: YamlMap | None, key: str) -> list[tuple[Scalar, Node]]:
    return [pair for pair in root.pairs if _identity(pair[0].text) == _identity(key)] if root else []


def _identity(key: str) -> str:
    return field_of(key) or nfc(key)


def _equal(node: Node, value: Written) -> bool:
    return repr(plain(node)) == _shown(value)


def _shown(value: Written | None) -> str:
    # As text, because True == 1 and 1 == 1.0 while a header must keep them apart.
    return repr(list(value) if isinstance(value, tuple) else value)
