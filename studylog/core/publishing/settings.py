"""The settings of a public notebook: those of the notebook, with people by their public names."""

from collections.abc import Iterator

from studylog.core.publishing.masks import Mask
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap, load
from studylog.core.strictyaml.writer import written

# What says where things lie on somebody's machine, and who writes.
_PRIVATE = frozenset({"repositories"})


def public_settings(text: str, mask: Mask, name: str) -> str:
    """The text of `studylog.yaml` for the public; `name` is what the notebook is called without a name."""
    root = load(text, "").root
    lines = text.split("\n")
    named = False
    if isinstance(root, YamlMap):
        # In braces there is no room for a line of its own.
        named = root.flow
        keys = [key for key, _ in root.pairs]
        ends = [*(key.start.line for key in keys[1:]), len(lines) + 1]
        for key, end in zip(keys, ends, strict=True):
            named = named or key.text == "name"
            if key.text in _PRIVATE:
                lines[key.start.line - 1 : end - 1] = [""] * (end - key.start.line)
    masked = mask.text("\n".join(lines))
    return masked if named else f"{masked}\nname: {written(mask.text(name))}\n"


def values_in(text: str) -> Iterator[Scalar]:
    """All that a YAML text says, key or value, without its comments."""
    root = load(text, "").root
    return _scalars(root) if root is not None else iter(())


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, YamlList):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from _scalars(value)
