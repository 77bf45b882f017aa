"""From a text to nodes and findings: the only place that knows the YAML parser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from studylog.core.findings import Finding
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.strictyaml.lines import read_lines
from studylog.core.strictyaml.nodes import Node
from studylog.core.strictyaml.tree import Tree, UnreadableError
from studylog.core.unmerged import CONFLICT, blanked, two_versions, unmerged
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from yaml import Event

_MAX_CHARS = 1_000_000

_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


# What two versions in one text bring with them, and what is mended with them.
_TOLD_BY_CONFLICT = frozenset({"yaml-repeated-key", "yaml-unreadable"})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a YAML text says; `root` is None when it says nothing or cannot be read."""

    root: Node | None
    findings: tuple[Finding, ...]

    @property
    def conflict(self) -> Finding | None:
        """That somebody has to decide what the text says, where git could not merge it."""
        return next((one for one in self.findings if one.code == CONFLICT), None)


def load(text: str, path: str, first_line: int = 1, *, in_part: bool = False) -> Loaded:
    """Read YAML without ever raising; `first_line` is the line of the file on which the text begins.

    Of a map that cannot be read as a whole, `in_part` gives the keys that can.
    Of versions that git could not merge both are read; of a key that stands in both the first one counts.
    """
    # Versions that begin in a header may end in the body of their note.
    written = tuple(unmerged(text, whole=False))
    if not written:
        return _loaded(text, path, first_line, in_part=in_part)
    both = blanked(text, {line for marks in written for line in marks})
    loaded = _loaded(both, path, first_line, in_part=in_part)
    told = [two_versions(path, first_line + marks[0]) for marks in written]
    others = (one for one in loaded.findings if one.code not in _TOLD_BY_CONFLICT)
    return Loaded(loaded.root, (*told, *others))


def _loaded(text: str, path: str, first_line: int, *, in_part: bool = False) -> Loaded:
    tree = Tree(text, path, first_line)
    try:
        _refuse(text)
        if not read_lines(tree):
            tree = Tree(text, path, first_line)
            _parse(tree)
        root = tree.root
    except UnreadableError as error:
        if in_part and (part := _in_part(text, path, first_line)):
            return part
        tree.report(error.index, "error", "yaml-unreadable", error.message, error.hint)
        root = None
    return Loaded(root, tuple(tree.findings))


def _in_part(text: str, path: str, first_line: int) -> Loaded | None:
    from studylog.core.strictyaml.partly import readable_part

    def read(piece: str, below: int) -> tuple[Node | None, tuple[Finding, ...]]:
        loaded = _loaded(piece, path, first_line + below)
        return loaded.root, loaded.findings

    found = readable_part(text, path, first_line, read)
    return found and Loaded(*found)


def _refuse(text: str) -> None:
    """Stop at what no parser would take, so that the place is exact whichever parser is installed."""
    # Of text that can be printed nothing is forbidden: that is sooner seen than a pattern is compiled.
    plain = text.replace("\n", " ").isprintable()
    forbidden = None if plain else _FORBIDDEN.search(text)
    if forbidden:
        from studylog.core.strictyaml.troubles import invisible

        raise UnreadableError(forbidden.start(), *invisible(forbidden[0]))
    if len(text) > _MAX_CHARS:
        raise UnreadableError(_MAX_CHARS, say("This is too long to be read as YAML."))


def _parse(tree: Tree) -> None:
    import yaml

    from studylog.core.strictyaml.troubles import explain

    shift = tree.shift
    # The parser written in C is ten times faster, and missing where PyYAML was built without it.
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _build(tree, yaml.parse(tree.text[shift:], Loader=parser))
    except yaml.MarkedYAMLError as error:
        problem, context = error.problem_mark, error.context_mark
        at = problem.index + shift if problem else shift
        since = context.index + shift if context else at
        raise explain(error.problem or "", tree.text, at, since) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The parser without C converts numbers and characters that it has not checked.
        raise explain("", tree.text, shift, shift) from error


def _build(tree: Tree, events: "Iterator[Event]") -> None:
    from yaml import events as kinds

    documents = 0
    for event in events:
        match event:
            case kinds.ScalarEvent():
                style = event.style or ""
                typeless = event.tag is None and not style
                tree.scalar(event.value, _span(event), style, typeless=typeless, anchor=event.anchor)
            case kinds.CollectionStartEvent():
                is_list = isinstance(event, kinds.SequenceStartEvent)
                tree.begin(_span(event)[0], is_list=is_list, flow=bool(event.flow_style), anchor=event.anchor)
            case kinds.CollectionEndEvent():
                tree.end(_span(event)[1])
            case kinds.AliasEvent():
                tree.alias(event.anchor or "", _span(event))
            case kinds.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    tree.second_document(_span(event)[0])
                    return


def _span(event: "Event") -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return start.index if start else 0, end.index if end else 0
